"""Year or week of a date without one, chosen by tense and publication date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from newsview.extraction.dates import periods
from newsview.extraction.dates.meaning import Setting
from newsview.extraction.dates.periods import Period

TENSE_MARGIN_DAYS = 21
"""Days from the publication date within which the nearest year has priority over the tense: "the show runs from 23
January" in an article of 28 January is this January."""


def nearest(of_year: Callable[[int], Period | None], setting: Setting) -> Period | None:
    """The best period among years; ``of_year(2022)`` gives that of 2022. None without an anchor."""
    if setting.year is not None:
        return of_year(setting.year)
    here = setting.published
    if here is None:
        return None
    tense = setting.tense()
    if tense is None and (beside := setting.reference()) is not None and beside.granularity in {"day", "week", "month"}:
        # in a list of dates under one verb, each is near the previous one
        here = beside.first
    choices = [period for year in (here.year - 1, here.year, here.year + 1) if (period := of_year(year)) is not None]
    if not choices:
        return None
    best = min(choices, key=lambda period: _distance(period, here))
    gap = _signed(best, here)
    if abs(gap) <= TENSE_MARGIN_DAYS:
        return best
    if tense == "past" and gap > 0:
        return _last([p for p in choices if p.last <= here]) or best
    if tense == "future" and gap < 0:
        return _first([p for p in choices if p.first >= here]) or best
    return best if tense else min(choices, key=lambda period: _distance_without_tense(period, here))


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


def _distance_without_tense(period: Period, here: date) -> int:
    """Distance without a tense; news is mostly about the past, so the future has double weight."""
    gap = _signed(period, here)
    return 2 * gap if gap > 0 else -gap


def weekday_near(number: int, setting: Setting) -> Period | None:
    """The day of an ISO weekday by tense: the last or the next one, either including the publication date."""
    here = setting.published
    if here is None:
        return None
    back = (here.isoweekday() - number) % 7
    step = (7 - back) % 7 if back and setting.tense() == "future" else -back
    found = periods.shift_days(here, step)
    return periods.day(found) if found else None


def weekday_of_week(number: int, weeks: int, here: date | None) -> Period | None:
    """The ISO weekday in the week *weeks* after that of *here*."""
    if here is None:
        return None
    found = periods.shift_days(here, 7 * weeks + number - here.isoweekday())
    return periods.day(found) if found else None
