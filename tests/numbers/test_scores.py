"""Scores, ratios, multiples and ordinals."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "home", "away"),
    [
        ("They won 3-1 on Sunday evening.", "3-1", 3, 1),
        ("They lost 1–2 at home.", "1–2", 1, 2),
        ("Norway beat Chile 2 – 0 in the rain.", "2 – 0", 2, 0),
        ("The court issued a 5-4 ruling.", "5-4", 5, 4),
        ("He was convicted by a majority of 10 to two.", "10 to two", 10, 2),
        ("Councillors voted 31 to 24 to raise the tax.", "31 to 24", 31, 24),
        ("The amendment fell by 24 votes to 30.", "24 votes to 30", 24, 30),
    ],
)
def test_score_has_both_sides(quantity: Quantity, text: str, words: str, home: int, away: int) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["value"], found["value_max"]) == ("score", home, away)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The odds are 3:1 on that horse.", "3:1", 3),
        ("Men outnumber women by 3-to-1.", "3-to-1", 3),
        ("The ratio of 10 to 4 surprised them.", "10 to 4", 2.5),
    ],
)
def test_ratio_is_quotient(quantity: Quantity, text: str, words: str, value: float) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["value"]) == ("ratio", value)


@pytest.mark.parametrize(
    "text",
    [
        "It needs 5-10 people.",
        "Doors open at 10:30.",
        "They play a 4-4-2 formation.",
        "He read from Ephesians 5:6 there.",
    ],
)
def test_ranges_clock_times_and_formations_are_no_scores(quantities: Quantities, text: str) -> None:
    assert all(found["kind"] not in ("score", "ratio") for found in quantities(text))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was her 10th straight title.", "10th", 10),
        ("It was the third attempt.", "third", 3),
        ("It was his twenty-first goal.", "twenty-first", 21),
    ],
)
def test_ordinal_has_position_as_value(quantity: Quantity, text: str, words: str, value: int) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["value"], found["unit"]) == ("ordinal", value, None)


def test_ordinal_word_without_order_gives_no_number(quantities: Quantities) -> None:
    for text in (
        "First, he apologised.",
        "The first half was dull.",
        "He waited a second.",
        "The first 10 boats sank.",
    ):
        assert all(found["kind"] != "ordinal" for found in quantities(text)), text


@pytest.mark.parametrize(("words", "value"), [("sixfold", 6), ("10-fold", 10), ("three-fold", 3)])
def test_multiple_has_unit_time(quantity: Quantity, words: str, value: int) -> None:
    found = quantity(f"Output grew {words} in that period.", words)
    assert (found["value"], found["unit"]) == (value, "time")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("It cost four times the estimate.", "four", "ratio"),
        ("It is three times as fast.", "three", "ratio"),
        ("The shares trade at 6.5 times earnings.", "6.5", "ratio"),
        ("She voted four times.", "four", "cardinal"),
        ("It spins 78,000 times a minute.", "78,000", "cardinal"),
    ],
)
def test_times_before_noun_is_ratio_and_after_verb_is_count(
    quantity: Quantity, text: str, words: str, kind: str
) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["unit"]) == (kind, "time")
