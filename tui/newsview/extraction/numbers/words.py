"""Numerals in words, of any length: 'twenty-eight thousand six hundred forty-two', 'half a million', 'tens of thousands'."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.tables import table

_HALF = Fraction(1, 2)


@cache
def _small() -> dict[str, int]:
    return {**table("number_words")["small"], **table("number_words")["tens"]}


@cache
def _magnitudes() -> dict[str, int]:
    return dict(table("number_words")["magnitudes"])


@cache
def _plural() -> dict[str, int]:
    return dict(table("number_words")["plural_magnitudes"])


@cache
def starters() -> frozenset[str]:
    """Words that a numeral can begin with."""
    return frozenset({*_small(), *_plural(), "tens", "half", "quarter", "a", "an", "several", "few", "couple"})


def words_at(pieces: Pieces, index: int) -> Numeral | None:
    """The numeral in words that begins at *index*; None if there is none. Bare 'a', 'several' and 'half' are none."""
    for form in (_part_of_magnitude, _vague, _several, _spelled):
        found = form(pieces, index)
        if found is not None:
            return found
    return None


def _part_of_magnitude(pieces: Pieces, index: int) -> Numeral | None:
    """'half a million', 'a half-million', 'a quarter million', 'three quarters of a million'."""
    at, part = index, _HALF
    if pieces.word(at) in ("a", "one", "three") and pieces.word(at + 1) in ("half", "quarter", "quarters"):
        part, at = (
            _HALF if pieces.word(at + 1) == "half" else Fraction(3 if pieces.word(at) == "three" else 1, 4),
            at + 1,
        )
    elif pieces.word(at) == "quarter":
        part = Fraction(1, 4)
    elif pieces.word(at) != "half":
        return None
    at = _skip_hyphen(pieces, at + 1)
    at += pieces.word(at) == "of" and pieces.word(at + 1) == "a"
    at = _skip_hyphen(pieces, at + 1) if pieces.word(at) == "a" else at
    factor = _magnitudes().get(pieces.word(at))
    if factor is None or factor == 100:
        return None
    return Numeral(index, at + 1, factor * part, scale=Fraction(factor), spelled=True)


def _skip_hyphen(pieces: Pieces, index: int) -> int:
    return index + 1 if pieces.at(index).text == "-" and pieces.at(index).glued else index


def _vague(pieces: Pieces, index: int) -> Numeral | None:
    """'dozens' is 12 to 120, 'hundreds of thousands' 100,000 to a million, 'tens of millions' ten to a hundred million."""
    low = 10 if pieces.word(index) == "tens" else _plural().get(pieces.word(index))
    if low is None:
        return None
    end = index + 1
    value = Fraction(low)
    while pieces.word(end) == "of" and pieces.word(end + 1) in _plural():
        value, end = value * _plural()[pieces.word(end + 1)], end + 2
    if (
        pieces.word(index) in ("tens", "scores")
        and end == index + 1
        and (pieces.word(index) == "tens" or pieces.word(end) != "of")
    ):
        return None
    return Numeral(index, end, value, value * 10, scale=value, spelled=True)


def _several(pieces: Pieces, index: int) -> Numeral | None:
    """'several hundred', 'a few thousand' are vague; 'a couple of million' is two."""
    at = index + 1 if pieces.word(index) == "a" else index
    word = pieces.word(at)
    if word not in ("several", "few", "couple"):
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
    """'a hundred and five', 'two and a half million', 'ninety-nine', 'a dozen'."""
    article = pieces.word(index) in ("a", "an")
    if pieces.word(index) == "one" and pieces.word(index + 1) in ("'", "’") and pieces.word(index + 2) == "s":
        return None  # "one's own experience"
    first = index
    if article:
        index += 1
        if pieces.word(index) not in _magnitudes():
            return None
    total, group, at, last = 0, 0, index, 10**19
    half = Fraction(0)
    while True:
        word = pieces.word(at)
        if word in _small() and _fits(group, _small()[word]) and not (article and at == index):
            group += _small()[word]
            at += 1
        elif word in _magnitudes():
            factor = _magnitudes()[word]
            if factor in (12, 100):
                if group >= 100 or (at > index and group == 0):
                    break
                group = max(group, 1) * factor
            elif factor < last:
                total, group, last = total + max(group, 1) * factor, 0, factor
            elif group == 0 and total:
                total, last = total * factor, factor
            else:
                break
            at += 1
        elif _and_joins(pieces, at, group, total) or _joining_hyphen(pieces, at):
            at += 1
        else:
            break
    if at == index:
        return None
    value, end = Fraction(total + group), at
    after_half = _and_a_half(pieces, end)
    if after_half:
        half, end = _HALF, after_half
    scale = Fraction(last) if last < 10**19 else Fraction(1)
    if half:
        end, value, scale = _half_more(pieces, end, value)
    return Numeral(first, end, value, scale=scale, spelled=True)


def _and_a_half(pieces: Pieces, at: int) -> int:
    """Where 'and a half' ends that begins at *at*, with or without hyphens: 'four-and-a-half-year'; 0 if it does not."""
    for word in ("and", "a", "half"):
        at = _skip_hyphen(pieces, at)
        if pieces.word(at) != word:
            return 0
        at += 1
    return at


def _half_more(pieces: Pieces, end: int, value: Fraction) -> tuple[int, Fraction, Fraction]:
    """'two and a half million': the magnitude after the half counts for both."""
    factor = _magnitudes().get(pieces.word(end))
    if factor is None:
        return end, value + _HALF, Fraction(1)
    return end + 1, (value + _HALF) * factor, Fraction(factor)


def _fits(group: int, small: int) -> bool:
    """Whether *small* can follow *group* in one numeral: 'twenty' 'eight', 'six hundred' 'forty', not 'two' 'two'."""
    if group == 0:
        return True
    if group % 100 == 0:
        return True
    return group % 10 == 0 and group % 100 >= 20 and 0 < small < 10


def _and_joins(pieces: Pieces, at: int, group: int, total: int) -> bool:
    """'six hundred and five' is one number, 'between one hundred and two hundred' and 'ten and five' are two."""
    if pieces.word(at) != "and" or not (group >= 100 or (total and not group)):
        return False
    after = at + 2
    if pieces.at(after).text == "-" and pieces.word(after + 1) in _small():
        after += 2
    return pieces.word(at + 1) in _small() and pieces.word(after) not in ("hundred", "million", "billion", "trillion")


def _joining_hyphen(pieces: Pieces, at: int) -> bool:
    """The hyphen of 'forty-two' or 'two-million'."""
    if pieces.at(at).text != "-" or not (pieces.at(at).glued and pieces.at(at + 1).glued):
        return False
    before, after = pieces.word(at - 1), pieces.word(at + 1)
    if after in _magnitudes():
        return before in _small() or before in _magnitudes()
    return _small().get(before, 0) >= 20 and 0 < _small().get(after, 0) < 10
