"""One quantity in two units or currencies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from math import log
from typing import Final, NamedTuple

from newsview.checks.evidence import Evidence, Found, place_of
from newsview.checks.intervals import Interval, of_number, shown
from newsview.checks.units import converted, plural
from newsview.model.facts import Number
from newsview.model.finding import Sum

TOLERANCE: Final = 0.04
"""How far a conversion may be off besides rounding: factors are rounded too."""
RATES_APART: Final = 0.07
"""How far two rates of exchange in one article may be apart besides rounding."""

_OTHER_TIME = re.compile(r"\b(?:earlier|ago|last year|previous|year before|at the time|at that time|then)\b")
_YEAR = re.compile(r"(?<![\w.,$£€])(?:1[6-9]|20)\d\d(?![\w%]|[.,]\d)")


_AT_SEA = re.compile(
    r"\b(?:nautical|sea|ships?|vessels?|boats?|coast|offshore|waters|zone|maritime|navy|naval|sail\w*)\b"
)


def pairs(evidence: Evidence) -> Iterator[tuple[Number, Number]]:
    """Pairs of a number and the same said again, "seven miles (11 km)", by the facts or by the brackets."""
    by_id = {number.id: number for number in evidence.numbers}
    previous: Number | None = None
    for number in evidence.numbers:
        first = by_id.get(number.same_as or "")
        if first is not None and first is not number:
            yield first, number
        elif (
            previous is not None
            and number.kind == previous.kind == "measure"
            and _is_in_brackets(evidence, previous, number)
        ):
            yield previous, number
        previous = number


def _is_in_brackets(evidence: Evidence, first: Number, second: Number) -> bool:
    """Whether *second* is a measure in brackets directly behind another one of another unit."""
    if not first.kind == second.kind == "measure" or first.unit == second.unit:
        return False
    text = evidence.text
    return text[first.end : second.start] == " (" and text[second.end : second.end + 1] == ")"


def conversion(evidence: Evidence) -> Iterator[Found]:
    """A measure with a conversion that does not fit: "6,000 sq ft (15,540 sq km)".

    Both may be rounded, a word may name several units (tons, gallons), and a few per cent are not counted.
    """
    for first, second in pairs(evidence):
        one, other = of_number(first), of_number(second)
        if (
            one is None
            or other is None
            or first.unit is None
            or second.unit is None
            or not _is_same_rate(first, second)
        ):
            continue
        readings = [*converted(one, first.unit, second.unit), *_at_sea(evidence, first, second, one)]
        if not readings or any(each.meets(other) or _is_near(each, other) for each in readings):
            continue
        right = next(converted(Interval(first.value or 0, first.value or 0), first.unit, second.unit)).low
        yield Found(
            message=f"{first.text} is {shown(right)} {plural(second.unit)}, the text says {second.text}",
            places=[place_of(second), place_of(first)],
            sum=Sum(
                stated=second.value,
                expected=[readings[0].low, readings[0].high],
                unit=second.unit,
                rule=f"{first.unit} to {second.unit}",
            ),
        )


def _is_same_rate(first: Number, second: Number) -> bool:
    """Whether both are per day, or the like; "30,000 tonnes (29,500 tons) a year" is said of one of them."""
    return first.per == second.per or None in (first.per, second.per)


def _at_sea(evidence: Evidence, first: Number, second: Number, value: Interval) -> Iterator[Interval]:
    """The conversion of miles that are nautical, if the words around say so."""
    miles = [number for number in (first, second) if number.unit == "mile"]
    if len(miles) == 1 and _AT_SEA.search(evidence.window(first.start, second.end)):
        units = ["nautical mile" if number.unit == "mile" else number.unit or "" for number in (first, second)]
        yield from converted(value, *units)


def _is_near(one: Interval, other: Interval) -> bool:
    """Whether the middles of the two are at most ``TOLERANCE`` apart."""
    a, b = (one.low + one.high) / 2, (other.low + other.high) / 2
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


class _Rate(NamedTuple):
    """A pair of amounts, with the logarithms between which its rate lies."""

    first: Number
    second: Number
    low: float
    high: float


def currency_rate(evidence: Evidence) -> Iterator[Found]:
    """One of several pairs of the same currencies whose rate is far from the others': "$210m (£110m) … $400m (£300m)".

    Not amounts of two times, and not where small sums are rounded.
    """
    groups: dict[tuple[str, str], list[_Rate]] = defaultdict(list)
    for first, second in pairs(evidence):
        if first.kind == second.kind == "money" and first.unit and second.unit and first.unit != second.unit:
            turned = first.unit > second.unit
            a, b = (second, first) if turned else (first, second)
            one, other = of_number(a), of_number(b)
            if one is None or other is None or one.low <= 0 or other.low <= 0:
                continue
            rate = _Rate(first, second, log(one.low / other.high), log(one.high / other.low))
            groups[min(first.unit, second.unit), max(first.unit, second.unit)].append(rate)
    for rates in groups.values():
        if len(rates) > 1:
            yield from _odd_rates(evidence, rates)


def _odd_rates(evidence: Evidence, rates: list[_Rate]) -> Iterator[Found]:
    middles = sorted((rate.low + rate.high) / 2 for rate in rates)
    usual = middles[len(middles) // 2]
    near = [rate for rate in rates if rate.low - RATES_APART <= usual <= rate.high + RATES_APART]
    if not near or len(near) < len(rates) - 1:
        return
    for rate in rates:
        if rate in near or _is_of_another_time(evidence, rate):
            continue
        other = near[0]
        if other.low - RATES_APART <= rate.high and rate.low - RATES_APART <= other.high:
            continue
        mine, theirs = _rate_words(rate), _rate_words(other)
        yield Found(
            message=f"{rate.first.text} ({rate.second.text}) is {mine}, {other.first.text} ({other.second.text}) is {theirs}",
            places=[place_of(rate.second), place_of(rate.first), place_of(other.second)],
            sum=Sum(
                stated=rate.second.value,
                expected=_expected(rate, other),
                unit=rate.second.unit,
                rule="rate of exchange of the other pair",
            ),
        )


def _is_of_another_time(evidence: Evidence, rate: _Rate) -> bool:
    """Whether the words around a pair set another time than that of the article: "a year earlier", "the loan of 2013"."""
    window = evidence.window(rate.first.start, rate.second.end)
    published = str(evidence.published.year) if evidence.published is not None else ""
    return _OTHER_TIME.search(window) is not None or any(year != published for year in _YEAR.findall(window))


def _rate_words(rate: _Rate) -> str:
    """The rate of a pair in words: "0.53 GBP a USD"."""
    one, other = rate.first.value or 1, rate.second.value or 1
    value, of, to = (
        (other / one, rate.first.unit, rate.second.unit)
        if other >= one
        else (one / other, rate.second.unit, rate.first.unit)
    )
    return f"{shown(value)} {to} a {of}"


def _expected(rate: _Rate, other: _Rate) -> tuple[float, float]:
    """What the second amount of *rate* would be by the *other* rate."""
    by = (other.second.value or 1) / (other.first.value or 1)
    if rate.first.unit != other.first.unit:
        by = 1 / by
    right = (rate.first.value or 0) * by
    return right * (1 - RATES_APART), right * (1 + RATES_APART)
