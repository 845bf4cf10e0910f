"""Ages: '32-year-old', 'aged 7', '29 years old', 'three months of age', 'the age of 21', 'Maria, 10,', '87 yo'."""

from __future__ import annotations

from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.quantity import Quantity

TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})


def find_age(pieces: Pieces, quantity: Quantity) -> bool:
    """Makes *quantity* an age where it is one, extending it over 'old' or 'of age'."""
    if quantity.kind == "duration":
        return _measured(pieces, quantity)
    if quantity.unit is not None or quantity.value > 130:
        return False
    return _abbreviated(pieces, quantity) or _after_age(pieces, quantity) or _apposed(pieces, quantity)


def _age(quantity: Quantity, unit: str = "year") -> bool:
    quantity.kind, quantity.unit, quantity.dimension = "age", unit, "time"
    return True


def _measured(pieces: Pieces, quantity: Quantity) -> bool:
    """'a 32-year-old man', '29 years old', 'three months of age'."""
    at = quantity.end
    at += pieces.at(at).text in ("-", "‑", "–") and pieces.at(at).glued
    if pieces.word(at) in ("old", "olds"):
        quantity.end = at + 1
        return _age(quantity, quantity.unit or "year")
    if pieces.word(at) == "of" and pieces.word(at + 1) == "age":
        quantity.end = at + 2
        return _age(quantity, quantity.unit or "year")
    if _says_age(pieces, quantity.first - 1):
        return _age(quantity, quantity.unit or "year")
    return False


def _says_age(pieces: Pieces, at: int) -> bool:
    """Words of age before the number: 'aged', 'age', 'the age of', 'ages 5'."""
    if pieces.word(at) == "of":
        return pieces.word(at - 1) in ("age", "ages")
    return pieces.word(at) in ("aged", "age", "ages", "turned", "turns", "turning") and not pieces.at(at).glued


def _abbreviated(pieces: Pieces, quantity: Quantity) -> bool:
    """'87 yo', '87 y/o'."""
    at = quantity.end
    if pieces.word(at) == "yo" or (
        pieces.word(at) == "y" and pieces.at(at + 1).text == "/" and pieces.word(at + 2) == "o"
    ):
        quantity.end = at + 1 if pieces.word(at) == "yo" else at + 3
        quantity.unit_pieces = (at, quantity.end)
        return _age(quantity)
    return False


def _after_age(pieces: Pieces, quantity: Quantity) -> bool:
    """'aged 7', 'at the age of 21', 'children under the age of 5'."""
    at = quantity.first - 1
    if pieces.word(at) in ("about", "around", "between", "just", "over", "under", "roughly"):
        at -= 1
    if not _says_age(pieces, at):
        return False
    if pieces.word(at).startswith("turn") and (
        (pieces.at(quantity.end).shape == "word" and pieces.token(quantity.end).pos_ in ("NOUN", "ADJ", "PROPN"))
        or quantity.value < 5
    ):
        return False
    return _age(quantity)


def _apposed(pieces: Pieces, quantity: Quantity) -> bool:
    """'Jane Doe, 43, said', 'Doe (43)', 'who was 10', 'he is 35': a bare number after a person."""
    first, end = quantity.first, quantity.end
    if (quantity.numeral.spelled and quantity.value < 2) or quantity.value.denominator != 1:
        return False
    before, after = pieces.at(first - 1).text, pieces.at(end).text
    if (
        before == ","
        and (after in (",", ".", ";", ")") or pieces.at(end).shape == "edge")
        and first >= 2
        and pieces.at(first - 2).shape == "word"
    ):
        return pieces.token(first - 2).ent_type_ == "PERSON"
    if before == "(" and after == ")" and pieces.at(first - 2).shape == "word":
        return pieces.token(first - 2).ent_type_ == "PERSON"
    token = pieces.token(quantity.numeral.first)
    if (token.dep_ in ("attr", "acomp") and token.head.lemma_ == "be" and pieces.at(end).shape in ("mark", "edge")) or (
        token.dep_ in ("attr", "acomp")
        and token.head.lemma_ == "be"
        and pieces.word(end) in ("when", "by", "at", "years", "and", "in", "on")
    ):
        subjects = [child for child in token.head.children if child.dep_ == "nsubj"]
        return (
            bool(subjects)
            and 3 < quantity.value < 115
            and (subjects[0].lower_ in ("he", "she", "i", "who") or subjects[0].ent_type_ == "PERSON")
        )
    return False
