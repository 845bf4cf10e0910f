"""Subjects shared by two numbers: a change and its level, a restatement, a comparison, a count and its growth."""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.numbers.lexicon import CHANGES, SUBJECT_WORDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.model.facts import Reference

AMOUNTS = frozenset({"money", "percent", "measure", "duration", "ratio", "cardinal"})
BACK = 4
"""Preceding quantities that are searched for the one compared with."""
NEAR = 9
"""Pieces between a count and its growth, at most."""


def subject_before(pieces: Pieces, before: Quantity, quantity: Quantity) -> Reference | None:
    """Subject of *quantity* as the growth of the count *before* it, or as the level after the change *before* it."""
    return _counted_noun(pieces, before, quantity) or (
        before.subject if _is_level_after(pieces, before, quantity) else None
    )


def _is_level_after(pieces: Pieces, change: Quantity, level: Quantity) -> bool:
    """Level after its change: "Shares fell 3.2% to $35.74 in late trading", "rose 20 points, or 0.1%, to 27,900"."""
    if change.trend_role != "by" or level.trend_role != "to":
        return False
    return pieces.words(change.end, level.first) in SUBJECT_WORDS.before_level


def is_restated(pieces: Pieces, whole: Quantity, again: Quantity) -> bool:
    """Restatement after "or": "net income of $1.42 billion, or $2.17 per share"; not "or 4% of its staff"."""
    if whole.subject is None or not {whole.kind, again.kind} <= AMOUNTS or "cardinal" in (whole.kind, again.kind):
        return False
    between = pieces.words(whole.rate_end, again.begin)
    return between in SUBJECT_WORDS.restating and pieces.word(again.rate_end) != "of" and whole.kind != "duration"


def _counted_noun(pieces: Pieces, count: Quantity, growth: Quantity) -> Reference | None:
    """Counted noun, as subject of the growth of the count: "registered 14,149 sales in March, up 8 per cent"."""
    if growth.kind != "percent" or growth.trend_role != "by":
        return None
    first = growth.begin
    if pieces.word(first - 1) not in CHANGES.up_or_down:
        return None
    if count.kind != "cardinal" or count.unit_pieces is None or count.attributive or count.trend_role is not None:
        return None
    start, end = count.unit_pieces
    plural = pieces.token(end - 1).tag_ == "NNS"
    near = pieces.at(first - 2).text == "," and 0 < first - end <= NEAR and pieces.in_one_sentence(end, first)
    if not plural or not near:
        return None
    begin, stop = pieces.span(start, end)
    return Reference(text=pieces.text[begin:stop], start=begin, end=stop)


def compared_with(pieces: Pieces, quantities: Sequence[Quantity], position: int) -> Quantity | None:
    """The number that the one at *position* is compared with: "45 per cent of sales, against 35 per cent"; else None."""
    other = quantities[position]
    if not position or other.kind not in AMOUNTS:
        return None
    first = other.begin
    link = pieces.words(first - 2, first)
    if link not in SUBJECT_WORDS.comparing and link[1] not in SUBJECT_WORDS.against:
        return None
    for whole in reversed(quantities[max(0, position - BACK) : position]):
        if not pieces.in_one_sentence(whole.end, other.begin):
            return None
        if (whole.kind, whole.unit, whole.per) == (other.kind, other.unit, other.per):
            return whole
    return None
