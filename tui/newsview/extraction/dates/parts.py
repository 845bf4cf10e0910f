"""Classes of parts of date expressions, and the readers of calendar names.

The readers of digits and of counts are in ``digit_parts`` and ``count_parts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from newsview.extraction.dates.count_parts import count, day_ordinal, ordinal
from newsview.extraction.dates.digit_parts import day, digits, short_decade, year
from newsview.extraction.dates.holidays import LONGEST, holidays
from newsview.extraction.dates.lexicon import COUNTS, GUARDS, PARTS, lexicon
from newsview.extraction.dates.old_dates import era, old_year
from newsview.extraction.dates.part_class import Found, PartClass, Reader, Value
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.lexemes import ADJACENT, BARRIER, Lexemes


def _words(words: Iterable[str], read: Reader, *more: str) -> PartClass:
    """The class of parts that begin with one of *words* or with a lexeme of one of the keys *more*."""
    return PartClass(read, frozenset(words) | frozenset(more))


def _skip_stop(lex: Lexemes, end: int) -> int:
    """The index after the full stop of an abbreviation."""
    return end + 1 if lex.low[end] == "." and lex.joins[end] == ADJACENT else end


def _month(lex: Lexemes, at: int) -> Found:
    low = lex.low[at]
    value = lexicon().months.get(low)
    if value is not None:
        # lower-case "may" and "march" are verbs
        return (at + 1, value) if lex.word(at)[0].isupper() or low not in GUARDS.months_too else None
    value = lexicon().month_abbreviations.get(low)
    if value is None or not lex.word(at)[0].isupper():
        return None
    return _skip_stop(lex, at + 1), value


def _weekday(lex: Lexemes, at: int) -> Found:
    value = lexicon().weekdays.get(lex.low[at])
    return (at + 1, value) if value is not None else None


def _weekday_before(lex: Lexemes, at: int) -> Found:
    """Weekday before a day: "Friday, the", "Fri."."""
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


def _quarter(lex: Lexemes, at: int) -> Found:
    """Part of a year, with the value "Q3" or "H1": "Q3", "3Q", "third quarter", "H1", "first half", "latter half"."""
    low, next_ = lex.low[at], lex.low[at + 1]
    if low in PARTS.quarter_letters and lex.joins[at + 1] == ADJACENT and next_ in {"1", "2", "3", "4"}:
        return (at + 2, low.upper() + next_) if low == "q" or next_ < "3" else None
    if low in {"1", "2", "3", "4"} and next_ in PARTS.quarter_letters and lex.joins[at + 1] == ADJACENT:
        return (at + 2, next_.upper() + low) if next_ == "q" or low < "3" else None
    found = (at + 1, 2) if low in PARTS.second_of_two else ordinal(lex, at)
    if found is None or lex.joins[found[0]] == BARRIER:
        return None
    end = found[0] + (lex.low[found[0]] == "-")
    if lex.low[end] == "quarter" and found[1] in {1, 2, 3, 4} and low not in PARTS.second_of_two:
        return end + 1, f"Q{found[1]}"
    if lex.low[end] == "half" and found[1] in {1, 2}:
        return end + 1, f"H{found[1]}"
    return None


def _in(words: Mapping[str, Value]) -> Reader:
    """A reader of the single words of a table."""

    def read(lex: Lexemes, at: int) -> Found:
        """The word at *at* with its value."""
        value = words.get(lex.low[at])
        return (at + 1, value) if value is not None else None

    return read


def _holiday(lex: Lexemes, at: int) -> Found:
    """The longest holiday name at *at*; the value is the name: "new year's day"."""
    words: list[str] = []
    found: Found = None
    for index in range(at, min(at + LONGEST, len(lex))):
        if index > at and lex.joins[index] == BARRIER:
            break
        words.append(lex.low[index])
        if tuple(words) in holidays():
            found = index + 1, " ".join(words)
    return found if found is not None and lex.word(at)[0].isupper() else None


def _word_classes() -> dict[str, Mapping[str, Value]]:
    """The classes of single words, each word with its value."""
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
        "FISCAL": {"fiscal": "fiscal", "financial": "financial", "fy": "fiscal"},
        "WEEKDAYS": dict(words.weekdays_plural),
        "ADVERB": dict(words.adverbs),
    }


def _holidays() -> PartClass:
    """The class of holidays, with the second words of their names."""
    second: dict[str, set[str]] = {}
    for name in holidays():
        second.setdefault(name[0], set()).update(name[1:2])
    alone = {name[0] for name in holidays() if len(name) == 1}
    inner = {first: frozenset(words) for first, words in second.items()}
    return PartClass(_holiday, frozenset(second), inner, frozenset(second) - alone)


@cache
def part_classes() -> dict[str, PartClass]:
    """Every class of the constructions by name; a class fills the field of the same name."""
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
    classes = {
        name: PartClass(_in(table), frozenset(table), dict.fromkeys(table, frozenset()))
        for name, table in _word_classes().items()
    }
    classes |= {
        "MONTH": _words(month_keys, _month),
        "WEEKDAY": _words(words.weekdays, _weekday),
        "ON": _words(day_keys, _weekday_before),
        "DAY": _words((), day, "#1", "#2"),
        "NTHDAY": _words(ordinal_keys, day_ordinal),
        "NTH": _words(ordinal_keys, ordinal),
        "YEAR": PartClass(year, frozenset({"#4", "'"}), {"'": frozenset({"#2"})}, frozenset("'")),
        "COUNT": PartClass(
            count,
            frozenset({*words.cardinals, *COUNTS.vague, *FUNCTION.indefinite, "half", "#1", "#2", "#3", "#4"}),
            dict.fromkeys(COUNTS.vague, frozenset({"of"}))
            | dict.fromkeys(FUNCTION.indefinite, COUNTS.vague | COUNTS.collective | COUNTS.multiples | {"half"}),
        ),
        "QUARTER": _words([*ordinal_keys, *PARTS.quarter_letters, *PARTS.second_of_two], _quarter),
        "DECADEYEAR": _words((), short_decade, "#2", "#4"),
        "D1": _words((), digits(2), "#1", "#2"),
        "D2": _words((), digits(2, exact=True), "#2"),
        "D4": _words((), digits(4, exact=True), "#4"),
        "OLD": _words((), old_year, "#1", "#2", "#3", "#4"),
        "ERA": _words(PARTS.eras, era),
        "HOLIDAY": _holidays(),
    }
    return classes
