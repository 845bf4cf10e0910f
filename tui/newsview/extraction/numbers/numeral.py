"""Numeral: value and extent of a number before its unit is read; conversion of exact values to JSON numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

LONGEST = 300
"""Digits of the longest numeral read; the range of a float is about 308 digits."""


class Numeral(NamedTuple):
    """Pieces from *first* to before *end* and their exact value; *high* is the upper end of a vague numeral.

    *scale* is the factor of its magnitude (a million in "8 million"), 1 without one.
    """

    first: int
    end: int
    value: Fraction
    high: Fraction | None = None
    scale: Fraction = Fraction(1)
    spelled: bool = False


def json_number(value: Fraction) -> int | float | None:
    """*value* as an int if whole and of at most 64 bits, else as the nearest float; None beyond the range of floats."""
    if value.denominator == 1 and -(2**63) <= value.numerator < 2**63:
        return value.numerator
    try:
        return float(value)
    except OverflowError:
        return None
