"""Dot as thousands separator, by context: "1.200 people", "€12.500"."""

from __future__ import annotations

import re

from newsview.extraction.numbers.lexicon import COUNTS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity

_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")
DOTTED = frozenset({"EUR", "IDR", "VND", "BRL", "ARS", "CLP", "COP", "TRY", "DKK", "ISK"})
"""Currencies of countries with a dot as thousands separator, whose amounts do not have three decimals."""


def is_dot_thousands(pieces: Pieces, quantity: Quantity) -> bool:
    """Whether the one dot of *quantity*, read as a decimal, separates thousands: amounts in DOTTED, counted things."""
    piece = pieces.at(quantity.numeral.first)
    if (
        quantity.numeral.end != quantity.numeral.first + 1
        or not _ONE_GROUP.fullmatch(piece.text)
        or quantity.high is not None
    ):
        return False
    whole_money = (
        quantity.kind == "money" and quantity.unit in DOTTED and quantity.per is None and piece.text.endswith("00")
    )
    return whole_money or _counts_things(pieces, quantity)


def _counts_things(pieces: Pieces, quantity: Quantity) -> bool:
    """Whether a plural noun without fractions follows: "people", "seats"; not "times", "points"."""
    if quantity.kind != "cardinal" or quantity.unit_pieces is None or quantity.attributive or quantity.inherited:
        return False
    noun = pieces.token(quantity.unit_pieces[1] - 1)
    plural = noun.tag_ in ("NNS", "NNPS") or noun.lower_ == "people"
    return plural and noun.lemma_ not in COUNTS.divisible
