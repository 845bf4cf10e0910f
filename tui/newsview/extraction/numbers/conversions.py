"""Conversions of an amount, in parentheses or after "or": "seven miles (11 km)", "10 million euros ($11m)"."""

from __future__ import annotations

from newsview.extraction.numbers.lexicon import UNITS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity

CONVERTIBLE = frozenset({"money", "measure"})


def link_conversions(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Sets ``same_as`` of converted amounts to the position of the original; copies modifier, rate, subject."""
    for position in range(1, len(quantities)):
        original, converted = quantities[position - 1], quantities[position]
        if _converts(pieces, original, converted):
            converted.same_as = position - 1 if original.same_as is None else original.same_as
            converted.per = converted.per or original.per
            converted.subject = original.subject
            converted.trend, converted.trend_role = original.trend, original.trend_role
            if converted.modifier == "=":
                converted.modifier = original.modifier
        elif _restates(pieces, original, converted):
            converted.trend, converted.trend_role = original.trend, original.trend_role
            converted.subject = converted.subject or original.subject


def _restates(pieces: Pieces, original: Quantity, share: Quantity) -> bool:
    """Change restated as a share: "up 0.25 points, or 0.01%", "fell 40 cents, or 2%"."""
    between = [pieces.word(at) for at in range(_end(original), share.first)]
    return share.kind == "percent" and original.trend is not None and between in ([",", "or"], ["("])


def _converts(pieces: Pieces, original: Quantity, converted: Quantity) -> bool:
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
    end = _end(original)
    first = converted.first if converted.cue is None else min(converted.first, converted.cue[0])
    between = [pieces.word(at) for at in range(end, first)]
    if between and between[-1] in UNITS.restating and len(between) > 1:
        between.pop()
    if between in (["/"], [";"]):  # '(86 mph; 139 km/h)'
        return original.same_as is not None or between == ["/"]
    return between in (["("], ["["], [","]) if converted.kind == "money" else between in (["("], ["["], [","], ["/"])


def _end(quantity: Quantity) -> int:
    """End (exclusive) of the number, its unit and its rate."""
    return max(quantity.end, quantity.per_end, quantity.unit_pieces[1] if quantity.unit_pieces else 0)
