"""Two dates or times that are the ends of a stretch: "from Monday to Thursday", "between May and July", "9 a.m. to noon".

The stretch becomes a record of its own, ``A/B`` with both ends included. Each end of a stretch of dates stays a date as well,
because each can be right or wrong by itself; the ends of a stretch of clock times do not.
What is written as one ("March 3-5", "2019-21") is a construction, not read here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from newsview.extraction.dates import periods
from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.date_expression import Dated
from newsview.extraction.dates.lexemes import ADJACENT
from newsview.extraction.dates.lexicon import lexicon
from newsview.extraction.dates.meaning import Reading
from newsview.extraction.dates.periods import Period

TO = {"to", "through", "thru", "until", "till", "-", "~"}
Reread = Callable[[Dated, int], Dated]
"""Reads a date that lacks its year again, with that year."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Two neighbouring dates as one, with the lexeme at which its words begin."""

    start: int
    first: Dated
    last: Dated


def with_ranges(scene: Scene, dates: Sequence[Dated], reread: Reread) -> list[Dated]:
    """*dates*, in text order, with the stretches that two neighbours make."""
    out: list[Dated] = []
    index = 0
    while index < len(dates):
        if index + 1 < len(dates) and _is_moved(scene, dates[index], dates[index + 1]):
            out += [dates[index], _weekday_after(dates[index], dates[index + 1])]
            index += 2
            continue
        stretch = _stretch(scene, dates[index], dates[index + 1]) if index + 1 < len(dates) else None
        if stretch is None:
            out.append(dates[index])
            index += 1
            continue
        out.extend(_join(stretch, reread))
        index += 2
    return out


def _stretch(scene: Scene, first: Dated, last: Dated) -> _Stretch | None:
    """The two as the ends of a stretch, if the words before and between them make them so."""
    lex, at = scene.lex, first.end
    if _recurs(first) or _recurs(last) or lex.blocks[at - 1] != lex.blocks[last.start]:
        return None
    if lex.low[at] == "," and lex.low[at + 1] in TO:
        at += 1
    skipped = at + 1 + (lex.low[at + 1] == "the")
    if last.start not in {at + 1, skipped}:
        return None
    before = scene.before(first.start)
    opening = first.start - (before in {"from", "between"})
    joint = lex.low[at]
    if joint == "and" and before == "between":
        return _Stretch(opening, first, last)
    if joint not in TO or (joint == "-" and _is_aside(scene, at)):
        return None
    clear = before == "from" or joint in {"through", "thru"} or _alike(first, last)
    return _Stretch(opening, first, last) if clear else None


def _recurs(dated: Dated) -> bool:
    reading = dated.reading
    return reading is not None and (reading.recurring is not None or reading.vague)


def _alike(first: Dated, last: Dated) -> bool:
    """Are both days, both months, both years or both times? "Closed Monday until 2024" is a stretch only with "from"."""
    if first.reading is None or last.reading is None:
        return last.clock is not None and first.clock is not None
    return first.reading.granularity == last.reading.granularity and bool(first.clock) == bool(last.clock)


def _is_aside(scene: Scene, at: int) -> bool:
    """A dash in a sentence, not between two dates: it is long and stands apart."""
    lex = scene.lex
    return lex.word(at) == "—" and lex.joins[at] != ADJACENT


def _is_moved(scene: Scene, first: Dated, last: Dated) -> bool:
    """Postponed from Friday to Monday: two days, no stretch; the second is the later one."""
    lex = scene.lex
    if lex.low[first.end] != "to" or last.start != first.end + 1 or scene.before(first.start) != "from":
        return False
    token = scene.doc[scene.tokens[first.start - 1]]
    for _ in range(3):
        if token.pos_ in {"VERB", "AUX"}:
            return token.lemma_.lower() in lexicon().ranges.moving
        token = token.head
    return token.pos_ == "VERB" and token.lemma_.lower() in lexicon().ranges.moving


def _join(stretch: _Stretch, reread: Reread) -> list[Dated]:
    first, last = stretch.first, stretch.last
    if first.reading is None and last.reading is None:
        return [_clock_stretch(stretch)]
    if first.clock is not None and last.reading is None and first.reading is not None:
        # "Friday from 9 a.m. to 5 p.m.": the second time is of the same day
        timed = replace(last, reading=first.reading)
        return [_dated_stretch(replace(stretch, last=timed), first, timed)]
    first, last = _with_years(first, last, reread)
    last = _weekday_after(first, last)
    return [_dated_stretch(stretch, first, last), first, last]


def _clock_stretch(stretch: _Stretch) -> Dated:
    first, last = stretch.first, stretch.last
    one, two = (each.clock.iso(None) if each.clock else None for each in (first, last))
    return Dated(
        start=stretch.start,
        end=last.end,
        reading=None,
        clock=first.clock,
        iso=f"{one}/{two}" if one and two else None,
        rules=(_clock_stretch, *first.rules),
    )


def _dated_stretch(stretch: _Stretch, first: Dated, last: Dated) -> Dated:
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
        start=stretch.start,
        end=last.end,
        reading=Reading(period, "range", anchored=anchored),
        iso=iso,
        granularity="range",
        rules=(_dated_stretch, *first.rules),
    )


def _with_years(first: Dated, last: Dated, reread: Reread) -> tuple[Dated, Dated]:
    """The year that one end names is the other's too: "May to October 2020", "Nov. 20, 2015 to Dec. 11"."""
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
    """From Monday to "Thursday": the first Thursday after that Monday."""
    one, two = first.period, last.period
    name = last.match.construction.name if last.match else ""
    if name != "weekday" or one is None or two is None or last.reading is None:
        return last
    days = (two.first.isoweekday() - one.first.isoweekday()) % 7
    moved = periods.shift_days(one.first, days)
    found: Period | None = periods.day(moved) if moved else None
    return replace(last, reading=replace(last.reading, period=found))
