"""Ranges of two dates or times: "from Monday to Thursday", "between May and July", "9 a.m. to noon".

A range is a record of its own, ``A/B`` with both ends included. The ends of a range of dates are records too, because
each can be right or wrong by itself; the ends of a range of clock times are not.
Ranges in one expression ("March 3-5", "2019-21") are constructions of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from newsview.extraction.dates import periods
from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.date_expression import Dated
from newsview.extraction.dates.lexicon import RANGES, lexicon
from newsview.extraction.dates.meaning import Reading
from newsview.extraction.dates.periods import Period
from newsview.extraction.lexical.lexemes import ADJACENT
from newsview.extraction.syntax import VERB_POS, verb_above

Reread = Callable[[Dated, int], Dated]
"""Reading of a date without a year in a given year."""


@dataclass(frozen=True, slots=True)
class _Range:
    """Two adjacent dates as one range, with its first lexeme."""

    start: int
    first: Dated
    last: Dated


def with_ranges(scene: Scene, dates: Sequence[Dated], reread: Reread) -> list[Dated]:
    """*dates*, in text order, with the ranges of adjacent dates."""
    out: list[Dated] = []
    index = 0
    while index < len(dates):
        if index + 1 < len(dates) and _is_change_of_date(scene, dates[index], dates[index + 1]):
            out += [dates[index], _weekday_after(dates[index], dates[index + 1])]
            index += 2
            continue
        joined = _range(scene, dates[index], dates[index + 1]) if index + 1 < len(dates) else None
        if joined is None:
            out.append(dates[index])
            index += 1
            continue
        out.extend(_join(joined, reread))
        index += 2
    return out


def _range(scene: Scene, first: Dated, last: Dated) -> _Range | None:
    """The range of two dates, if the words before and between them indicate one."""
    lex, at = scene.lex, first.end
    if _recurs(first) or _recurs(last) or lex.blocks[at - 1] != lex.blocks[last.start]:
        return None
    if lex.low[at] == "," and lex.low[at + 1] in RANGES.joints:
        at += 1
    skipped = at + 1 + (lex.low[at + 1] == "the")
    if last.start not in {at + 1, skipped}:
        return None
    before = scene.before(first.start)
    opening = first.start - (before in RANGES.openings)
    joint = lex.low[at]
    if joint == "and" and before == "between":
        return _Range(opening, first, last)
    if joint not in RANGES.joints or (joint == "-" and _is_aside(scene, at)):
        return None
    clear = before == "from" or joint in RANGES.clear or _same_granularity(first, last)
    return _Range(opening, first, last) if clear else None


def _recurs(dated: Dated) -> bool:
    reading = dated.reading
    return reading is not None and (reading.recurring is not None or reading.vague)


def _same_granularity(first: Dated, last: Dated) -> bool:
    """Whether both are days, months, years or times; "Closed Monday until 2024" is no range without "from"."""
    if first.reading is None or last.reading is None:
        return last.clock is not None and first.clock is not None
    return first.reading.granularity == last.reading.granularity and bool(first.clock) == bool(last.clock)


def _is_aside(scene: Scene, at: int) -> bool:
    """Dash of a parenthesis: a spaced em dash."""
    lex = scene.lex
    return lex.word(at) == "—" and lex.joins[at] != ADJACENT


def _is_change_of_date(scene: Scene, first: Dated, last: Dated) -> bool:
    """Change of date: "postponed from Friday to Monday", two days and no range."""
    lex = scene.lex
    if lex.low[first.end] != "to" or last.start != first.end + 1 or scene.before(first.start) != "from":
        return False
    verb = verb_above(scene.doc[scene.tokens[first.start - 1]], 2)
    return verb.pos_ in VERB_POS and verb.lemma_.lower() in lexicon().ranges.moving


def _join(joined: _Range, reread: Reread) -> list[Dated]:
    first, last = joined.first, joined.last
    if first.reading is None and last.reading is None:
        return [_clock_range(joined)]
    if first.clock is not None and last.reading is None and first.reading is not None:
        # "Friday from 9 a.m. to 5 p.m.": both times are on the same day
        timed = replace(last, reading=first.reading)
        return [_date_range(replace(joined, last=timed), first, timed)]
    if last.clock is not None and first.reading is None and last.reading is not None:
        # "9 a.m. to 5 p.m. on Friday"
        timed = replace(first, reading=last.reading)
        return [_date_range(replace(joined, first=timed), timed, last)]
    first, last = _with_years(first, last, reread)
    last = _weekday_after(first, last)
    return [_date_range(joined, first, last), first, last]


def _clock_range(joined: _Range) -> Dated:
    first, last = joined.first, joined.last
    one, two = (each.clock.iso(None) if each.clock else None for each in (first, last))
    return Dated(
        start=joined.start,
        end=last.end,
        reading=None,
        clock=first.clock,
        iso=f"{one}/{two}" if one and two else None,
        rules=(_clock_range, *first.rules),
    )


def _date_range(joined: _Range, first: Dated, last: Dated) -> Dated:
    one, two = first.reading, last.reading
    period = None
    if one and two and one.period and two.period:
        period = periods.between(one.period, two.period)
    anchored = bool(one and one.anchored) or bool(two and two.anchored)
    iso = None
    if period is not None and first.period and last.period and (first.clock or last.clock):
        begin = first.clock.iso(first.period.first) if first.clock else period.first.isoformat()
        end = last.clock.iso(last.period.first) if last.clock else period.last.isoformat()
        iso = f"{begin}/{end}"
    return Dated(
        start=joined.start,
        end=last.end,
        reading=Reading(period, "range", anchored=anchored),
        iso=iso,
        granularity="range",
        rules=(_date_range, *first.rules),
    )


def _with_years(first: Dated, last: Dated, reread: Reread) -> tuple[Dated, Dated]:
    """Year of one end applied to the other: "May to October 2020", "Nov. 20, 2015 to Dec. 11"."""
    one, two = first.reading, last.reading
    if one is None or two is None:
        return first, last
    if one.yearless and not two.yearless and two.period and not two.anchored:
        return _ordered(reread(first, two.period.first.year), last, reread, -1), last
    if two.yearless and one.period is not None:
        later = reread(last, one.period.first.year)
        if later.period and later.period.last < one.period.first:
            later = reread(last, one.period.first.year + 1)
        return first, later
    return first, last


def _ordered(first: Dated, last: Dated, reread: Reread, step: int) -> Dated:
    if first.period and last.period and first.period.first > last.period.last:
        return reread(first, first.period.first.year + step)
    return first


def _weekday_after(first: Dated, last: Dated) -> Dated:
    """Weekday as the end of a range: "from Monday to Thursday", the first Thursday after that Monday."""
    one, two = first.period, last.period
    name = last.match.construction.name if last.match else ""
    if name != "weekday" or one is None or two is None or last.reading is None:
        return last
    days = (two.first.isoweekday() - one.first.isoweekday()) % 7
    moved = periods.shift_days(one.first, days)
    found: Period | None = periods.day(moved) if moved else None
    return replace(last, reading=replace(last.reading, period=found))
