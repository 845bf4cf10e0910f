"""Modifiers before a date: "around 1990", "more than two years ago", "late February"."""

from __future__ import annotations

from dataclasses import replace

from newsview.extraction.dates.date_expression import FLIPPED, Dated
from newsview.extraction.dates.lexicon import HEDGES, lexicon
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.lexemes import BARRIER, Lexemes

AMOUNTS_BACK = {"ago", "ago_and_a_half"}
AMOUNTS = AMOUNTS_BACK | {"from_now", "later"}
LOOSE = {"year", "decade", "month_year", "century", "compact_years"}
"""Constructions that take "around"; before a day or a weekday it is not a modifier."""


def _compares(lex: Lexemes, begin: int) -> bool:
    """Whether the words at *begin* compare an amount: "12% more than a year ago", "172,000 more than a year before"."""
    if lex.low[begin] not in FUNCTION.more_or_fewer or begin == 0 or lex.joins[begin] == BARRIER:
        return False
    return lex.is_number(begin - 1) or lex.low[begin - 1] in HEDGES.counted


def hedged(lex: Lexemes, dated: Dated) -> Dated:
    """*dated* with the modifier of the words before it.

    The modifier applies to the date, not to the amount: "more than two years ago" is before that year.
    """
    name = dated.match.construction.name if dated.match else ""
    if dated.cue is not None or name not in AMOUNTS | LOOSE:
        return dated
    for length in (2, 1):
        begin = dated.start - length
        if begin < 0 or BARRIER in lex.joins[begin + 1 : dated.start + 1]:
            continue
        if name in AMOUNTS and _compares(lex, begin):
            continue
        sign = lexicon().hedges.get(" ".join(lex.low[begin : dated.start]))
        if sign is None or (name in LOOSE and sign != "~"):
            continue
        return replace(dated, modifier=FLIPPED[sign] if name in AMOUNTS_BACK else sign, cue=(begin, dated.start))
    return dated
