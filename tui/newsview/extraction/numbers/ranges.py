"""Two numerals that are the ends of one range: '5 to 10', '5–10%', 'between 3 and 4', '$3 billion to $5 billion'."""

from __future__ import annotations

from fractions import Fraction

from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.tables import words

CLOSE = 1.3
"""'cut 26 percent to 28 percent' is a range, 'rose 5 percent to 40 percent' a change and its end."""
DASHES = frozenset({"-", "–", "—", "‑", "−", "/"})


def join_ranges(pieces: Pieces, quantities: list[Quantity]) -> list[Quantity]:
    """*quantities* with the two ends of every range made one, whose numeral is the first end's."""
    joined: list[Quantity] = []
    for quantity in quantities:
        if joined and _is_range(pieces, joined[-1], quantity):
            _join(pieces, joined[-1], quantity)
        else:
            joined.append(quantity)
    return joined


def _is_range(pieces: Pieces, low: Quantity, high: Quantity) -> bool:
    if low.high is not None or high.high is not None or low.kind == "label" or high.kind == "label":
        return False
    gap = high.first - low.end
    if not 0 < gap <= 3 or not _same_unit(low, high):
        return False
    link = [pieces.at(at) for at in range(low.end, high.first)]
    link_words = [piece.lower for piece in link]
    if link_words == ["to"]:
        if low.unit is not None and high.unit is None and low.kind != "money":
            return False
        return not _change(pieces, low, high) and _ascending(low, high)
    if link_words == ["and"] and pieces.word(low.first - 1) == "between":
        return True
    if link_words in (["to", "-"], ["-", "to", "-"], ["-", "to"]):
        return True
    if link_words == ["or"]:
        return (
            low.numeral.spelled == high.numeral.spelled
            and low.numeral.scale == 1
            and (high.unit_pieces is None or high.unit_pieces[0] >= high.numeral.end)
            and _close(low, high)
            and (low.unit is None or low.unit == high.unit)
        )
    if len(link_words) == 1 and link_words[0] in DASHES:
        spaced = not link[0].glued
        if spaced and link_words[0] == "—":
            return False
        return (
            (link_words[0] != "/" or low.kind == "money")
            and (link_words[0] != "-" or not spaced or high.unit is not None)
            and _dash_range(pieces, low, high)
        )
    return False


def _same_unit(low: Quantity, high: Quantity) -> bool:
    return low.unit is None or high.unit is None or low.unit == high.unit


def _ascending(low: Quantity, high: Quantity) -> bool:
    """Upwards, or downwards in a measure: 'a density of 1.3 to 0.03 A/cm2'; not 'leads by 73 percent to 25 percent'."""
    return _inherited(low, high) <= high.value or (low.kind == "measure" and low.unit == high.unit)


def _inherited(low: Quantity, high: Quantity) -> Fraction:
    """The lower end's value, with the magnitude that only the upper end names: '$89 to $93 billion'."""
    if low.numeral.scale == 1 and high.numeral.scale > 1 and abs(low.value) < 1000:
        return low.value * high.numeral.scale
    return low.value


def _close(low: Quantity, high: Quantity) -> bool:
    """'three or four years', '40 or 50 people'."""
    first = _inherited(low, high)
    return bool(0 < first < high.value <= 3 * first)


def _change(pieces: Pieces, low: Quantity, high: Quantity) -> bool:
    """'fell from $2,415 to $2,315', 'rose $2 to $45': a verb of change, and either 'from' or a unit with each end."""
    at = low.first - 1
    if _inherited(low, high) != low.value or low.value < high.value <= CLOSE * low.value:
        return False
    if pieces.word(at) != "from" and not (low.unit is not None and high.unit is not None):
        return False
    return any(pieces.word(each) in words("trends", "change_words") for each in range(at - 6, at + 1))


def _dash_range(pieces: Pieces, low: Quantity, high: Quantity) -> bool:
    if low.unit is None and low.value >= high.value:
        return low.kind == "money"
    return _ascending(low, high)


def _join(pieces: Pieces, low: Quantity, high: Quantity) -> None:
    ends = sorted((_inherited(low, high), high.value))
    low.value, low.high = ends[0], ends[1]
    low.end = high.end
    if low.unit is None or high.unit_pieces is not None:
        low.kind, low.unit, low.unit_pieces, low.dimension = (
            high.kind if high.unit else low.kind,
            high.unit or low.unit,
            high.unit_pieces or low.unit_pieces,
            high.dimension or low.dimension,
        )
