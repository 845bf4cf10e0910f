"""Durations in the notation of races and records: "2:04:33", "4:29.7", "1:02:03.45"."""

from __future__ import annotations

import re
from fractions import Fraction

from newsview.extraction.numbers.lexicon import RACES
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Form
from newsview.extraction.numbers.units import Unit

_PART = re.compile(r"[0-5]\d")
_LAST = re.compile(r"[0-5]\d(?:\.\d{1,3})?")
_SIXTY = 60
_SECOND = Unit("second", "time")


def race_time_at(pieces: Pieces, index: int) -> Form | None:
    """Time of a race or a game at *index*, in seconds: "2:04:33", "4:29.7", "2:55 into overtime"; None if there is none.

    Two parts need a decimal or a word of the game's clock: "4:29" alone is a time of day.
    """
    parts, end = [pieces.at(index)], index + 1
    while len(parts) < 3 and _joined(pieces, end):
        parts.append(pieces.at(end + 1))
        end += 2
    texts = [part.text for part in parts]
    if not texts[0].isdecimal() or len(texts[0]) > 3 or not _LAST.fullmatch(texts[-1]) or _joined(pieces, end):
        return None
    if len(texts) == 3 and not _PART.fullmatch(texts[1]):
        return None
    clock = pieces.word(end) in RACES.clocks
    if len(texts) < 2 or (len(texts) == 2 and "." not in texts[1] and not clock):
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
