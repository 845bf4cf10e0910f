"""Fractions of a counted whole."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Half the flats are sold.", "Half", 0.5, "flat"),
        ("Half of the flats are sold.", "Half", 0.5, "flat"),
        ("It keeps half its income.", "half", 0.5, "income"),
        ("It costs about half what it did in 2020.", "half", 0.5, None),
        ("Two thirds of voters agreed.", "Two thirds", 2 / 3, "voter"),
        ("A third of voters agreed.", "A third", 1 / 3, "voter"),
        ("Three-quarters of the boats sank.", "Three-quarters", 0.75, "boat"),
        ("One in four women agreed.", "One in four", 0.25, "woman"),
        ("2 in 5 women agreed.", "2 in 5", 0.4, "woman"),
        ("Nine out of ten voters agreed.", "Nine out of ten", 0.9, "voter"),
        ("It is one of four separate plans.", "one of four", 0.25, "separate plan"),
        ("One household in five agreed.", "One household in five", 0.2, "household"),
        ("Sales were down a third to 2.1 million.", "a third", 1 / 3, None),
        ("Charges rose by as much as a fifth in some ports.", "a fifth", 0.2, None),
        ("One in a million children has it.", "One in a million", 1e-6, "child"),
    ],
)
def test_fraction_has_value_and_whole(
    quantity: Quantity, text: str, words: str, value: float, unit: str | None
) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["value"], found["unit"]) == ("fraction", value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "They led at half-time.",
        "The second half of the year was dull.",
        "It was the third time.",
        "He was half asleep.",
    ],
)
def test_halves_of_match_and_ordinals_are_no_fractions(quantities: Quantities, text: str) -> None:
    assert all(found["kind"] != "fraction" for found in quantities(text))


def test_part_of_large_whole_gives_two_counts(quantities: Quantities) -> None:
    found = quantities("They won 27 of the 45 seats.")
    assert [(number["value"], number["unit"]) for number in found] == [(27, "seat"), (45, "seat")]
