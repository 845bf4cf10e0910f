"""Clock times restated in UTC: "at 1:52 a.m. local time (1852 GMT on Friday)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsview.extraction.dates import periods
from newsview.extraction.dates.date_expression import Dated
from newsview.extraction.dates.lexemes import Lexemes

DAY = 24 * 60
"""Minutes per day."""
WESTMOST, EASTMOST = -12 * 60, 14 * 60
"""Smallest and largest offset from UTC, in minutes."""


def with_day_from_utc(lex: Lexemes, here: Dated, there: Dated) -> Dated | None:
    """*here*, a time alone, with day and offset computed from *there*, the same moment in brackets with zone and day.

    The day is the only one for which the difference of the two times is a possible offset; None if there are two.
    """
    if here.clock is None or there.clock is None or there.reading is None or there.period is None:
        return None
    if there.clock.offset is None or here.clock.offset is not None or here.clock.half_day or there.clock.half_day:
        return None
    if lex.low[here.end] != "(" or here.end + 1 != there.start:
        return None
    apart = here.clock.minutes - (there.clock.minutes - there.clock.offset)
    shifts = [days for days in (-1, 0, 1) if WESTMOST <= apart + days * DAY <= EASTMOST]
    if len(shifts) != 1:
        return None
    day = periods.shift_days(there.period.first, shifts[0])
    if day is None:
        return None
    clock = replace(here.clock, offset=apart + shifts[0] * DAY)
    reading = replace(there.reading, period=periods.day(day))
    return replace(here, clock=clock, reading=reading, rules=(*here.rules, with_day_from_utc))


def with_week_of_previous(lex: Lexemes, dates: Sequence[Dated]) -> list[Dated]:
    """*dates* with a weekday in brackets in the week of the date before: "8 p.m. on Sunday (0100 GMT Monday)"."""
    found = list(dates[:1])
    for _, second in pairwise(dates):
        found.append(_near(lex, found[-1], second))
    return found


def _near(lex: Lexemes, first: Dated, second: Dated) -> Dated:
    if second.start != first.end + 1 or lex.low[first.end] != "(" or first.clock is None or second.clock is None:
        return second
    if first.period is None or second.period is None or second.reading is None or not second.reading.anchored:
        return second
    weeks = round((second.period.first - first.period.first).days / 7)
    day = periods.shift_days(second.period.first, -7 * weeks) if weeks else None
    return second if day is None else replace(second, reading=replace(second.reading, period=periods.day(day)))
