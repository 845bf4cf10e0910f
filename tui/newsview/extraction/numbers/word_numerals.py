"""Numerals in words, of any length: "six hundred forty-two", "half a million", "tens of thousands"."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Final

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.characters import APOSTROPHES
from newsview.extraction.numbers.lexicon import NUMBER_WORDS
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces

_TENS: Final = "tens"
"""As in "tens of thousands"."""

_HALF = Fraction(1, 2)
LONGEST_DECIMALS = 6
"""Decimals of a number in words, at most."""
HIGHEST = 10**18
"""Highest product of magnitudes; bounds the cost of a long run of them."""


@cache
def _small() -> dict[str, int]:
    return {**NUMBER_WORDS.small, **NUMBER_WORDS.tens}


@cache
def _magnitudes() -> dict[str, int]:
    return dict(NUMBER_WORDS.magnitudes)


@cache
def _plural() -> dict[str, int]:
    return dict(NUMBER_WORDS.plural_magnitudes)


@cache
def starters() -> frozenset[str]:
    """First words of numerals."""
    return frozenset({*_small(), *_plural(), *NUMBER_WORDS.openers})


def words_at(pieces: Pieces, index: int) -> Numeral | None:
    """Numeral in words at *index*; None if there is none, or only "a", "several" or "half"."""
    for form in (_part_of_magnitude, _vague, _several, _spelled):
        found = form(pieces, index)
        if found is not None:
            return found
    return None


def _part_of_magnitude(pieces: Pieces, index: int) -> Numeral | None:
    """Fraction of a magnitude: "half a million", "a half-million", "three quarters of a million"."""
    at, part = index, _HALF
    if pieces.word(at) in NUMBER_WORDS.before_quarter and pieces.word(at + 1) in NUMBER_WORDS.quarters:
        part, at = (
            _HALF if pieces.word(at + 1) == "half" else Fraction(3 if pieces.word(at) == "three" else 1, 4),
            at + 1,
        )
    elif pieces.word(at) == "quarter":
        part = Fraction(1, 4)
    elif pieces.word(at) != "half":
        return None
    at = _skip_hyphen(pieces, at + 1)
    at += pieces.word(at) == "of" and pieces.word(at + 1) in FUNCTION.indefinite
    at = _skip_hyphen(pieces, at + 1) if pieces.word(at) in FUNCTION.indefinite else at
    factor = _magnitudes().get(pieces.word(at))
    if factor is None or factor == 100:
        return None
    return Numeral(index, at + 1, factor * part, scale=Fraction(factor), spelled=True)


def _skip_hyphen(pieces: Pieces, index: int) -> int:
    return index + 1 if pieces.at(index).text == "-" and pieces.at(index).glued else index


def _vague(pieces: Pieces, index: int) -> Numeral | None:
    """Plural magnitude, a vague range: "dozens" is 12 to 120, "hundreds of thousands" 100,000 to a million."""
    low = 10 if pieces.word(index) == _TENS else _plural().get(pieces.word(index))
    if low is None:
        return None
    end = index + 1
    value = Fraction(low)
    while pieces.word(end) == "of" and pieces.word(end + 1) in _plural():
        value, end = value * _plural()[pieces.word(end + 1)], end + 2
    if (
        pieces.word(index) in NUMBER_WORDS.tens_or_scores
        and end == index + 1
        and (pieces.word(index) == _TENS or pieces.word(end) != "of")
    ):
        return None
    return Numeral(index, end, value, value * 10, scale=value, spelled=True)


def _several(pieces: Pieces, index: int) -> Numeral | None:
    """Vague multiple of a magnitude: "several hundred", "a few thousand"; "a couple of million" is exactly two."""
    at = index + 1 if pieces.word(index) == "a" else index
    word = pieces.word(at)
    if word not in NUMBER_WORDS.vague:
        return None
    after = at + 2 if pieces.word(at + 1) == "of" else at + 1
    factor = _magnitudes().get(pieces.word(after))
    if factor is None:
        return None
    end, value = after + 1, Fraction(factor)
    while pieces.word(end) in _magnitudes():
        value, end = value * _magnitudes()[pieces.word(end)], end + 1
    if word == "couple":
        return Numeral(index, end, 2 * value, scale=value, spelled=True)
    return Numeral(index, end, value, value * 10, scale=value, spelled=True)


def _spelled(pieces: Pieces, index: int) -> Numeral | None:
    """Cardinal in words: "a hundred and five", "two and a half million", "ninety-nine", "a dozen"."""
    if pieces.word(index) == "one" and pieces.word(index + 1) in APOSTROPHES and pieces.word(index + 2) == "s":
        return None  # "one's own experience"
    sum_ = _Sum()
    at = index
    if pieces.word(index) in FUNCTION.indefinite:
        at += 1
        if pieces.word(at) not in _magnitudes():
            return None
    begin = at
    while sum_.add(pieces.word(at)) or _and_joins(pieces, at, sum_) or _joining_hyphen(pieces, at):
        at += 1
    if at == begin:
        return None
    decimals = _decimals(pieces, at)
    if decimals:
        value = sum_.value + Fraction(int(decimals), 10 ** len(decimals))
        return Numeral(index, at + 1 + len(decimals), value, spelled=True)
    after_half = _and_a_half(pieces, at)
    if after_half:
        return _half_more(pieces, index, after_half, Fraction(sum_.value))
    return Numeral(index, at, Fraction(sum_.value), scale=Fraction(sum_.scale), spelled=True)


class _Sum:
    """Running value of a numeral in words: "two hundred thousand", then "six"."""

    def __init__(self) -> None:
        self.total = 0
        self.group = 0
        self.last: int | None = None

    @property
    def value(self) -> int:
        """Value of the words read so far."""
        return self.total + self.group

    @property
    def scale(self) -> int:
        """Last magnitude, 1 without one."""
        return self.last or 1

    def add(self, word: str) -> bool:
        """Adds *word* to the numeral; False if it does not continue it."""
        small, factor = _small().get(word), _magnitudes().get(word)
        if small is not None and _fits(self.group, small):
            self.group += small
            return True
        if factor is None:
            return False
        return self._hundreds(factor) if factor in (12, 100) else self._thousands(factor)

    def _hundreds(self, factor: int) -> bool:
        if self.group >= 100 or (self.total and not self.group):
            return False
        self.group = max(self.group, 1) * factor
        return True

    def _thousands(self, factor: int) -> bool:
        if self.last is None or factor < self.last:
            self.total, self.group, self.last = self.total + max(self.group, 1) * factor, 0, factor
            return True
        if self.group or not self.total or self.total >= HIGHEST:  # 'three hundred thousand million'
            return False
        self.total, self.last = self.total * factor, factor
        return True


def _decimals(pieces: Pieces, at: int) -> str:
    """Digits after "point" at *at*: "06" for "point zero six"; empty without any."""
    digits = ""
    while pieces.word(at) == "point" and len(digits) < LONGEST_DECIMALS:
        digit = _small().get(pieces.word(at + 1 + len(digits)), 10)
        if digit > 9:
            break
        digits += str(digit)
    return digits


def _and_a_half(pieces: Pieces, at: int) -> int:
    """End of "and a half" at *at*, with or without hyphens: "four-and-a-half-year"; 0 if it is not there."""
    for word in ("and", "a", "half"):
        at = _skip_hyphen(pieces, at)
        if pieces.word(at) != word:
            return 0
        at += 1
    return at


def _half_more(pieces: Pieces, first: int, end: int, whole: Fraction) -> Numeral:
    """Number and a half, with a magnitude for both if one follows: "two and a half million"."""
    factor = _magnitudes().get(pieces.word(end))
    if factor is None:
        return Numeral(first, end, whole + _HALF, spelled=True)
    return Numeral(first, end + 1, (whole + _HALF) * factor, scale=Fraction(factor), spelled=True)


def _fits(group: int, small: int) -> bool:
    """Whether *small* can follow *group* in one numeral: "twenty" "eight", "six hundred" "forty"; not "two" "two"."""
    if group == 0:
        return True
    if group % 100 == 0:
        return True
    return group % 10 == 0 and group % 100 >= 20 and 0 < small < 10


def _and_joins(pieces: Pieces, at: int, so_far: _Sum) -> bool:
    """Conjunction inside a numeral: "six hundred and five"; not "ten and five", "one hundred and two hundred"."""
    if pieces.word(at) != "and" or not (so_far.group >= 100 or (so_far.total and not so_far.group)):
        return False
    after = at + 2
    if pieces.at(after).text == "-" and pieces.word(after + 1) in _small():
        after += 2
    return pieces.word(at + 1) in _small() and pieces.word(after) not in NUMBER_WORDS.multiplying


def _joining_hyphen(pieces: Pieces, at: int) -> bool:
    """Hyphen inside a numeral: "forty-two", "two-million"."""
    if pieces.at(at).text != "-" or not (pieces.at(at).glued and pieces.at(at + 1).glued):
        return False
    before, after = pieces.word(at - 1), pieces.word(at + 1)
    if after in _magnitudes():
        return before in _small() or before in _magnitudes()
    return _small().get(before, 0) >= 20 and 0 < _small().get(after, 0) < 10
