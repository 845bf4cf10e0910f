"""Durations in the notation of races and records: "2:04:33", "4:29.7", "1:02:03.45"."""

from __future__ import annotations

import re
from fractions import Fraction

from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Form
from newsview.extraction.numbers.units import Unit

_PART = re.compile(r"[0-5]\d")
_LAST = re.compile(r"[0-5]\d(?:\.\d{1,3})?")
_SIXTY = 60
_SECOND = Unit("second", "time")


def race_time_at(pieces: Pieces, index: int) -> Form | None:
    """Race time at *index*, in seconds; None if there is none. Two parts need a decimal: "4:29.7"; not "4:29"."""
    parts, end = [pieces.at(index)], index + 1
    while len(parts) < 3 and _joined(pieces, end):
        parts.append(pieces.at(end + 1))
        end += 2
    texts = [part.text for part in parts]
    if not texts[0].isdecimal() or len(texts[0]) > 3 or not _LAST.fullmatch(texts[-1]) or _joined(pieces, end):
        return None
    if len(texts) == 3 and not _PART.fullmatch(texts[1]):
        return None
    if len(texts) < 2 or (len(texts) == 2 and "." not in texts[1]):
        return None
    value = Fraction(0)
    for text in texts:
        value = value * _SIXTY + Fraction(text)
    return Form(Numeral(index, end, value), end, "duration", _SECOND)


def _joined(pieces: Pieces, at: int) -> bool:
    """Whether a colon and digits are at *at*, without spaces."""
    return (
        pieces.at(at).text == ":"
        and pieces.at(at).glued
        and pieces.at(at + 1).glued
        and pieces.at(at + 1).shape == "digits"
    )
