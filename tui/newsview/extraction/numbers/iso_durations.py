"""ISO 8601 durations: "three months" is P3M, "half an hour" PT30M, "a decade" P10Y."""

from __future__ import annotations

from fractions import Fraction

_DESIGNATORS = {
    "century": ("", "Y", 100),
    "decade": ("", "Y", 10),
    "year": ("", "Y", 1),
    "month": ("", "M", 1),
    "fortnight": ("", "W", 2),
    "week": ("", "W", 1),
    "day": ("", "D", 1),
    "hour": ("T", "H", 1),
    "minute": ("T", "M", 1),
    "second": ("T", "S", 1),
}
"""{unit: (prefix, designator, factor)}."""
_SMALLER = {
    "year": ("month", 12),
    "week": ("day", 7),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "day": ("hour", 24),
}


def iso_duration(value: Fraction, unit: str) -> str | None:
    """*value* times *unit* in ISO 8601, in the next smaller unit if whole only there; None without a notation."""
    if unit not in _DESIGNATORS or value < 0:
        return None
    if value.denominator > 1 and unit in _SMALLER and (value * _SMALLER[unit][1]).denominator == 1:
        smaller, factor = _SMALLER[unit]
        return iso_duration(value * factor, smaller)
    opens, letter, times = _DESIGNATORS[unit]
    total = value * times
    if total.denominator != 1:
        if 10000 % total.denominator:
            return None
        return f"P{opens}{float(total)}{letter}"
    return f"P{opens}{total.numerator}{letter}"
