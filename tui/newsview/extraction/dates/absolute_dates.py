"""Meanings of calendar dates with or without a year: days, months, seasons, quarters, holidays."""

from __future__ import annotations

from collections.abc import Callable

from newsview.extraction.dates import periods
from newsview.extraction.dates.digit_parts import full_year
from newsview.extraction.dates.holidays import holiday_in
from newsview.extraction.dates.meaning import Meaning, Parts, Reading, Setting, anchored, certain
from newsview.extraction.dates.periods import Period
from newsview.extraction.dates.yearless_dates import nearest


def iso_date(parts: Parts, setting: Setting) -> Reading | None:
    """ISO date: "2022-11-11"."""
    return certain(periods.day_of(parts.number("YEAR"), parts.number("D2"), parts.number("D22")), "day")


def numeric_date(parts: Parts, setting: Setting) -> Reading | None:
    """Numeric date: "25/11/2022"; day and month by value, else by the article's other dates or its own, else open."""
    one, two = parts.number("D1"), parts.number("D12")
    year = parts.number("D4") if parts.has("D4") else full_year(parts.number("D2"))
    if not parts.has("D4") and setting.published is not None and year > setting.published.year + 10:
        year -= 100
    day_first = periods.day_of(year, two, one)
    month_first = periods.day_of(year, one, two)
    if day_first is None or month_first is None or day_first == month_first:
        return certain(day_first or month_first, "day")
    if setting.day_first is not None:
        return certain(day_first if setting.day_first else month_first, "day")
    for choice in (day_first, month_first):
        if setting.published == choice.first:
            return certain(choice, "day")
    return Reading(None, "day")


def calendar_day(parts: Parts, setting: Setting) -> Reading | None:
    """Day with month and year: "11 November 2022"."""
    return certain(periods.day_of(parts.number("YEAR"), parts.number("MONTH"), parts.day() or 0), "day")


def calendar_month(parts: Parts, setting: Setting) -> Reading | None:
    """Month with year: "November 2022", "2022-11"; not the winter "2001-02"."""
    number = parts.number("MONTH") if parts.has("MONTH") else parts.number("D2")
    if not parts.has("MONTH") and number == parts.number("YEAR") % 100 + 1:
        # "2001-02" is a winter, not a month
        return None
    return certain(periods.month(parts.number("YEAR"), number) if 1 <= number <= 12 else None, "month")


def calendar_year(parts: Parts, setting: Setting) -> Reading | None:
    """Year: "2012"."""
    return certain(periods.year(parts.number("YEAR")), "year")


def event_day(parts: Parts, setting: Setting) -> Reading | None:
    """Event as a date: "9/11" for the attacks of 2001; not other days in that form."""
    known = parts.number("D1") == 9 and parts.number("D12") == 11
    return certain(periods.day_of(2001, 9, 11), "day") if known else None


def yearless_day(parts: Parts, setting: Setting) -> Reading | None:
    """Day and month without a year: "Nov. 11"; a weekday in it ("Friday, Nov. 11") is evidence for the year."""
    month, day = parts.number("MONTH"), parts.day() or 0
    if periods.day_of(2000, month, day) is None:
        return None
    if parts.has("ON") and setting.published is not None and setting.year is None:
        near = sorted(range(-1, 2), key=abs)
        for step in near:
            found = periods.day_of(setting.published.year + step, month, day)
            if found is not None and found.first.isoweekday() == parts.number("ON"):
                return Reading(found, "day", anchored=True, yearless=True)
    found = nearest(lambda year: periods.day_of(year, month, day), setting)
    return Reading(found, "day", anchored=True, yearless=True)


def weekday_and_day(parts: Parts, setting: Setting) -> Reading | None:
    """Weekday with a day: "Friday the 13th"; the nearest matching month."""
    here, best = setting.published, None
    for step in sorted(range(-12, 13), key=abs) if here else ():
        month = periods.month(here.year, here.month + step) if here else None
        found = periods.day_of(month.first.year, month.first.month, parts.day() or 0) if month else None
        if found is not None and found.first.isoweekday() == parts.number("WEEKDAY"):
            best = found
            break
    return anchored(best, "day")


def yearless_month(parts: Parts, setting: Setting) -> Reading | None:
    """Month without a year: "in July"."""
    number = parts.number("MONTH")
    found = nearest(lambda year: periods.month(year, number), setting)
    return Reading(found, "month", anchored=True, yearless=True)


def season(parts: Parts, setting: Setting) -> Reading | None:
    """Season without a year: "in the spring"."""
    name = parts.word("SEASON")
    found = nearest(lambda year: periods.season(year, name), setting)
    return Reading(found, "season", anchored=True, yearless=True)


def season_of_year(parts: Parts, setting: Setting) -> Reading | None:
    """Season with a year: "spring 2021"."""
    return certain(periods.season(parts.number("YEAR"), parts.word("SEASON")), "season")


def winter_of_years(parts: Parts, setting: Setting) -> Reading | None:
    """Winter of two years: "winter 2019-20"."""
    return certain(periods.season(parts.number("YEAR"), "winter"), "season")


def part_of_year(parts: Parts, setting: Setting) -> Reading | None:
    """Quarter or half of a year: "Q3 2020", "the first half of 2021", "Q3FY24"."""
    if parts.has("FISCAL"):
        return part_reading(parts, None, counted=False)
    found = periods.part_of_year(parts.number("YEAR"), parts.word("QUARTER"))
    return part_reading(parts, found, counted=False)


def part_of_some_year(parts: Parts, setting: Setting) -> Reading | None:
    """Quarter or half without a year: "the third quarter"; the year by tense."""
    part = parts.word("QUARTER")
    return part_reading(parts, _ended(lambda year: periods.part_of_year(year, part), setting), counted=True)


def _ended(of_year: Callable[[int], Period | None], setting: Setting) -> Period | None:
    """A part of a year by tense; in the past tense not one that still runs: "sales fell in the fourth quarter"."""
    found, here = nearest(of_year, setting), setting.published
    if found is None or here is None or setting.year is not None or not found.first <= here <= found.last:
        return found
    return of_year(found.last.year - 1) if setting.tense() == "past" else found


def part_reading(parts: Parts, found: Period | None, *, counted: bool) -> Reading:
    """Reading of a quarter or half; without a period in a fiscal year, whose start is unknown."""
    granularity = "quarter" if parts.word("QUARTER")[0] == "Q" else "half-year"
    if parts.has("FISCAL"):
        return Reading(None, f"fiscal-{granularity}", anchored=counted)
    return Reading(found, granularity, anchored=counted, yearless=counted and not parts.has("DEIXIS"))


def month_quarter(parts: Parts, setting: Setting) -> Reading | None:
    """Quarter by its last month: "the December quarter", "the March quarter of 2024"."""
    number = parts.number("MONTH")

    def of_year(year: int) -> Period | None:
        """The three months up to the month in *year*."""
        return periods.months(year, number - 2, 3, "quarter")

    year = parts.year()
    if year is not None:
        return certain(of_year(year), "quarter")
    return Reading(_ended(of_year, setting), "quarter", anchored=True, yearless=True)


def decade(parts: Parts, setting: Setting) -> Reading | None:
    """Decade: "the 1990s", "the '90s", "the nineties"; "the 1700s" is a century."""
    short = parts.number("DECADE") if parts.has("DECADE") else parts.number("DECADEYEAR")
    if short % 100 == 0 and 1000 <= short < 2000:
        return certain(periods.century(short // 100 + 1), "century")
    return certain(periods.decade(short if short >= 100 else 1900 + short), "decade")


def century(parts: Parts, setting: Setting) -> Reading | None:
    """Century: "the 19th century" is 1800 to 1899."""
    return certain(periods.century(parts.number("NTH")), "century") if parts.number("NTH") > 0 else None


def fiscal_year(parts: Parts, setting: Setting) -> Reading | None:
    """Fiscal year, named by the year of its end: "FY2021"."""
    if parts.has("YEAR"):
        number = parts.number("YEAR")
    else:
        number = parts.number("D4") if parts.has("D4") else full_year(parts.number("D2"))
    found = periods.years(number, 1, "fiscal-year")
    return certain(found, "fiscal-year")


def year_span(parts: Parts, setting: Setting) -> Reading | None:
    """Range of years: "2019-2021", "2019-21"."""
    return _years(parts, "range")


def fiscal_years(parts: Parts, setting: Setting) -> Reading | None:
    """Fiscal year with two years: "the 2021-22 financial year"."""
    return _years(parts, "fiscal-year")


def _years(parts: Parts, granularity: str) -> Reading | None:
    first = parts.year() or full_year(parts.number("D2"))
    if parts.has("YEAR2"):
        last = parts.number("YEAR2")
    else:
        short = parts.number("D22" if parts.has("D22") else "D2")
        last = first // 100 * 100 + short
        last += 100 if last < first and first % 100 == 99 else 0
    if last <= first:
        return None
    return certain(periods.years(first, last - first + 1, granularity), granularity)


def day_span(parts: Parts, setting: Setting) -> Reading | None:
    """Range of days in a month: "March 3-5", "March 3-5, 2020"."""
    month, first, last = parts.number("MONTH"), parts.number("DAY"), parts.number("DAY2")
    if last <= first or periods.day_of(2000, month, last) is None:
        return None
    year = parts.year()
    if year is not None:
        return certain(_days(year, month, first, last), "range")
    found = nearest(lambda each: _days(each, month, first, last), setting)
    return Reading(found, "range", anchored=True, yearless=True)


def two_days(parts: Parts, setting: Setting) -> Reading | None:
    """Two days of a month: "Nov. 8 and 9"; not "Nov. 8 and 10"."""
    return day_span(parts, setting) if parts.number("DAY2") == parts.number("DAY") + 1 else None


def _days(year: int, month: int, first: int, last: int) -> Period | None:
    begin, end = periods.day_of(year, month, first), periods.day_of(year, month, last)
    return periods.between(begin, end) if begin and end else None


def holiday_of_year(parts: Parts, setting: Setting) -> Reading | None:
    """Holiday with a year: "Christmas 2019"."""
    found = holiday_in(parts.word("HOLIDAY"), parts.number("YEAR"))
    return certain(periods.day(found) if found else None, "day")


def holiday(parts: Parts, setting: Setting) -> Reading | None:
    """Holiday without a year: "on Christmas Eve"."""
    found = nearest(lambda year: holiday_period(parts.word("HOLIDAY"), year), setting)
    return Reading(found, "day", anchored=True, yearless=True)


def holiday_period(name: str, year: int) -> Period | None:
    """The day of a holiday as a period."""
    found = holiday_in(name, year)
    return periods.day(found) if found else None


MEANINGS: dict[str, Meaning] = {
    each.__name__: each
    for each in (
        iso_date,
        numeric_date,
        calendar_day,
        calendar_month,
        calendar_year,
        event_day,
        yearless_day,
        weekday_and_day,
        yearless_month,
        season,
        season_of_year,
        winter_of_years,
        part_of_year,
        part_of_some_year,
        month_quarter,
        decade,
        century,
        fiscal_year,
        year_span,
        fiscal_years,
        day_span,
        two_days,
        holiday_of_year,
        holiday,
    )
}
