"""Currency of a name that several countries share, by the country mentioned nearest: "pesos" near "Manila" are PHP."""

from __future__ import annotations

from functools import cache

from newsview.extraction.numbers.lexicon import MONEY
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.tables import rows

BEFORE, AFTER = 250, 25
"""Tokens before and after an amount that are searched for a country; the nearest one before it takes precedence."""


@cache
def _by_word() -> dict[str, dict[str, str]]:
    """{singular currency name: {word for a country: ISO code}}."""
    found: dict[str, dict[str, str]] = {}
    for name, code, words in rows(__package__, "currency_countries", columns=3):
        found.setdefault(name, {}).update(dict.fromkeys(words.split(), code))
    return found


def choose_currency(pieces: Pieces, quantity: Quantity) -> None:
    """Replaces the default currency of an ambiguous name by that of the nearest country before or after it."""
    if quantity.kind != "money" or quantity.unit_pieces is None:
        return
    first, end = quantity.unit_pieces
    if end != first + 1:
        return
    name = pieces.word(first)
    name = MONEY.plural_forms.get(name, name.removesuffix("s"))
    countries = _by_word().get(name)
    if countries is None:
        return
    doc, here = pieces.doc, pieces.token(first).i
    for at in (*range(here - 1, max(-1, here - BEFORE), -1), *range(here + 1, min(len(doc), here + AFTER))):
        code = countries.get(doc[at].text)
        if code is not None:
            quantity.unit = code
            quantity.by(choose_currency)
            return
