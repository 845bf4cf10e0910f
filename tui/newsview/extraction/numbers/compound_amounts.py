"""Single amounts in two units: "three years and eight months", "94 minutes and 11 seconds", "6ft 7in", "£6 10s"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from newsview.extraction.numbers.digit_numerals import decimal
from newsview.extraction.numbers.lexicon import COMPOUNDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity

SHILLINGS, PENCE = 20, 240
"""Shillings and pence of a pound, until 1971."""


def join_compounds(pieces: Pieces, quantities: list[Quantity]) -> list[Quantity]:
    """*quantities* with each amount in two units joined into one, exact, in the smaller unit.

    A run of parts without a fixed ratio ("two months, 14 days and 16 hours") stays separate.
    """
    joined: list[Quantity] = []
    for run in _runs(pieces, quantities):
        if all(_is_rest(pieces, whole, rest) for whole, rest in pairwise(run)):
            for rest in run[1:]:
                _join(run[0], rest)
                run[0].by(join_compounds)
            del run[1:]
        joined += run
    return joined


def _runs(pieces: Pieces, quantities: list[Quantity]) -> Iterator[list[Quantity]]:
    """Runs of consecutive *quantities* that may be parts of one amount: same dimension, joined by one of LINKS."""
    run: list[Quantity] = []
    for quantity in quantities:
        if run and not _follows(pieces, run[-1], quantity):
            yield run
            run = []
        run.append(quantity)
    if run:
        yield run


def _follows(pieces: Pieces, before: Quantity, after: Quantity) -> bool:
    if before.dimension is None or before.dimension != after.dimension or after.first - before.end > 2:
        return False
    return tuple(pieces.word(at) for at in range(before.end, after.first)) in COMPOUNDS.links


def _is_rest(pieces: Pieces, whole: Quantity, rest: Quantity) -> bool:
    """Whether *rest* is the remainder of *whole* in the smaller unit: "6ft 7in"; not "two years and 18 months"."""
    factor = COMPOUNDS.parts.get(whole.unit or "", {}).get(rest.unit or "")
    if factor is None or whole.high is not None or rest.high is not None or not 0 < rest.value < factor:
        return False
    if whole.value.denominator != 1 or whole.value <= 0 or pieces.word(whole.first - 1) == "between":
        return False
    return pieces.word(rest.first - 1) != "," or pieces.word(rest.end) not in COMPOUNDS.compared


def _join(whole: Quantity, rest: Quantity) -> None:
    whole.value = whole.value * COMPOUNDS.parts[whole.unit or ""][rest.unit or ""] + rest.value
    whole.numeral = replace(whole.numeral, value=whole.value)
    whole.end, whole.unit, whole.unit_pieces = rest.end, rest.unit, rest.unit_pieces


def add_shillings(pieces: Pieces, pounds: Quantity) -> None:
    """Shillings and pence after whole pounds, added to their value: "£6 10s" is 6.5 pounds, "£3 4s 6d" 3.225."""
    if pounds.unit != "GBP" or pounds.value.denominator != 1 or pounds.numeral.scale != 1:
        return
    shillings = _coins(pieces, pounds.end, "s", SHILLINGS)
    if shillings is None:
        return
    pounds.value, pounds.end = pounds.value + Fraction(shillings, SHILLINGS), pounds.end + 2
    pounds.by(add_shillings)
    pence = _coins(pieces, pounds.end, "d", 12)
    if pence is not None:
        pounds.value, pounds.end = pounds.value + Fraction(pence, PENCE), pounds.end + 2
    pounds.numeral = replace(pounds.numeral, value=pounds.value, end=pounds.end)


def _coins(pieces: Pieces, at: int, letter: str, below: int) -> int | None:
    """Number of coins at *at*, as in "10s" or "6d"; None otherwise."""
    digits, mark = pieces.at(at), pieces.at(at + 1)
    if digits.shape != "digits" or mark.text != letter or not mark.glued:
        return None
    count = decimal(digits.text)
    return count.numerator if count is not None and count.denominator == 1 and count < below else None
