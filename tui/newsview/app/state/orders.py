"""Orders of the rows of a pane other than that of the text: by weight, and by name or value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from newsview.app.state.fact_index import FactIndex, Pane, Row
from newsview.app.state.filters import Order
from newsview.model.facts import Entity, Number
from newsview.model.kinds import PerKind


def in_order(index: FactIndex, order: Order, pane: Pane, rows: Sequence[Row]) -> Sequence[Row]:
    """*rows* of facts in *order*, which is not that of the text; equal ones in text order."""
    ordered = index.ordered.get((order, pane))
    if ordered is None:
        ordered = index.ordered[order, pane] = _ORDERS[order][pane](index)
    if len(rows) == len(ordered):
        return ordered
    listed = {row.fact for row in rows}
    return [row for row in ordered if row.fact in listed]


def _entities_by_name(index: FactIndex) -> list[Row]:
    names = {entity.id: entity.name.casefold() for entity in index.facts.entities}
    return sorted(index.panes["entities"], key=lambda row: names[row.fact])


def _quotes_by_speaker(index: FactIndex) -> list[Row]:
    """Rows ordered by speaker name; quotes without a speaker come last."""
    speakers = {quote.id: quote.speaker for quote in index.facts.quotes}

    def name(row: Row) -> str:
        """The sort key of a row."""
        speaker = speakers[row.fact]
        return ((index.name_of(speaker.entity) or speaker.text) if speaker else "\uffff").casefold()

    return sorted(index.panes["quotes"], key=name)


def _numbers_by_value(index: FactIndex) -> list[Row]:
    """Rows ordered by kind and unit, then by descending value or date. Sorting by group takes half the time."""
    groups: dict[tuple[str, str], list[tuple[float, str, int, Row]]] = {}
    for at, row in enumerate(index.panes["numbers"]):
        fact = index.by_id[row.fact]
        if isinstance(fact, Number):
            group = groups.setdefault((fact.kind, fact.unit or ""), [])
            group.append((-(fact.value or 0), fact.iso or "", at, row))
    return [row for _, group in sorted(groups.items()) for _, _, _, row in sorted(group)]


SPOKEN: Final = 3
"""A quote of an entity weighs as much as so many mentions."""


def _weights(index: FactIndex) -> dict[str, int]:
    """The weight of each entity by its id: its mentions, and its quotes."""
    spoken = Counter(quote.speaker.entity for quote in index.facts.quotes if quote.speaker and not quote.aside)
    found = (fact for fact in index.by_id.values() if isinstance(fact, Entity))
    return {entity.id: len(entity.mentions) + SPOKEN * spoken[entity.id] for entity in found}


def _entities_by_weight(index: FactIndex) -> list[Row]:
    weights = _weights(index)
    return sorted(index.panes["entities"], key=lambda row: -weights[row.fact])


def _quotes_by_weight(index: FactIndex) -> list[Row]:
    """The quotes of the weightiest speaker first; those of speakers who are no entity come last."""
    weights = _weights(index)
    speakers = {quote.id: (quote.speaker.entity if quote.speaker else None) or "" for quote in index.facts.quotes}
    return sorted(index.panes["quotes"], key=lambda row: (-weights.get(speakers[row.fact], 0), speakers[row.fact]))


KINDS_BY_WEIGHT: Final[Mapping[str, int]] = {
    "money": 0,
    "percent": 0,
    "percentage_point": 0,
    "ratio": 1,
    "fraction": 1,
    "measure": 2,
    "cardinal": 2,
    "score": 3,
    "duration": 4,
    "age": 4,
    "date": 5,
    "time": 6,
}
"""Kinds of numbers from what is claimed of something to what only says when; others come last."""


def _numbers_by_weight(index: FactIndex) -> list[Row]:
    """Changes and figures that measure something first, then other figures, durations, dates."""

    def weight(row: Row) -> tuple[int, bool, int]:
        """The sort key of a row: what comes first is smaller."""
        fact = index.by_id[row.fact]
        if not isinstance(fact, Number):
            return 0, False, 0
        light = row.fact in index.folds
        kind = KINDS_BY_WEIGHT.get(fact.kind, 7)
        changes = fact.trend is not None or fact.range is not None
        return (8 if light else min(kind, 1) if changes else kind), not changes, int(fact.subject is None)

    return sorted(index.panes["numbers"], key=weight)


_ORDERS: Final[Mapping[Order, PerKind[Callable[[FactIndex], list[Row]]]]] = {
    "value": {"entities": _entities_by_name, "quotes": _quotes_by_speaker, "numbers": _numbers_by_value},
    "weight": {"entities": _entities_by_weight, "quotes": _quotes_by_weight, "numbers": _numbers_by_weight},
}
"""All rows of a pane in an order, by its kind."""
