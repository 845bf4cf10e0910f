"""Lexemes of a text, their separation, and the pieces of numbers that are made of them."""

from __future__ import annotations

import pytest

from newsview.extraction.lexical.lexemes import ADJACENT, BARRIER, SPACED, Lexemes
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.pieces import Pieces
from tests.pipeline import blank

BLANK = blank()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mid-2019", ["mid", "-", "2019"]),
        ("1990s", ["1990", "s"]),
        ("5½m", ["5", "½", "m"]),
        ("10⁶ m²", ["10", "⁶", "m", "²"]),
        ("p.m.", ["p", ".", "m", "."]),
        ("snake_case", ["snake", "_", "case"]),
    ],
)
def test_text_is_split_into_digits_letters_and_signs(text: str, expected: list[str]) -> None:
    lexemes = Lexemes(text)
    assert [lexemes.word(index) for index in range(len(lexemes))] == expected


def test_joins_are_white_space_and_paragraphs() -> None:
    lexemes = Lexemes("5pm today\nNow then", barriers=[14])
    assert lexemes.joins[: lexemes.size] == [ADJACENT, ADJACENT, SPACED, BARRIER, BARRIER]
    assert lexemes.blocks[: lexemes.size] == [0, 0, 0, 1, 2]


def test_low_form_has_plain_marks() -> None:
    assert Lexemes("’87–90").low[:4] == ["'", "87", "-", "90"]


def test_lexeme_has_the_token_in_which_it_begins() -> None:
    tokens = Tokens(BLANK("He cannot see 11/11/2022."))
    words = [tokens.words[tokens.lexemes.tokens[at]] for at in range(len(tokens.lexemes))]
    assert words == ["He", "can", "see", *["11/11/2022"] * 5, "."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200.50, then", ["", "1,200.50", ",", "then"]),
        ("a .5 share", ["", "a", ".5", "share"]),
        ("a.5 share", ["", "a", ".", "5", "share"]),
        ("1..2", ["", "1", ".", ".", "2"]),
        ("1, 2", ["", "1", ",", "2"]),
        (".5.6", ["", ".5", ".", "6"]),
    ],
)
def test_pieces_join_digits_with_their_points_and_commas(text: str, expected: list[str]) -> None:
    pieces = Pieces(Tokens(BLANK(text)), [])
    assert [pieces.at(index).text for index in range(len(pieces))] == expected
