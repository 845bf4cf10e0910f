"""Year or week of a date without one, chosen by tense and publication date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from newsview.extraction.dates import periods
from newsview.extraction.dates.meaning import Setting
from newsview.extraction.dates.periods import Period

DAYS_OF_GRACE = 21
"""A tense is believed over the nearest year only if that one lies at least so many days on the wrong side: "the show
runs from 23 January" in an article of the 28th means this January."""


def nearest(of_year: Callable[[int], Period | None], setting: Setting) -> Period | None:
    """The period of the year that fits: ``of_year(2022)`` gives that of 2022. None without an anchor."""
    if setting.year is not None:
        return of_year(setting.year)
    here = setting.published
    if here is None:
        return None
    tense = setting.tense()
    if tense is None and (beside := setting.reference()) is not None and beside.granularity in {"day", "week", "month"}:
        # of a list of dates under one verb, the next is near the one before
        here = beside.first
    choices = [period for year in (here.year - 1, here.year, here.year + 1) if (period := of_year(year)) is not None]
    if not choices:
        return None
    best = min(choices, key=lambda period: _distance(period, here))
    gap = _signed(best, here)
    if abs(gap) <= DAYS_OF_GRACE:
        return best
    if tense == "past" and gap > 0:
        return _last([p for p in choices if p.last <= here]) or best
    if tense == "future" and gap < 0:
        return _first([p for p in choices if p.first >= here]) or best
    return best if tense else min(choices, key=lambda period: _looking_back(period, here))


def _first(choices: list[Period]) -> Period | None:
    return choices[0] if choices else None


def _last(choices: list[Period]) -> Period | None:
    return choices[-1] if choices else None


def _signed(period: Period, here: date) -> int:
    """Days from *here* to the period: negative in the past, 0 inside."""
    if period.first <= here <= period.last:
        return 0
    return (period.first - here).days if period.first > here else (period.last - here).days


def _distance(period: Period, here: date) -> int:
    return abs(_signed(period, here))


def _looking_back(period: Period, here: date) -> int:
    """Distance for a reader who does not know the tense: news tells of the past, so what is to come counts double."""
    gap = _signed(period, here)
    return 2 * gap if gap > 0 else -gap


def weekday_near(number: int, setting: Setting) -> Period | None:
    """The day of that ISO weekday by tense: the last one, today included, or the next one, today included."""
    here = setting.published
    if here is None:
        return None
    back = (here.isoweekday() - number) % 7
    step = (7 - back) % 7 if back and setting.tense() == "future" else -back
    found = periods.shift_days(here, step)
    return periods.day(found) if found else None


def weekday_of_week(number: int, weeks: int, here: date | None) -> Period | None:
    """The day of that ISO weekday in the week *weeks* after that of *here*."""
    if here is None:
        return None
    found = periods.shift_days(here, 7 * weeks + number - here.isoweekday())
    return periods.day(found) if found else None
