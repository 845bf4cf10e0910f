"""Bases of rates: "$40 a barrel", "cents a dozen", "3,000 tests per day", "per capita"; not "a year earlier"."""

from __future__ import annotations

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.lexicon import PER
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.units import unit_at

LONGEST_CONVERSION = 7
"""Pieces from the bracket that opens a conversion to the one that closes it, at most."""


def find_per(pieces: Pieces, quantity: Quantity) -> None:
    """Sets ``per`` and the end of its words, from those directly after *quantity* or its counted noun."""
    end = max(quantity.end, quantity.unit_pieces[1] if quantity.unit_pieces is not None else 0)
    if pieces.at(end).text in ("(", ")") and quantity.kind in ("money", "measure"):
        _rate_behind_brackets(pieces, quantity, end)
    elif not _rate_at(pieces, quantity, end) and pieces.word(end) == "of":
        after = _after_of(pieces, end + 1)
        if after:
            _rate_at(pieces, quantity, after)


def _rate_behind_brackets(pieces: Pieces, quantity: Quantity, at: int) -> None:
    """Rate after a conversion, of both amounts: "900 million euros ($970 million) a year"."""
    close = next((each for each in range(at, at + LONGEST_CONVERSION) if pieces.at(each).text == ")"), None)
    if close is not None and _rate_at(pieces, quantity, close + 1):
        quantity.per_end = 0  # the words are not beside the number


def _rate_at(pieces: Pieces, quantity: Quantity, at: int) -> bool:
    """Whether a rate begins at *at*, and if so sets it: "per day", "a barrel", "-a-share", "/hour", "apiece"."""
    if (
        (pieces.word(at) == "per" and pieces.at(at + 1).shape == "word")
        or (pieces.at(at).text == "/" and quantity.unit is not None and pieces.at(at + 1).glued)
        or (pieces.word(at) in FUNCTION.indefinite and _rated(pieces, quantity, at + 1))
    ):
        _set(pieces, quantity, at + 1)
    elif tuple(pieces.word(each) for each in range(at, at + 3)) in PER.hyphenated:
        _set(pieces, quantity, at + 3)
    elif pieces.word(at) == "apiece":
        quantity.per, quantity.per_end = "piece", at + 1
    return quantity.per is not None


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


def _set(pieces: Pieces, quantity: Quantity, at: int) -> None:
    measure = unit_at(pieces, at)
    if measure is not None and measure.unit.dimension != "share":
        quantity.per, quantity.per_end = measure.unit.name, measure.end
        return
    piece = pieces.at(at)
    if piece.shape != "word":
        return
    token = pieces.token(at)
    end = at + 1
    if token.dep_ == "compound" and token.head.i == token.i + 1 and pieces.at(end).shape == "word":
        quantity.per, quantity.per_end = f"{token.lemma_.lower()} {token.head.lemma_.lower()}", end + 1
        return
    name = token.lemma_.lower() if token.text == piece.text else piece.lower
    quantity.per, quantity.per_end = {"people": "person", "annum": "year", "caput": "capita"}.get(name, name), end


def join_rates(pieces: Pieces, quantities: list[Quantity]) -> list[Quantity]:
    """*quantities* without the bases of rates, which become ``per``: "3.5 per 100,000 people", "2.3 per 1,000"."""
    joined: list[Quantity] = []
    for quantity in quantities:
        if joined and _is_base(pieces, joined[-1], quantity):
            base = quantity.end if quantity.unit_pieces is None else max(quantity.end, quantity.unit_pieces[1])
            start, end = pieces.span(quantity.first, quantity.numeral.end)
            joined[-1].per = f"{pieces.text[start:end]} {quantity.unit or ''}".strip()
            joined[-1].per_end = base
            joined[-1].by(join_rates)
        else:
            joined.append(quantity)
    return joined


def _is_base(pieces: Pieces, rate: Quantity, base: Quantity) -> bool:
    if base.kind not in ("cardinal", "measure") or base.value < 10 or base.high is not None:
        return False
    end = max(rate.end, rate.unit_pieces[1] if rate.unit_pieces is not None else 0)
    return tuple(pieces.word(at) for at in range(end, base.first)) in PER.prepositions
