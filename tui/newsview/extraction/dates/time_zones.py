"""Time zones after a clock time: "GMT", "ET", "Eastern time", "UTC+3", "+0100", "local time"."""

from __future__ import annotations

from datetime import date

from newsview.extraction.dates.holidays import nth_weekday
from newsview.extraction.dates.lexicon import CLOCK, lexicon
from newsview.extraction.lexical.lexemes import ADJACENT, BARRIER, Lexemes

SIGNS = {"+": 1, "-": -1}
"""Signs of an offset from UTC."""


def is_us_summer_time(day: date) -> bool:
    """Whether *day* is in North American summer time (since 2007: second Sunday of March to first of November)."""
    return nth_weekday(day.year, 3, 7, 2) <= day < nth_weekday(day.year, 11, 7, 1)


def zone_at(lex: Lexemes, at: int) -> tuple[int, int | None, int | None] | None:
    """(end, offset, winter offset) of a zone, in minutes: "GMT", "ET", "Eastern time", "UTC+3", "local time"."""
    if lex.joins[at] == BARRIER:
        return None
    low, words = lex.low[at], lexicon()
    if low in SIGNS:
        return _numeric_zone(lex, at)
    if lex.low[at + 1] == "time" and (low == "local" or _is_place(lex, at)):
        return at + 2, None, None
    capital = lex.text[lex.starts[at] : lex.ends[at]].isupper()
    if low in words.zones and capital and (len(low) > 1 or lex.joins[at] == ADJACENT):
        return _with_hours(lex, at + 1, int(words.zones[low] * 60))
    if low in words.clock.unclear_zones and capital:
        return at + 1, None, None
    if low in words.wide_zones:
        winter = int(words.wide_zones[low] * 60)
        if len(low) == 2:
            return (at + 1, None, winter) if capital else None
        return _named_zone(lex, at + 1, winter)
    return None


def _is_place(lex: Lexemes, at: int) -> bool:
    """Whether the capitalised word at *at* stands before "time": "5:34 AM Fulda time"; not "Eastern time", "9 a.m. Prime Time"."""
    word = lex.word(at)
    named = word[:1].isupper() and word[1:].islower() and lex.joins[at + 1] != BARRIER
    return named and lex.low[at] not in lexicon().wide_zones and lex.word(at + 1).islower()


def _numeric_zone(lex: Lexemes, at: int) -> tuple[int, int | None, int | None] | None:
    """Offset from UTC in digits, as in a log: "08:12:31 +0100", "08:12:31-05:00"."""
    seconds = lex.keys[at - 1] == "#2" and lex.low[at - 2] == ":" and lex.low[at - 4] == ":"
    if not seconds or lex.joins[at + 1] != ADJACENT:
        return None
    end, digits = at + 2, lex.low[at + 1]
    if lex.keys[at + 1] == "#2" and lex.low[end] == ":" and lex.keys[end + 1] == "#2":
        end, digits = end + 2, digits + lex.low[end + 1]
    if len(digits) != 4 or not digits.isdecimal() or int(digits[:2]) > 14 or int(digits[2:]) % 15:
        return None
    return end, SIGNS[lex.low[at]] * (int(digits[:2]) * 60 + int(digits[2:])), None


def _with_hours(lex: Lexemes, end: int, offset: int) -> tuple[int, int | None, int | None]:
    """Zone with hours: "GMT+3", "UTC-5"."""
    hours = lex.number(end + 1, 2)
    signed = lex.low[end] in {"+", "-"} and lex.joins[end] == ADJACENT and lex.joins[end + 1] == ADJACENT
    if offset == 0 and signed and hours is not None and hours <= 14:
        return end + 2, hours * (60 if lex.low[end] == "+" else -60), None
    return end, offset, None


def _named_zone(lex: Lexemes, end: int, winter: int) -> tuple[int, int | None, int | None] | None:
    """Zone name of North America: "Eastern time", "Eastern Daylight Time", "9 a.m. Eastern"."""
    if lex.low[end] == "time":
        return end + 1, None, winter
    if lex.low[end] in CLOCK.standard and lex.low[end + 1] == "time":
        return end + 2, winter + (60 if lex.low[end] == "daylight" else 0), None
    bare = lex.word(end - 1)[0].isupper() and not lex.word(end)[:1].isupper()
    return (end, None, winter) if bare else None
