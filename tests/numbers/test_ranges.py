"""Ranges as one record, and endpoints of a change as two."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("It takes 5 to 10 people.", "5 to 10", 5, 10, "people"),
        ("It takes 5-10% of the water.", "5-10%", 5, 10, "percent"),
        ("It takes 5–10 litres of water.", "5–10 litres", 5, 10, "litre"),
        ("It takes between 3 and 4 litres.", "3 and 4 litres", 3, 4, "litre"),
        ("The houses range from $800,000 to $1.3 million.", "$800,000 to $1.3 million", 800000, 1300000, "USD"),
        ("Some two to three hundred boats sank.", "two to three hundred", 200, 300, "boat"),
        ("They expect to pay $89 to $93 billion.", "$89 to $93 billion", 89 * 10**9, 93 * 10**9, "USD"),
        ("They expect to pay $140-150 million.", "$140-150 million", 14 * 10**7, 15 * 10**7, "USD"),
        ("It takes three or four litres.", "three or four litres", 3, 4, "litre"),
        ("It takes four thousand to five thousand boats.", "four thousand to five thousand", 4000, 5000, "boat"),
        ("Emissions will be cut by 26 percent to 28 percent.", "26 percent to 28 percent", 26, 28, "percent"),
        ("The car goes 0 to 80km/h in no time.", "0 to 80km/h", 0, 80, "kilometre per hour"),
        ("Temperatures fell by 1 to 1.5 degrees Celsius.", "1 to 1.5 degrees Celsius", 1, 1.5, "degree Celsius"),
        ("The tray is an 8- to 10-inch one.", "8- to 10-inch", 8, 10, "inch"),
    ],
)
def test_range_is_one_record(quantity: Quantity, text: str, words: str, low: float, high: float, unit: str) -> None:
    found = quantity(text, words)
    assert (found["value"], found["value_max"], found["unit"]) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Shares fell from $2,415 to $2,315.", [2415, 2315]),
        ("The price rose $2 to $45.", [2, 45]),
        ("The index gained 0.68 per cent to 3,005.47.", [0.68, 3005.47]),
        ("The rate was cut by 5 percent to 40 percent.", [5, 40]),
        ("It costs about 8 or $9.", [8, 9]),
        ("Four in 10 — 38 percent — agreed.", [0.4, 38]),
    ],
)
def test_change_endpoints_and_alternatives_are_two_records(
    quantities: Quantities, text: str, values: list[float]
) -> None:
    found = quantities(text)
    assert [number["value"] for number in found] == values
    assert all(number["value_max"] is None for number in found)


def test_numbers_of_two_paragraphs_are_no_range(quantities: Quantities) -> None:
    found = quantities("Profits double to 5\n\n10 people were hurt in the fire.")
    assert [number["value_max"] for number in found] == [None, None]
