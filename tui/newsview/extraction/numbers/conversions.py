"""Conversions of an amount, in parentheses or after "or": "seven miles (11 km)", "10 million euros ($11m)"."""

from __future__ import annotations

from newsview.extraction.numbers.lexicon import UNITS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity

CONVERTIBLE = frozenset({"money", "measure"})


def restates(pieces: Pieces, original: Quantity, share: Quantity) -> bool:
    """Change restated as a share: "up 0.25 points, or 0.01%", "fell 40 cents, or 2%"."""
    if share.kind != "percent" or original.trend_role != "by":
        return False
    return pieces.words(original.rate_end, share.first) in ((",", "or"), ("(",))


def converts(pieces: Pieces, original: Quantity, converted: Quantity) -> bool:
    """Whether *converted* is *original* in another unit: "seven miles (11 km)", "10 million euros ($11m)"."""
    if (
        converted.kind not in CONVERTIBLE
        or original.unit == converted.unit
        or (original.high is None) != (converted.high is None)
    ):
        return False
    if not _opens(pieces, original, converted):
        return False
    if converted.kind == "money":
        return original.kind == "money" or (
            original.unit is None and original.kind == "cardinal" and original.value >= 100
        )
    return (
        original.dimension == converted.dimension and original.dimension is not None
    ) or converted.dimension == original.dimension == "rate"


def _opens(pieces: Pieces, original: Quantity, converted: Quantity) -> bool:
    """Whether only a bracket, comma or "or" is between the two, a slash after another conversion, or a modifier."""
    between = pieces.words(original.rate_end, converted.begin)
    if len(between) > 1 and between[-1] in UNITS.restating:
        between = between[:-1]
    if between in (("/",), (";",)):  # '(86 mph; 139 km/h)'
        return original.same_as is not None or between == ("/",)
    return between in (("(",), ("[",), (",",))
