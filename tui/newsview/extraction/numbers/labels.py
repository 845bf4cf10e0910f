"""Numbers that are names: Boeing 737, S&P 500, Row 21, Covid-19, Flight 302, 22nd Amendment, years in titles."""

from __future__ import annotations

import re

from spacy.tokens import Token

from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.tables import words

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|2100")


def is_label(pieces: Pieces, quantity: Quantity) -> bool:
    """Whether the quantity without currency or unit is a name or part of one."""
    if quantity.kind == "money" or quantity.kind == "percent":
        return False
    if _glued_name(pieces, quantity):
        return True
    if quantity.unit is not None:
        return False
    return any(
        rule(pieces, quantity)
        for rule in (_year, _clock_or_code, _month_day, _numbered_noun, _proper_name, _hash, _address)
    )


def _glued_name(pieces: Pieces, quantity: Quantity) -> bool:
    """'S23', 'A380', 'Covid-19', 'TA-25', 'V-6', 'x86': letters before the digits without a space."""
    if quantity.numeral.spelled:
        return False
    first, before = pieces.at(quantity.numeral.first), pieces.at(quantity.numeral.first - 1)
    if quantity.first < quantity.numeral.first or not first.glued:
        return False
    if before.shape == "word":
        return True
    if before.text in ("-", "‑", "–", "_", ".") and before.glued:
        word = pieces.at(quantity.numeral.first - 2)
        return word.shape == "word" and (word.text[0].isupper() or len(word.text) == 1) and word.lower not in ("minus",)
    return False


def _year(pieces: Pieces, quantity: Quantity) -> bool:
    """'the Digital Economy Act 2017', 'a 2020 hybrid': four bare digits that read as a year, unless things are counted."""
    piece = pieces.at(quantity.numeral.first)
    if quantity.numeral.end != quantity.numeral.first + 1 or not _YEAR.fullmatch(piece.text):
        return False
    following = pieces.at(quantity.end)
    if following.shape != "word":
        return True
    token, head = pieces.token(quantity.numeral.first), pieces.token(quantity.numeral.first).head
    return not (token.dep_ == "nummod" and head.i > token.i and head.tag_ in ("NNS", "NNPS") and token.i + 3 > head.i)


def _clock_or_code(pieces: Pieces, quantity: Quantity) -> bool:
    """'10:30', '9/11', '2:55': digits joined to digits by a colon or a slash."""
    end, first = quantity.numeral.end, quantity.numeral.first
    after = pieces.at(end)
    if after.text in (":", "/") and after.glued and pieces.at(end + 1).shape == "digits" and pieces.at(end + 1).glued:
        return True
    before = pieces.at(first - 1)
    return (
        before.text in (":", "/") and pieces.at(first).glued and before.glued and pieces.at(first - 2).shape == "digits"
    )


def _month_day(pieces: Pieces, quantity: Quantity) -> bool:
    """'Aug. 14', '14 August': a day that no date covers."""
    months = words("labels", "months")
    before = pieces.at(quantity.first - 1)
    at = quantity.first - 2 if before.text == "." else quantity.first - 1
    return quantity.value <= 31 and (
        (pieces.word(at) in months and pieces.at(at).text[:1].isupper())
        or (pieces.word(quantity.end) in months and pieces.at(quantity.end).text[:1].isupper())
    )


def _numbered_noun(pieces: Pieces, quantity: Quantity) -> bool:
    """'page 12', 'category 4 hurricane', 'No. 5', 'phase three': a noun in the singular that numbers are given to."""
    at = quantity.first - 1
    if pieces.at(at).text == "." and pieces.at(at).glued:
        at -= 1
    if pieces.word(at) not in words("labels", "nouns"):
        return False
    if pieces.word(at) in ("no", "number") and pieces.at(at + 1).text != "." and pieces.word(at) == "no":
        return False
    token = pieces.token(quantity.numeral.first)
    counted = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    return not counted


def _hash(pieces: Pieces, quantity: Quantity) -> bool:
    """'#3', '№ 7'."""
    return pieces.at(quantity.first - 1).text in ("#", "№")


def _address(pieces: Pieces, quantity: Quantity) -> bool:
    """'575 Wilbraham Road', '10 Downing Street'."""
    for at in range(quantity.end, quantity.end + 4):
        piece = pieces.at(at)
        if piece.shape != "word" or not piece.text[0].isupper():
            return False
        if piece.text in words("labels", "street") and at > quantity.end:
            return True
    return False


def _proper_name(pieces: Pieces, quantity: Quantity) -> bool:
    """'Boeing 737', 'the Big 12', 'Formula One', 'Group 7 leaders': inside or right after a proper name."""
    token = pieces.token(quantity.numeral.first)
    if token.i == 0:
        return False
    before = token.nbor(-1)
    if quantity.numeral.spelled:
        return (
            token.pos_ == "PROPN"
            and token.text[0].isupper()
            and not token.is_sent_start
            and before.pos_ == "PROPN"
            and before.text[0].isupper()
        )
    if pieces.at(quantity.first - 1).end != token.idx - 1 or (
        before.pos_ != "PROPN" and before.ent_type_ not in ("PRODUCT", "FAC", "LAW")
    ):
        return False
    if not (before.text[0].isupper() or before.text[0].isdigit()):
        return False
    return not _counts_after_name(token, before)


def _counts_after_name(token: Token, before: Token) -> bool:
    """'in Paris 30 people died': the name ends before the number, which counts the noun after it."""
    counted = token.head
    if token.dep_ != "nummod" or counted.i <= token.i or counted.tag_ not in ("NNS", "NN", "NNPS"):
        return False
    return (
        before.head != counted
        and counted.left_edge.i >= token.i - 2
        and before.dep_ in ("pobj", "nsubj", "npadvmod", "dobj", "appos", "ROOT", "dative", "conj")
    )
