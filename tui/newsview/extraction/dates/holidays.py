"""Holidays and other named days, and their dates in a given year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import cache

from newsview.model.codec import decode
from newsview.model.data_files import toml

LONGEST = 6
"""Lexemes of the longest name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A row of the table of holidays; exactly one of ``on``, ``nth`` and ``easter`` is set."""

    names: Sequence[str]
    on: str | None = None
    nth: Sequence[int] | None = None
    easter: int | None = None
    plus: int = 0


@dataclass(frozen=True, slots=True)
class _Table:
    """Content of ``data/holidays.toml``."""

    holiday: Sequence[Holiday]


@cache
def holidays() -> Mapping[tuple[str, ...], Holiday]:
    """The rows by name, as lower-case lexemes."""
    rows = decode(_Table, toml(__package__, "holidays")).holiday
    return {tuple(name.split()): row for row in rows for name in row.names}


def holiday_in(name: str, year: int) -> date | None:
    """The day of the holiday *name* (lexemes separated by spaces) in *year*; None outside the calendar."""
    row = holidays().get(tuple(name.split()))
    if row is None or not 1583 <= year < MAXYEAR:
        return None
    return _of(row, year) + timedelta(row.plus)


def _of(row: Holiday, year: int) -> date:
    if row.on is not None:
        return date.fromisoformat(f"{year:04d}-{row.on}")
    if row.nth is not None:
        return nth_weekday(year, *row.nth)
    return easter_sunday(year) + timedelta(row.easter or 0)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The *which*-th ISO weekday of a month; -1 is the last."""
    if which < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous computus (Nature, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * week) // 451
    month, day = divmod(epact + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
