"""Counts and ordinals in words or digits: "three", "a couple of", "twenty-third"."""

from __future__ import annotations

from newsview.extraction.dates.digit_parts import follows_number, number_goes_on
from newsview.extraction.dates.lexicon import COUNTS, lexicon
from newsview.extraction.dates.part_class import Found, Value
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.lexemes import ADJACENT, BARRIER, Lexemes

VAGUE = -1.0
"""Count of "several years ago": more than one, unspecified."""


def count(lex: Lexemes, at: int) -> Found:
    """Number of units, including "and a half"."""
    found = _whole_count(lex, at)
    if found is not None and lex.low[found[0] : found[0] + 3] == ["and", "a", "half"]:
        return found[0] + 3, float(found[1]) + 0.5
    return found


def _whole_count(lex: Lexemes, at: int) -> Found:
    """Number of units: "3", "three", "a", "a couple of", "twenty-four", "several" (vague), "half a"."""
    low = lex.low[at]
    if lex.is_number(at):
        whole = lex.number(at, 4)
        if whole is None or follows_number(lex, at):
            return None
        return None if number_goes_on(lex, at + 1) and lex.low[at + 1] != "." else (at + 1, whole)
    if low in FUNCTION.indefinite:
        return _after_article(lex, at + 1)
    if low == "couple" and lex.low[at + 1] == "of":
        return at + 2, 2
    if low in COUNTS.vague:
        return at + 1, VAGUE
    if low == "half" and lex.low[at + 1] in FUNCTION.indefinite:
        return at + 2, 0.5
    value = lexicon().cardinals.get(low)
    if value is None:
        return None
    return _tens(lex, at + 1, value)


def _after_article(lex: Lexemes, at: int) -> tuple[int, Value]:
    """Count after "a": "couple of", "few", "dozen", "half-"; otherwise one."""
    low = lex.low[at]
    if low == "couple":
        return at + (2 if lex.low[at + 1] == "of" else 1), 2
    if low == "few" or low == "dozen":
        return at + 1, VAGUE if low == "few" else 12
    if low in COUNTS.multiples:
        return at + 1, 100 if low == "hundred" else 1000
    if low == "half" and lex.low[at + 1] == "-":
        return at + 2, 0.5
    return at, 1


def _tens(lex: Lexemes, at: int, value: int) -> tuple[int, Value]:
    """Rest of a number word: "four" in "twenty-four", "hundred" in "two hundred"."""
    if value >= 20 and lex.joins[at] != BARRIER:
        next_ = at + (lex.low[at] == "-")
        ones = lexicon().cardinals.get(lex.low[next_], 99)
        if ones < 10 and (next_ > at or lex.joins[at] != ADJACENT):
            return next_ + 1, value + ones
    if value < 10 and lex.low[at] in COUNTS.multiples and lex.joins[at] != BARRIER:
        return at + 1, value * (100 if lex.low[at] == "hundred" else 1000)
    return at, value


def ordinal(lex: Lexemes, at: int) -> Found:
    """Ordinal: "3rd", "third", "twenty-third"; at most two digits."""
    value = lex.number(at, 2)
    if value is not None:
        suffixed = lex.joins[at + 1] == ADJACENT and lex.low[at + 1] in FUNCTION.ordinal_endings
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


def day_ordinal(lex: Lexemes, at: int) -> Found:
    """Day of the month as an ordinal: "11th", "eleventh", "twenty-second"."""
    found = ordinal(lex, at)
    return found if found is not None and found[1] in range(1, 32) else None
