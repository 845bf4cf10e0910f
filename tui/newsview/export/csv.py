"""CSV export: one row for each fact, RFC 4180, UTF-8, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any, Final

from newsview.describe import fact_words, was_words
from newsview.export.reviewed import Reviewed, place
from newsview.model.facts import Entity, Fact, Number, Quote, kind_name, occurrences
from newsview.model.kinds import BY_NAME, PerKind

Cell = str | int | float | None

COLUMNS = (
    "article",
    "published",
    "fact",
    "id",
    "paragraph",
    "sentence",
    "start",
    "end",
    "text",
    "in_words",
    "type",
    "name",
    "role",
    "mentions",
    "speaker",
    "speaker_name",
    "cue",
    "value",
    "value_max",
    "unit",
    "per",
    "modifier",
    "trend",
    "subject",
    "date",
    "status",
    "verdict",
    "source",
    "note",
    "was",
)
"""``type`` is an entity's type or the kind of a quote or number; ``start`` and ``end`` count code points of the article.

``was`` describes the decision before the fact changed.
"""

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""First characters of cells that a spreadsheet may evaluate as a formula (OWASP, CSV injection), also full-width."""


def header() -> str:
    """The header line."""
    return _lines([COLUMNS])


def table(reviewed: Reviewed) -> str:
    """One line for each fact of an article, in text order, without the header. Lines end in CRLF."""
    return _lines(tuple(row.get(column) for column in COLUMNS) for row in _rows(reviewed))


def _lines(rows: Iterator[tuple[Cell, ...]] | list[tuple[str, ...]]) -> str:
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerows([_without_formula(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def _without_formula(cell: Cell) -> Cell:
    """*cell* without a formula: a text that begins like one gets an apostrophe; numbers are unchanged."""
    return "'" + cell if isinstance(cell, str) and cell[:1] in _FORMULA and cell else cell


def _rows(reviewed: Reviewed) -> Iterator[dict[str, Cell]]:
    article = reviewed.article
    for fact in reviewed.in_order():
        start, end = place(fact)
        paragraph, decision = article.paragraph_index(start), reviewed.decision(fact)
        row: dict[str, Cell] = {
            "article": article.path or article.title,
            "published": article.published,
            "id": fact.id,
            "paragraph": None if paragraph is None else article.paragraphs[paragraph].id,
            "sentence": occurrences(fact)[0].sentence,
            "start": start,
            "end": end,
            "text": article.text[start:end],
            "in_words": fact_words(reviewed.name_of, fact),
            **_kind_cells(reviewed, fact),
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


def _kind_cells(reviewed: Reviewed, fact: Fact) -> dict[str, Cell]:
    """The cells specific to the kind of *fact*."""
    name = kind_name(fact)
    return {"fact": BY_NAME[name].one, **_OWN[name](reviewed, fact)}


def _entity(reviewed: Reviewed, entity: Entity) -> dict[str, Cell]:
    return {"type": entity.type, "name": entity.name, "role": entity.role, "mentions": len(entity.mentions)}


def _quote(reviewed: Reviewed, quote: Quote) -> dict[str, Cell]:
    return {
        "type": quote.kind,
        "speaker": quote.speaker.text if quote.speaker else None,
        "speaker_name": reviewed.name_of(quote.speaker.entity) if quote.speaker else None,
        "cue": quote.cue.text if quote.cue else None,
    }


def _number(reviewed: Reviewed, number: Number) -> dict[str, Cell]:
    return {
        "type": number.kind,
        "value": number.value,
        "value_max": number.value_max,
        "unit": number.unit,
        "per": number.per,
        # "=" would get an apostrophe as a formula; an empty cell has the same meaning
        "modifier": None if number.modifier == "=" else number.modifier,
        "trend": " ".join(part for part in (number.trend, number.trend_role) if part) or None,
        "subject": number.subject.text if number.subject else None,
        "date": number.iso,
    }


_OWN: Final[PerKind[Callable[[Reviewed, Any], dict[str, Cell]]]] = {
    "entities": _entity,
    "quotes": _quote,
    "numbers": _number,
}
