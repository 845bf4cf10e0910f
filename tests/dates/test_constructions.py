"""Every construction of the table: dates found in its positive cases, none in its negative cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsview.extraction.dates.constructions import constructions, followers, matches_at
from newsview.extraction.dates.expression_reader import MEANINGS
from newsview.extraction.dates.find_dates import find_dates
from newsview.extraction.lexical.lexemes import Lexemes
from newsview.extraction.lexical.tokens import Tokens
from tests.dates.cases import PUBLISHED
from tests.dates.constructions import CONSTRUCTIONS

Parse = Callable[[str], Doc]


@pytest.mark.model
@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_construction_finds_dates_of_positive_cases(parsed: Parse, name: str) -> None:
    for sentence, expected in CONSTRUCTIONS[name].yes.items():
        found = find_dates(Tokens(parsed(sentence)), PUBLISHED)
        assert [(each.text, each.iso) for each in found] == expected, sentence


@pytest.mark.model
@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_construction_finds_no_date_in_negative_cases(parsed: Parse, name: str) -> None:
    for sentence in CONSTRUCTIONS[name].no:
        assert [each.text for each in find_dates(Tokens(parsed(sentence)), PUBLISHED)] == [], sentence


def test_every_construction_has_cases() -> None:
    assert list(CONSTRUCTIONS) == [each.name for each in constructions()]


@pytest.mark.parametrize("construction", constructions(), ids=lambda each: each.name)
def test_example_in_table_is_matched_by_its_construction(construction: object) -> None:
    row = next(each for each in constructions() if each == construction)
    lex = Lexemes(row.example)
    names = {match.construction.name for at in range(len(lex)) for match in matches_at(lex, at)}
    assert row.name in names


def test_every_construction_has_a_meaning() -> None:
    known = {*MEANINGS, "distance", "part_of_day"}
    assert {row.meaning or row.name for row in constructions()} <= known


@pytest.mark.parametrize(
    ("first", "second", "follows"),
    [
        ("a", "couple", True),
        ("a", "decade", True),
        ("a", "mill", False),
        ("'", "#2", True),
        ("'", "s", False),
        ("some", "weeks", True),
        ("some", "mills", False),
        ("president", "'", True),
        ("president", "said", False),
    ],
)
def test_second_lexemes_of_dates_are_known_without_reading_them(first: str, second: str, follows: bool) -> None:
    following = followers()[first]
    assert following is not None
    assert (second in following) == follows


@pytest.mark.parametrize("first", ["may", "monday", "today", "#4", "christmas"])
def test_any_lexeme_follows_what_is_a_date_alone(first: str) -> None:
    assert followers()[first] is None
