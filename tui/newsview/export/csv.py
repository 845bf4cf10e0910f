"""CSV export: one row for each fact, RFC 4180, UTF-8, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any, Final

from newsview.describe import fact_words, flat, was_words
from newsview.export.flat_rows import CSV_COLUMNS, Cell, kind_cells
from newsview.export.reviewed import Reviewed, place
from newsview.model import json_text
from newsview.model.facts import is_aside, occurrences

ARTICLE_ID: Final = "article_id"

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""First characters of cells that a spreadsheet may evaluate as a formula (OWASP, CSV injection), also full-width."""


def header(*, with_id: bool = False) -> str:
    """The header line; *with_id*: with the column of the article's id, as in ``table``."""
    return lines([_columns(with_id)])


def table(reviewed: Reviewed, *, with_id: bool = False) -> str:
    """One line for each fact of an article, in text order, without the header. Lines end in CRLF.

    *with_id*: the first column is the id of the article in its archive; one that is no text or number is JSON.
    """
    columns = _columns(with_id)
    return lines(tuple(row.get(column) for column in columns) for row in _rows(reviewed))


def _columns(with_id: bool) -> tuple[str, ...]:
    return (ARTICLE_ID, *CSV_COLUMNS) if with_id else CSV_COLUMNS


def id_cell(id_: Any) -> Cell:
    """An article's id as a cell; one that is no text or number is JSON."""
    if id_ is None or (isinstance(id_, str | int | float) and not isinstance(id_, bool)):
        return id_
    return json_text.line(id_).decode().rstrip("\n")


def lines(rows: Iterable[Sequence[Cell]]) -> str:
    """*rows* as lines of a CSV file, each ended by CRLF; texts that begin like a formula get an apostrophe."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerows([_without_formula(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _without_formula(cell: Cell) -> Cell:
    """*cell* without a formula: a text that begins like one gets an apostrophe; numbers are unchanged."""
    return "'" + cell if isinstance(cell, str) and cell[:1] in _FORMULA and cell else cell


def _rows(reviewed: Reviewed) -> Iterator[dict[str, Cell]]:
    article = reviewed.article
    findings: dict[str | None, list[str]] = {}
    for finding in reviewed.findings:
        for at in dict.fromkeys(each.fact for each in finding.places):
            findings.setdefault(at, []).append(f"{finding.check}: {flat(finding.message)}")
    for fact in reviewed.in_order():
        start, end = place(fact)
        paragraph, decision = article.paragraph_index(start), reviewed.decision(fact)
        row: dict[str, Cell] = {
            ARTICLE_ID: id_cell(article.id),
            "article": article.path or article.title,
            "published": article.published,
            "id": fact.id,
            "paragraph": None if paragraph is None else article.paragraphs[paragraph].id,
            "sentence": occurrences(fact)[0].sentence,
            "start": start,
            "end": end,
            "text": article.text[start:end],
            "in_words": fact_words(reviewed.name_of, fact),
            "paragraph_role": None if paragraph is None else article.paragraphs[paragraph].role,
            "aside": "yes" if is_aside(fact) else None,
            "findings": "; ".join(findings.get(fact.id, ())) or None,
            **kind_cells(reviewed, fact),
        }
        if decision is not None:
            row |= {
                "status": decision.status,
                "verdict": decision.verdict,
                "source": decision.source,
                "note": decision.note,
                "was": was_words(decision.was) if decision.was else None,
            }
        yield row


FINDING_COLUMNS: Final = (
    "article",
    "id",
    "check",
    "code",
    "level",
    "message",
    "line",
    "column",
    "start",
    "end",
    "text",
    "other_text",
    "stated",
    "expected_low",
    "expected_high",
    "unit",
    "rule",
    "status",
    "note",
)
"""The columns of the table of findings; ``text`` is what does not fit, ``other_text`` what it is compared with."""


def findings_header() -> str:
    """The header line of a table of findings."""
    return lines([FINDING_COLUMNS])


def findings_table(rows: Iterable[Mapping[str, Cell]]) -> str:
    """A line for each of *rows*, cells by the names of ``FINDING_COLUMNS``."""
    return lines([tuple(row.get(column) for column in FINDING_COLUMNS) for row in rows])
