"""Reading of a date expression, and the setting it depends on: publication date, tense, earlier dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsview.extraction.dates.part_class import Value
from newsview.extraction.dates.periods import Period

Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of an expression. ``period`` is None where nothing in the article fixes it.

    ``anchored``: does it count on from the article's day or another date? ``yearless``: it has a month, but its year
    comes from elsewhere. ``vague``: "recent months".
    """

    period: Period | None
    granularity: str
    anchored: bool = False
    yearless: bool = False
    vague: bool = False
    recurring: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around an expression. ``tense`` and ``reference`` are asked only when a construction needs them.

    ``reference``: the nearest date before it in the same paragraph, if it is certain. ``year``: the year that the
    sentence has already named. ``day_first``: does the article write 31/12?
    """

    published: date | None
    tense: Callable[[], Tense | None]
    reference: Callable[[], Period | None]
    year: int | None = None
    day_first: bool | None = None


Meaning = Callable[["Parts", Setting], Reading | None]


class Parts:
    """The parts of one match, by class. Asking for a part as what it is not is an error of the table."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values

    def has(self, name: str) -> bool:
        """Was the part read?"""
        return name in self._values

    def number(self, name: str) -> int:
        """A whole number: "MONTH", "DAY2"."""
        value = self._values[name]
        if isinstance(value, str):
            raise TypeError(f"{name} is {value!r}, not a number")
        return int(value)

    def amount(self, name: str) -> float:
        """A number that may be broken: "COUNT"."""
        value = self._values[name]
        if isinstance(value, str):
            raise TypeError(f"{name} is {value!r}, not a number")
        return float(value)

    def word(self, name: str) -> str:
        """A word: "UNIT", "SEASON"."""
        return str(self._values[name])

    def year(self) -> int | None:
        """The year, if there is one."""
        return self.number("YEAR") if self.has("YEAR") else None

    def day(self) -> int | None:
        """The day of the month, in digits or as an ordinal."""
        for name in ("DAY", "NTHDAY"):
            if self.has(name):
                return self.number(name)
        return None


def certain(period: Period | None, granularity: str) -> Reading | None:
    """A reading that needs no anchor; None if the calendar has no such day."""
    return Reading(period, granularity) if period is not None else None


def anchored(period: Period | None, granularity: str, *, vague: bool = False) -> Reading:
    """A reading that counts on from another day; without a period where that day is not known."""
    return Reading(period, granularity, anchored=True, vague=vague)
