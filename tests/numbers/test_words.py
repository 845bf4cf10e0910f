"""Numerals in words, of any length, and lookalikes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.word_numerals import starters, words_at
from tests.pipeline import blank

BLANK = blank()


def read(text: str) -> tuple[object, ...] | None:
    """(value, upper end, words) of the first numeral in words, or None."""
    pieces = Pieces(Tokens(BLANK(text)), [])
    for index in pieces.numeral_starts(starters()):
        numeral = words_at(pieces, index)
        if numeral is not None:
            start, end = pieces.span(numeral.first, numeral.end)
            return numeral.value, numeral.high, text[start:end]
    return None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", 7),
        ("ninety-nine", 99),
        ("one hundred and five", 105),
        ("a hundred", 100),
        ("two thousand and one", 2001),
        ("thirty-one thousand four hundred seventeen", 31417),
        ("six million two hundred thousand and eleven", 6200011),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("three quarters of a million", 750000),
        ("two and a half million", 2500000),
        ("one and a half", Fraction(3, 2)),
        ("three hundred thousand million", 300000 * 10**6),
        ("five lakh", 500000),
        ("two crore", 2 * 10**7),
        ("a couple of hundred", 200),
    ],
)
def test_word_numeral_has_value(words: str, value: Fraction) -> None:
    assert read(f"They found {words} in the hold") == (value, None, words)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("dozens", 12, 120),
        ("hundreds", 100, 1000),
        ("tens of thousands", 10**4, 10**5),
        ("hundreds of thousands", 10**5, 10**6),
        ("several hundred", 100, 1000),
        ("a few thousand", 1000, 10000),
    ],
)
def test_vague_numeral_is_range_of_one_magnitude(words: str, low: int, high: int) -> None:
    assert read(f"They found {words} in the hold") == (low, high, words)


@pytest.mark.parametrize(
    "text",
    [
        "They left a few in the hold",
        "Several were left",
        "a couple from Leeds",
        "He tens to be late",
        "They played with different scores",
        "It was half empty",
        "one's own hold",
    ],
)
def test_bare_quantifiers_give_no_numeral(text: str) -> None:
    assert read(text) is None


def test_and_between_numerals_joins_only_parts_of_one_numeral() -> None:
    assert read("between two hundred and three hundred boats") == (200, None, "two hundred")
    assert read("ten and five boats") == (10, None, "ten")
