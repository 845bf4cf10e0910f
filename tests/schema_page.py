"""The page of the saved file's form, made from the JSON Schema: ``python -m tests.schema_page`` writes docs/schema.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsview.export.flat_rows import ARTICLE, COLUMNS
from newsview.model.kinds import KIND_NAMES, KindName
from newsview.model.schema import schema
from tests.places import ROOT

PAGE = ROOT / "docs" / "schema.md"

_BEGIN = """# The form of the results

This page is made from the JSON Schema that `newsview schema` prints (`python -m tests.schema_page`); a test compares the two.
Offsets are Unicode code points of `article.text`, and `text[start:end]` is the fact's text, always. Readers should ignore
keys that they have no use for: version 1 may get more of them.

A line of an archive's output begins with one more key, `id`: the id of the article's line, as it was given.
"""

_TABLES = """
## Tables

The columns of `newsview.tables(…)` and of `newsview.extract_batch(…, table=…)`: one row for each fact, with corrections of
the review applied. `--format parquet` and `extract_batch` without `table` have a row for each article: `article_id`,
`published`, `title`, `language`, `error` (why it has no facts), and the lists `entities`, `quotes` and `numbers` of these
columns. `first_day` and `last_day` are those of a date, month, week, year or range. text is UTF-8, count a 32-bit integer, figure
a 64-bit float, truth a boolean, day a date.
"""


def page() -> str:
    """The whole page."""
    whole = schema()
    sections = [_section("The file", whole), *(_section(name, each) for name, each in whole["$defs"].items())]
    return "\n".join([_BEGIN, *sections, _TABLES, *map(_table, KIND_NAMES)]).rstrip("\n") + "\n"


def _section(title: str, part: Mapping[str, Any]) -> str:
    about = part.get("description", "")
    lines = [f"## {title}", "", *([about, ""] if about else []), "| key | type | |", "|---|---|---|"]
    required = part.get("required", ())
    for key, each in part.get("properties", {}).items():
        optional = "" if key in required else " (may be missing)"
        lines.append(f"| `{key}` | {_escaped(_type(each))}{optional} | {_escaped(each.get('description', ''))} |")
    return "\n".join([*lines, ""])


def _table(name: KindName) -> str:
    columns = {**ARTICLE, **COLUMNS[name]}
    return "\n".join([f"### {name}", "", ", ".join(f"`{column}` {type_}" for column, type_ in columns.items()), ""])


def _type(each: Mapping[str, Any]) -> str:
    return " or ".join(dict.fromkeys(_types(each))) or "any value"


def _types(each: Mapping[str, Any]) -> Iterator[str]:
    """The types that a value may have, in words."""
    if "$ref" in each:
        name = each["$ref"].rsplit("/", 1)[1]
        yield f"[{name}](#{name})"
    for other in (*each.get("anyOf", ()), *each.get("oneOf", ())):
        yield from _types(other)
    if "enum" in each:
        yield ", ".join("null" if value is None else f"`{value}`" for value in each["enum"])
    elif "const" in each:
        yield f"`{each['const']}`"
    elif each.get("type") == "array":
        yield f"list of {_type(each.get('items', {}))}"
    elif "type" in each:
        names = each["type"] if isinstance(each["type"], list) else [each["type"]]
        yield from names


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
