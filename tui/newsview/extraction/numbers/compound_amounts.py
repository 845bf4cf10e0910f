"""Single amounts in two units: "three years and eight months", "94 minutes and 11 seconds", "6ft 7in", "£6 10s"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from newsview.extraction.numbers.digit_numerals import decimal
from newsview.extraction.numbers.lexicon import COMPOUNDS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity

SHILLINGS, PENCE = 20, 240
"""Shillings and pence of a pound, until 1971."""


def compounds(pieces: Pieces, quantities: Sequence[Quantity]) -> Iterator[tuple[Sequence[Quantity], bool]]:
    """Runs of *quantities*, most of them of one; True for those that are one amount in several units.

    A run of parts without a fixed ratio ("two months, 14 days and 16 hours") is none.
    """
    run: list[Quantity] = []
    for quantity in quantities:
        if run and not _follows(pieces, run[-1], quantity):
            yield run, _is_compound(pieces, run)
            run = []
        run.append(quantity)
    if run:
        yield run, _is_compound(pieces, run)


def _follows(pieces: Pieces, before: Quantity, after: Quantity) -> bool:
    if before.dimension is None or before.dimension != after.dimension or after.first - before.end > 2:
        return False
    return pieces.words(before.end, after.first) in COMPOUNDS.links


def _is_compound(pieces: Pieces, run: Sequence[Quantity]) -> bool:
    return len(run) > 1 and all(_is_rest(pieces, whole, rest) for whole, rest in pairwise(run))


def parts_in(whole: Quantity, rest: Quantity) -> int | None:
    """How many of the unit of *rest* are one of the unit of *whole*: 12 inches a foot; None without a fixed ratio."""
    return COMPOUNDS.parts.get(whole.unit or "", {}).get(rest.unit or "")


def _is_rest(pieces: Pieces, whole: Quantity, rest: Quantity) -> bool:
    """Whether *rest* is the remainder of *whole* in the smaller unit: "6ft 7in"; not "two years and 18 months"."""
    factor = parts_in(whole, rest)
    if factor is None or whole.high is not None or rest.high is not None or not 0 < rest.value < factor:
        return False
    if whole.value.denominator != 1 or whole.value <= 0 or pieces.word(whole.first - 1) == "between":
        return False
    return pieces.word(rest.first - 1) != "," or pieces.word(rest.end) not in COMPOUNDS.compared


def coins_after(pieces: Pieces, at: int) -> tuple[Fraction, int]:
    """(part of a pound, end) of the shillings and pence at *at*, as in "£3 4s 6d"; (0, *at*) if there are none."""
    shillings = _coins(pieces, at, "s", SHILLINGS)
    if shillings is None:
        return Fraction(0), at
    pence = _coins(pieces, at + 2, "d", 12)
    return Fraction(shillings, SHILLINGS) + Fraction(pence or 0, PENCE), at + (2 if pence is None else 4)


def _coins(pieces: Pieces, at: int, letter: str, below: int) -> int | None:
    """Number of coins at *at*, as in "10s" or "6d"; None otherwise."""
    digits, mark = pieces.at(at), pieces.at(at + 1)
    if digits.shape != "digits" or mark.text != letter or not mark.glued:
        return None
    count = decimal(digits.text)
    return count.numerator if count is not None and count.denominator == 1 and count < below else None
