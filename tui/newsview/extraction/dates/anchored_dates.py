"""Meanings of dates relative to another date: three years earlier, the following day, the end of May, every Monday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from newsview.extraction.dates import periods
from newsview.extraction.dates.count_parts import VAGUE
from newsview.extraction.dates.lexicon import EDGES
from newsview.extraction.dates.meaning import Meaning, Parts, Reading, Setting, anchored, certain, year_earlier
from newsview.extraction.dates.periods import Period
from newsview.extraction.dates.relative_dates import CLOCK_UNITS, STEPS, of_deictic_year, shifted
from newsview.extraction.dates.yearless_dates import nearest

FINENESS = {
    "day": 0,
    "week": 1,
    "weekend": 1,
    "fortnight": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "year": 4,
    "decade": 5,
    "century": 6,
}
"""Rank of units and granularities from fine to coarse; the anchor of "the following day" must be a day."""


def _fine_enough(reference: Period | None, unit: str) -> date | None:
    """The anchor day, if *reference* is at least as fine as *unit*."""
    if reference is None or unit not in FINENESS:
        return None
    return reference.first if FINENESS.get(reference.granularity, 9) <= FINENESS[unit] else None


def distance(parts: Parts, behind: Reading) -> Reading | None:
    """Distance from a date: "two weeks before May 13", "the day after Christmas"; as fine as the date *behind*."""
    unit = parts.word("UNIT")
    way = parts.word("WAY") if parts.has("WAY") else "after"
    count = parts.amount("COUNT") if parts.has("COUNT") else 1.0
    if way not in EDGES.after_or_earlier or unit in CLOCK_UNITS or count == VAGUE or count != int(count):
        return None
    if FINENESS.get(behind.granularity, 9) > FINENESS[unit]:
        return None
    start = behind.period.first if behind.period else None
    moved = periods.moved(start, unit, int(count) if way == "after" else -int(count)) if start else None
    fine = "month" if behind.granularity == "season" else behind.granularity
    return replace(behind, period=periods.unit_at(moved, fine, 0) if moved else None, yearless=False)


def later(parts: Parts, setting: Setting) -> Reading | None:
    """Distance from the previous date: "three years earlier", "two days later"."""
    unit, count = parts.word("UNIT"), parts.amount("COUNT")
    if unit in CLOCK_UNITS or parts.word("WAY") not in EDGES.after_or_earlier:
        return None
    if count == VAGUE:
        return anchored(None, unit, vague=True)
    sign = -1 if parts.word("WAY") == "earlier" else 1
    if sign < 0 and (compared := year_earlier(unit, count, setting)) is not None:
        return compared
    start = _fine_enough(setting.reference(), unit)
    return anchored(shifted(start, unit, sign * count), unit)


def unit_before(parts: Parts, setting: Setting) -> Reading | None:
    """Unit beside the previous date: "the year before", "the day after"."""
    unit = parts.word("UNIT")
    if unit in CLOCK_UNITS:
        return None
    way = {"after": 1.0, "earlier": -1.0}.get(parts.word("WAY"))
    if way is None:
        return None
    if way < 0 and (compared := year_earlier(unit, 1, setting)) is not None:
        return compared
    return anchored(shifted(_fine_enough(setting.reference(), unit), unit, way), unit)


def neighbour_weekday(parts: Parts, setting: Setting) -> Reading | None:
    """Weekday relative to the previous date: "the following Monday", "that Friday", "the next Monday"."""
    way = parts.word("WAY") if parts.has("WAY") else "following"
    start = _fine_enough(setting.reference(), "day")
    if way not in EDGES.beside:
        return None
    if start is None:
        return anchored(None, "day")
    step = (parts.number("WEEKDAY") - start.isoweekday() - 1) % 7 + 1
    found = periods.shift_days(start, step if way != "previous" else step - 7 - 7 * (step == 7))
    return anchored(periods.day(found) if found else None, "day")


def neighbour_season(parts: Parts, setting: Setting) -> Reading | None:
    """Season or month relative to the previous date: "that fall", "the following spring", "the following March"."""
    way = parts.word("WAY") if parts.has("WAY") else "same"
    granularity = "season" if parts.has("SEASON") else "month"
    reference = setting.reference()
    if way not in EDGES.same_or_next:
        return None
    if reference is None or FINENESS.get(reference.granularity, 9) > FINENESS["year"]:
        return anchored(None, granularity)
    here = reference.first
    found = _named(parts, here.year)
    if way != "same" and (found is None or found.first <= reference.last):
        found = _named(parts, here.year + 1)
    return anchored(found, granularity)


def month_of_that_year(parts: Parts, setting: Setting) -> Reading | None:
    """Day, month or season in the year of the previous date: "August of that year", "5 May of the following year"."""
    way = parts.word("WAY") if parts.has("WAY") else "same"
    step = {"following": 1, "next": 1, "previous": -1, "same": 0}.get(way)
    granularity = "day" if parts.has("DAY") else "season" if parts.has("SEASON") else "month"
    if step is None:
        return None
    start = _fine_enough(setting.reference(), "year")
    if start is None:
        return anchored(None, granularity)
    if parts.has("DAY"):
        return anchored(periods.day_of(start.year + step, parts.number("MONTH"), parts.number("DAY")), "day")
    return anchored(_named(parts, start.year + step), granularity)


def _named(parts: Parts, year: int) -> Period | None:
    """The season or month in *year*."""
    if parts.has("SEASON"):
        return periods.season(year, parts.word("SEASON"))
    return periods.month(year, parts.number("MONTH"))


def first_units(parts: Parts, setting: Setting) -> Reading | None:
    """First or last units of a year: "the first nine months of 2022", "the last three weeks of the year"."""
    unit, count = parts.word("UNIT"), parts.amount("COUNT")
    if unit not in {"month", "week", "day"} or count != int(count) or count < 1:
        return None
    here = setting.published
    steps = STEPS[parts.word("DEIXIS")] if parts.has("DEIXIS") else 0
    year = parts.year() or (here.year + steps if here else None)
    whole = periods.year(year) if year else None
    return Reading(_end_units(whole, unit, int(count), parts.has("NTH")), "range", anchored=not parts.has("YEAR"))


def _end_units(whole: Period | None, unit: str, count: int, first: bool) -> Period | None:
    """The first or last *count* units of the year *whole*."""
    if whole is None:
        return None
    near = periods.unit_at(whole.first if first else whole.last, unit, 0)
    far = periods.unit_at(whole.first if first else whole.last, unit, count - 1 if first else 1 - count)
    if near is None or far is None:
        return None
    return periods.between(near, far) if first else periods.between(far, near)


def neighbour_unit(parts: Parts, setting: Setting) -> Reading | None:
    """Unit relative to the previous date: "the following day", "that year", "the same month"."""
    unit = parts.word("UNIT")
    if unit in CLOCK_UNITS:
        return None
    way = parts.word("WAY") if parts.has("WAY") else "same"
    steps = {"following": 1, "next": 1, "previous": -1, "same": 0}.get(way)
    if steps is None:
        return None
    return anchored(shifted(_fine_enough(setting.reference(), unit), unit, float(steps)), unit)


def same_unit_of_year(parts: Parts, setting: Setting) -> Reading | None:
    """Unit of the previous date in another year: "the same quarter of 2019", "the same month last year"."""
    unit, here, reference = parts.word("UNIT"), setting.published, setting.reference()
    if unit not in {"quarter", "month", "day"}:
        return None
    year = parts.year() or (here.year + STEPS[parts.word("DEIXIS")] if here else None)
    if year is None or reference is None or reference.granularity != unit:
        return None  # only the year is certain
    first = reference.first
    found = {
        "quarter": lambda: periods.part_of_year(year, f"Q{(first.month + 2) // 3}"),
        "month": lambda: periods.month(year, first.month),
        "day": lambda: periods.day_of(year, first.month, first.day),
    }[unit]()
    return Reading(found, unit, anchored=True)


def edge_of_unit(parts: Parts, setting: Setting) -> Reading | None:
    """Edge of a unit, with the width of the unit: "the start of next month".

    The end of one that runs now is a term, its last day: "by the end of the year"; of one in a story it is not.
    """
    unit = parts.word("UNIT")
    if unit in CLOCK_UNITS or unit == "day":
        return None
    if parts.has("DEIXIS") or setting.story is None:
        steps = STEPS[parts.word("DEIXIS")] if parts.has("DEIXIS") else 0
        whole = periods.unit_at(setting.published, unit, steps) if setting.published else None
    else:
        start = _fine_enough(setting.story, unit)
        whole = periods.unit_at(start, unit, 0) if start else None
    if parts.word("EDGE") in EDGES.late and (setting.story is None or parts.has("DEIXIS")):
        return Reading(periods.day(whole.last) if whole else None, "day", anchored=True)
    return _edge(whole, parts.word("EDGE"), unit, True)


def edge_of_date(parts: Parts, setting: Setting) -> Reading | None:
    """Edge of a date, with its width: "the end of 2021", "the end of May", "the start of May last year"."""
    edge, year = parts.word("EDGE"), parts.year()
    if parts.has("DEIXIS"):
        found = of_deictic_year(parts, setting)
        return None if found is None else _edge(found.period, edge, "month", True)
    if not parts.has("MONTH"):
        return _edge(periods.year(year) if year else None, edge, "year", False)
    number = parts.number("MONTH")
    if year is not None:
        return _edge(periods.month(year, number), edge, "month", False)
    return _edge(nearest(lambda each: periods.month(each, number), setting), edge, "month", True)


def _edge(whole: Period | None, edge: str, unit: str, counted: bool) -> Reading:
    if edge == "turn":
        # two readings, no evidence for either
        return Reading(None, unit, anchored=counted)
    return Reading(whole, unit, anchored=counted)


def week_of_day(parts: Parts, setting: Setting) -> Reading | None:
    """Week of a day: "the week of April 10"."""
    month, day, year = parts.number("MONTH"), parts.day() or 0, parts.year()
    if year is not None:
        found = periods.day_of(year, month, day)
        return certain(periods.week(found.first) if found else None, "week")
    near = nearest(lambda each: periods.day_of(each, month, day), setting)
    return anchored(periods.week(near.first) if near else None, "week")


def week_of_month(parts: Parts, setting: Setting) -> Reading | None:
    """Week of a month: "the first week of January 2015", the week of its first Thursday as in ISO 8601."""
    nth = parts.number("NTH") if parts.has("NTH") else -1
    year = parts.year()
    if not parts.has("MONTH"):
        return certain(_nth_week(periods.year(year or 0), nth), "week")
    month = parts.number("MONTH")
    if year is not None:
        return certain(_nth_week(periods.month(year, month), nth), "week")
    return anchored(_nth_week(nearest(lambda each: periods.month(each, month), setting), nth), "week")


def _nth_week(whole: Period | None, nth: int) -> Period | None:
    if whole is None:
        return None
    if nth < 0:
        thursday = periods.shift_days(whole.last, -((whole.last.isoweekday() - 4) % 7))
    else:
        thursday = periods.shift_days(whole.first, (4 - whole.first.isoweekday()) % 7 + 7 * (nth - 1))
    inside = thursday is not None and whole.first <= thursday <= whole.last
    return periods.week(thursday) if thursday is not None and inside else None


def weekend_of_days(parts: Parts, setting: Setting) -> Reading | None:
    """Weekend by its days: "the weekend of Nov. 12-13"."""
    month, day, year = parts.number("MONTH"), parts.day() or 0, parts.year()
    near = periods.day_of(year, month, day) if year else nearest(lambda each: periods.day_of(each, month, day), setting)
    found = periods.weekend(near.first) if near else None
    return Reading(found, "weekend", anchored=year is None)


def every_unit(parts: Parts, setting: Setting) -> Reading | None:
    """Recurring unit: "each year", "every other week", with an ISO 8601 repeating interval; "every Monday" has none."""
    if not parts.has("UNIT"):
        return Reading(None, "recurring", recurring="")
    unit = parts.word("UNIT")
    count = parts.amount("COUNT") if parts.has("COUNT") else 1.0
    letter = {"day": "D", "week": "W", "weekend": "W", "month": "M", "year": "Y"}.get(unit)
    if letter is None or count == VAGUE or count != int(count):
        return Reading(None, "recurring", recurring="", vague=count == VAGUE)
    times = int(count) * (2 if parts.has("OTHER") else 1)
    return Reading(None, "recurring", recurring=f"R/P{times}{letter}")


def every_weekday(parts: Parts, setting: Setting) -> Reading | None:
    """Recurring weekday: "on Mondays"."""
    return Reading(None, "recurring", recurring="")


def regularly(parts: Parts, setting: Setting) -> Reading | None:
    """Adverb of repetition: "annually", "appears weekly"."""
    return Reading(None, "recurring", recurring=parts.word("ADVERB"))


MEANINGS: dict[str, Meaning] = {
    each.__name__: each
    for each in (
        later,
        unit_before,
        neighbour_weekday,
        neighbour_season,
        month_of_that_year,
        same_unit_of_year,
        neighbour_unit,
        edge_of_unit,
        edge_of_date,
        week_of_day,
        week_of_month,
        weekend_of_days,
        first_units,
        every_unit,
        every_weekday,
        regularly,
    )
}
