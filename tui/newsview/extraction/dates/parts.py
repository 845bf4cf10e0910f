"""The parts that a date expression is built from: what each class of a construction reads, and where to.

A reader looks at one place of the text and answers where the part ends and what it is worth, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from newsview.extraction.dates.holidays import LONGEST, holidays
from newsview.extraction.dates.lexemes import ADJACENT, BARRIER, Lexemes
from newsview.extraction.dates.lexicon import lexicon

Value = int | float | str
Reader = Callable[[Lexemes, int], tuple[int, Value] | None]

VAGUE = -1.0
"""The count of "several years ago": more than one, how many is not said."""

_VAGUE_COUNTS = {"several", "few", "some", "many", "couple"}


@dataclass(frozen=True, slots=True)
class PartClass:
    """A class of parts: its reader, and the keys of the lexemes that one can begin with."""

    read: Reader
    keys: frozenset[str]


def _words(words: Iterable[str], read: Reader, *more: str) -> PartClass:
    return PartClass(read, frozenset(words) | frozenset(more))


def _skip_stop(lex: Lexemes, end: int) -> int:
    """Past the full stop of an abbreviation."""
    return end + 1 if lex.low[end] == "." and lex.joins[end] == ADJACENT else end


def _month(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    low = lex.low[at]
    value = lexicon().months.get(low)
    if value is not None:
        # "may" and "march" in small letters are verbs
        return (at + 1, value) if lex.word(at)[0].isupper() or low not in {"may", "march"} else None
    value = lexicon().month_abbreviations.get(low)
    if value is None or not lex.word(at)[0].isupper():
        return None
    return _skip_stop(lex, at + 1), value


def _weekday(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    value = lexicon().weekdays.get(lex.low[at])
    return (at + 1, value) if value is not None else None


def _weekday_before(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    """A weekday that a day follows: "Friday, the", "Fri."."""
    value = lexicon().weekdays.get(lex.low[at])
    end = at + 1
    if value is None:
        value = lexicon().weekday_abbreviations.get(lex.low[at])
        if value is None or not lex.word(at)[0].isupper():
            return None
        end = _skip_stop(lex, end)
    if lex.low[end] == "," and lex.joins[end] == ADJACENT:
        end += 1
    return end, value


def _follows_number(lex: Lexemes, at: int) -> bool:
    """Is the number at *at* the tail of a longer one ("1,234", "£2012", "#2012", "3.14")?"""
    if at == 0 or lex.joins[at] != ADJACENT:
        return False
    before = lex.low[at - 1]
    if before in {"$", "£", "€", "¥", "₹", "#", "@", "%", "_", "=", "&"}:
        return True
    return before in {",", ".", ":"} and at > 1 and lex.joins[at - 1] == ADJACENT and lex.is_number(at - 2)


def _number_goes_on(lex: Lexemes, end: int) -> bool:
    """Does the number that ends before *end* go on ("2,012", "11.5", "5%", "20th", "10k")?"""
    if lex.joins[end] != ADJACENT:
        return lex.low[end] == "%"
    low = lex.low[end]
    if low in {"%", "°", "º", "$", "€", "£", "#", "_", "@"}:
        return True
    if low in {",", "."}:
        return lex.joins[end + 1] == ADJACENT and lex.is_number(end + 1)
    return low.isalpha() or (low == ":" and lex.joins[end + 1] == ADJACENT and lex.is_number(end + 1))


def _day(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    """A day of the month in digits: "11", "11th"."""
    value = lex.number(at, 2)
    if value is None or not 1 <= value <= 31 or _follows_number(lex, at):
        return None
    end = at + 1
    if lex.joins[end] == ADJACENT and lex.low[end] in {"st", "nd", "rd", "th"}:
        return end + 1, value
    return None if _number_goes_on(lex, end) else (end, value)


def _day_ordinal(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    """A day of the month as an ordinal: "11th", "eleventh", "twenty-second"."""
    found = _ordinal(lex, at)
    return found if found is not None and found[1] in range(1, 32) else None


def _ordinal(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    value = lex.number(at, 2)
    if value is not None:
        suffixed = lex.joins[at + 1] == ADJACENT and lex.low[at + 1] in {"st", "nd", "rd", "th"}
        return (at + 2, value) if suffixed and value else None
    words = lexicon()
    low = lex.low[at]
    if low in words.ordinals:
        return at + 1, words.ordinals[low]
    tens = words.cardinals.get(low, 0)
    end = at + 1
    if tens >= 20 and lex.joins[end] != BARRIER:
        end += lex.low[end] == "-"
        ones = words.ordinals.get(lex.low[end], 99)
        if ones < 10:
            return end + 1, tens + ones
    return None


def _year(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    """A year in four digits, or a short one after an apostrophe ("'87")."""
    if lex.low[at] == "'":
        short = lex.number(at + 1, 2)
        if short is None or lex.keys[at + 1] != "#2" or lex.joins[at + 1] != ADJACENT or _number_goes_on(lex, at + 2):
            return None
        return at + 2, full_year(short)
    if lex.keys[at] != "#4" or _follows_number(lex, at) or _number_goes_on(lex, at + 1):
        return None
    value = int(lex.low[at])
    return (at + 1, value) if 1000 <= value < 2200 else None


def full_year(short: int) -> int:
    """The year that two digits stand for: 1970 to 2069."""
    return short + (2000 if short < 70 else 1900)


def _count(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    """How many units, "and a half" with it."""
    found = _whole_count(lex, at)
    if found is not None and lex.low[found[0] : found[0] + 3] == ["and", "a", "half"]:
        return found[0] + 3, float(found[1]) + 0.5
    return found


def _whole_count(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    """How many units: "3", "three", "a", "a couple of", "twenty-four", "several" (vague), "half a"."""
    low = lex.low[at]
    if lex.is_number(at):
        whole = lex.number(at, 4)
        if whole is None or _follows_number(lex, at):
            return None
        return None if _number_goes_on(lex, at + 1) and lex.low[at + 1] != "." else (at + 1, whole)
    if low in {"a", "an"}:
        return _after_article(lex, at + 1)
    if low == "couple" and lex.low[at + 1] == "of":
        return at + 2, 2
    if low in _VAGUE_COUNTS:
        return at + 1, VAGUE
    if low == "half" and lex.low[at + 1] in {"a", "an"}:
        return at + 2, 0.5
    value = lexicon().cardinals.get(low)
    if value is None:
        return None
    return _tens(lex, at + 1, value)


def _after_article(lex: Lexemes, at: int) -> tuple[int, Value]:
    low = lex.low[at]
    if low == "couple":
        return at + (2 if lex.low[at + 1] == "of" else 1), 2
    if low == "few" or low == "dozen":
        return at + 1, VAGUE if low == "few" else 12
    if low in {"hundred", "thousand"}:
        return at + 1, 100 if low == "hundred" else 1000
    if low == "half" and lex.low[at + 1] == "-":
        return at + 2, 0.5
    return at, 1


def _tens(lex: Lexemes, at: int, value: int) -> tuple[int, Value]:
    """What follows a number word: "twenty" - "four", "two" hundred."""
    if value >= 20 and lex.joins[at] != BARRIER:
        next_ = at + (lex.low[at] == "-")
        ones = lexicon().cardinals.get(lex.low[next_], 99)
        if ones < 10 and (next_ > at or lex.joins[at] != ADJACENT):
            return next_ + 1, value + ones
    if value < 10 and lex.low[at] in {"hundred", "thousand"} and lex.joins[at] != BARRIER:
        return at + 1, value * (100 if lex.low[at] == "hundred" else 1000)
    return at, value


def _quarter(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    """Part of a year: "Q3", "3Q", "third quarter", "H1", "first half". Worth "Q3" or "H1"."""
    low, next_ = lex.low[at], lex.low[at + 1]
    if low in {"q", "h"} and lex.joins[at + 1] == ADJACENT and next_ in {"1", "2", "3", "4"}:
        return (at + 2, low.upper() + next_) if low == "q" or next_ < "3" else None
    if low in {"1", "2", "3", "4"} and next_ in {"q", "h"} and lex.joins[at + 1] == ADJACENT:
        return (at + 2, next_.upper() + low) if next_ == "q" or low < "3" else None
    found = _ordinal(lex, at)
    if found is None or lex.joins[found[0]] == BARRIER:
        return None
    end = found[0] + (lex.low[found[0]] == "-")
    if lex.low[end] == "quarter" and found[1] in {1, 2, 3, 4}:
        return end + 1, f"Q{found[1]}"
    if lex.low[end] == "half" and found[1] in {1, 2}:
        return end + 1, f"H{found[1]}"
    return None


def _in(words: Mapping[str, Value]) -> Reader:
    def read(lex: Lexemes, at: int) -> tuple[int, Value] | None:
        value = words.get(lex.low[at])
        return (at + 1, value) if value is not None else None

    return read


def _digits(digits: int, exact: bool = False) -> Reader:
    def read(lex: Lexemes, at: int) -> tuple[int, Value] | None:
        value = lex.number(at, digits)
        return (at + 1, value) if value is not None and (not exact or len(lex.low[at]) == digits) else None

    return read


def _short_decade(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    """The digits of "1990s", "'90s", "90s": a multiple of ten."""
    value = lex.number(at, 4)
    if value is None or value % 10 or lex.keys[at] not in {"#2", "#4"} or _follows_number(lex, at):
        return None
    end = at + 1
    if lex.low[end] == "'" and lex.joins[end] == ADJACENT:
        end += 1
    return (end + 1, value) if lex.low[end] == "s" and lex.joins[end] == ADJACENT else None


def _holiday(lex: Lexemes, at: int) -> tuple[int, Value] | None:
    """The longest name of a holiday at *at*, worth that name: "new year's day"."""
    words: list[str] = []
    found: tuple[int, Value] | None = None
    for index in range(at, min(at + LONGEST, len(lex))):
        if index > at and lex.joins[index] == BARRIER:
            break
        words.append(lex.low[index])
        if tuple(words) in holidays():
            found = index + 1, " ".join(words)
    return found if found is not None and lex.word(at)[0].isupper() else None


def _word_classes() -> dict[str, Mapping[str, Value]]:
    """The classes of single words, each word with its worth."""
    words = lexicon()
    return {
        "SEASON": dict(words.seasons),
        "UNIT": dict(words.units),
        "PART": dict(words.parts),
        "TODAY": dict(words.days),
        "DEIXIS": dict(words.deixis),
        "DECADE": dict(words.decades),
        "WAY": dict(words.ways),
        "EDGE": dict(words.edge_nouns),
        "OTHER": {"other": "other"},
        "FISCAL": {"fiscal": "fiscal", "financial": "financial"},
        "WEEKDAYS": dict(words.weekdays_plural),
        "ADVERB": dict(words.adverbs),
    }


@cache
def part_classes() -> dict[str, PartClass]:
    """Every class that a construction may name, by that name; each fills the field of the same name."""
    words = lexicon()
    month_keys = [*words.months, *words.month_abbreviations]
    day_keys = [*words.weekdays, *words.weekday_abbreviations]
    ordinal_keys = [
        *words.ordinals,
        "twenty",
        "thirty",
        *(w for w, n in words.cardinals.items() if n >= 20),
        "#1",
        "#2",
    ]
    classes = {name: _words(table, _in(table)) for name, table in _word_classes().items()}
    classes |= {
        "MONTH": _words(month_keys, _month),
        "WEEKDAY": _words(words.weekdays, _weekday),
        "ON": _words(day_keys, _weekday_before),
        "DAY": _words((), _day, "#1", "#2"),
        "NTHDAY": _words(ordinal_keys, _day_ordinal),
        "NTH": _words(ordinal_keys, _ordinal),
        "YEAR": _words((), _year, "#4", "'"),
        "COUNT": _words([*words.cardinals, *_VAGUE_COUNTS, "a", "an", "half"], _count, "#1", "#2", "#3", "#4"),
        "QUARTER": _words([*ordinal_keys, "q", "h"], _quarter),
        "DECADEYEAR": _words((), _short_decade, "#2", "#4"),
        "D1": _words((), _digits(2), "#1", "#2"),
        "D2": _words((), _digits(2, exact=True), "#2"),
        "D4": _words((), _digits(4, exact=True), "#4"),
        "HOLIDAY": _words({name[0] for name in holidays()}, _holiday),
    }
    return classes
