"""Odds of a bet, which are names of a chance and no counts: "the 7/2 favourite", "at odds of 11-4", "a 100-1 outsider"."""

from __future__ import annotations

from newsview.extraction.lexical.characters import HYPHENS
from newsview.extraction.numbers.digit_numerals import decimal
from newsview.extraction.numbers.lexicon import SCORES
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Form

REACH = 3
"""Pieces between the odds and the word for them, at most: "the 7/2 second favourite"."""


def odds_at(pieces: Pieces, index: int) -> Form | None:
    """Odds at *index*: "7/2 favourite", "odds of 11-4", "priced at 5/1"; not "a 5-4 ruling", "a 1/2 share"."""
    over, link, under = pieces.at(index), pieces.at(index + 1), pieces.at(index + 2)
    if under.shape != "digits" or not (link.glued and under.glued) or link.text not in HYPHENS | {"/"}:
        return None
    if not (over.text.isdecimal() and under.text.isdecimal()) or len(over.text) > 4 or len(under.text) > 2:
        return None
    value = decimal(over.text)
    if value is None or not (_named_after(pieces, index + 3) or _named_before(pieces, index)):
        return None
    return Form(Numeral(index, index + 3, value), index + 3, "label")


def _named_after(pieces: Pieces, at: int) -> bool:
    """Whether a word for odds follows in the noun phrase."""
    for each in range(at, at + REACH):
        if pieces.at(each).shape != "word":
            return False
        if pieces.word(each) in SCORES.of_odds:
            return True
        if pieces.token(each).tag_[:2] not in ("JJ", "NN"):
            return False
    return False


def _named_before(pieces: Pieces, at: int) -> bool:
    """Whether the words before are of betting: "odds of", "priced at", "backed at"."""
    return pieces.words(at - 2, at) in SCORES.betting
