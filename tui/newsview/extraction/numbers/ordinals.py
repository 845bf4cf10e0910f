"""Ordinals ("10th", "22nd", "third") and multiples ("sixfold", "10-fold")."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.digit_numerals import decimal
from newsview.extraction.numbers.lexicon import COUNTS, NUMBER_WORDS
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Form
from newsview.extraction.numbers.units import Unit

_TIME = Unit("time", "")


@cache
def _ordinals() -> dict[str, int]:
    return dict(NUMBER_WORDS.ordinals)


@cache
def _small() -> dict[str, int]:
    return {**NUMBER_WORDS.small, **NUMBER_WORDS.tens}


@cache
def ordinal_starters() -> frozenset[str]:
    """Words that are an ordinal or a multiple, or begin one."""
    return frozenset({*_ordinals(), *(f"{word}fold" for word in (*_small(), "hundred", "thousand", "many"))})


def ordinal_at(pieces: Pieces, index: int) -> Form | None:
    """Ordinal or multiple at *index*; None if there is none."""
    return _digits(pieces, index) or _fold(pieces, index) or _word(pieces, index)


def _ordinal(first: int, end: int, value: int | Fraction, spelled: bool) -> Form:
    return Form(Numeral(first, end, Fraction(value), spelled=spelled), end, "ordinal")


def _digits(pieces: Pieces, index: int) -> Form | None:
    """Ordinal in digits: "its 10th straight record"; not "15st", a weight."""
    piece, ending = pieces.at(index), pieces.at(index + 1)
    if (
        piece.shape != "digits"
        or not ending.glued
        or ending.lower not in FUNCTION.ordinal_endings
        or len(piece.text) > 9
    ):
        return None
    value = decimal(piece.text)
    if value is None or value.denominator != 1 or ending.lower != _ending(value.numerator):
        return None  # '15st' is a weight
    return _ordinal(index, index + 2, value, False)


def _ending(number: int) -> str:
    """Ordinal suffix of *number*."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _word(pieces: Pieces, index: int) -> Form | None:
    """Ordinal adjective: "the third largest", "a twenty-first goal"; not "three seconds", "first, she said"."""
    first = index
    value = _ordinals().get(pieces.word(index))
    if value is None and _small().get(pieces.word(index), 0) >= 20 and pieces.at(index + 1).text == "-":
        unit = _ordinals().get(pieces.word(index + 2), 10)
        if unit < 10:
            value, index = _small()[pieces.word(first)] + unit, index + 2
    if value is None or (pieces.at(first).text[0].isupper() and not pieces.token(first).is_sent_start):
        return None
    token = pieces.token(index)
    if token.pos_ != "ADJ" or (token.dep_ not in ("amod", "compound", "nummod") and first == index):
        return None
    following = pieces.at(index + 1)
    if following.shape == "digits" or following.lower in COUNTS.no_order or following.lower in _small():
        return None
    return _ordinal(first, index + 1, value, True)


def _multiplier(word: str) -> int | None:
    return {"hundred": 100, "thousand": 1000}.get(word) or _small().get(word)


def _fold(pieces: Pieces, index: int) -> Form | None:
    """Multiple with "fold": "grew more than sixfold", "a 10-fold rise", "six-fold"."""
    word, end = pieces.word(index), index + 1
    value: int | Fraction | None
    if word.endswith("fold") and word != "fold":
        value = _multiplier(word.removesuffix("fold"))
    else:
        at = index + 2 if pieces.at(index + 1).text == "-" and pieces.at(index + 1).glued else index + 1
        if pieces.word(at) != "fold":
            return None
        digits = pieces.at(index).shape == "digits" and len(word) < 9
        value, end = decimal(word) if digits else _multiplier(word), at + 1
    if not value:
        return None
    return Form(Numeral(index, end, Fraction(value), spelled=True), end, "cardinal", _TIME, (end - 1, end))
