"""Currency of a name that several countries share, by the country mentioned nearest: "pesos" near "Manila" are PHP."""

from __future__ import annotations

from functools import cache

from newsview.extraction.numbers.lexicon import MONEY
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.model.data_files import rows

BEFORE, AFTER = 250, 25
"""Tokens before and after an amount that are searched for a country; the nearest one before it takes precedence."""


@cache
def _by_word() -> dict[str, dict[str, str]]:
    """{singular currency name: {word for a country: ISO code}}."""
    found: dict[str, dict[str, str]] = {}
    for name, code, words in rows(__package__, "currency_countries", columns=3):
        found.setdefault(name, {}).update(dict.fromkeys(words.split(), code))
    return found


def choose_currency(pieces: Pieces, quantity: Quantity) -> str | None:
    """Currency of an ambiguous name, by the nearest country before or after it; None for an unambiguous name."""
    if quantity.unit_pieces is None:
        return None
    first, end = quantity.unit_pieces
    if end != first + 1:
        return None
    name = pieces.word(first)
    name = MONEY.plural_forms.get(name, name.removesuffix("s"))
    countries = _by_word().get(name)
    if countries is None:
        return None
    doc, here = pieces.doc, pieces.token(first).i
    for at in (*range(here - 1, max(-1, here - BEFORE), -1), *range(here + 1, min(len(doc), here + AFTER))):
        code = countries.get(doc[at].text)
        if code is not None:
            return code
    return None
