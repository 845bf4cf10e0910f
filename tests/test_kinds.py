"""Registry of kinds: every table has a value for each, and types, schema and styles list the same kinds."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import newsview
from newsview.app.render.styles import LOOKS
from newsview.app.widgets.article_view import BELOW
from newsview.model.facts import RECORDS, Analysis, Fact, Facts
from newsview.model.kinds import BY_NAME, KIND_NAMES, KINDS, Kind, KindName, PerKind
from newsview.model.schema import schema

FOLDER = Path(newsview.__file__).parent


def tables() -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every table by kind in the package, with its name. Found by its annotation, so that none is left out."""
    for found in pkgutil.walk_packages([str(FOLDER)], "newsview."):
        if "__main__" in found.name:
            continue
        module = importlib.import_module(found.name)
        for name, annotation in getattr(module, "__annotations__", {}).items():
            if "PerKind[" not in str(annotation):
                continue
            table = getattr(module, name)
            if ", PerKind[" in str(annotation):  # several tables by name
                yield from ((f"{found.name}.{name}[{key}]", each) for key, each in table.items())
            else:
                yield f"{found.name}.{name}", table


TABLES = dict(tables())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_by_kind_has_a_value_for_each_kind(name: str) -> None:
    assert set(TABLES[name]) == set(KIND_NAMES)


def test_the_tables_by_kind_are_found() -> None:
    assert {"newsview.export.flat_rows._CELLS", "newsview.describe._FACT_WORDS", "newsview.model.facts.RECORDS"} <= set(
        TABLES
    )


def test_types_of_tables_and_facts_list_the_kinds_in_order() -> None:
    assert get_args(KindName) == KIND_NAMES == tuple(PerKind.__annotations__)
    assert tuple(each.name for each in fields(Facts)) == KIND_NAMES
    kept = [each.name for each in fields(Analysis) if each.name in KIND_NAMES]
    assert tuple(kept) == KIND_NAMES
    assert set(get_args(Fact)) == {RECORDS[name] for name in KIND_NAMES}


def test_the_schema_describes_the_records_of_every_kind() -> None:
    described = schema()
    for kind in KINDS:
        assert described["properties"][kind.name]["items"] == {"$ref": f"#/$defs/{kind.one}"}
        assert kind.name in described["required"]
        known = {name for name in get_type_hints(RECORDS[kind.name]) if name != "extra"}
        assert set(described["$defs"][kind.one]["properties"]) == known


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_registry_names_fields_of_the_record(kind: Kind) -> None:
    known = set(get_type_hints(RECORDS[kind.name]))
    assert {kind.text, kind.subtype, *kind.editable, *kind.aside} <= known


def test_every_kind_has_a_look_in_the_article_and_ids_of_its_own() -> None:
    assert {kind.one for kind in KINDS} <= set(LOOKS)
    assert {kind.one for kind in KINDS} <= set(BELOW)
    assert len({kind.prefix for kind in KINDS}) == len({kind.one for kind in KINDS}) == len(KINDS)
    assert list(BY_NAME) == list(KIND_NAMES)
