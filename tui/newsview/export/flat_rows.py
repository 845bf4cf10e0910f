"""Facts as rows: of three flat tables with typed columns, which ``arrow`` makes, and of the CSV file. Pure data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from newsview.export.reviewed import Reviewed, place
from newsview.model.facts import Entity, Fact, Number, Quote, is_aside, kind_name, occurrences
from newsview.model.iso_days import days
from newsview.model.kinds import BY_NAME, PerKind

Type = Literal["text", "count", "figure", "truth", "day"]
"""The type of a column: string, 32-bit integer, 64-bit float, boolean, date."""

Columns = Mapping[str, Type]

ARTICLE: Final[Columns] = {"article_id": "text", "published": "day"}
"""The first columns of every table."""

_ALL: Final[Columns] = {"id": "text"}
_PLACE: Final[Columns] = {
    "text": "text",
    "start": "count",
    "end": "count",
    "sentence": "text",
    "paragraph_role": "text",
    "aside": "truth",
    "origin": "text",
    "status": "text",
    "verdict": "text",
    "note": "text",
}
"""The last columns of every table; an entity's place is its first mention."""

COLUMNS: Final[PerKind[Columns]] = {
    "entities": {**_ALL, "name": "text", "type": "text", "role": "text", "mentions": "count", **_PLACE},
    "quotes": {
        **_ALL,
        "kind": "text",
        "act": "text",
        "stance": "text",
        "speaker": "text",
        "speaker_name": "text",
        "speaker_id": "text",
        "speaker_link": "text",
        "speaker_sure": "truth",
        "cue": "text",
        **_PLACE,
    },
    "numbers": {
        **_ALL,
        "kind": "text",
        "value": "figure",
        "value_max": "figure",
        "vague": "truth",
        "unit": "text",
        "per": "text",
        "modifier": "text",
        "trend": "text",
        "trend_role": "text",
        "subject": "text",
        "subject_name": "text",
        "subject_id": "text",
        "iso": "text",
        "first_day": "day",
        "last_day": "day",
        "granularity": "text",
        "relative": "truth",
        "same_as": "text",
        "range": "text",
        **_PLACE,
    },
}
"""The columns of each table behind those of ``ARTICLE``."""

Row = dict[str, Any]


class Tables(NamedTuple):
    """Three flat tables of the facts of many articles: Arrow tables, or frames of pandas or polars."""

    entities: Any
    quotes: Any
    numbers: Any


def rows(reviewed: Reviewed) -> PerKind[list[Row]]:
    """The rows of *reviewed*, each with the columns of its kind, without those of ``ARTICLE``."""
    facts = reviewed.facts
    return {
        "entities": [_row(reviewed, each, _entity) for each in facts.entities],
        "quotes": [_row(reviewed, each, _quote) for each in facts.quotes],
        "numbers": [_row(reviewed, each, _number) for each in facts.numbers],
    }


def day(text: str | None) -> date | None:
    """The day of publication *text*, None if it is none."""
    found = days(text)
    return found[0] if found else None


def _row(reviewed: Reviewed, fact: Any, own: Callable[[Reviewed, Any], Row]) -> Row:
    return {"id": fact.id, **own(reviewed, fact), **_place(reviewed, fact)}


def _place(reviewed: Reviewed, fact: Fact) -> Row:
    start, end = place(fact)
    article, decision = reviewed.article, reviewed.decision(fact)
    paragraph = article.paragraph_index(start)
    return {
        "text": _clean(article.text[start:end]),
        "start": start,
        "end": end,
        "sentence": occurrences(fact)[0].sentence,
        "paragraph_role": None if paragraph is None else article.paragraphs[paragraph].role,
        "aside": is_aside(fact),
        "origin": fact.origin,
        "status": decision and decision.status,
        "verdict": decision and decision.verdict,
        "note": decision and _clean(decision.note),
    }


def _entity(_: Reviewed, entity: Entity) -> Row:
    return {
        "name": _clean(entity.name),
        "type": entity.type,
        "role": _clean(entity.role),
        "mentions": len(entity.mentions),
    }


def _quote(reviewed: Reviewed, quote: Quote) -> Row:
    speaker = quote.speaker
    return {
        "kind": quote.kind,
        "act": quote.act,
        "stance": quote.stance,
        "speaker": speaker and _clean(speaker.text),
        "speaker_name": speaker and _clean(reviewed.name_of(speaker.entity) or speaker.name or speaker.text),
        "speaker_id": speaker and speaker.entity,
        "speaker_link": speaker and speaker.link,
        "speaker_sure": speaker and speaker.sure,
        "cue": quote.cue and _clean(quote.cue.text),
    }


def _number(reviewed: Reviewed, number: Number) -> Row:
    span, subject = days(number.iso), number.subject
    return {
        "kind": number.kind,
        "value": _figure(number.value),
        "value_max": _figure(number.value_max),
        "vague": number.vague,
        "unit": _clean(number.unit),
        "per": _clean(number.per),
        "modifier": number.modifier,
        "trend": number.trend,
        "trend_role": number.trend_role,
        "subject": subject and _clean(subject.text),
        "subject_name": subject and _clean(reviewed.name_of(subject.entity)),
        "subject_id": subject and subject.entity,
        "iso": number.iso,
        "first_day": span and span[0],
        "last_day": span and span[1],
        "granularity": number.granularity,
        "relative": number.relative,
        "same_as": number.same_as,
        "range": number.range,
    }


def _figure(value: float | None) -> float | None:
    """*value* as a 64-bit float; None for an integer beyond it."""
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None


def _clean(text: str | None) -> str | None:
    """*text* without lone surrogates, which have no UTF-8."""
    return None if text is None else text.encode("utf-8", "replace").decode()


# CSV

Cell = str | int | float | None

CSV_COLUMNS: Final = (
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
    "paragraph_role",
    "aside",
    "act",
    "stance",
    "link",
    "sure",
    "range",
    "findings",
)
"""The columns of a fact in CSV. ``type`` is an entity's type or the kind of a quote or number; ``start`` and ``end`` count code points of the article.

``was`` describes the decision before the fact changed. ``aside`` is "yes" for a fact that is hidden by default, ``sure``
for a speaker whose entity is no guess. ``findings`` are the messages of the findings at the fact.
"""


def kind_cells(reviewed: Reviewed, fact: Fact) -> dict[str, Cell]:
    """The cells specific to the kind of *fact*."""
    name = kind_name(fact)
    return {"fact": BY_NAME[name].one, **_CELLS[name](reviewed, fact)}


def _entity_cells(reviewed: Reviewed, entity: Entity) -> dict[str, Cell]:
    return {"type": entity.type, "name": entity.name, "role": entity.role, "mentions": len(entity.mentions)}


def _quote_cells(reviewed: Reviewed, quote: Quote) -> dict[str, Cell]:
    return {
        "type": quote.kind,
        "speaker": quote.speaker.text if quote.speaker else None,
        "speaker_name": reviewed.name_of(quote.speaker.entity) if quote.speaker else None,
        "link": quote.speaker.link if quote.speaker else None,
        "sure": "yes" if quote.speaker and quote.speaker.sure else None,
        "cue": quote.cue.text if quote.cue else None,
        "act": quote.act,
        "stance": quote.stance,
    }


def _number_cells(reviewed: Reviewed, number: Number) -> dict[str, Cell]:
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
        "range": number.range,
    }


_CELLS: Final[PerKind[Callable[[Reviewed, Any], dict[str, Cell]]]] = {
    "entities": _entity_cells,
    "quotes": _quote_cells,
    "numbers": _number_cells,
}
