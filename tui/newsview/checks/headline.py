"""The headline and the text below it: figures of the one that the other does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from newsview.checks.evidence import Evidence, Found, place_of
from newsview.checks.intervals import COUNTED_OUT, Interval, of_number
from newsview.checks.words import alternatives, words
from newsview.model.facts import Number
from newsview.model.finding import Sum

_KINDS: Final = frozenset({"cardinal", "money", "percent", "measure", "age", "duration"})
_DAYS: Final = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}
"""Days of the units of time: "24 months" may be "two years" in the text."""
_COUNTS: Final = frozenset({"cardinal", "age", "score", "ratio", "duration"})
"""Kinds whose figures may be meant by a count of the headline."""
CUT_OFF: Final = 1.99
"""Halves of the last digit by which a figure that is cut off is short of its own: "$16bn" of 16.9."""
MOST_FIGURES: Final = 20
"""Figures of a headline that are looked at."""
LEAST_DIGITS: Final = 2
"""Digits of a figure that is compared: of "3 killed", every other small number is one digit away."""
SHARED: Final = 2
"""Words of the headline that the sentence of the other figure has at least."""
SHARED_OF_SEVERAL: Final = 3
"""The same, where several figures are as near: the first in the lead is meant."""
TELLING_DIGITS: Final = 3
"""Digits of a figure that is hardly by chance one digit away from another, whatever is counted."""
LEAD: Final = 2
"""Paragraphs below the headline that say what it says."""
LEAD_LENGTH: Final = 1000
NEAR: Final = 300
"""Code points between two figures that a headline adds up."""
MOST_NEAR: Final = 20
"""Figures behind another one that are looked at."""
BESIDE: Final = 25
"""Code points before and after a figure in which a word says what is measured."""
_AROUND: Final = 250
_STEM: Final = 4
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_FUNCTION = words("function_words")
_DIES_AT = re.compile(rf"\b(?:{alternatives('dies')}) at $", re.IGNORECASE)


def headline_number(evidence: Evidence) -> Iterator[Found]:
    """A figure of the headline that the text has with another digit: "Bank to lay off 3,140", 3,740 in the text.

    Not a rounded figure, a sum or difference of two figures of the text, or a figure of another thing: the sentence of
    the text has two words of the headline. An age, only where the text has one alone and no birthday.
    """
    head = evidence.headline
    if head is None:
        return
    numbers = [_as_age(evidence, each) for each in evidence.numbers_between(head.start, head.end)]
    mine = [each for each in numbers if each.kind in _KINDS and each.value]
    body = [number for number in evidence.numbers if number.start >= evidence.body]
    for number in mine[:MOST_FIGURES]:
        like = [each for each in body if _is_like(number, each)]
        equal = [each for each in like if _may_be_equal(number, each)]
        if any(each.value == number.value for each in equal):
            continue
        alike = [each for each in like if _is_of_kind(number, each)]
        other = _nearest(evidence, number, alike)
        if other is None or any(not _is_meant_less(evidence, each, other) for each in equal):
            continue
        if number.kind != "percent" and _is_combined(number, alike):
            continue
        yield Found(
            message=f"the headline has {number.text}, the text {other.text}",
            places=[place_of(number), place_of(other)],
            sum=Sum(stated=number.value, expected=[other.value or 0], unit=number.unit, rule="figure of the text"),
        )


def _as_age(evidence: Evidence, number: Number) -> Number:
    """*number* as an age, if it is that of somebody who died: "Painter dies at 103"."""
    before = evidence.text[max(0, number.start - BESIDE) : number.start]
    if number.kind == "cardinal" and number.unit is None and _DIES_AT.search(before):
        return replace(number, kind="age", unit="year")
    return number


def _is_like(number: Number, other: Number) -> bool:
    """Whether *other* may be meant by a figure of the headline: of its kind, a count for a count, a time for a time.

    "Dozens" is no age.
    """
    if number.kind == "age" and other.vague:
        return False
    if number.kind == "duration" and other.unit in _DAYS:
        return True
    return other.kind == number.kind or {other.kind, number.kind} <= _COUNTS


def _may_be_equal(number: Number, other: Number) -> bool:
    """Whether a figure of the headline may be *other*, rounded or cut off, or the other way round.

    Equal hedges before both, as "more than", widen neither, nor do opposite ones, as "above" and "below".
    """
    if number.modifier == other.modifier or {number.modifier[:1], other.modifier[:1]} == {"<", ">"}:
        number, other = replace(number, modifier="="), replace(other, modifier="=")
    if number.kind == other.kind == "age":
        return abs((number.value or 0) - (other.value or 0)) <= 1  # ages are never rounded; one may be of another day
    one, two, plain = of_number(number), of_number(other), of_number(replace(number, modifier="="))
    if one is None or two is None or plain is None:
        return False
    exact, stated = (each.value or 0 for each in (other, number))
    if number.kind == "duration":
        by = _DAYS.get(number.unit or "", 1) / _DAYS.get(other.unit or "", 1)
        one, plain, stated = one.times(by), plain.times(by), stated * by
    cut_off = Interval(stated, stated + CUT_OFF * (plain.high - stated))
    if max(exact, stated) <= COUNTED_OUT:
        return one.meets(two)
    given = Interval(exact, other.value_max or exact)
    return one.meets(given) or cut_off.meets(given) or two.meets(Interval(stated, stated))


def _is_of_kind(number: Number, other: Number) -> bool:
    """Whether the two are of one kind and unit; a count may leave its noun out, shorten it, or name it otherwise.

    The last only of a figure with many digits: "8,850 staff", "8,450 jobs".
    """
    is_time = number.kind == "duration" and other.unit in _DAYS
    if not other.value or (number.kind != other.kind and not is_time):
        return False
    if number.unit == other.unit:
        return True
    one, two = number.unit or "", other.unit or ""
    telling = len(_digits(number.text).strip("0")) >= TELLING_DIGITS
    return number.kind == "cardinal" and (telling or one.endswith(two) or two.endswith(one))


def _nearest(evidence: Evidence, number: Number, alike: Sequence[Number]) -> Number | None:
    """The figure of the text that is probably meant: a digit away, in the sentence with most words of the headline.

    None if there is none, or if several figures are as near. In the lead, one word is enough if it stands beside both
    figures, or if they have many digits. An age: if the text has one alone and no birthday, or has it first in the lead.
    """
    lead = _lead(evidence)
    near = [each for each in alike if _is_digit_away(number.text, each.text)]
    if number.kind == "age":
        is_only = len({each.value for each in alike}) == 1
        is_first = bool(near) and near[0] is alike[0] and near[0].start < lead
        return near[0] if near and (is_only or is_first) and "birthday" not in evidence.text else None
    title = _title(evidence)
    shared = [(len(title & _stems(_around(evidence, each))), each) for each in near]
    most = max((count for count, _ in shared), default=0)
    best = [each for count, each in shared if count == most]
    if most < SHARED:
        best = [each for count, each in shared if each.start < lead and _is_beside(evidence, number, each, count)]
    elif most >= SHARED_OF_SEVERAL and best[0].start < lead:
        return best[0]
    return best[0] if len({each.value for each in best}) == 1 else None


def _is_meant_less(evidence: Evidence, equal: Number, other: Number) -> bool:
    """Whether a figure that rounding makes *equal* is of something else than the headline, and *other* is not.

    The sentence of the one is behind the lead and has less of the headline; that of the other is in it.
    """
    lead, title = _lead(evidence), _title(evidence)
    shared, others = (len(title & _stems(_around(evidence, each))) for each in (equal, other))
    return other.start < lead <= equal.start and shared < SHARED <= others


def _lead(evidence: Evidence) -> int:
    """The offset at which the lead ends."""
    body = [each for each in evidence.article.paragraphs if each.start >= evidence.body and each.role == "body"][:LEAD]
    return min(body[-1].end, evidence.body + LEAD_LENGTH) if body else evidence.body


def _is_beside(evidence: Evidence, number: Number, other: Number, shared: int) -> bool:
    """Whether a word beside the figure of the headline is beside *other* too, or both have many digits and share a word."""
    if shared and len(_digits(number.text).strip("0")) >= TELLING_DIGITS:
        return True
    return bool(_beside(evidence, number) & _beside(evidence, other))


def _beside(evidence: Evidence, number: Number) -> set[str]:
    text, (start, end) = evidence.text, evidence.sentence(number.start)
    before, after = max(start, number.start - BESIDE), min(end, number.end + BESIDE)
    left, right = _words(text[before : number.start]), _words(text[number.end : after])
    left, right = left[before > start :], right[: len(right) - (after < end)]  # a word that is cut off is none
    return {word[:_STEM] for word in (*left, *right) if len(word) > 2 and word not in _FUNCTION}


def _around(evidence: Evidence, number: Number) -> str:
    start, end = evidence.sentence(number.start)
    return evidence.text[max(start, number.start - _AROUND) : min(end, number.end + _AROUND)]


def _title(evidence: Evidence) -> set[str]:
    head = evidence.headline
    return _stems(evidence.text[head.start : min(head.end, head.start + 400)]) if head is not None else set()


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words of *text*, in lower case."""
    return {word[:_STEM] for word in _words(text) if len(word) > 3 and word not in _FUNCTION}


def _digits(text: str) -> str:
    match = _DIGITS.search(text)
    return match[0].replace(",", "") if match else ""


def _is_digit_away(one: str, other: str) -> bool:
    """Whether the figures differ in one digit, or in two that are swapped; both have at least two digits that count."""
    a, b = _digits(one), _digits(other)
    if len(a) != len(b) or len(a) < LEAST_DIGITS:
        return False
    differing = [index for index, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(differing) == 1:
        return a[differing[0]] != "." != b[differing[0]]
    return (
        len(a) > LEAST_DIGITS
        and len(differing) == 2
        and differing[1] == differing[0] + 1
        and a[differing[0]] == b[differing[1]]
        and a[differing[1]] == b[differing[0]]
    )


def _is_combined(number: Number, alike: Sequence[Number]) -> bool:
    """Whether the figure is the sum or the difference of two of *alike* that stand near each other."""
    value = number.value or 0
    for index, one in enumerate(alike):
        for other in islice(alike, index + 1, index + 1 + MOST_NEAR):
            if other.start > one.end + NEAR:
                break
            first, second = one.value or 0, other.value or 0
            if value in (first + second, abs(first - second)):
                return True
    return False


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]
