"""Calendar periods with their ISO 8601 forms.

Every function returns None for a period that is not on the calendar (30 February, year 10000); none raises.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of each season, by the meteorological calendar of the northern hemisphere."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days *first* to *last*, both included, with ISO form and granularity."""

    first: date
    last: date
    iso: str
    granularity: str


def _iso(day: date) -> str:
    return day.isoformat()


def day(value: date) -> Period:
    """One day: "2022-11-11"."""
    return Period(value, value, _iso(value), "day")


def day_of(year: int, month: int, number: int) -> Period | None:
    """A day by year, month and number; None for 30 February."""
    if not (1 <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]):
        return None
    return day(date(year, month, number))


def shift_days(start: date, days: int) -> date | None:
    """The day *days* later; None beyond the calendar."""
    ordinal = start.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def month(year: int, number: int) -> Period | None:
    """A month: "2022-11"; a *number* outside 1 to 12 continues into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    if not 1 <= year <= MAXYEAR:
        return None
    last = calendar.monthrange(year, number)[1]
    return Period(date(year, number, 1), date(year, number, last), f"{year:04d}-{number:02d}", "month")


def months(year: int, number: int, count: int, granularity: str) -> Period | None:
    """*count* months from the month *number* of *year*: "2020-07/2020-09"."""
    first, last = month(year, number), month(year, number + count - 1)
    return between(first, last, granularity) if first and last else None


def year(number: int) -> Period | None:
    """A year: "2022"."""
    return years(number, 1, "year")


def years(number: int, count: int, granularity: str) -> Period | None:
    """*count* years: "1990/1999"; a single one: "1990"."""
    end = number + count - 1
    if not (1 <= number <= MAXYEAR and 1 <= end <= MAXYEAR):
        return None
    iso = f"{number:04d}" if count == 1 else f"{number:04d}/{end:04d}"
    return Period(date(number, 1, 1), date(end, 12, 31), iso, granularity)


def week(of: date) -> Period | None:
    """The week of *of*, Monday to Sunday: "2022-W45"."""
    iso_year, number, weekday = of.isocalendar()
    first = shift_days(of, 1 - weekday)
    last = shift_days(of, 7 - weekday)
    if first is None or last is None:
        return None
    return Period(first, last, f"{iso_year:04d}-W{number:02d}", "week")


def weekend(of: date) -> Period | None:
    """Saturday and Sunday of the week of *of*."""
    whole = week(of)
    if whole is None:
        return None
    saturday = whole.last - timedelta(1)
    return Period(saturday, whole.last, f"{_iso(saturday)}/{_iso(whole.last)}", "weekend")


def season(number: int, name: str) -> Period | None:
    """A season of the year *number*: "2021-12/2022-02"; a winter begins in December of its year."""
    return months(number, SEASON_START[name], 3, "season")


def part_of_year(number: int, part: str) -> Period | None:
    """The quarter or half "Q3" or "H1" of a calendar year."""
    which = int(part[1]) - 1
    if part[0] == "Q":
        return months(number, 3 * which + 1, 3, "quarter")
    return months(number, 6 * which + 1, 6, "half-year")


def decade(of: int) -> Period | None:
    """The decade of the year *of*: "1990/1999"."""
    return years(of // 10 * 10, 10, "decade")


def century(nth: int) -> Period | None:
    """The *nth* century: the 19th is "1800/1899"."""
    if nth == 1:
        return years(1, 99, "century")
    return years((nth - 1) * 100, 100, "century") if nth > 1 else None


def between(first: Period, last: Period, granularity: str = "range") -> Period | None:
    """From the start of *first* to the end of *last*: "2022-11-07/2022-11-10"; None if the end precedes the start."""
    if last.last < first.first:
        return None
    begin = first.iso.split("/")[0]
    end = last.iso.split("/")[-1]
    return Period(first.first, last.last, begin if begin == end else f"{begin}/{end}", granularity)


def unit_at(anchor: date, unit: str, steps: int) -> Period | None:
    """The day, week, month or year that lies *steps* units after that of *anchor*."""
    if unit in {"day", "week", "weekend", "fortnight"}:
        days = {"day": 1, "fortnight": 14}.get(unit, 7)
        moved = shift_days(anchor, days * steps)
        if moved is None:
            return None
        return {"day": day, "weekend": weekend}.get(unit, week)(moved)
    if unit == "month":
        return month(anchor.year, anchor.month + steps)
    if unit == "quarter":
        number = anchor.year * 4 + (anchor.month - 1) // 3 + steps
        return part_of_year(number // 4, f"Q{number % 4 + 1}")
    if unit == "year":
        return year(anchor.year + steps)
    if unit == "decade":
        return decade(anchor.year + 10 * steps)
    if unit == "century":
        return century(anchor.year // 100 + 1 + steps)
    return None


def moved(anchor: date, unit: str, steps: int) -> date | None:
    """The day *steps* units from *anchor*; the last day of a month without that day."""
    if unit in {"day", "week", "weekend", "fortnight"}:
        return shift_days(anchor, steps * {"day": 1, "fortnight": 14}.get(unit, 7))
    size = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if size is None:
        return None
    target = month(anchor.year, anchor.month + steps * size)
    return target.first.replace(day=min(anchor.day, target.last.day)) if target else None


def of_other_year(period: Period, years: int) -> Period | None:
    """*period*, a year or whole months, *years* years later."""
    first, last = period.first, period.last
    if period.granularity == "year":
        return year(first.year + years)
    count_ = (last.year - first.year) * 12 + last.month - first.month + 1
    if count_ == 1:
        return month(first.year + years, first.month)
    return months(first.year + years, first.month, count_, period.granularity)
