"""Ranges of two numerals: "5 to 10", "5–10%", "between 3 and 4", "$3 billion to $5 billion"."""

from __future__ import annotations

from fractions import Fraction

from newsview.extraction.lexical.characters import SPAN_DASHES
from newsview.extraction.numbers.lexicon import CHANGES, RANGES
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity

CLOSE = 1.3
"""Ratio up to which "cut 26 percent to 28 percent" is a range; "rose 5 percent to 40 percent" is change and level."""
WIDE = 8
"""Ratio of the ends of a range without units, at most."""
LINKS = SPAN_DASHES | {"—", "/"}


def is_range(pieces: Pieces, low: Quantity, high: Quantity) -> bool:
    """Whether the words between the two make them the ends of one range."""
    if low.high is not None or high.high is not None or {"label", "ordinal"} & {low.kind, high.kind}:
        return False
    if (low.kind == "fraction") != (high.kind == "fraction"):  # 'down a third to 2.1 million'
        return False
    if not 0 < high.first - low.end <= 3 or not _same_unit(low, high):
        return False
    link = pieces.words(low.end, high.first)
    if link == ("to",):
        return _to(pieces, low, high)
    if link == ("and",):
        return pieces.word(low.first - 1) == "between"
    if link == ("or",):
        return _or(low, high)
    if len(link) == 1 and link[0] in LINKS:
        return _dash(pieces, low, high, link[0])
    return link in RANGES.hyphenated


def _to(pieces: Pieces, low: Quantity, high: Quantity) -> bool:
    """Range with "to": "5 to 10", "$89 to $93 billion"; not "gained 0.68 per cent to 3,005" or the ends of a change."""
    if low.unit is not None and high.unit is None and low.kind != "money":
        return False
    return not _change(pieces, low, high) and _ascending(low, high)


def _or(low: Quantity, high: Quantity) -> bool:
    """Range with "or": "three or four litres", "40 or 50 people"; not the alternatives "25k or 40k", "8 or $9"."""
    if low.numeral.spelled != high.numeral.spelled or low.numeral.scale != 1:
        return False
    symbol_first = high.unit_pieces is not None and high.unit_pieces[0] < high.numeral.end
    return not symbol_first and _close(low, high)


def _dash(pieces: Pieces, low: Quantity, high: Quantity, dash: str) -> bool:
    """Range with a dash: "5–10%", "25 – 40min", "$7/$9"; not "four in 10 — 38 percent"."""
    spaced = not pieces.at(low.end).glued
    if (dash == "—" and spaced) or (dash == "/" and low.kind != "money"):
        return False
    if dash == "-" and spaced and high.unit is None:
        return False
    if low.unit is None and low.value >= high.value:
        return False
    return _ascending(low, high)


def _same_unit(low: Quantity, high: Quantity) -> bool:
    """Whether both have the same unit, or one of them has none."""
    return low.unit is None or high.unit is None or low.unit == high.unit


def _ascending(low: Quantity, high: Quantity) -> bool:
    """Ascending, or descending in a measure: "from 1.3 to 0.03 A/cm2"; not "leads by 73 percent to 25 percent"."""
    return value_from(low, high) <= high.value or (low.kind == "measure" and low.unit == high.unit)


def value_from(low: Quantity, high: Quantity) -> Fraction:
    """Value of the lower end with the magnitude of the upper: "$89 to $93 billion", "two to three hundred"."""
    if low.numeral.spelled and high.numeral.spelled and high.value % 100 == 0 and low.value * 100 < high.value < 1000:
        return low.value * 100
    if low.numeral.scale == 1 and high.numeral.scale > 1 and abs(low.value) < 1000:
        return low.value * high.numeral.scale
    return low.value


def _close(low: Quantity, high: Quantity) -> bool:
    """Close ends: "three or four years", "40 or 50 people"."""
    first = value_from(low, high)
    return bool(0 < first < high.value <= 3 * first)


def _change(pieces: Pieces, low: Quantity, high: Quantity) -> bool:
    """Change and level, or ends of a change, after a verb of change: "fell from $2,415 to $2,315", "rose $2 to $45"."""
    at = low.first - 1
    if pieces.word(at) == "from" and any(
        pieces.word(each) in CHANGES.forms or pieces.word(each) in CHANGES.shifts for each in range(at - 6, at)
    ):
        return True
    if value_from(low, high) != low.value or low.value < high.value <= CLOSE * low.value:
        return False
    alike = low.kind == "money" or low.unit is None
    sized = alike and high.unit is None and high.value > WIDE * low.value  # 'fell by 300 to 4,100'
    if pieces.word(at) != "from" and not (low.unit is not None and high.unit is not None) and not sized:
        return False
    return any(pieces.word(each) in CHANGES.forms for each in range(at - 6, at + 1))
