"""Shares of a whole: 'two thirds', 'half the condos', 'one of four concepts', '2 in 5', and halves of units ('half an hour')."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.tables import table
from newsview.extraction.numbers.units import unit_at

OWNERS = frozenset(
    {"the", "its", "their", "his", "her", "our", "my", "your", "all", "that", "those", "these", "this", "of"}
)
NOT_HALVES = frozenset(
    {
        "first",
        "second",
        "other",
        "better",
        "last",
        "latter",
        "opening",
        "closing",
        "top",
        "bottom",
        "this",
        "that",
        "each",
        "either",
        "no",
        "and",
    }
)
"""Words before 'half' that make it a part of a game or a year."""


@cache
def _shares() -> dict[str, Fraction]:
    return {word: Fraction(*parts) for word, parts in table("number_words")["shares"].items()}


@cache
def share_starters() -> frozenset[str]:
    """Words that a share can begin with, beyond those of numerals."""
    return frozenset({"half", "a", "one"})


def share_at(pieces: Pieces, index: int) -> Quantity | None:
    """The share that begins at *index*; None if there is none."""
    for form in (_half_unit, _half_whole, _unit_and_a_half, _parts):
        found = form(pieces, index)
        if found is not None:
            return found
    return None


def _share(first: int, end: int, value: Fraction) -> Quantity:
    quantity = Quantity(Numeral(first, end, value, spelled=True, share=True), first, end, value)
    quantity.kind = "fraction"
    return quantity


def _half_unit(pieces: Pieces, index: int) -> Quantity | None:
    """'half an hour', 'half a mile', 'a half-hour': a measure of one half."""
    if pieces.word(index) != "half" or pieces.word(index - 1) in NOT_HALVES:
        return None
    at = index + 1
    if pieces.word(at) in ("a", "an"):
        at += 1
    elif pieces.at(at).text != "-" and pieces.word(at) != "hour":
        return None
    measure = unit_at(pieces, at)
    if measure is None or measure.unit.dimension == "share":
        return None
    quantity = _share(index, measure.end, Fraction(1, 2))
    quantity.kind = "duration" if measure.unit.dimension == "time" else "measure"
    quantity.unit, quantity.dimension, quantity.unit_pieces = (
        measure.unit.name,
        measure.unit.dimension,
        (measure.first, measure.end),
    )
    return quantity


def _half_whole(pieces: Pieces, index: int) -> Quantity | None:
    """'half the condos', 'half of its revenue'; not 'the first half of the year', 'half a million'."""
    if pieces.word(index) != "half" or pieces.word(index - 1) in NOT_HALVES or pieces.at(index + 1).text == "-":
        return None
    following = pieces.at(index + 1)
    if following.lower in OWNERS:
        return (
            None
            if following.lower == "of" and pieces.word(index - 1) == "the"
            else _share(index, index + 1, Fraction(1, 2))
        )
    if following.shape == "word" and pieces.token(index + 1).tag_ == "NNS":
        return _share(index, index + 1, Fraction(1, 2))
    return None


def _unit_and_a_half(pieces: Pieces, index: int) -> Quantity | None:
    """'a year and a half', 'a mile and a half'."""
    if pieces.word(index) not in ("a", "an", "one"):
        return None
    measure = unit_at(pieces, index + 1) if pieces.at(index + 1).shape == "word" else None
    if measure is None or [pieces.word(measure.end + each) for each in range(3)] != ["and", "a", "half"]:
        return None
    quantity = _share(index, measure.end + 3, Fraction(3, 2))
    quantity.kind = "duration" if measure.unit.dimension == "time" else "measure"
    quantity.unit, quantity.dimension, quantity.unit_pieces = (
        measure.unit.name,
        measure.unit.dimension,
        (measure.first, measure.end),
    )
    return quantity


def _parts(pieces: Pieces, index: int) -> Quantity | None:
    """'two thirds', 'three-quarters of', 'a third of voters', 'one-fifth'; not 'a third time', 'two quarters in a row'."""
    small = {**table("number_words")["small"], "a": 1}
    count = small.get(pieces.word(index))
    if pieces.at(index).shape == "digits" and pieces.at(index).text.isdecimal() and len(pieces.at(index).text) < 3:
        count = int(pieces.at(index).text)
    if not count:
        return None
    hyphen = pieces.at(index + 1).text == "-" and pieces.at(index + 1).glued
    at = index + 1 + hyphen
    part = _shares().get(pieces.word(at))
    if part is None or count >= part.denominator or (count > 1) != pieces.word(at).endswith("s"):
        return None
    of = pieces.word(at + 1) == "of" or (pieces.word(at + 1) in OWNERS and pieces.word(at + 1) != "this")
    quarters = part.denominator == 4 and pieces.word(at).startswith("quarter")
    if quarters and not (of or hyphen or count == 3):
        return None
    if count == 1 and not (of or hyphen or pieces.word(index) == "one"):
        return None
    return _share(index, at + 1, count * part)


def join_shares(pieces: Pieces, quantities: list[Quantity]) -> list[Quantity]:
    """*quantities* with 'one of four', '2 in 5', 'nine out of ten', '10 of the 12' made one fraction each."""
    joined: list[Quantity] = []
    for quantity in quantities:
        if joined and _is_share(pieces, joined[-1], quantity):
            part = joined[-1]
            part.value, part.kind, part.end = part.value / quantity.value, "fraction", quantity.end
            part.numeral = Numeral(part.first, quantity.end, part.value, spelled=part.numeral.spelled, share=True)
        else:
            joined.append(quantity)
    return joined


def _is_share(pieces: Pieces, part: Quantity, whole: Quantity) -> bool:
    if any(
        each.unit is not None or each.high is not None or each.value.denominator != 1 or each.kind != "cardinal"
        for each in (part, whole)
    ):
        return False
    if not 0 < part.value < whole.value or whole.value > 10**6:
        return False
    between = [pieces.word(at) for at in range(part.end, whole.first)]
    if between in (["in"], ["in", "every"]):
        return whole.value <= 1000 and part.value <= 100
    if between and between[-1] in ("the", "these", "those", "its", "their", "every", "all"):
        between.pop()
    return between in (["of"], ["out", "of"]) and not (whole.value.numerator > 1500 and between == ["of"])
