"""Which of several currencies a bare name means, by the country that was mentioned last: pesos in Manila are Philippine."""

from __future__ import annotations

from functools import cache

from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.tables import table

BEFORE, AFTER = 250, 25
"""Tokens before and after an amount in which a country is looked for; before it the nearest counts."""


@cache
def _by_word() -> dict[str, dict[str, str]]:
    """{singular currency name: {word of a country: ISO code}}."""
    listed = table("currency_countries")
    return {
        name: {word: code for code, words in codes.items() for word in words}
        for name, codes in listed.items()
        if not name.startswith("_")
    }


def settle_currency(pieces: Pieces, quantity: Quantity) -> None:
    """Replaces the default currency of a bare name in *quantity* by that of the country nearest before or after it."""
    if quantity.kind != "money" or quantity.unit_pieces is None:
        return
    first, end = quantity.unit_pieces
    if end != first + 1:
        return
    name = pieces.word(first)
    name = table("currency_defaults")["plural_forms"].get(name, name.removesuffix("s"))
    countries = _by_word().get(name)
    if countries is None:
        return
    doc, here = pieces.doc, pieces.token(first).i
    for at in (*range(here - 1, max(-1, here - BEFORE), -1), *range(here + 1, min(len(doc), here + AFTER))):
        code = countries.get(doc[at].text)
        if code is not None:
            quantity.unit = code
            quantity.by(settle_currency)
            return
