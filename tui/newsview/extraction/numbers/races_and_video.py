"""Numbers with a K that is no thousand: the kilometres of 'a 5K race', 'ran a 10K', and the resolution of 'films in 6K'."""

from __future__ import annotations

from newsview.extraction.numbers.lexicon import LABELS, RACES
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.units import Measure, Unit

KILOMETRE = Unit("kilometre", "length")
LONGEST_RACE = 100
"""Kilometres of the longest race that is called by a K."""
SHARPEST = 16
"""Thousands of pixels of the sharpest resolution that has a name."""


def race_distance(pieces: Pieces, numeral: Numeral) -> Measure | None:
    """The kilometres of 'a 5K race', 'ran a 10k in Leeds', whose letter stands right behind *numeral*; not of 'won a 10K prize'."""
    letter, after = pieces.at(numeral.end), pieces.at(numeral.end + 1)
    if letter.lower != "k" or not letter.glued or not _is_whole(numeral, LONGEST_RACE):
        return None
    named = after.lower in RACES.nouns
    run = pieces.word(numeral.first - 1) in RACES.articles and pieces.word(numeral.first - 2) in RACES.verbs
    noun = after.shape == "word" and pieces.token(numeral.end + 1).tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")
    if not named and (not run or noun or (after.glued and after.text != "." and after.text != ",")):
        return None
    return Measure(KILOMETRE, numeral.end, numeral.end + 1, True)


def is_resolution(pieces: Pieces, numeral: Numeral) -> bool:
    """'recorded in 4K', 'a 6K camera', 'an 8K stream': thousands of pixels; not 'in 4K homes'."""
    letter, after = pieces.at(numeral.end), pieces.at(numeral.end + 1)
    if letter.text != "K" or not letter.glued or not _is_whole(numeral, SHARPEST):
        return False
    if after.shape == "word" and after.lower in LABELS.video:
        return True
    tag = pieces.token(numeral.end + 1).tag_ if after.shape == "word" else ""
    if f"{pieces.word(numeral.first)}k" in LABELS.resolutions:
        return tag not in ("NNS", "NNPS")
    ends = not tag or (tag in ("IN", "CC", "RB") and after.lower != "of")
    return pieces.word(numeral.first - 1) in LABELS.in_manner and ends


def _is_whole(numeral: Numeral, highest: int) -> bool:
    return numeral.value.denominator == 1 and 0 < numeral.value <= highest and not numeral.spelled
