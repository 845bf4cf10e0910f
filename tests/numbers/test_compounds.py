"""Amounts in two units, shillings and pence, and amounts of one unit without a numeral."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("She was jailed for two years and four months.", "two years and four months", 28, "month"),
        ("He swam it in 12 minutes and 9 seconds.", "12 minutes and 9 seconds", 729, "second"),
        (
            "The flight took three hours, 20 minutes and 5 seconds.",
            "three hours, 20 minutes and 5 seconds",
            12005,
            "second",
        ),
        ("The keeper is 6ft 4in tall.", "6ft 4in", 76, "inch"),
        ("The calf weighed 9 pounds 4 ounces.", "9 pounds 4 ounces", 148, "ounce"),
        ("The rent was £4 10s a month in 1931.", "£4 10s", 4.5, "GBP"),
        ("A coat cost £3 6s 6d in 1931.", "£3 6s 6d", 3.325, "GBP"),
    ],
)
def test_amount_in_two_units_is_one_number_in_smaller_unit(
    quantity: Quantity, text: str, words: str, value: float, unit: str
) -> None:
    found = quantity(text, words)
    assert (found["value"], found["unit"]) == (value, unit)


def test_duration_in_two_units_has_iso_form(quantity: Quantity) -> None:
    assert quantity("She was jailed for two years and four months.", "two years and four months")["iso"] == "P28M"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They got terms of two years and 18 months.", ["two years", "18 months"]),
        ("It took between three hours and 40 minutes.", ["three hours", "40 minutes"]),
        ("She walked for 2 months, 14 days and 16 hours.", ["2 months", "14 days", "16 hours"]),
        ("He ran for two hours, 10 minutes longer than she did.", ["two hours", "10 minutes"]),
        ("She ran 12 miles in 90 minutes.", ["12 miles", "90 minutes"]),
    ],
)
def test_adjacent_amounts_are_separate(quantities: Quantities, text: str, words: list[str]) -> None:
    assert [found["text"] for found in quantities(text)] == words


@pytest.mark.parametrize(
    ("text", "words", "unit", "modifier"),
    [
        ("The bank will close its last branch within a year.", "a year", "year", "<="),
        ("They waited for more than an hour.", "an hour", "hour", ">"),
        ("It happens less than a mile from here.", "a mile", "mile", "<"),
        ("The hospital has less than a week's stock.", "a week", "week", "<"),
        ("The trial lasted nearly a decade.", "a decade", "decade", "~"),
        ("They queued for about an hour.", "an hour", "hour", "~"),
        ("The court took a year off his sentence.", "a year", "year", "="),
    ],
)
def test_article_and_unit_after_modifier_is_one(
    quantity: Quantity, text: str, words: str, unit: str, modifier: str
) -> None:
    found = quantity(text, words)
    assert (found["value"], found["unit"], found["modifier"]) == (1, unit, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "She wrote a book about a year in Kent.",
        "They met once a week.",
        "It was more than a day care center.",
        "They took a day off.",
        "An hour is all they need.",
        "It is nearly a second home to them.",
    ],
)
def test_article_and_unit_without_modifier_give_no_number(quantities: Quantities, text: str) -> None:
    assert quantities(text) == []


def test_part_before_modifier_is_fraction(quantity: Quantity) -> None:
    found = quantity("Now it is a tenth at most.", "a tenth")
    assert (found["kind"], found["value"], found["modifier"]) == ("fraction", 0.1, "<=")


def test_four_digits_after_noun_of_level_are_no_year(quantity: Quantity) -> None:
    assert quantity("Rents will go up by an average of 1500.", "1500")["kind"] == "cardinal"
