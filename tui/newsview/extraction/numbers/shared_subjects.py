"""Subjects shared by two numbers: a change and its level, a restatement, a comparison, a count and its growth."""

from __future__ import annotations

from itertools import pairwise

from newsview.extraction.numbers.adjacent import begin_of, end_of
from newsview.extraction.numbers.change_endpoints import share_level_subject
from newsview.extraction.numbers.lexicon import CHANGES, SUBJECT_WORDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.model.facts import Reference

AMOUNTS = frozenset({"money", "percent", "measure", "duration", "ratio", "cardinal"})
BACK = 4
"""Preceding quantities that are searched for the one compared with."""
NEAR = 9
"""Pieces between a count and its growth, at most."""


def share_subjects(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Sets a common subject for numbers that measure one thing."""
    for change, level in pairwise(quantities):
        _level_reached(pieces, change, level)
        _growth(pieces, change, level)
    for position, quantity in enumerate(quantities):
        _compared(pieces, quantities, position)
        if position:
            _restated(pieces, quantities[position - 1], quantity)
        if quantity.trend_role == "from":
            share_level_subject(pieces, quantities, position)


def _level_reached(pieces: Pieces, change: Quantity, level: Quantity) -> None:
    """Level after its change: "Shares fell 3.2% to $35.74 in late trading"."""
    between = [pieces.word(at) for at in range(change.end, level.first)]
    if change.trend_role == "by" and level.trend_role == "to" and change.subject is not None and between == ["to"]:
        level.subject = change.subject


def _restated(pieces: Pieces, whole: Quantity, again: Quantity) -> None:
    """Restatement after "or": "net income of $1.42 billion, or $2.17 per share"; not "or 4% of its staff"."""
    if whole.subject is None or not {whole.kind, again.kind} <= AMOUNTS or "cardinal" in (whole.kind, again.kind):
        return
    between = [pieces.word(at) for at in range(max(end_of(whole), whole.per_end), begin_of(again))]
    if (
        tuple(between) in SUBJECT_WORDS.restating
        and pieces.word(max(end_of(again), again.per_end)) != "of"
        and whole.kind != "duration"
    ):
        again.subject = whole.subject


def _growth(pieces: Pieces, count: Quantity, growth: Quantity) -> None:
    """Growth of a count, whose subject is the counted noun: "registered 14,149 sales in March, up 8 per cent"."""
    first = begin_of(growth)
    if growth.kind != "percent" or growth.trend_role != "by" or pieces.word(first - 1) not in CHANGES.up_or_down:
        return
    if count.kind != "cardinal" or count.unit_pieces is None or count.attributive or count.trend_role is not None:
        return
    start, end = count.unit_pieces
    plural = pieces.token(end - 1).tag_ == "NNS"
    if plural and pieces.at(first - 2).text == "," and 0 < first - end <= NEAR and _same_sentence(pieces, end, first):
        begin, stop = pieces.span(start, end)
        growth.subject = Reference(text=pieces.text[begin:stop], start=begin, end=stop)


def _compared(pieces: Pieces, quantities: list[Quantity], position: int) -> None:
    """Comparison of two numbers: "45 per cent of sales, against 35 per cent", "compared with $1.1 billion"."""
    other = quantities[position]
    first = begin_of(other)
    link = (pieces.word(first - 2), pieces.word(first - 1))
    if other.kind not in AMOUNTS or (link not in SUBJECT_WORDS.comparing and link[1] not in SUBJECT_WORDS.against):
        return
    for whole in reversed(quantities[max(0, position - BACK) : position]):
        if not _same_sentence(pieces, whole.end, first):
            return
        if (whole.kind, whole.unit, whole.per) == (other.kind, other.unit, other.per):
            other.subject = whole.subject
            return


def _same_sentence(pieces: Pieces, start: int, end: int) -> bool:
    return all(pieces.at(at).shape != "edge" for at in range(start, end))
