"""Intervals: the values that a rounded figure may stand for, and arithmetic on them.

Two figures contradict each other only if their intervals do not meet.
"""

from __future__ import annotations

import re
from math import inf
from typing import Final, NamedTuple

from newsview.model.facts import Number

MOST_ROUNDED: Final = 0.04
"""Greatest share of a whole number that its zeros are taken for rounding: 500 is 480 to 520."""
OPEN: Final = 0.12
"""How far "more than" and "almost" reach, as a share of the figure."""
COUNTED_OUT: Final = 20
"""Whole numbers up to this are taken for exact counts, whatever they end in."""

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")


class Interval(NamedTuple):
    """All values from ``low`` to ``high``, both included."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def wider(self, share: float) -> Interval:
        """The interval with both ends moved outwards by *share* of themselves."""
        return Interval(self.low - abs(self.low) * share, self.high + abs(self.high) * share)

    def times(self, factor: float, offset: float = 0.0) -> Interval:
        """Every value times *factor* plus *offset*."""
        ends = (self.low * factor + offset, self.high * factor + offset)
        return Interval(min(ends), max(ends))

    def plus(self, other: Interval) -> Interval:
        """The sums of a value of each."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """The differences of a value of each."""
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: Interval) -> Interval:
        """The quotients of a value of each; *other* is positive."""
        if other.low <= 0:
            return Interval(-inf, inf)
        ends = [a / b for a in self for b in other]
        return Interval(min(ends), max(ends))


def rounding(figure: float, decimals: int) -> float:
    """Half a unit of the last digit that counts in *figure*, which is written with so many *decimals*.

    The zeros that a whole number ends in are taken for rounding, a final five for rounding to fives; both at most
    ``MOST_ROUNDED`` of the figure: 3.9 is half of 0.1, 1,200 is 48, 12 is 0.5, 45 is 1.8.
    """
    if decimals:
        return 0.5 * 10.0**-decimals
    whole = abs(int(figure))
    if whole <= COUNTED_OUT:
        return 0.5
    unit = 1
    while whole % (unit * 10) == 0:
        unit *= 10
    half = 2.5 * unit if whole // unit % 10 == 5 else 0.5 * unit
    return max(0.5, min(half, MOST_ROUNDED * whole))


def of_number(number: Number) -> Interval | None:
    """What *number* may stand for by its last digit and its modifier; None without a value."""
    if number.value is None:
        return None
    low, high = number.value, number.value if number.value_max is None else number.value_max
    if number.vague:
        return Interval(low, high)
    half = _half(number, low)
    if number.modifier == "~":
        half *= 2
    found = Interval(min(low, high) - half, max(low, high) + half)
    if number.modifier in (">", ">="):
        return Interval(found.low, found.high + OPEN * abs(high))
    if number.modifier in ("<", "<="):
        return Interval(found.low - OPEN * abs(low), found.high)
    return found


def _half(number: Number, value: float) -> float:
    """Half a unit of the last digit of *number*, in the unit of its value: 50,000 for "$3.9 million"."""
    match = _FIGURE.search(number.text)
    if match is None:
        return rounding(value, 0) if value == int(value) else abs(value) * MOST_ROUNDED
    figure = float(match[0].replace(",", ""))
    decimals = len(match[0].partition(".")[2])
    scale = abs(value) / figure if figure else 1.0
    return rounding(figure, decimals) * scale


def shown(value: float) -> str:
    """*value* as a newspaper writes it, with three or four digits: 12,300, 3.94, 743."""
    size = abs(value)
    for scale, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if size >= scale:
            return f"{value / scale:.4g}{word}"
    if size >= 1000:
        digits = max(0, len(str(int(size))) - 4)
        return f"{round(value, -digits):,.0f}"
    return f"{value:.3g}" if size < 100 else f"{value:.0f}"
