"""Numerals in digits: notations of the press, and lookalikes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.digit_numerals import decimal, digits_at
from newsview.extraction.numbers.numeral import json_number
from newsview.extraction.numbers.pieces import Pieces
from tests.pipeline import blank

BLANK = blank()


def read(text: str) -> tuple[object, ...] | None:
    """(value, words) of the first numeral in digits of *text*, or None."""
    pieces = Pieces(Tokens(BLANK(text)), [])
    for index in range(len(pieces)):
        if pieces.at(index).shape in ("digits", "glyph"):
            numeral = digits_at(pieces, index)
            if numeral is None:
                return None
            start, end = pieces.span(numeral.first, numeral.end)
            return numeral.value, text[start:end]
    return None


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("about 1,200 people", 1200, "1,200"),
        ("12,34,567.89 rupees", Fraction("1234567.89"), "12,34,567.89"),
        ("1.200.000 people", 1200000, "1.200.000"),
        ("a bill of 1.234,50", Fraction("1234.5"), "1.234,50"),
        ("2,5 million", Fraction("2.5"), "2,5"),
        ("1 200 000 people", 1200000, "1 200 000"),
        ("a rate of .5 percent", Fraction(1, 2), ".5"),
        ("1e6 cells", 10**6, "1e6"),
        ("2.5e-3 litres", Fraction("0.0025"), "2.5e-3"),
        ("3 x 10^5 cells", 300000, "3 x 10^5"),
        ("10⁶ cells", 10**6, "10⁶"),
        ("½ a cup", Fraction(1, 2), "½"),
        ("1½ hours", Fraction(3, 2), "1½"),
        ("3 1/2 miles", Fraction(7, 2), "3 1/2"),
        ("2-1/2 inches", Fraction(5, 2), "2-1/2"),
        ("3/4 of it", Fraction(3, 4), "3/4"),
        ("५०० रुपये", 500, "५००"),
        ("0.1 and 0.2", Fraction(1, 10), "0.1"),
    ],
)
def test_digit_numeral_has_exact_value(text: str, value: Fraction, words: str) -> None:
    assert read(text) == (value, words)


@pytest.mark.parametrize("text", ["1.1.1.1", "1,2,3", "v2.0.11", "10,00,0"])
def test_versions_addresses_and_lists_give_no_numeral(text: str) -> None:
    assert decimal(text.lstrip("v")) is None


def test_spaced_thousands_need_single_space_and_free_end() -> None:
    assert read("12 200m races") == (12, "12")
    assert read("2012 300 people") == (2012, "2012")


def test_date_with_slashes_is_no_fraction() -> None:
    assert read("9/11 was") == (9, "9")
    assert read("24/7 care") == (24, "24")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(3), 3),
        (Fraction(3, 10), 0.3),
        (Fraction(2**63 - 1), 2**63 - 1),
        (Fraction(2**63), float(2**63)),
        (Fraction(10) ** 400, None),
        (-(Fraction(10) ** 400), None),
    ],
)
def test_whole_value_within_64_bits_is_int(value: Fraction, expected: float | None) -> None:
    found = json_number(value)
    assert found == expected
    assert type(found) is type(expected)
