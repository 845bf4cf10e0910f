"""Tests of the patterns around a number, and of the rows of ages."""

from __future__ import annotations

import re

import pytest
from spacy.lang.en import English

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.lexicon import AGES, AgeRow
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.surface import patterns

NLP = English()
LISTS = {"fruit": frozenset({"apples", "pears"})}


def _around(written: str, text: str, lists: dict[str, frozenset[str]] = LISTS) -> str | None:
    """The longest part of *text* that the pattern *written* matches around its first digits; None without one."""
    pieces = Pieces(Tokens(NLP(text)), ())
    number = next(at for at in range(len(pieces)) if pieces.at(at).shape == "digits")
    places = [pattern.around(pieces, number, number + 1) for pattern in patterns(written, lists)]
    spans = [pieces.span(*place) for place in places if place is not None]
    return max((text[start:end] for start, end in spans), key=len, default=None)


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("NUM of age", "at 30 of age today", "30 of age"),
        ("NUM of age", "30 of them", None),
        ("NUM +DASH? old|olds", "the 9-olds left", "9-olds"),
        ("NUM +DASH? old|olds", "the 9 old men", "9 old"),
        ("NUM +DASH? old|olds", "9 - old news", None),
        ("as young|old as NUM", "some as old as 80", "as old as 80"),
        ("as young|old as NUM", "some as wise as 80", None),
        ("NUM FRUIT", "sold 12 Pears", "12 Pears"),
        ("NUM FRUIT", "sold 12 plums", None),
        ("NUM WORD", "9 days", "9 days"),
        ("NUM WORD", "9, days", None),
        ("NUM old", "It was 7. Old men left", None),
        ("DIGITS +/ +NUM", "x 3", None),
        ("+[ NUM ]", "shift[1] on", "[1]"),
        ("+[ NUM ]", "the [1] on", None),
        ("+( +NUM", "f(1 on", "(1"),
        ("+( +NUM", "f( 1 on", None),
    ],
)
def test_pattern_matches_the_pieces_around_a_number(written: str, text: str, expected: str | None) -> None:
    assert _around(written, text) == expected


@pytest.mark.parametrize("row", AGES.rows, ids=lambda row: row.name)
def test_example_of_a_row_has_one_of_its_patterns(row: AgeRow) -> None:
    example = re.sub(r"year|month", "", row.example).replace("--", "-")
    assert any(_around(written, example, vars(AGES)) for written in row.patterns)
