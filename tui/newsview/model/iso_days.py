"""Days of an ISO 8601 value of a number: the first and the last day of a date, month, week, year or range."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-W(\d{2}))?(?:T.*)?")

Days = tuple[date, date]


def days(iso: str | None) -> Days | None:
    """First and last day of *iso*, both included: of ``2022-11``, ``2022-W45``, ``2019/2021``, ``2022-11-11T15:00``.

    None for a span of time (``P3M``), a clock time (``T15:00``), or a value that is not on the calendar.
    """
    first, _, last = (iso or "").partition("/")
    begin = _days(first)
    end = _days(last) if last else begin
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _days(text: str) -> Days | None:
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year = int(match[1])
    try:
        if match[4]:
            return date.fromisocalendar(year, int(match[4]), 1), date.fromisocalendar(year, int(match[4]), 7)
        if match[3]:
            day = date(year, int(match[2]), int(match[3]))
            return day, day
        if match[2]:
            return date(year, int(match[2]), 1), date(year, int(match[2]), monthrange(year, int(match[2]))[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:  # not on the calendar; IllegalMonthError is one
        return None
