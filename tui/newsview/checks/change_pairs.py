"""Changes in one sentence: two figures of one quantity, from and to, and the amount between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from newsview.checks.evidence import Evidence
from newsview.checks.intervals import Interval, of_number
from newsview.checks.words import alternatives
from newsview.model.facts import Number

HEDGE = rf"(?:(?:{alternatives('hedges')}|just|a|an) )*"
"""Words between "from" or "to" and a figure."""
UP, DOWN = alternatives("up"), alternatives("down")
_FROM = re.compile(rf",? (?:up |down )?(?:from|compared with|against) {HEDGE}$")
_TO = re.compile(rf"(?: [a-z]+){{0,2}},? to {HEDGE}$")
_TO_DIRECTLY = re.compile(rf",? to {HEDGE}$")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TURN = re.compile(
    rf"(?:,| -| –| —)? (?:(?:which is |or |representing |that is )?(?:an? |the )?(?:[a-z]+ )?(?P<noun>{alternatives('rise_nouns')}|{alternatives('fall_nouns')}) of|up|down|or) {HEDGE}$"
)
_MINUS: Final = frozenset("-–−")

FAR: Final = 100
"""Two figures of which one is so many times the other are taken for figures with a unit or scale left out."""


class Change(NamedTuple):
    """A change from *first* to *last*; *by* is its amount or percentage, None if the sentence gives none."""

    first: Number
    last: Number
    by: Number | None = None


def _sentences(evidence: Evidence) -> Iterator[Sequence[Number]]:
    """The numbers of each sentence with several, a range "40% to 60%" as two."""
    for group in evidence.by_sentence:
        parts = [part for number in group for part in _ends(number)]
        if len(parts) > 1:
            yield parts


def _ends(number: Number) -> Sequence[Number]:
    """The two ends of a range that is written "A to B", in the order of the text; else the number itself."""
    first, to, last = number.text.partition(" to ")
    if number.value is None or number.value_max is None or not to:
        return (number,)
    one, other = (float(match[0].replace(",", "")) if match else 0.0 for match in map(_FIGURE.search, (first, last)))
    low, high = sorted((number.value, number.value_max))
    values = (high, low) if one > other else (low, high)
    starts = (number.start, number.end - len(last))
    return [
        replace(number, text=text, start=start, end=start + len(text), value=value, value_max=None)
        for text, start, value in zip((first, last), starts, values, strict=True)
    ]


def _gap(evidence: Evidence, one: Number, other: Number) -> str:
    """The text between two numbers of a sentence, "" if it is too long for one construction."""
    return evidence.text[one.end : other.start] if other.start - one.end < 60 else ""


def words_before(evidence: Evidence, number: Number) -> str:
    """The text of the sentence before *number*, at most its last 60 characters."""
    start, _ = evidence.sentence(number.start)
    return evidence.text[max(start, number.start - 60) : number.start]


def _is_alike(one: Number, other: Number) -> bool:
    """Whether the two are figures of one kind and unit, none of them negative."""
    kinds = one.kind == other.kind and one.unit == other.unit and one.per == other.per
    values = (one.value or 0) > 0 and (other.value or 0) > 0 and one.value_max is other.value_max is None
    return kinds and values and 1 / FAR < (one.value or 1) / (other.value or 1) < FAR


def pairs(evidence: Evidence) -> Iterator[Change]:
    """Changes "from 50 to 45" and "to 45 from 50", not of figures with a sign, and not of a range "from 50 to 60"."""
    for group in _sentences(evidence):
        for one, other in pairwise(group):
            gap = _gap(evidence, one, other)
            if not _is_alike(one, other) or evidence.text[one.start - 1 : one.start] in _MINUS:
                continue
            before = words_before(evidence, one)
            if _TO_DIRECTLY.fullmatch(gap) and re.search(rf"\bfrom {HEDGE}$", before):
                yield Change(one, other)
            elif _FROM.fullmatch(gap) and "from" in gap and re.search(rf"\bto {HEDGE}$", before):
                yield Change(other, one)


def with_amounts(evidence: Evidence) -> Iterator[Change]:
    """Changes with their amount beside them: "12% to 56 from 50", "12% from 50 to 56", "from 50 to 56, a rise of 12%"."""
    for group in _sentences(evidence):
        for one, two, three in zip(group, group[1:], group[2:], strict=False):
            first, second = _gap(evidence, one, two), _gap(evidence, two, three)
            if _is_alike(two, three) and _is_amount(evidence, one):
                if _TO_DIRECTLY.fullmatch(first) and _FROM.fullmatch(second):
                    yield Change(three, two, one)
                elif re.fullmatch(rf",? from {HEDGE}", first) and _TO_DIRECTLY.fullmatch(second):
                    yield Change(two, three, one)
            turned = _is_alike(one, two) and _TURN.fullmatch(second) and _TO.fullmatch(first)
            if turned and re.search(rf"\bfrom {HEDGE}$", words_before(evidence, one)):
                yield Change(one, two, three)


def _is_amount(evidence: Evidence, number: Number) -> bool:
    """Whether *number* is said of a change: behind "rose", "fell by", "an increase of"."""
    before = words_before(evidence, number)
    verb = re.search(
        rf"\b(?:{UP}|{DOWN}|{alternatives('rise_nouns')}|{alternatives('fall_nouns')})(?: by| of| a| an| another| or)?(?: [a-z]+ly)? {HEDGE}$",
        before,
    )
    return verb is not None or number.trend_role == "by"


def interval_of(number: Number) -> Interval:
    """The values that *number* stands for."""
    return of_number(number) or Interval(number.value or 0, number.value or 0)
