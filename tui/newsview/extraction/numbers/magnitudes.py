"""Magnitudes after a numeral, words and letters: "8 million", "4 hundred million", "1.2m", "$3bn", "3 crore", "25k"."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from newsview.extraction.numbers.lexicon import CHANGES, NUMBER_WORDS, RACES
from newsview.extraction.numbers.money import name_after, symbol_before
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces, before_owner
from newsview.extraction.numbers.races_and_video import is_resolution, race_distance
from newsview.extraction.numbers.units import unit_at

HIGHEST = 10**24
"""Highest product of magnitudes; bounds the cost of a long run of them."""


@cache
def magnitude_words() -> dict[str, int]:
    """{word: factor} of the magnitudes after a numeral."""
    return dict(NUMBER_WORDS.magnitudes)


@cache
def _short() -> dict[str, int]:
    return dict(NUMBER_WORDS.short_magnitudes)


def scaled(pieces: Pieces, numeral: Numeral) -> Numeral:
    """*numeral* times the magnitudes after it, extended over them."""
    scale, end = Fraction(1), numeral.end
    while True:
        at = end + 1 if pieces.at(end).text == "-" and pieces.at(end).glued and pieces.at(end + 1).glued else end
        factor = magnitude_words().get(pieces.word(at))
        if factor is None or (at > end and factor < 1000) or scale > HIGHEST:
            break
        scale, end = scale * factor, at + 1
    if end == numeral.end:
        hyphen = pieces.at(end).text == "-" and pieces.at(end).glued and pieces.at(end + 1).text.isupper()
        end += hyphen and _of_money(pieces, numeral, end + 1)  # 'PHP 450-M'
        letters = pieces.word(end)
        factor = _short().get(letters)
        if factor is None or not _MEANT.get(letters, _always)(pieces, numeral, end):
            return numeral
        scale, end = Fraction(factor), end + 1
    high = None if numeral.high is None else numeral.high * scale
    return Numeral(numeral.first, end, numeral.value * scale, high, scale, numeral.spelled)


def _always(pieces: Pieces, numeral: Numeral, at: int) -> bool:
    """Unambiguous letters: "12bn", "12 bn"."""
    return True


def _of_money(pieces: Pieces, numeral: Numeral, at: int) -> bool:
    """Letters read only after a currency sign: "$5b", "€1.5t", "$40mm"."""
    return symbol_before(pieces, numeral.first) is not None


def _glued(pieces: Pieces, numeral: Numeral, at: int) -> bool:
    """Letters read only without a space, or after a currency sign: "3cr"."""
    return pieces.at(at).glued or _of_money(pieces, numeral, at)


def _thousand(pieces: Pieces, numeral: Numeral, at: int) -> bool:
    """Thousand: "25k cheaper", "$4K"; not "a 5k run", "recorded in 4K"."""
    if not pieces.at(at).glued or _of_money(pieces, numeral, at):
        return pieces.at(at).glued
    return race_distance(pieces, numeral) is None and not is_resolution(pieces, numeral)


def _million(pieces: Pieces, numeral: Numeral, at: int) -> bool:
    """Million: "£5m", "2.7m sales", "12.3m tonnes", "3M users"; not "a 1.8m tall fence", "the 100m final"."""
    if _of_money(pieces, numeral, at):
        return True
    if not pieces.at(at).glued:
        return False
    if pieces.at(at).text == "M":
        return True
    if pieces.word(before_owner(pieces, numeral.first) - 1) in CHANGES.before_level and _change_before(
        pieces, numeral.first
    ):
        return True
    following = pieces.at(at + 1)
    if following.shape != "word" or following.glued or following.lower in RACES.nouns:
        return False
    return (
        unit_at(pieces, at + 1) is not None
        or name_after(pieces, at + 1) is not None
        or _plural_noun_follows(pieces, at + 1)
    )


def _change_before(pieces: Pieces, first: int) -> bool:
    """Word of change before the number, which is then a count: "circulation fell to less than 1m"."""
    return any(pieces.word(at) in CHANGES.forms for at in range(first - 9, first))


def _billion(pieces: Pieces, numeral: Numeral, at: int) -> bool:
    """Billion: "$5b", "1.2b users"."""
    return pieces.at(at).glued and (_of_money(pieces, numeral, at) or _plural_noun_follows(pieces, at + 1))


def _plural_noun_follows(pieces: Pieces, index: int) -> bool:
    """Plural noun, after adjectives and nouns if any: "combined digital and physical sales"."""
    for at in range(index, index + 5):
        if pieces.at(at).shape != "word":
            return False
        token = pieces.token(at)
        if token.tag_ in ("NNS", "NNPS") or token.lower_ == "people":
            return True
        if token.tag_ not in ("JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG", "CC"):
            return False
    return False


_MEANT: dict[str, Callable[[Pieces, Numeral, int], bool]] = {
    "k": _thousand,
    "m": _million,
    "mm": _of_money,
    "b": _billion,
    "t": _of_money,
    "cr": _glued,
}
