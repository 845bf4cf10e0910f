"""Periods that business news sets once and counts from: "the quarter", "the year-earlier period", "a year earlier"."""

from __future__ import annotations

from newsview.extraction.dates import periods
from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.count_parts import count
from newsview.extraction.dates.date_expression import Dated
from newsview.extraction.dates.lexicon import RANGES, REPORTS, lexicon
from newsview.extraction.dates.meaning import Meaning, Parts, Reading, Setting, anchored
from newsview.extraction.dates.periods import Period, of_other_year
from newsview.extraction.lexical.lexemes import BARRIER

REACH = 12
"""Sentences from a report's period to a comparison with it."""

AMOUNT_BACK = 6
"""Lexemes from an amount to "a year earlier": "$4 a share a year earlier"."""

CLAUSE_BACK = 20
"""Lexemes from a word that compares amounts to "a year earlier"."""


class ReportPeriods:
    """The period that an article reports on, as far as it is read."""

    __slots__ = ("_found", "_nearest", "_scene", "_stated")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._found: tuple[int, Period] | None = None
        self._nearest: tuple[int, Period] | None = None
        self._stated = False

    def record(self, found: Dated) -> None:
        """Take the period of *found* for later comparisons, unless it is itself compared with another one."""
        reading, sentence = found.reading, self._scene.sentence(found.start)
        if reading is None or (found.match is not None and found.match.construction.name in COMPARED):
            return
        if reading.granularity.startswith("fiscal-"):
            self._found = None
        if found.period is None or reading.granularity not in REPORTS.granularities or not _is_of_months(found.period):
            return
        period = self._joined(found, found.period)
        self._nearest = found.end, period
        if period.granularity in {"month", "year"} or not self._scene.is_of_business(found.start):
            return
        stated = found.match is None
        if stated or not (self._stated and reading.yearless):
            # after "the three months to 31 December", "the third quarter" is that of the firm's own year
            self._found, self._stated = (sentence, period), stated

    def _joined(self, found: Dated, period: Period) -> Period:
        """The months from the previous date to *found*, if they are a range: "in October to December"."""
        if self._nearest is None or self._scene.before(found.start) not in RANGES.joints:
            return period
        end, first = self._nearest
        joined = periods.between(first, period) if end == found.start - 1 else None
        return joined if joined is not None and _is_of_months(joined) else period

    def at(self, at: int) -> Period | None:
        """The report's period for a mention at the lexeme *at*; None outside business news or without one."""
        if self._found is None or not self._scene.is_of_business(at):
            return None
        sentence, period = self._found
        return period if self._scene.sentence(at) - sentence <= REACH else None

    def compared(self, at: int) -> Period | None:
        """The period with which "a year earlier" at the lexeme *at* compares: of the same sentence, else the report's.

        None if nothing is compared: "The firm, which a year earlier bought a mill".
        """
        if not self._scene.is_of_business(at) or not self._compares(at):
            return None
        if self._nearest is not None and self._scene.sentence(self._nearest[0] - 1) == self._scene.sentence(at):
            return self._nearest[1]
        return self.at(at)

    def _compares(self, at: int) -> bool:
        """Whether a comparison ends at the lexeme *at*: "from a year ago", "from 40 cents, or $4 a share, a year ago"."""
        scene, lex = self._scene, self._scene.lex
        if scene.before(at) in REPORTS.comparing:
            return True
        here = [index for index in range(max(0, at - CLAUSE_BACK), at) if scene.sentence(index) == scene.sentence(at)]
        amount = any(lex.is_number(index) for index in here[-AMOUNT_BACK:])
        return amount and any(lex.low[index] in REPORTS.of_amounts for index in here)

    def ended(self, found: Dated) -> Dated | None:
        """The period that ends with the date *found*: "the quarter ended Sept. 30", "the three months to March".

        Not "a month to Sept. 30", "he had six months to Sept. 30 to pay": those are durations.
        """
        lex, end = self._scene.lex, found.start - 1
        if found.period is None or found.period.granularity not in {"day", "month"} or found.clock is not None:
            return None
        end -= lex.low[end] == "on"
        if end < 2 or lex.low[end] not in REPORTS.endings or BARRIER in lex.joins[end : found.start + 1]:
            return None
        unit = lexicon().units.get(lex.low[end - 1], lex.low[end - 1])
        months = REPORTS.months.get(unit)
        if months is None or lex.joins[end - 1] == BARRIER:
            return None
        start, times = _counted(self._scene, end - 1)
        the = start > 0 and lex.low[start - 1] in REPORTS.determiners and lex.joins[start] != BARRIER
        told = lex.low[end] in REPORTS.ended or self._scene.is_of_business(start)
        if not the and (times == 1 or not told):
            return None
        period = _until(found.period, months * times)
        if period is None:
            return None
        reading = Reading(period, period.granularity, anchored=bool(found.reading and found.reading.anchored))
        return Dated(
            start=start - the,
            end=found.end,
            reading=reading,
            counted=(times, unit) if start < end - 1 else None,
            rules=(ReportPeriods.ended, *found.rules),
        )


def _counted(scene: Scene, at: int) -> tuple[int, int]:
    """(first lexeme, count) of the units at *at*: "three months", "the 12 - months"; one without a count."""
    lex = scene.lex
    back = at - 1 - (lex.low[at - 1] == "-")
    found = count(lex, back) if back >= 0 and lex.joins[back + 1] != BARRIER else None
    if found is None or found[0] != back + 1 or not isinstance(found[1], int) or not 1 <= found[1] <= 36:
        return at, 1
    return back, found[1]


def _is_of_months(period: Period) -> bool:
    """Whether *period* is of whole months, at most a year."""
    next_ = periods.shift_days(period.last, 1)
    days = (period.last - period.first).days
    return period.first.day == 1 and next_ is not None and next_.day == 1 and days < 366


def _until(last: Period, months: int) -> Period | None:
    """The *months* months that end with *last*: whole months, or days if it is within a month."""
    day = last.last
    next_ = periods.shift_days(day, 1)
    if next_ is not None and next_.day == 1:
        return periods.months(day.year, day.month - months + 1, months, "quarter" if months == 3 else "range")
    begin = periods.moved(day, "month", -months)
    first = periods.shift_days(begin, 1) if begin else None
    return periods.between(periods.day(first), periods.day(day)) if first else None


def report_period(parts: Parts, setting: Setting) -> Reading | None:
    """Period of the report: "the quarter", "the latest period"; not "the quarter" of a town."""
    found = setting.report()
    return anchored(found, found.granularity) if found is not None else None


def latest_quarter(parts: Parts, setting: Setting) -> Reading | None:
    """Latest quarter: that of the report, else the last one that ended: "in the latest quarter"."""
    found, here = setting.report(), setting.published
    if found is None and here is not None:
        found = periods.unit_at(here, "quarter", -1)
    return anchored(found, "quarter" if found is None else found.granularity)


def period_of_other_year(parts: Parts, setting: Setting) -> Reading | None:
    """Period of the report in another year: "the year-earlier period", "the same period last year"."""
    found = setting.report()
    if found is None:
        return None  # "last year" in it is certain
    year = parts.year()
    moved = of_other_year(found, year - found.last.year if year is not None else -1)
    return anchored(moved, found.granularity)


COMPARED = {"period_of_other_year", "same_unit_of_year", "later", "ago", "unit_before", "neighbour_unit"}
"""Constructions of periods that another one is compared with; later comparisons are not with them."""

MEANINGS: dict[str, Meaning] = {each.__name__: each for each in (report_period, latest_quarter, period_of_other_year)}
