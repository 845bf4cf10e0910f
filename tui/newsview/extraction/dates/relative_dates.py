"""Meanings of dates relative to the publication date: yesterday, last week, two years ago, the past three months."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from newsview.extraction.dates import periods
from newsview.extraction.dates.absolute_dates import holiday_period, part_reading
from newsview.extraction.dates.count_parts import VAGUE
from newsview.extraction.dates.lexicon import DEIXIS
from newsview.extraction.dates.meaning import Meaning, Parts, Reading, Setting, anchored, year_earlier
from newsview.extraction.dates.periods import Period
from newsview.extraction.dates.yearless_dates import weekday_near, weekday_of_week

STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "following": 1}
YearPeriod = Callable[[int], Period | None]

CLOCK_UNITS = {"second", "minute", "hour"}


def _day(found: date | None) -> Period | None:
    return periods.day(found) if found else None


def near_day(parts: Parts, setting: Setting) -> Reading | None:
    """Day by its adverb: "yesterday", "today", "later today"."""
    here = setting.published
    step = parts.number("TODAY") if parts.has("TODAY") else 0
    return anchored(_day(periods.shift_days(here, step)) if here else None, "day")


def part_of_today(parts: Parts, setting: Setting) -> Reading | None:
    """Part of the publication date: "this morning", "last night"; not "past midnight", "next evening"."""
    deixis, part = parts.word("DEIXIS"), parts.word("PART")
    if deixis not in DEIXIS.this_or_last or (deixis == "last" and part not in DEIXIS.nights):
        return None
    here = setting.published
    return anchored(_day(periods.shift_days(here, STEPS[deixis])) if here else None, "day")


def deictic_unit(parts: Parts, setting: Setting) -> Reading | None:
    """Unit by deixis: "last month", "this week", "the current quarter", "this past week"."""
    unit = parts.word("UNIT")
    deixis = parts.word("DEIXIS") if parts.has("DEIXIS") else "this"
    if unit in CLOCK_UNITS or unit == "day" or deixis == "following":
        return None
    steps = STEPS[deixis]
    return anchored(_unit(setting.published, unit, steps), unit)


def _unit(here: date | None, unit: str, steps: int) -> Period | None:
    return periods.unit_at(here, unit, steps) if here else None


def _weekend(setting: Setting, steps: int) -> Period | None:
    """The weekend of this week; in the past tense from Monday to Thursday, the previous one."""
    here = setting.published
    if here is None:
        return None
    if steps == 0 and here.isoweekday() <= 4 and setting.tense() == "past":
        steps = -1
    return periods.unit_at(here, "weekend", steps)


def this_weekend(parts: Parts, setting: Setting) -> Reading | None:
    """Weekend without deixis: "over the weekend"; the previous one in the past tense on a working day."""
    here = setting.published
    if here is None:
        return anchored(None, "weekend")
    tense = setting.tense()
    back = here.isoweekday() <= 5 and (tense == "past" or (tense is None and here.isoweekday() <= 4))
    return anchored(periods.unit_at(here, "weekend", -1 if back else 0), "weekend")


def deictic_weekend(parts: Parts, setting: Setting) -> Reading | None:
    """Weekend by deixis: "last weekend", "this weekend", "this coming weekend"."""
    deixis = parts.word("DEIXIS") if parts.has("DEIXIS") else "this"
    if deixis == "coming":
        deixis = "this"
    return anchored(_weekend(setting, STEPS[deixis]), "weekend")


def deictic_weekday(parts: Parts, setting: Setting) -> Reading | None:
    """Weekday by deixis: "last Friday", "this Friday", "next Friday", in the previous, this and the next week."""
    number = parts.number("WEEKDAY")
    deixis = parts.word("DEIXIS") if parts.has("DEIXIS") else "coming"
    here = setting.published
    if here is None:
        return anchored(None, "day")
    if deixis in DEIXIS.past_or_coming:
        step = (
            (here.isoweekday() - number - 1) % 7 + 1
            if deixis == "past"
            else -((number - here.isoweekday() - 1) % 7 + 1)
        )
        return anchored(_day(periods.shift_days(here, -step)), "day")
    return anchored(weekday_of_week(number, STEPS[deixis], here), "day")


def weekday(parts: Parts, setting: Setting) -> Reading | None:
    """Weekday by tense: "on Tuesday"."""
    return anchored(weekday_near(parts.number("WEEKDAY"), setting), "day")


def weekday_of_deictic_week(parts: Parts, setting: Setting) -> Reading | None:
    """Weekday of a relative week: "Monday of next week", "last week on Friday"."""
    steps = STEPS[parts.word("DEIXIS")]
    return anchored(weekday_of_week(parts.number("WEEKDAY"), steps, setting.published), "day")


def deictic_month(parts: Parts, setting: Setting) -> Reading | None:
    """Month by deixis: "last March" (the latest past), "next March" (the first future), "this March" (of this year)."""
    number = parts.number("MONTH")
    return anchored(_of_deixis(parts, setting, lambda year: periods.month(year, number)), "month")


def deictic_month_day(parts: Parts, setting: Setting) -> Reading | None:
    """Day and month by deixis: "last March 5"."""
    month, day = parts.number("MONTH"), parts.day() or 0
    return anchored(_of_deixis(parts, setting, lambda year: periods.day_of(year, month, day)), "day")


def day_of_deictic_month(parts: Parts, setting: Setting) -> Reading | None:
    """Day of a relative month: "the 15th of next month", "the 3rd of this month"."""
    whole = _unit(setting.published, "month", STEPS[parts.word("DEIXIS")])
    day = parts.day() or 0
    return anchored(periods.day_of(whole.first.year, whole.first.month, day) if whole else None, "day")


def deictic_season(parts: Parts, setting: Setting) -> Reading | None:
    """Season by deixis: "next summer" (of next year), "last summer" (the latest past)."""
    name, here = parts.word("SEASON"), setting.published
    if parts.has("DEIXIS") and parts.word("DEIXIS") == "next" and here is not None and name != "winter":
        return anchored(periods.season(here.year + 1, name), "season")
    return anchored(_of_deixis(parts, setting, lambda year: periods.season(year, name)), "season")


def deictic_holiday(parts: Parts, setting: Setting) -> Reading | None:
    """Holiday by deixis: "last Christmas"."""
    name = parts.word("HOLIDAY")
    return anchored(_of_deixis(parts, setting, lambda year: holiday_period(name, year)), "day")


def _of_deixis(parts: Parts, setting: Setting, of_year: YearPeriod) -> Period | None:
    here = setting.published
    if here is None:
        return None
    deixis = parts.word("DEIXIS") if parts.has("DEIXIS") else "this"
    around = [found for year in range(here.year - 2, here.year + 3) if (found := of_year(year)) is not None]
    if STEPS[deixis] < 0:
        over = [period for period in around if period.last < here]
        return over[-1] if over else None
    if STEPS[deixis] > 0:
        ahead = [period for period in around if period.first > here]
        return ahead[0] if ahead else None
    running = [period for period in around if period.first <= here <= period.last]
    return running[0] if running else of_year(here.year)


def of_deictic_year(parts: Parts, setting: Setting) -> Reading | None:
    """Month, day or holiday of a relative year: "May of last year", "5 March this year", "Christmas last year"."""
    here = setting.published
    year = here.year + STEPS[parts.word("DEIXIS")] if here else None
    if parts.has("HOLIDAY"):
        return anchored(holiday_period(parts.word("HOLIDAY"), year) if year else None, "day")
    if parts.has("SEASON"):
        return anchored(periods.season(year, parts.word("SEASON")) if year else None, "season")
    month, day = parts.number("MONTH"), parts.day()
    if day is not None:
        return anchored(periods.day_of(year, month, day) if year else None, "day")
    return anchored(periods.month(year, month) if year else None, "month")


def part_of_deictic_year(parts: Parts, setting: Setting) -> Reading | None:
    """Quarter or half of a relative year: "the first half of this year"."""
    here, part = setting.published, parts.word("QUARTER")
    found = periods.part_of_year(here.year + STEPS[parts.word("DEIXIS")], part) if here else None
    return part_reading(parts, found, counted=True)


def within_unit(parts: Parts, setting: Setting) -> Reading | None:
    """Time within a unit: "later in the year"."""
    unit = parts.word("UNIT")
    here = setting.story.first if setting.story else setting.published
    return anchored(_unit(here, unit, 0), unit) if unit not in CLOCK_UNITS else None


def ago(parts: Parts, setting: Setting) -> Reading | None:
    """Distance in the past: "two weeks ago"; as fine as its unit, without a period for "hours ago"."""
    count = parts.amount("COUNT") if parts.has("COUNT") else VAGUE
    return year_earlier(parts.word("UNIT"), count, setting) or _shifted(parts, setting.published, -1)


def ago_and_a_half(parts: Parts, setting: Setting) -> Reading | None:
    """Distance in the past with a half: "a year and a half ago"."""
    unit = parts.word("UNIT")
    return anchored(shifted(setting.published, unit, -1.5), unit)


def ahead(parts: Parts, setting: Setting) -> Reading | None:
    """Distance in the future: "starts in two weeks"; not the durations "the third in two weeks", "won in two weeks"."""
    return _shifted(parts, setting.published, 1) if setting.tense() == "future" else None


def from_now(parts: Parts, setting: Setting) -> Reading | None:
    """Distance in the future: "in two weeks' time"."""
    return _shifted(parts, setting.published, 1)


def _shifted(parts: Parts, here: date | None, sign: int) -> Reading | None:
    unit = parts.word("UNIT")
    count = parts.amount("COUNT") if parts.has("COUNT") else VAGUE
    if unit in CLOCK_UNITS:
        return anchored(None, unit, vague=count == VAGUE)
    if count == VAGUE:
        return anchored(None, unit, vague=True)
    return anchored(shifted(here, unit, sign * count), unit if unit != "fortnight" else "week")


def shifted(here: date | None, unit: str, count: float) -> Period | None:
    """The unit *count* units from *here*; half years are six months."""
    if here is None:
        return None
    if count == int(count):
        return periods.unit_at(here, unit, int(count))
    if unit == "year":
        return periods.unit_at(here, "month", int(count * 12))
    return periods.unit_at(here, "year", int(count * 10)) if unit == "decade" else None


def span_of_units(parts: Parts, setting: Setting) -> Reading | None:
    """Period up to now: "the past two years", both ends as fine as the unit; of a single unit, in days."""
    unit = parts.word("UNIT")
    count = parts.amount("COUNT") if parts.has("COUNT") else 1.0
    deixis, here = parts.word("DEIXIS"), setting.story.first if setting.story else setting.published
    direction = STEPS[deixis]
    if unit == "quarter" and not parts.has("COUNT") and deixis in DEIXIS.of_quarters:
        return anchored(_unit(here, unit, direction), unit)
    if direction == 0 or (not parts.has("COUNT") and not _spans(deixis, unit)):
        return None
    if unit in CLOCK_UNITS:
        return None
    if count == VAGUE or here is None or count != int(count):
        return anchored(None, "range", vague=count == VAGUE)
    return anchored(_span(here, unit, direction * int(count)), "range")


def _spans(deixis: str, unit: str) -> bool:
    """Whether it is a period up to now ("over the past week"); not "the next day"."""
    return deixis in DEIXIS.durations or (deixis == "next" and unit in {"month", "quarter", "year", "decade"})


def _span(here: date, unit: str, steps: int) -> Period | None:
    if (abs(steps) == 1 and unit in {"month", "quarter", "year"}) or unit in {"day", "week", "weekend", "fortnight"}:
        begin: Period | None = periods.day(here)
        end = _day(periods.moved(here, unit, steps))
    else:
        fine = {"decade": "year", "century": "year", "quarter": "month"}.get(unit, unit)
        begin = periods.unit_at(here, fine, 0)
        far = periods.moved(here, unit, steps)
        end = periods.unit_at(far, fine, 0) if far else None
    if begin is None or end is None:
        return None
    return periods.between(begin, end) if steps > 0 else periods.between(end, begin)


def vague_span(parts: Parts, setting: Setting) -> Reading | None:
    """Vague period: "recent months", "the coming weeks"."""
    return Reading(None, parts.word("UNIT"), anchored=True, vague=True)


MEANINGS: dict[str, Meaning] = {
    each.__name__: each
    for each in (
        near_day,
        part_of_today,
        deictic_unit,
        this_weekend,
        deictic_weekend,
        deictic_weekday,
        weekday,
        weekday_of_deictic_week,
        deictic_month,
        deictic_month_day,
        day_of_deictic_month,
        deictic_season,
        deictic_holiday,
        of_deictic_year,
        part_of_deictic_year,
        within_unit,
        ago,
        ago_and_a_half,
        ahead,
        from_now,
        span_of_units,
        vague_span,
    )
}
