"""Clock times: "3:30 p.m. EST", "1500 GMT", "noon", "half past nine"; their ISO form alone and on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from newsview.extraction.dates.lexicon import CLOCK, lexicon
from newsview.extraction.dates.periods import shift_days
from newsview.extraction.dates.time_zones import is_us_summer_time, zone_at
from newsview.extraction.lexical.lexemes import ADJACENT, BARRIER, Lexemes
from newsview.extraction.provenance import Rule

GLUE = {":", ".", ",", "$", "£", "€", "/", "#"}
"""Signs before a number that is part of a larger expression."""

FRACTIONS = {"#3", "#6"}
"""Keys of fractions of a second: milliseconds, microseconds."""

MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
"""Minutes in words before "past" and "to" an hour."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, the lexemes ``[start:end]``; ``minutes`` since midnight, ``second`` if given.

    ``offset`` is the offset from UTC in minutes; ``winter`` the winter offset of a zone without a summer variant
    ("ET"). ``half_day`` is True if morning or afternoon is open ("at three o'clock"). ``plain`` is True for digits
    without other evidence of a time ("15:30"). ``ends_day`` is True for the midnight at the end of its day.
    ``rule`` is the function that read the time.
    """

    start: int
    end: int
    minutes: int
    rule: Rule
    second: int | None = None
    offset: int | None = None
    winter: int | None = None
    half_day: bool = False
    plain: bool = False
    fine: bool = True
    ends_day: bool = False

    def iso(self, day: date | None) -> str | None:
        """The time in ISO 8601, on *day* if given; None if the half of the day is open."""
        if self.half_day:
            return day.isoformat() if day else None
        if self.ends_day and day is not None:
            day = shift_days(day, 1) or day
        hour, minute = divmod(self.minutes, 60)
        shown = f"T{hour:02d}:{minute:02d}" + (f":{self.second:02d}" if self.second is not None else "")
        return f"{day.isoformat() if day else ''}{shown}{self._zone(day)}"

    def _zone(self, day: date | None) -> str:
        offset = self.offset
        if offset is None and self.winter is not None and day is not None:
            offset = self.winter + (60 if is_us_summer_time(day) else 0)
        if offset is None:
            return ""
        if offset == 0:
            return "Z"
        hours, minutes = divmod(abs(offset), 60)
        return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


@cache
def first_clock_keys() -> frozenset[str]:
    """Keys of the lexemes that can begin a clock time."""
    return frozenset({"#1", "#2", "#4", "half", "quarter", *lexicon().cardinals, *lexicon().clock.named})


def clock_at(lex: Lexemes, at: int, behind_day: bool = False) -> Clock | None:
    """The longest clock time that begins at the lexeme *at*, or None. *behind_day*: a day is before it."""
    found = _digital(lex, at) if lex.is_number(at) else _in_words(lex, at)
    if found is None:
        return None
    found = _with_zone(lex, _with_part_of_day(lex, found))
    return None if found.plain and not (behind_day or _is_cued(lex, found)) else replace(found, plain=False)


def _digital(lex: Lexemes, at: int) -> Clock | None:
    """Time in digits: "3:30", "3.30 p.m.", "3 p.m.", "15:30:10", "1530 GMT", "9 o'clock"."""
    if at and lex.joins[at] == ADJACENT and (lex.low[at - 1] in GLUE or _is_within_word(lex, at)):
        return None
    if lex.keys[at] == "#4":
        return _four_digits(lex, at)
    hour = lex.number(at, 2)
    if hour is None or hour > 24:
        return None
    end, minute, second = _minutes(lex, at + 1)
    half = _half(lex, end) or _half(lex, end + _is_stop_within(lex, end))
    if half is not None:
        return _twelve_hours(at, half[0], hour, minute, second, half[1])
    if (later := _half_of_end(lex, end, hour)) is not None:
        return _twelve_hours(at, end, hour, minute, second, later)
    if minute is None:
        return _o_clock(lex, at, hour)
    if lex.low[at + 1] != ":" or hour > 23:
        return None
    in_hours = lex.low[end] in CLOCK.hours and lex.joins[end] != BARRIER
    return Clock(at, end + in_hours, hour * 60 + minute, _digital, second, plain=not in_hours)


def _is_stop_within(lex: Lexemes, end: int) -> bool:
    """Whether a misplaced full stop precedes "p.m.": "1.p.m."."""
    return lex.low[end] == "." and lex.joins[end] == ADJACENT == lex.joins[end + 1] == lex.joins[end + 2]


def _is_within_word(lex: Lexemes, at: int) -> bool:
    """Whether letters or digits are joined to the digits at *at*; not the T of "2024-05-11T15:30"."""
    in_iso_form = lex.low[at - 1] == "t" and at > 2 and lex.keys[at - 2] == "#2" and lex.low[at - 3] == "-"
    return lex.low[at - 1].isalnum() and not in_iso_form


def _half_of_end(lex: Lexemes, at: int, hour: int) -> int | None:
    """Hours (0 or 12) of the half-day by the end of a range: "9-11 a.m.", "9 to 11:30 a.m.", "11 to 2 p.m."."""
    if lex.low[at] not in CLOCK.joints or BARRIER in lex.joins[at : at + 2]:
        return None
    last = lex.number(at + 1, 2)
    half = _half(lex, _minutes(lex, at + 2)[0])
    if half is None or last is None or not (1 <= last <= 12 and 1 <= hour <= 12):
        return None
    return half[1] if hour % 12 <= last % 12 else 12 - half[1]


def _minutes(lex: Lexemes, at: int) -> tuple[int, int | None, int | None]:
    """(end, minute, second) of ":30:10"."""
    if lex.low[at] not in {":", "."} or lex.joins[at] != ADJACENT or lex.joins[at + 1] != ADJACENT:
        return at, None, None
    minute = lex.number(at + 1, 2)
    if minute is None or minute > 59 or lex.keys[at + 1] != "#2":
        return at, None, None
    end = at + 2
    if lex.low[end] == "." and lex.joins[end] == ADJACENT == lex.joins[end + 1] and lex.is_number(end + 1):
        return at, None, None  # "4:37.0": a running time
    second = lex.number(end + 1, 2) if lex.low[end] == ":" and lex.joins[end + 1] == ADJACENT else None
    if second is not None and second <= 59 and lex.joins[end] == ADJACENT:
        return end + 2 + 2 * _is_fraction(lex, end + 2), minute, second
    return end, minute, None


def _is_fraction(lex: Lexemes, at: int) -> bool:
    """Whether fractions of a second follow, as in a log: "08:12:31.250"."""
    return lex.low[at] in GLUE and lex.joins[at] == ADJACENT == lex.joins[at + 1] and lex.keys[at + 1] in FRACTIONS


def _half(lex: Lexemes, at: int) -> tuple[int, int] | None:
    """(end, 0 or 12) of "a.m." or "pm"."""
    if lex.joins[at] == BARRIER:
        return None
    low = lex.low[at]
    if low in CLOCK.am_or_pm:
        return at + 1, 12 if low == "pm" else 0
    if (
        low in CLOCK.am_or_pm_letters
        and lex.low[at + 1] == "."
        and lex.low[at + 2] == "m"
        and lex.joins[at + 2] != BARRIER
    ):
        end = at + 3
        if lex.low[end] == "." and lex.joins[end] == ADJACENT:
            end += 1
        return end, 12 if low == "p" else 0
    return None


def _twelve_hours(at: int, end: int, hour: int, minute: int | None, second: int | None, half: int) -> Clock | None:
    if not 1 <= hour <= 12 and not (half == 12 and hour < 24):
        return None
    of_day = hour if hour > 12 else hour % 12 + half
    return Clock(at, end, of_day * 60 + (minute or 0), _twelve_hours, second, fine=minute is not None)


def _four_digits(lex: Lexemes, at: int) -> Clock | None:
    """Time of four digits with a zone or unit: "1530 GMT", "0900 hours", "2200 local time"."""
    value = int(lex.low[at])
    hour, minute = divmod(value, 100)
    if hour > 23 or minute > 59 or lex.joins[at + 1] != 1:
        return None
    low = lex.low[at + 1]
    if low in CLOCK.hours and (lex.low[at][0] == "0" or lex.low[at + 2] != "of"):
        return Clock(at, at + 2, hour * 60 + minute, _four_digits)
    if zone_at(lex, at + 1) is not None:
        return Clock(at, at + 1, hour * 60 + minute, _four_digits)
    return None


def _o_clock(lex: Lexemes, at: int, hour: int) -> Clock | None:
    end = at + 1
    if lex.low[end : end + 3] == ["o", "'", "clock"] and 1 <= hour <= 12:
        return Clock(at, end + 3, hour % 12 * 60, _o_clock, half_day=True, fine=False)
    return None


def _in_words(lex: Lexemes, at: int) -> Clock | None:
    """Time in words: "noon", "seven o'clock", "half past three", "quarter to nine", "ten to six".

    Midnight ends the day it is said with ("midnight on Friday"), except in "just after midnight on Friday".
    """
    low = lex.low[at]
    if low in lexicon().clock.named:
        minutes = lexicon().clock.named[low] * 60
        ends = minutes == 0 and not (at and lex.low[at - 1] in CLOCK.after_midnight)
        return Clock(at, at + 1, minutes, _in_words, fine=False, ends_day=ends)
    if low in MINUTES and lex.low[at + 1] in CLOCK.past_or_to:
        return _past_the_hour(lex, at)
    hour = lexicon().cardinals.get(low)
    if hour is None:
        return None
    return _o_clock(lex, at, hour) or _spoken(lex, at, hour)


def _spoken(lex: Lexemes, at: int, hour: int) -> Clock | None:
    """Hour and minutes in words before a half-day: "one thirty p.m.", "eight a.m.", "six forty-five pm"."""
    end, minute = at + 1, None
    if lex.joins[end] != BARRIER and (first := lexicon().cardinals.get(lex.low[end])) is not None and first >= 10:
        end, minute = end + 1, first
        next_ = end + (lex.low[end] == "-")
        ones = lexicon().cardinals.get(lex.low[next_], 10)
        if first >= 20 and ones < 10 and BARRIER not in lex.joins[end : next_ + 1]:
            end, minute = next_ + 1, first + ones
    half = _half(lex, end)
    if half is None or hour > 12 or (minute is not None and minute > 59):
        return None
    return _twelve_hours(at, half[0], hour, minute, None, half[1])


def _past_the_hour(lex: Lexemes, at: int) -> Clock | None:
    way = lex.low[at + 1]
    if way not in CLOCK.past_after_or_to or (lex.low[at] == "half" and way != "past"):
        return None
    if lex.low[at] in CLOCK.ranged and way == "to" and not _is_clock_time(lex, at):
        return None
    hour = lexicon().cardinals.get(lex.low[at + 2]) or lex.number(at + 2, 2)
    if hour is None or not 1 <= hour <= 12 or lex.joins[at + 2] == BARRIER:
        return None
    step = -MINUTES[lex.low[at]] if way == "to" else MINUTES[lex.low[at]]
    return Clock(at, at + 3, (hour % 12 * 60 + step) % 720, _past_the_hour, half_day=True)


def _is_clock_time(lex: Lexemes, at: int) -> bool:
    """Whether "ten to six" is a time: "at ten to six"; not "won ten to six", "costs ten to six dollars"."""
    behind = at + 3
    ends = lex.joins[behind] == BARRIER or not lex.low[behind].isalpha() or lex.low[behind] in CLOCK.before_evening
    return at > 0 and lex.low[at - 1] == "at" and lex.joins[at] != BARRIER and ends


def _with_part_of_day(lex: Lexemes, clock: Clock) -> Clock:
    """Time with a part of the day: "seven o'clock in the evening", "8:30 in the morning", "ten at night"."""
    end = clock.end
    phrase = " ".join(lex.low[end : end + 3]) if BARRIER not in lex.joins[end : end + 3] else ""
    if phrase in {"in the morning", "in the afternoon", "in the evening"}:
        stop = end + 3
    elif phrase.startswith("at night"):
        stop = end + 2
    else:
        return clock
    late = lex.low[stop - 1] != "morning"
    minutes = clock.minutes + (720 if late and clock.minutes < 720 and (clock.half_day or clock.plain) else 0)
    return replace(clock, end=stop, minutes=minutes, half_day=False, plain=False)


def _with_zone(lex: Lexemes, clock: Clock) -> Clock:
    bracket = lex.low[clock.end] == "("
    found = zone_at(lex, clock.end + bracket)
    if found is None or clock.half_day or (bracket and lex.low[found[0]] != ")"):
        return clock
    end, offset, winter = found[0] + bracket, found[1], found[2]
    return replace(clock, end=end, offset=offset, winter=winter, plain=False)


def _is_cued(lex: Lexemes, clock: Clock) -> bool:
    """Whether a cue precedes a plain time: "at 15:30", "until 15:30"; not a score ("2:1") or race time ("9:58")."""
    if clock.start == 0 or lex.joins[clock.start] == BARRIER:
        return False
    return lex.low[clock.start - 1] in lexicon().clock.cues
