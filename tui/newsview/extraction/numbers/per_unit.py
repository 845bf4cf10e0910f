"""Bases of rates: "$40 a barrel", "cents a dozen", "3,000 tests per day", "per capita"; not "a year earlier"."""

from __future__ import annotations

from typing import NamedTuple

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.lexicon import PER
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.units import unit_at

LONGEST_CONVERSION = 7
"""Pieces from the bracket that opens a conversion to the one that closes it, at most."""


class Rate(NamedTuple):
    """The base of a rate, as "barrel" of "$40 a barrel", and the end of its words; 0 where they are not beside the number."""

    per: str
    end: int


def find_rate(pieces: Pieces, quantity: Quantity) -> Rate | None:
    """The rate in the words directly after *quantity* or its counted noun; None if there is none."""
    end = quantity.unit_end
    if pieces.at(end).text in ("(", ")") and quantity.kind in ("money", "measure"):
        return _rate_behind_brackets(pieces, quantity, end)
    rate = _rate_at(pieces, quantity, end)
    after = _after_of(pieces, end + 1) if rate is None and pieces.word(end) == "of" else 0
    return _rate_at(pieces, quantity, after) if after else rate


def _rate_behind_brackets(pieces: Pieces, quantity: Quantity, at: int) -> Rate | None:
    """Rate after a conversion, of both amounts: "900 million euros ($970 million) a year"."""
    close = next((each for each in range(at, at + LONGEST_CONVERSION) if pieces.at(each).text == ")"), None)
    rate = None if close is None else _rate_at(pieces, quantity, close + 1)
    return None if rate is None else Rate(rate.per, 0)


def _rate_at(pieces: Pieces, quantity: Quantity, at: int) -> Rate | None:
    """Rate that begins at *at*: "per day", "a barrel", "-a-share", "/hour", "apiece"; else None."""
    if (
        (pieces.word(at) == "per" and pieces.at(at + 1).shape == "word")
        or (pieces.at(at).text == "/" and quantity.unit is not None and pieces.at(at + 1).glued)
        or (pieces.word(at) in FUNCTION.indefinite and _rated(pieces, quantity, at + 1))
    ):
        return _base(pieces, at + 1)
    if pieces.words(at, at + 3) in PER.hyphenated:
        return _base(pieces, at + 3)
    return Rate("piece", at + 1) if pieces.word(at) == "apiece" else None


def _after_of(pieces: Pieces, at: int) -> int:
    """End of the noun phrase after "of" before a rate over time: "34,500 tons of copper cathode a year"; 0 if none."""
    for end in range(at, at + 6):
        if pieces.at(end).shape != "word":
            return 0
        if pieces.word(end) in PER.articles:
            return end if end > at and pieces.word(end + 1) in PER.periods else 0
    return 0


def _rated(pieces: Pieces, quantity: Quantity, at: int) -> bool:
    """Whether the noun at *at* is the base of a price or rate: "$40 a barrel"; not "a year earlier"."""
    if (
        pieces.at(at).shape != "word"
        or at in pieces.taken
        or (quantity.kind in ("percent", "age", "ordinal", "label", "score") and pieces.word(at) not in PER.of_shares)
    ):
        return False
    if pieces.word(at + 1) in PER.not_before and pieces.word(at + 1) not in PER.joining:
        return False
    if pieces.word(at) in PER.nouns and pieces.token(at).tag_ != "JJ":
        following = pieces.at(at + 1)
        return not (
            following.shape == "word"
            and following.lower not in PER.nouns
            and pieces.token(at).dep_ == "compound"
            and quantity.kind != "money"
        )
    return False


def _base(pieces: Pieces, at: int) -> Rate | None:
    measure = unit_at(pieces, at)
    if measure is not None and measure.unit.dimension != "share":
        return Rate(measure.unit.name, measure.end)
    piece = pieces.at(at)
    if piece.shape != "word":
        return None
    token = pieces.token(at)
    if token.dep_ == "compound" and token.head.i == token.i + 1 and pieces.at(at + 1).shape == "word":
        return Rate(f"{token.lemma_.lower()} {token.head.lemma_.lower()}", at + 2)
    name = token.lemma_.lower() if token.text == piece.text else piece.lower
    return Rate({"people": "person", "annum": "year", "caput": "capita"}.get(name, name), at + 1)


def base_of_rate(pieces: Pieces, rate: Quantity, base: Quantity) -> str | None:
    """*base* in words if it is the base of *rate*: "100,000 people" of "3.5 per 100,000 people"; else None."""
    if base.kind not in ("cardinal", "measure") or base.value < 10 or base.high is not None:
        return None
    if pieces.words(rate.unit_end, base.first) not in PER.prepositions:
        return None
    start, end = pieces.span(base.first, base.numeral.end)
    return f"{pieces.text[start:end]} {base.unit or ''}".strip()
