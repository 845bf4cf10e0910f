"""Amounts of one unit without a numeral: "within a year", "nearly an hour", "a percentage point lower"."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from newsview.extraction.function_words import FUNCTION
from newsview.extraction.numbers.lexicon import COUNTS, IMPLICIT_ONE
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Form, measured
from newsview.extraction.numbers.units import Measure, Unit, unit_at, unit_names

DIMENSIONS = frozenset({"time", "length", "mass"})


@cache
def single_units() -> frozenset[str]:
    """The names of the units of which one may be an amount, in lower case."""
    return frozenset(name for name, unit in unit_names().items() if _may_be_single(unit))


def _may_be_single(unit: Unit) -> bool:
    return unit.dimension in DIMENSIONS or unit.name in IMPLICIT_ONE.points


def single_at(pieces: Pieces, index: int) -> Form | None:
    """Amount of one unit at *index*, as "a year" or "an hour"; None without a cue for an amount."""
    if pieces.word(index) not in FUNCTION.indefinite or pieces.at(index + 1).shape != "word":
        return None
    measure = unit_at(pieces, index + 1)
    if measure is None or measure.symbol or _compared(pieces, index, measure) or not _may_be_single(measure.unit):
        return None
    counted = measure.unit.name in IMPLICIT_ONE.points or _hedged(pieces, index) or _taken(pieces, index, measure)
    if not counted or _names_another(pieces, measure):
        return None
    return measured(Numeral(index, index + 1, Fraction(1), spelled=True), measure.end, measure)


def _compared(pieces: Pieces, index: int, measure: Measure) -> bool:
    """Date after "than", for the number before it: "172,000 more than a year before"."""
    if pieces.word(index - 1) != "than" or pieces.word(measure.end) not in IMPLICIT_ONE.earlier:
        return False
    return pieces.at(index - 3).shape == "digits" or pieces.word(index - 3) in COUNTS.multiples


def _hedged(pieces: Pieces, index: int) -> bool:
    word, before = pieces.word(index - 1), pieces.word(index - 2)
    if word in IMPLICIT_ONE.loose:
        return before in IMPLICIT_ONE.frames
    return (
        word in IMPLICIT_ONE.hedges
        and (word != "than" or before in IMPLICIT_ONE.comparing)
        and (word not in IMPLICIT_ONE.after_at or before == "at")
    )


def _taken(pieces: Pieces, index: int, measure: Measure) -> bool:
    """Amount before "off" and a noun: "took a year off the sentence"; not "took a year off"."""
    return (
        pieces.word(measure.end) in IMPLICIT_ONE.taking
        and pieces.at(measure.end + 1).shape == "word"
        and pieces.at(index - 1).shape == "word"
        and pieces.token(index - 1).pos_ == "VERB"
    )


def _names_another(pieces: Pieces, measure: Measure) -> bool:
    """Unit word inside another noun phrase: "a day care center", "a second goal", "a foot soldier"."""
    following = pieces.at(measure.end)
    if following.glued and following.text == "-":
        return True
    token = pieces.token(measure.end - 1)
    if token.tag_ not in ("NN", "NNP") or token.dep_ in ("compound", "amod", "nmod"):
        return True
    return following.shape == "word" and pieces.token(measure.end).tag_ in ("NN", "NNS") and token.head.i > token.i
