"""Words adjacent to a number: the noun it describes, brackets, its modifier, nouns of margin or change."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

from newsview.extraction.numbers.lexicon import CHANGES, ELLIPSIS, EXTENTS, HEDGES, SUBJECT_WORDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.subject_nouns import changes
from newsview.extraction.syntax import NOUN_POS

ADJACENT = frozenset({"percent", "percentage_point", "measure", "money"})
"""Kinds whose subject may be the noun directly before the number if the parse gives none."""


def in_brackets(pieces: Pieces, quantity: Quantity) -> bool:
    """Whether the number is in brackets: "Jane Doe (0.5 points)", "Stoxx 50 (-1.3%)"."""
    return pieces.at(quantity.begin - 1).text == "("


def described(pieces: Pieces, quantity: Quantity) -> Token | None:
    """Noun directly before the number that it describes: "a mirror 8.2 metres across", "a boy weighing 9 kilograms", "a deal worth $3m"."""
    first = quantity.begin - 1
    while pieces.word(first) in HEDGES.skipped:
        first -= 1
    if quantity.kind not in ADJACENT or pieces.at(first).shape != "word":
        return None
    before = pieces.token(first)
    if before.lower_ in SUBJECT_WORDS.worth and before.i and before.nbor(-1).tag_ in ("NN", "NNS"):
        return before.nbor(-1)
    if before.tag_ == "VBG" and before.dep_ == "acl":
        return before.head
    across = quantity.kind == "measure" and pieces.word(quantity.unit_end) in EXTENTS.across
    return before if across and before.tag_ in ("NN", "NNS") else None


def is_margin(pieces: Pieces, quantity: Quantity) -> bool:
    """Margin at the end of a clause, which has no subject: "lifted them to third, three points behind Orient"."""
    behind = pieces.word(quantity.unit_end) in ELLIPSIS.margins
    return behind and quantity.kind == "cardinal" and pieces.at(quantity.begin - 1).text == ","


def of_change(pieces: Pieces, quantity: Quantity) -> bool:
    """Size of a change before "in": "an increase of 5% in exports"; not "a shortfall of $38,000 in the accounts"."""
    noun = pieces.at(quantity.begin - 2)
    return noun.shape == "word" and changes(pieces.token(quantity.begin - 2))


def possessor(pieces: Pieces, quantity: Quantity) -> Token | None:
    """Possessor inside the unit: "Doe" in "two of Doe's deputies"; not "one of the world's largest mills"."""
    if quantity.kind != "cardinal" or quantity.unit_pieces is None:
        return None
    first, end = pieces.tokens(*quantity.unit_pieces)
    if any(each.tag_ in ("JJS", "RBS") for each in pieces.doc[first:end]):
        return None  # the possessor is among what the mill is the largest of
    for each in pieces.doc[first:end]:
        if each.dep_ == "poss" and each.pos_ in NOUN_POS:
            return each
    return None


def noun_before(pieces: Pieces, quantity: Quantity, numbers: Container[int]) -> Token | None:
    """Noun directly before a number without a governor: "Stoxx 50 -1.3%", "panel strength ≈ 9 MPa"."""
    first = quantity.begin
    at = first - 1
    while pieces.at(at).text in CHANGES.before_amount and at > first - 4:
        at -= 1
    if pieces.at(at).shape not in ("word", "digits"):
        return None
    token = pieces.token(at)
    while token.i > 0 and token.pos_ == "NUM" and token.i not in numbers:
        token = token.nbor(-1)
    return token if token.pos_ in NOUN_POS else None


def in_cue(pieces: Pieces, quantity: Quantity, token: Token) -> bool:
    """Whether *token* is in the modifier, which the parser may take for a preposition: "cutting about 6,000 jobs"."""
    if quantity.cue is None:
        return False
    first, end = pieces.tokens(*quantity.cue)
    return first <= token.i < end


def behind_conversion(doc: Doc, at: int) -> int:
    """Token index after the brackets that open at *at*, or *at*: "of" in "1.6 metres (5.2 feet) of thickness"."""
    if at < len(doc) and doc[at].text == "(":
        for close in range(at + 2, min(at + 6, len(doc))):
            if doc[close].text == ")":
                return close + 1
    return at
