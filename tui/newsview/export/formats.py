"""The output formats: one table of them, from which the command line takes its choices, help and file suffixes.

The modules that write a format are imported when it is first used: newly found facts as JSON need none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from newsview.model import json_text
from newsview.model.codec import encode
from newsview.model.facts import Analysis

_BOM = b"\xef\xbb\xbf"
"""Without a byte order mark spreadsheets garble what is not ASCII."""


class Format(NamedTuple):
    """One output format. ``suffix`` ends the names of its files; ``about`` describes it in the help, in a word or two."""

    suffix: str
    render: Callable[[Analysis], bytes]
    """One article as it follows others in a stream, with the reviewer's corrections applied."""
    about: str = ""
    header: Callable[[], bytes] = bytes
    """What stands before the first article of a stream or file."""
    mark: bytes = b""
    """What stands before the header of a file."""
    several: bool = True
    """Whether several articles can follow each other in a stream."""
    per_article: bool = True
    """Whether a folder of outputs has a file of it for every article."""
    archive: bool = False
    """Whether a run over an archive writes it."""


def _json(analysis: Analysis) -> bytes:
    return json_text.pretty(encode(_corrected(analysis)))


def _json_line(analysis: Analysis) -> bytes:
    return json_text.line(encode(_corrected(analysis)))


def _corrected(analysis: Analysis) -> Analysis:
    if not analysis.review:
        return analysis
    from newsview.export.reviewed import corrected

    return corrected(analysis)


def _csv_header() -> bytes:
    from newsview.export import csv

    return csv.header().encode()


def _csv(analysis: Analysis) -> bytes:
    from newsview.export import csv, reviewed

    return csv.table(reviewed.reviewed(analysis)).encode("utf-8", "replace")


def _markdown(analysis: Analysis) -> bytes:
    from newsview.export import markdown, reviewed

    return markdown.sheet(reviewed.reviewed(analysis)).encode("utf-8", "replace")


def _html(analysis: Analysis) -> bytes:
    from newsview.export import html, reviewed

    return html.page(reviewed.reviewed(analysis)).encode("utf-8", "replace")


def _text(analysis: Analysis) -> bytes:
    from newsview.export import reviewed, text

    return text.plain_text(reviewed.reviewed(analysis)).encode("utf-8", "replace")


FORMATS: Final[Mapping[str, Format]] = {
    "json": Format(".json", _json, "one article", several=False, archive=True),
    "jsonl": Format(".jsonl", _json_line, "several", per_article=False, archive=True),
    "csv": Format(".csv", _csv, header=_csv_header, mark=_BOM),
    "markdown": Format(".md", _markdown, "a review sheet"),
    "html": Format(".html", _html, "a page", several=False),
    "text": Format(".txt", _text, "for a pager or a screen reader"),
}
"""The formats by their names on the command line."""

ONE: Final = "json"
MANY: Final = "jsonl"
"""The formats of one article, and of several in a stream, where none is given."""


def rendered(analysis: Analysis, name: str) -> bytes:
    """*analysis*, with the reviewer's corrections applied, as a file of the format *name*."""
    form = FORMATS[name]
    return form.mark + form.header() + form.render(analysis)


def continued(analysis: Analysis, name: str) -> bytes:
    """As ``rendered``, as it goes on after other articles in the same stream: without a header."""
    return FORMATS[name].render(analysis)


def described() -> str:
    """The formats with a word or two about each, for a help text: ``json (one article), …, csv``."""
    return ", ".join(f"{name} ({form.about})" if form.about else name for name, form in FORMATS.items())


def suffixes() -> str:
    """The suffixes of the files in a folder of outputs, for a help text: ``.json (.csv, .md)``."""
    first, *others = (form.suffix for form in FORMATS.values() if form.per_article)
    return f"{first} ({', '.join(others)})"
