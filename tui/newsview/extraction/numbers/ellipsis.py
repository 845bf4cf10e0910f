"""Units that a bare number takes from a parallel one: 'six million homes, 1.5 million in Los Angeles', 'up 2%, after 1.4'."""

from __future__ import annotations

from fractions import Fraction

from newsview.extraction.numbers.ages import TIME
from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.tables import words

NEAREST = 20
"""How many times bigger one of two parallel numbers may be."""
SPELLED = 12
"""Numbers up to it are written as words by many newspapers."""
FARTHEST = 40
"""Pieces between two parallel numbers."""


def share_units(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Gives bare numbers the unit of the nearest parallel number before them in the sentence."""
    for position, quantity in enumerate(quantities):
        if (
            quantity.kind != "cardinal"
            or quantity.unit is not None
            or (quantity.numeral.spelled and quantity.value < 2)
        ):
            continue
        if _or_noun(pieces, quantity):
            continue
        if _other_age(pieces, quantities, position):
            quantity.kind, quantity.unit = "age", quantities[position - 1].unit
            continue
        donor = (
            _up_by(pieces, quantities, position)
            or _level(pieces, quantities, position)
            or _parallel(pieces, quantities, position)
        )
        if donor is not None:
            quantity.unit, quantity.dimension, quantity.inherited = donor.unit, donor.dimension, True
            if donor.kind in ("money", "measure", "percent", "percentage_point"):
                quantity.kind = donor.kind


def _or_noun(pieces: Pieces, quantity: Quantity) -> bool:
    """'another pick or two', 'a day or two': the noun before 'or'."""
    if pieces.word(quantity.first - 1) != "or" or pieces.at(quantity.first - 2).shape != "word":
        return False
    token = pieces.token(quantity.first - 2)
    article = pieces.word(quantity.first - 3) in ("a", "an", "another", "one")
    if token.tag_ != "NN" or not (article or pieces.word(quantity.first) == "two"):
        return False
    quantity.unit, quantity.unit_pieces = token.lemma_.lower(), (quantity.first - 2, quantity.first - 1)
    if quantity.unit in TIME and pieces.word(quantity.first - 3) in ("a", "an", "one"):
        quantity.kind, quantity.value, quantity.high = "duration", Fraction(1), quantity.value
        quantity.first -= 3  # 'a day or two' is one stretch of time
    return True


def _other_age(pieces: Pieces, quantities: list[Quantity], position: int) -> bool:
    """'two men aged 26 and 31': a bare number joined to an age."""
    if not position or quantities[position - 1].kind != "age" or quantities[position].value > 125:
        return False
    between = [pieces.word(at) for at in range(quantities[position - 1].end, quantities[position].first)]
    after = pieces.at(quantities[position].end)
    counts = after.shape == "word" and pieces.token(quantities[position].end).pos_ in ("NOUN", "ADJ", "PROPN")
    return between in (["and"], [","], ["or"], [",", "and"]) and not counts


def _up_by(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
    """'16,369.03, up 58.06 points': the level has the unit of its change, which stands right after it."""
    if position + 1 == len(quantities):
        return None
    level, change = quantities[position], quantities[position + 1]
    between = [pieces.word(at) for at in range(level.end, change.first)]
    if change.unit in ("point", "cent") and between in (["up"], ["down"], [",", "up"], [",", "down"]):
        return change
    return None


def _level(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
    """'rose 64 points to 4,577', 'lost 162 points, or 2%, to fall to 7,425': the level reached is in points too."""
    bare = quantities[position]
    if pieces.word(bare.first - 1) not in ("to", "at"):
        return None
    for other in reversed(quantities[max(0, position - 3) : position]):
        if other.unit == "point" and bare.first - other.end <= NEAREST and _same_sentence(pieces, other, bare):
            return other
    return None


def _parallel(pieces: Pieces, quantities: list[Quantity], position: int) -> Quantity | None:
    bare = quantities[position]
    following = pieces.at(bare.end)
    if following.shape == "word" and following.lower not in words("trends", "continues"):
        return None
    if _is_size(pieces, bare):
        return None
    for other in reversed(quantities[max(0, position - 4) : position]):
        if bare.first - other.end > FARTHEST or not _same_sentence(pieces, other, bare):
            return None
        if other.kind == "label" or other.unit is None or (other.value == 1 and other.numeral.spelled):
            continue
        if other.kind in ("age", "ordinal", "score", "duration", "fraction", "ratio"):
            continue
        if (
            _alike(other, bare)
            and abs(other.value) * NEAREST >= abs(bare.value)
            and abs(bare.value) * NEAREST >= abs(other.value)
        ):
            return other
    return None


def _is_size(pieces: Pieces, bare: Quantity) -> bool:
    """'1,200 jobs from a workforce of 20,000': the size of a thing that is named, not jobs; 'a total of 20,000' counts on."""
    if pieces.word(bare.first - 1) != "of" or pieces.at(bare.first - 2).shape != "word":
        return False
    noun = pieces.token(bare.first - 2)
    return noun.tag_ == "NN" and noun.lemma_.lower() not in words("trends", "levels")


def _alike(other: Quantity, bare: Quantity) -> bool:
    """Written alike: both in digits or both in words, or both with magnitudes; small numbers are words by house style."""
    if bare.numeral.spelled and bare.value <= SPELLED:
        return not other.numeral.spelled or other.value <= SPELLED
    return other.numeral.spelled == bare.numeral.spelled or other.numeral.scale == bare.numeral.scale > 1


def _same_sentence(pieces: Pieces, left: Quantity, right: Quantity) -> bool:
    return all(pieces.at(at).shape != "edge" for at in range(left.end, right.first))
