"""Feet and inches written with quote marks: 6'2", a 12" disc, an altitude of 30'; only where no quotation can end."""

from __future__ import annotations

import re
from fractions import Fraction

from newsview.extraction.lexical.characters import APOSTROPHES, JOINTS
from newsview.extraction.numbers.lexicon import EXTENTS, NUMBER_WORDS
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.units import Measure, Unit

FOOT, INCH = Unit("foot", "length"), Unit("inch", "length")
FEET_MARKS = APOSTROPHES | {"′"}
INCH_MARKS = frozenset({'"', "”", "″"})
WINDOW = 2000
"""Characters before and after a mark in which the other mark of a quotation is looked for, inside its paragraph."""
_OPENS = re.compile(r"(?:^|(?<=[\s(\[—–-]))[\"“](?=\S)")
_CLOSES = re.compile(r"(?<=[^\s\d(\[—–-])[\"”](?!\w)")
_SIZED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN"})
"""Tags of the words behind an inch mark."""


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
        if after_feet or (mark.glued and _of_dimension(pieces, first)) or _sizes_noun(pieces, end):
            return Measure(INCH, end, end + 1, True)
    return None


def height_at(pieces: Pieces, feet: Numeral) -> tuple[Fraction, Measure] | None:
    """Whole inches of a height that begins with *feet*: "a 6-foot-2 guard", "five-foot-nine"; None for anything else."""
    at = feet.end
    if pieces.words(at, at + 3) != ("-", "foot", "-") or not all(pieces.at(each).glued for each in range(at, at + 4)):
        return None
    word, after = pieces.word(at + 3), pieces.at(at + 4)
    inches = int(word) if word.isdecimal() and len(word) < 3 else NUMBER_WORDS.small.get(word, 12)
    if inches >= 12 or feet.value.denominator != 1 or (after.glued and after.shape == "mark" and after.text in JOINTS):
        return None
    return feet.value * 12 + inches, Measure(INCH, at + 3, at + 4, True)


def _of_dimension(pieces: Pieces, first: int) -> bool:
    """Length after a noun of dimension and "of": "an altitude of 30'"."""
    return pieces.word(first - 1) == "of" and pieces.word(first - 2) in EXTENTS.dimensions


def _sizes_noun(pieces: Pieces, at: int) -> bool:
    """'a 12" laptop', 'a 10" thick wall': a noun or an adjective behind the mark at *at*, which closes no quotation."""
    following = pieces.at(at + 1)
    if following.shape != "word" or following.glued:
        return False
    sized = following.lower in EXTENTS.adjectives or pieces.token(at + 1).tag_ in _SIZED
    return sized and not _closes_quotation(pieces.text, pieces.at(at).start)


def _closes_quotation(text: str, at: int) -> bool:
    """Whether the mark at the code point *at* closes a quotation: one was opened before it, and no mark after it would close it."""
    start = max(text.rfind("\n", 0, at) + 1, at - WINDOW)
    openings = [found.end() for found in _OPENS.finditer(text, start, at)]
    if not openings or _CLOSES.search(text, openings[-1], at) is not None:
        return False
    line = text.find("\n", at)
    end = min(len(text) if line < 0 else line, at + WINDOW)
    closing, opening = _CLOSES.search(text, at + 1, end), _OPENS.search(text, at + 1, end)
    return closing is None or (opening is not None and opening.start() < closing.start())
