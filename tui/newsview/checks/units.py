"""Sizes of units of measurement, and figures converted from one into another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from newsview.checks.intervals import Interval
from newsview.model.data_files import rows


class Size(NamedTuple):
    """A unit's dimension and its sizes in that dimension: several where a word names several units."""

    dimension: str
    sizes: tuple[float, ...]


SIZES: Final[Mapping[str, Size]] = {
    name: Size(dimension, tuple(map(float, sizes.split())))
    for name, dimension, sizes in rows("newsview.checks", "units", columns=3)
}

_CELSIUS, _FAHRENHEIT = "degree Celsius", "degree Fahrenheit"
_TEMPERATURES: Final[Mapping[tuple[str, str], tuple[tuple[float, float], ...]]] = {
    (_CELSIUS, _FAHRENHEIT): ((1.8, 32.0), (1.8, 0.0)),
    (_FAHRENHEIT, _CELSIUS): ((1 / 1.8, -32 / 1.8), (1 / 1.8, 0.0)),
}
"""Factor and offset of a temperature, and of a difference of temperatures."""


def converted(value: Interval, unit: str, into: str) -> Iterator[Interval]:
    """*value* of *unit* in the unit *into*, once for each reading of the two; nothing if they measure different things."""
    for factor, offset in _TEMPERATURES.get((unit, into), ()):
        yield value.times(factor, offset)
    one, other = SIZES.get(unit), SIZES.get(into)
    if one is not None and other is not None and one.dimension == other.dimension:
        yield from (value.times(size / target) for size in one.sizes for target in other.sizes)


_IRREGULAR: Final = {"foot": "feet", "inch": "inches"}


def plural(unit: str) -> str:
    """The plural of a unit's name: "square feet", "miles per hour", "degrees Celsius"."""
    counted, per, rate = unit.partition(" per ")
    words = counted.split(" ")
    index = 0 if words[0] == "degree" else -1
    words[index] = _IRREGULAR.get(words[index], f"{words[index]}s")
    return f"{' '.join(words)}{per}{rate}"
