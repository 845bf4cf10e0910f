"""Reader of the date expressions of an article, in text order; earlier dates are the context of later ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from newsview.extraction.dates import absolute_dates, anchored_dates, old_dates, relative_dates, report_periods
from newsview.extraction.dates.clock_times import Clock, clock_at, first_clock_keys
from newsview.extraction.dates.constructions import Match, followers, matches_at
from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.date_expression import Dated
from newsview.extraction.dates.guards import is_date
from newsview.extraction.dates.lexicon import GUARDS, lexicon
from newsview.extraction.dates.meaning import Meaning, Parts, Reading, Setting, Tense
from newsview.extraction.dates.old_dates import in_old_year
from newsview.extraction.dates.periods import Period
from newsview.extraction.dates.report_periods import ReportPeriods
from newsview.extraction.dates.story_year import NamedYears
from newsview.extraction.dates.tense import Tenses
from newsview.extraction.lexical.lexemes import ADJACENT, BARRIER

MEANINGS: dict[str, Meaning] = (
    absolute_dates.MEANINGS
    | old_dates.MEANINGS
    | relative_dates.MEANINGS
    | anchored_dates.MEANINGS
    | report_periods.MEANINGS
)


@cache
def _triggers() -> Mapping[str, frozenset[str] | None]:
    """Keys of the lexemes that can begin a date or a time, each with the keys that can follow; None if any can."""
    return {**followers(), **dict.fromkeys(first_clock_keys() | frozenset(lexicon().edges))}


STORY_REACH = 4
"""Sentences between a date and a reference to it in a story about the past."""


def _of_day(clock: Clock, day: Dated) -> Clock:
    """*clock* on *day*: midnight begins the first of a month ("midnight on 1 January"), and ends other days."""
    first = day.match is not None and Parts(day.match.parts).day() == 1
    return replace(clock, ends_day=False) if clock.ends_day and first else clock


class ExpressionReader:
    """Reader of the dates and times of one article; *terse* are the token ranges of headlines and captions."""

    def __init__(self, scene: Scene, published: date | None, terse: Sequence[tuple[int, int]]) -> None:
        self._scene = scene
        self._tenses = Tenses(scene.doc)
        self._published = published
        self._terse = terse
        self._last: tuple[int, Period] | None = None
        self._years = NamedYears(scene, published)
        self._reports = ReportPeriods(scene)
        self._clock_keys, self._edges = first_clock_keys(), lexicon().edges
        self._day_first: bool | None = None
        self._day_first_known = False

    def expressions(self) -> Iterator[Dated]:
        """All expressions in text order, without overlaps."""
        keys, at, size, triggers = self._scene.lex.keys, 0, len(self._scene.lex), _triggers()
        while at < size:
            key = keys[at]
            following = triggers.get(key) if key in triggers else ()
            found = self._at(at) if following is None or keys[at + 1] in following else None
            if found is None:
                at += 1
                continue
            whole = self._reports.ended(found)
            self._record(found)
            if whole is not None:
                self._reports.record(whole)
                yield whole
            yield found
            at = found.end

    def reread(self, dated: Dated, year: int) -> Dated:
        """*dated*, a date without a year, in *year*."""
        if dated.match is None or dated.reading is None:
            return dated
        reading = self._meaning(dated.match)(Parts(dated.match.parts), replace(self._setting(dated.match), year=year))
        return replace(dated, reading=reading or dated.reading)

    def _record(self, found: Dated) -> None:
        if found.period is not None:
            self._last = (found.end, found.period)
        self._years.record(found)
        self._reports.record(found)

    def _at(self, at: int) -> Dated | None:
        """The longest expression that begins at the lexeme *at*."""
        clock = clock_at(self._scene.lex, at) if self._scene.lex.keys[at] in self._clock_keys else None
        dated = self._dated(at)
        if clock is not None and (dated is None or clock.end > dated.end):
            return self._clock_on_day(clock)
        return self._day_with_clock(dated) if dated is not None and dated.is_day else dated

    def _clock_on_day(self, clock: Clock) -> Dated:
        """Clock time before a day: "3 p.m. on Friday", "noon, Nov. 11"."""
        lex, next_ = self._scene.lex, clock.end
        for word in (",", "on"):
            next_ += lex.low[next_] == word and lex.joins[next_] != BARRIER
        day = self._dated(next_) if lex.joins[next_] != BARRIER else None
        if day is None or not day.is_day:
            return Dated(start=clock.start, end=clock.end, reading=None, clock=clock, rules=(clock.rule,))
        return replace(day, start=clock.start, clock=_of_day(clock, day), rules=(*day.rules, clock.rule))

    def _day_with_clock(self, day: Dated) -> Dated:
        """Day before a clock time: "Friday at 3 p.m.", "Nov. 11, 15:30 GMT", "11 May 15:30", "2024-05-11T15:30"."""
        lex, next_ = self._scene.lex, day.end
        next_ += lex.low[next_] in {",", "t"} and (lex.low[next_] == "," or lex.joins[next_] == ADJACENT)
        next_ += lex.low[next_] in GUARDS.before_clock
        if BARRIER in lex.joins[day.end : next_ + 1] or next_ >= len(lex):
            return day
        clock = clock_at(lex, next_, behind_day=day.match is not None and "WEEKDAY" not in day.match.parts)
        if clock is None:
            return day
        return replace(day, end=clock.end, clock=_of_day(clock, day), rules=(*day.rules, clock.rule))

    def _dated(self, at: int) -> Dated | None:
        """The longest date that begins at the lexeme *at*, including "early" or "late" before it."""
        lex = self._scene.lex
        if lex.low[at] in self._edges:
            after = at + 1
            after += lex.low[after] == "-" or (
                lex.low[after] in GUARDS.before_second_date and lex.joins[after] != BARRIER
            )
            found = self._unmodified(after) if lex.joins[after] != BARRIER else None
            if found is not None and found.reading and found.reading.granularity not in {"day", "recurring", "range"}:
                return replace(found, start=at, modifier="~", cue=(at, at + 1))
        return self._unmodified(at)

    def _unmodified(self, at: int, nested: bool = False) -> Dated | None:
        """The longest date that begins at the lexeme *at* and passes its guard."""
        if at >= len(self._scene.lex):
            return None
        matches = matches_at(self._scene.lex, at)
        for match in () if nested else matches:
            nesting = NESTING.get(match.construction.name)
            if nesting is None or not is_date(self._scene, match):
                continue
            if (found := nesting(self, match)) is not None:
                return found
        for match in matches:
            if match.construction.name in NESTING or not is_date(self._scene, match):
                continue
            meaning = self._meaning(match)
            reading = self._read(match, meaning)
            if reading is not None:
                end = self._with_part_of_day(match.end) if reading.granularity == "day" else match.end
                return Dated(
                    start=match.start, end=end, reading=reading, match=match, rules=(match.construction.row, meaning)
                )
        return None

    def _read(self, match: Match, meaning: Meaning) -> Reading | None:
        """The reading of *match*; of a date without a year in a story of a year before our era, its form there."""
        parts, setting = Parts(match.parts), self._setting(match)
        reading = meaning(parts, setting)
        if reading is None or setting.year is None or setting.year > 0 or reading.period or reading.iso:
            return reading
        return replace(reading, iso=in_old_year(parts, -setting.year))

    def _part_of_day(self, match: Match) -> Dated | None:
        """Part of a day before its day: "the night of 13 February"; not "the night of the storm"."""
        day = self._unmodified(match.end, nested=True) if self._scene.lex.joins[match.end] != BARRIER else None
        if day is None or not day.is_day:
            return None
        return replace(day, start=match.start, rules=(match.construction.row, *day.rules))

    def _distance(self, match: Match) -> Dated | None:
        """Distance before a date: "two weeks before May 13"; not "a day after Friday's attack"."""
        lex = self._scene.lex
        behind = self._unmodified(match.end, nested=True) if lex.joins[match.end] != BARRIER else None
        if behind is None or behind.reading is None or lex.low[behind.end] == "'":
            return None
        reading = anchored_dates.distance(Parts(match.parts), behind.reading)
        if reading is None:
            return None
        rules = (match.construction.row, anchored_dates.distance, *behind.rules)
        return replace(behind, start=match.start, reading=reading, match=match, rules=rules)

    def _meaning(self, match: Match) -> Meaning:
        return MEANINGS[match.construction.meaning or match.construction.name]

    def _with_part_of_day(self, end: int) -> int:
        """The end of a day with a part of the day after it: "Friday afternoon"."""
        lex = self._scene.lex
        return end + 1 if lex.joins[end] != BARRIER and lex.low[end] in lexicon().parts else end

    def _setting(self, match: Match) -> Setting:
        scene = self._scene
        first, last = scene.tokens[match.start], scene.tokens[match.end - 1] + 1

        def tense() -> Tense | None:
            """The tense at the expression."""
            terse = any(start <= first < end for start, end in self._terse)
            return self._tenses.at(first, last, terse)

        def reference() -> Period | None:
            """The date before the expression."""
            return self._reference(match.start)

        name = match.construction.meaning or match.construction.name
        year = self._event_year(match) or self._years.borrowed(match)
        day_first = self._is_day_first() if name == "numeric_date" else None
        point = self._last[1] if self._last is not None and self._years.about_past(match.start) else None
        return Setting(
            published=self._today(match.start, point),
            tense=tense,
            reference=reference,
            year=year,
            day_first=day_first,
            story=point,
            report=lambda: self._reports.at(match.start),
            compared=lambda: self._reports.compared(match.start),
        )

    def _today(self, at: int, point: Period | None) -> date | None:
        """The day from which "today" and "two years ago" count: in what is quoted in a story about the past, that of the story.

        *point* is the last date of such a story; none is known before our era.
        """
        if self._years.before_our_era(at):
            return None
        return point.first if point is not None and self._scene.is_quoted(at) else self._published

    def _reference(self, at: int) -> Period | None:
        """The last date before the lexeme *at* in the same paragraph: a day in this sentence or the previous one."""
        if self._last is None:
            return None
        end, period = self._last
        scene = self._scene
        if at - end <= 1 and scene.before(at) in {",", "("}:
            # "on 31 October, two days earlier,": the distance is from another date
            return None
        apart = scene.sentence(at) - scene.sentence(end - 1)
        if self._years.about_past(at):
            return period if apart <= STORY_REACH else None
        reach = 1 if period.granularity != "year" else 4
        return period if apart <= reach and scene.lex.blocks[end - 1] == scene.lex.blocks[at] else None

    def _event_year(self, match: Match) -> int | None:
        """Year of an event by the word after its day: "the Sept. 11 attacks" are those of 2001."""
        parts = Parts(match.parts)
        if not parts.has("MONTH"):
            return None
        event = lexicon().events.get(f"{parts.number('MONTH')}-{parts.day()}")
        return event.year if event is not None and self._scene.after(match.end) in event.words else None

    def _is_day_first(self) -> bool | None:
        """Whether the article writes 31/12 (True) or 12/31 (False); None without evidence or with both."""
        if not self._day_first_known:
            self._day_first_known = True
            seen = {(parts.number("D1") > 12, parts.number("D12") > 12) for parts in self._numeric_dates()}
            if ((True, False) in seen) != ((False, True) in seen):
                self._day_first = (True, False) in seen
        return self._day_first

    def _numeric_dates(self) -> Iterator[Parts]:
        lex = self._scene.lex
        for at in range(len(lex)):
            if lex.keys[at] in {"#1", "#2"} and lex.low[at + 1] in {"/", ".", "-"}:
                for match in matches_at(lex, at):
                    if match.construction.name == "numeric_date":
                        yield Parts(match.parts)


NESTING: Mapping[str, Callable[[ExpressionReader, Match], Dated | None]] = {
    "distance": ExpressionReader._distance,
    "part_of_day": ExpressionReader._part_of_day,
}
"""Constructions before another date, which is read separately."""
