"""Registry of output formats, with the choices, help texts and file suffixes of the command line.

The module that writes a format is imported when the format is first used: JSON of new facts needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import islice
from typing import Final, NamedTuple

from newsview.model import json_text
from newsview.model.codec import encode
from newsview.model.facts import Analysis

_ROW_GROUP: Final = 64
"""Articles of a row group of Parquet: as many are in memory."""

_BOM = b"\xef\xbb\xbf"
"""Byte order mark, without which spreadsheets misread non-ASCII characters."""


class Format(NamedTuple):
    """One output format. ``suffix`` is that of its files, ``about`` a short description for the help."""

    suffix: str
    render: Callable[[Analysis, bool], bytes]
    """From an analysis to its bytes in a stream, with the reviewer's corrections applied.

    The second argument is whether facts that are hidden by default are included; JSON has them always.
    """
    about: str = ""
    header: Callable[[], bytes] = bytes
    """The bytes before the first article of a stream or file."""
    mark: bytes = b""
    """The bytes before the header of a file."""
    several: bool = True
    """Whether several articles can follow each other in a stream."""
    per_article: bool = True
    """Whether it can be written as one file for each article in a folder."""
    archive: bool = False
    """Whether a run over an archive can write it."""
    binary: bool = False
    """Whether its bytes are no text, and nothing for a terminal."""
    write_all: Callable[[Iterable[Analysis], Callable[[bytes], object]], None] | None = None
    """Writes several articles as one file, in pieces, where they cannot just follow each other."""
    findings: bool = False
    """Whether it shows the findings that the analysis holds."""


def _json(analysis: Analysis, _: bool) -> bytes:
    return json_text.pretty(encode(_corrected(analysis)))


def _json_line(analysis: Analysis, _: bool) -> bytes:
    return json_text.line(encode(_corrected(analysis)))


def _corrected(analysis: Analysis) -> Analysis:
    if not analysis.review:
        return analysis
    from newsview.export.reviewed import corrected

    return corrected(analysis)


def _json_line_with_id(analysis: Analysis, _: bool) -> bytes:
    return json_text.line({"id": analysis.article.id, **encode(_corrected(analysis))})


def _csv_header(with_id: bool = False) -> bytes:
    from newsview.export import csv

    return csv.header(with_id=with_id).encode()


def _csv(analysis: Analysis, aside: bool, with_id: bool = False) -> bytes:
    from newsview.export import csv, reviewed

    return csv.table(reviewed.reviewed(analysis, aside=aside), with_id=with_id).encode("utf-8", "replace")


def _markdown(analysis: Analysis, aside: bool) -> bytes:
    from newsview.export import markdown, reviewed

    return markdown.sheet(reviewed.reviewed(analysis, aside=aside)).encode("utf-8", "replace")


def _html(analysis: Analysis, aside: bool) -> bytes:
    from newsview.export import html, reviewed

    return html.page(reviewed.reviewed(analysis, aside=aside)).encode("utf-8", "replace")


def _text(analysis: Analysis, aside: bool) -> bytes:
    from newsview.export import reviewed, text

    return text.plain_text(reviewed.reviewed(analysis, aside=aside)).encode("utf-8", "replace")


def _parquet(analysis: Analysis, _: bool) -> bytes:
    from newsview.export.arrow import batch, found_in, parquet

    return parquet([batch([found_in(analysis)])])


def _all_in_parquet(found: Iterable[Analysis], write: Callable[[bytes], object]) -> None:
    from newsview.export.arrow import batch, found_in, write_parquet

    rows = map(found_in, found)
    groups = iter(lambda: list(islice(rows, _ROW_GROUP)), [])
    write_parquet(map(batch, groups), write)


def _annotations(analysis: Analysis, aside: bool) -> bytes:
    from newsview.export import annotations, reviewed
    from newsview.model.saved_findings import saved_findings

    corrected = reviewed.reviewed(analysis, aside=aside)
    return json_text.pretty(annotations.annotation_page(corrected, saved_findings(analysis)))


def _claimreview(analysis: Analysis, aside: bool) -> bytes:
    from newsview.export import claimreview, reviewed

    return json_text.pretty(claimreview.claim_reviews(reviewed.reviewed(analysis, aside=aside)))


def _brat(analysis: Analysis, aside: bool) -> bytes:
    from newsview.export import brat, reviewed

    return brat.standoff(reviewed.reviewed(analysis, aside=aside)).encode("utf-8", "replace")


FORMATS: Final[Mapping[str, Format]] = {
    "json": Format(".json", _json, "one article", several=False, archive=True),
    "jsonl": Format(".jsonl", _json_line, "several", per_article=False, archive=True),
    "csv": Format(".csv", _csv, header=_csv_header, mark=_BOM, archive=True, findings=True),
    "markdown": Format(".md", _markdown, "a review sheet", findings=True),
    "html": Format(".html", _html, "a page", several=False, findings=True),
    "text": Format(".txt", _text, "for a pager or a screen reader"),
    "parquet": Format(
        ".parquet",
        _parquet,
        "extra arrow",
        several=False,
        per_article=False,
        archive=True,
        binary=True,
        write_all=_all_in_parquet,
    ),
    "annotations": Format(".annotations.jsonld", _annotations, "W3C Web Annotations", several=False, findings=True),
    "claimreview": Format(".claimreview.jsonld", _claimreview, "schema.org, of verdicts", several=False),
    "brat": Format(".ann", _brat, "standoff of article.text", several=False),
}
"""The formats by name on the command line."""

_ARCHIVED: Final[Mapping[str, Format]] = {
    "jsonl": FORMATS["jsonl"]._replace(render=_json_line_with_id),
    "csv": FORMATS["csv"]._replace(render=partial(_csv, with_id=True), header=partial(_csv_header, with_id=True)),
}
"""The formats that begin each line of an archive's article with its id."""

ONE: Final = "json"
MANY: Final = "jsonl"
"""The default formats of one article, and of several in a stream."""


def form_named(name: str, *, of_archive: bool = False) -> Format:
    """The format *name*; for the articles of an archive, the one with their ids."""
    return _ARCHIVED.get(name, FORMATS[name]) if of_archive else FORMATS[name]


def rendered(analysis: Analysis, name: str, *, of_archive: bool = False, aside: bool = False) -> bytes:
    """The bytes of a file of *analysis* in the format *name*, with the reviewer's corrections applied.

    Facts that are hidden by default are left out unless *aside*; JSON has them always.
    """
    form = form_named(name, of_archive=of_archive)
    return form.mark + form.header() + form.render(analysis, aside)


def described() -> str:
    """The formats with short descriptions, for a help text: ``json (one article), …, csv``."""
    return ", ".join(f"{name} ({form.about})" if form.about else name for name, form in FORMATS.items())


def suffixes() -> str:
    """The suffixes of per-article files, for a help text: ``.json (.csv, .md)``."""
    first, *others = (form.suffix for form in FORMATS.values() if form.per_article)
    return f"{first} ({', '.join(others)})"
