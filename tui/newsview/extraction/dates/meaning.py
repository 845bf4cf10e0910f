"""Reading of a date expression, and the setting it depends on: publication date, tense, earlier dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsview.extraction.dates.part_class import Value
from newsview.extraction.dates.periods import Period, of_other_year

Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of an expression. ``period`` is None if the article does not determine it.

    ``anchored``: relative to the publication date or another date. ``yearless``: a month whose year is inferred.
    ``vague``: an unspecified amount ("recent months"). ``iso``: the form of a date for which the calendar has no period.
    """

    period: Period | None
    granularity: str
    anchored: bool = False
    yearless: bool = False
    vague: bool = False
    recurring: str | None = None
    iso: str | None = None


def _none() -> None:
    """No period."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The context of an expression. ``tense`` and ``reference`` are functions, called by few constructions.

    ``reference``: the nearest earlier date in the paragraph, if it is certain. ``year``: the year named before in the
    sentence. ``day_first``: whether the article writes 31/12. ``story``: the last date of a story about the past.
    ``report``: the period on which business news reports; ``compared``: the one with which "a year earlier" compares.
    """

    published: date | None
    tense: Callable[[], Tense | None]
    reference: Callable[[], Period | None]
    year: int | None = None
    day_first: bool | None = None
    story: Period | None = None
    report: Callable[[], Period | None] = _none
    compared: Callable[[], Period | None] = _none


Meaning = Callable[["Parts", Setting], Reading | None]


class Parts:
    """The parts of one match, by class. A part of the wrong type raises ``TypeError``: an error of the table."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values

    def has(self, name: str) -> bool:
        """Whether the match has the part."""
        return name in self._values

    def number(self, name: str) -> int:
        """An integer part: "MONTH", "DAY2"."""
        value = self._values[name]
        if isinstance(value, str):
            raise TypeError(f"{name} is {value!r}, not a number")
        return int(value)

    def amount(self, name: str) -> float:
        """A number that can have a fraction: "COUNT"."""
        value = self._values[name]
        if isinstance(value, str):
            raise TypeError(f"{name} is {value!r}, not a number")
        return float(value)

    def word(self, name: str) -> str:
        """A part that is a word: "UNIT", "SEASON"."""
        return str(self._values[name])

    def year(self) -> int | None:
        """The year, or None."""
        return self.number("YEAR") if self.has("YEAR") else None

    def day(self) -> int | None:
        """The day of the month, in digits or as an ordinal, or None."""
        for name in ("DAY", "NTHDAY"):
            if self.has(name):
                return self.number(name)
        return None


def year_earlier(unit: str, count: float, setting: Setting) -> Reading | None:
    """The period of a report one year earlier, if the year is the distance of a comparison: "up from $4 a year ago"."""
    found = setting.compared() if unit == "year" and count == 1 else None
    if found is None:
        return None
    return anchored(of_other_year(found, -1), found.granularity)


def certain(period: Period | None, granularity: str) -> Reading | None:
    """A reading without an anchor; None for a date that is not on the calendar."""
    return Reading(period, granularity) if period is not None else None


def anchored(period: Period | None, granularity: str, *, vague: bool = False) -> Reading:
    """A reading relative to another date; without a period if that date is unknown."""
    return Reading(period, granularity, anchored=True, vague=vague)
