"""Feet and inches written with quote marks: 6'2", a 12" disc, an altitude of 30'; only where no quotation can end."""

from __future__ import annotations

from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.units import Measure, Unit

FOOT, INCH = Unit("foot", "length"), Unit("inch", "length")
FEET_MARKS = frozenset({"'", "’", "′"})
INCH_MARKS = frozenset({'"', "”", "″"})
SIZES = frozenset(
    {
        "long",
        "tall",
        "wide",
        "high",
        "deep",
        "thick",
        "screen",
        "tv",
        "vinyl",
        "disc",
        "disk",
        "record",
        "single",
        "display",
        "pizza",
        "monitor",
    }
)
DIMENSIONS = frozenset({"altitude", "height", "length", "depth", "width", "diameter", "thickness"})


def quoted_length(pieces: Pieces, first: int, end: int) -> Measure | None:
    """Foot or inch mark at *end*, directly after the digits at *first*; None if it is a quotation mark."""
    mark = pieces.at(end)
    if pieces.at(first).shape != "digits":
        return None
    if mark.text in FEET_MARKS and mark.glued:
        inches = pieces.at(end + 1)
        paired = inches.shape == "digits" and inches.glued and pieces.at(end + 2).text in INCH_MARKS
        if paired or _of_dimension(pieces, first):
            return Measure(FOOT, end, end + 1, True)
    if mark.text in INCH_MARKS:
        after_feet = pieces.at(first).glued and pieces.at(first - 1).text in FEET_MARKS
        if after_feet or pieces.word(end + 1) in SIZES or (mark.glued and _of_dimension(pieces, first)):
            return Measure(INCH, end, end + 1, True)
    return None


def _of_dimension(pieces: Pieces, first: int) -> bool:
    """Length after a noun of dimension and "of": "an altitude of 30'"."""
    return pieces.word(first - 1) == "of" and pieces.word(first - 2) in DIMENSIONS
