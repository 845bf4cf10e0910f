"""Fractions: "two thirds", "half the condos", "one of four concepts", "2 in 5", and parts of units ("half an hour")."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.characters import HYPHENS
from newsview.extraction.numbers.lexicon import COMPARISONS, FRACTIONS, NUMBER_WORDS
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Form, Quantity, measured
from newsview.extraction.numbers.units import Unit, unit_at

SMALL_WHOLE = 12
"""Largest whole in "one of four"; "27 of the 45 seats" are two counts."""
HALF = Fraction(1, 2)
_STEPS = {"quarter": Fraction(1, 4), "half": HALF}
_POINT = Unit("percentage point", "share")


@cache
def _shares() -> dict[str, Fraction]:
    return {word: Fraction(*parts) for word, parts in NUMBER_WORDS.shares.items()}


@cache
def share_starters() -> frozenset[str]:
    """First words of fractions, besides those of numerals."""
    return FRACTIONS.starters


@cache
def share_words() -> frozenset[str]:
    """The words of parts: "thirds", "half"."""
    return frozenset(_shares())


def share_at(pieces: Pieces, index: int) -> Form | None:
    """Fraction at *index*; None if there is none."""
    for form in (_rate_step, _part_of_unit, _half_whole, _unit_and_a_half, _parts):
        found = form(pieces, index)
        if found is not None:
            return Form(*found[:-1], rules=(form,))
    return None


def _numeral(first: int, end: int, value: Fraction) -> Numeral:
    return Numeral(first, end, value, spelled=True)


def _share(first: int, end: int, value: Fraction) -> Form:
    return Form(_numeral(first, end, value), end, "fraction")


def _part_of_unit(pieces: Pieces, index: int) -> Form | None:
    """Fraction of a unit: "half an hour", "a half-hour", "a quarter of an hour", "four-tenths of a second"."""
    if pieces.word(index - 1) in FRACTIONS.not_before_half:
        return None
    if pieces.word(index) == "half":
        part, at = HALF, index + 1
        linked = pieces.at(at).text == "-" or pieces.word(at) == "hour"
    else:
        count, hyphen = _count(pieces, index), pieces.at(index + 1).text == "-" and pieces.at(index + 1).glued
        at = index + 1 + hyphen
        whole = _shares().get(pieces.word(at))
        if whole is None or not 0 < count < whole.denominator or pieces.word(at + 1) != "of":
            return None
        part, at, linked = count * whole, at + 2, False
    if pieces.word(at) in FUNCTION.indefinite:
        at += 1
    elif not linked:
        return None
    measure = unit_at(pieces, at)
    if measure is None or measure.symbol:
        return None
    return measured(_numeral(index, measure.end, part), measure.end, measure)


def _rate_step(pieces: Pieces, index: int) -> Form | None:
    """Step of an interest rate: "a quarter-point increase", "a half-point cut"; not "a half-point lead"."""
    part = _STEPS.get(pieces.word(index))
    if part is None or pieces.words(index + 1, index + 3) not in FRACTIONS.points:
        return None
    if pieces.word(index + 3) not in FRACTIONS.steps:
        return None
    numeral = _numeral(index, index + 3, part)
    return Form(numeral, index + 3, "percentage_point", _POINT, (index + 2, index + 3), attributive=True)


def _half_whole(pieces: Pieces, index: int) -> Form | None:
    """Half of a whole: "half the condos", "half of its revenue"; not "the first half of the year", "half a million"."""
    if pieces.word(index) != "half" or pieces.word(index - 1) in FRACTIONS.not_before_half:
        return None
    if (
        pieces.word(index - 1) in FUNCTION.indefinite and pieces.word(index - 2) == "and"
    ):  # 'a decade and a half of war'
        return None
    following = pieces.at(index + 1)
    if _half_alone(pieces, index):
        return _share(index, index + 1, HALF)
    if following.shape != "word":
        return None
    if following.lower == "of":
        return None if pieces.word(index - 1) == "the" else _share(index, index + 1, HALF)
    if following.lower == "what":  # 'about half what it did in 2020'
        return _share(index, index + 1, HALF)
    if following.lower in FRACTIONS.determiners or pieces.token(index + 1).tag_ == "NNS":
        return _share(index, index + 1, HALF)
    return None


def _half_alone(pieces: Pieces, index: int) -> bool:
    """Half without a noun after it: "cut by half", "fell by more than half"."""
    before = pieces.word(index - 1)
    if before != "by" and not (before in FRACTIONS.hedges and "by" in _two_before(pieces, index)):
        return False
    following = pieces.at(index + 1)
    if following.text in HYPHENS and following.glued:
        return False
    return following.shape != "word" or pieces.token(index + 1).pos_ not in (
        "NOUN",
        "ADJ",
        "PROPN",
        "NUM",
        "VERB",
        "DET",
    )


def _two_before(pieces: Pieces, index: int) -> tuple[str, str]:
    return pieces.word(index - 2), pieces.word(index - 3)


def _unit_and_a_half(pieces: Pieces, index: int) -> Form | None:
    """One and a half units: "a year and a half", "a mile and a half"."""
    if pieces.word(index) not in FUNCTION.a_or_one or pieces.at(index + 1).shape != "word":
        return None
    measure = unit_at(pieces, index + 1)
    if measure is None or [pieces.word(measure.end + each) for each in range(3)] != ["and", "a", "half"]:
        return None
    return measured(_numeral(index, measure.end + 3, Fraction(3, 2)), measure.end + 3, measure)


def _parts(pieces: Pieces, index: int) -> Form | None:
    """Fraction in words: "two thirds", "a third of voters", "a fifth more"; not "a third time", "two quarters"."""
    count = _count(pieces, index)
    hyphen = pieces.at(index + 1).text == "-" and pieces.at(index + 1).glued
    at = index + 1 + hyphen
    part, word = _shares().get(pieces.word(at)), pieces.word(at)
    if part is None or part == HALF or not 0 < count < part.denominator or (count > 1) != word.endswith("s"):
        return None
    following = pieces.word(at + 1)
    if (
        following == "of"
        and pieces.word(at + 2) in FUNCTION.indefinite
        and pieces.word(at + 3) in NUMBER_WORDS.magnitudes
    ):
        return None  # 'a quarter of a million'
    linked = hyphen or following == "of" or following in FRACTIONS.determiners or compares(following)
    if count == 1:
        linked = linked or _bare_share(pieces, index, at + 1)
        certain = linked or (pieces.word(index) == "one" and part.denominator != 4)
    else:
        certain = linked or part.denominator != 4 or count == 3
    return _share(index, at + 1, count * part) if certain else None


def compares(word: str) -> bool:
    """Whether *word* makes "a third" before it a fraction without "of": "as much again", "dearer"."""
    return word == "as" or any(word in listed for listed in COMPARISONS.comparatives.values())


def _bare_share(pieces: Pieces, first: int, end: int) -> bool:
    """Single fraction without a noun after it: "sales were down a third to 2m", "cut by a quarter."."""
    if (pieces.word(end), pieces.word(end + 1)) in FRACTIONS.bounds:
        return True  # 'now it is a tenth at most'
    if pieces.word(first - 1) not in FRACTIONS.before_share:
        return False
    if pieces.word(first - 1) == "as" and pieces.word(first - 2) not in FRACTIONS.as_much:
        return False
    return pieces.at(end).shape != "word" or pieces.token(end).pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", "VERB")


def _count(pieces: Pieces, index: int) -> int:
    """Numerator at *index*: "a", "two", "2"; 0 if there is none."""
    piece = pieces.at(index)
    if piece.shape == "digits":
        return int(piece.text) if piece.text.isdecimal() and len(piece.text) < 3 else 0
    return 1 if piece.lower in FUNCTION.indefinite else int(NUMBER_WORDS.small.get(piece.lower, 0))


def is_share(pieces: Pieces, part: Quantity, whole: Quantity) -> bool:
    """Whether *part* of *whole* is one fraction: "one of four", "2 in 5", "nine out of ten", "one household in five"."""
    for each in (part, whole):
        if each.unit is not None or each.high is not None or each.value.denominator != 1 or each.kind != "cardinal":
            return False
    if not 0 < part.value < whole.value or whole.first - part.end > 4:
        return False
    between = pieces.words(part.end, whole.first)
    if between and between[-1] in FRACTIONS.wholes:
        between = between[:-1]
    if between in FRACTIONS.in_or_out_of:
        return whole.value <= 1000 or part.value == 1
    if between == ("of",):
        return whole.value <= (100 if part.value == 1 else SMALL_WHOLE)
    return _part_named(pieces, part, whole, between)


def _part_named(pieces: Pieces, part: Quantity, whole: Quantity, between: tuple[str, ...]) -> bool:
    """Fraction with its noun before "in": "one household in five", "two patients in 10"."""
    if len(between) != 2 or between[1] != "in" or part.value > 10 or not 2 <= whole.value <= 1000:
        return False
    after = pieces.at(whole.end)
    own_noun = after.shape == "word" and pieces.token(whole.end).tag_ in ("NNS", "NN", "NNP")
    return pieces.token(part.end).tag_ in ("NN", "NNS") and not own_noun and not after.text.startswith("-")
