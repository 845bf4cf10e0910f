"""Modifiers, conversions and ages."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "modifier", "cue"),
    [
        ("About 30 boats sank.", "30", "~", "About"),
        ("The margin of error is ±4 points.", "4", "±", "±"),
        ("The margin is plus or minus 3.5 percent.", "3.5 percent", "±", "plus or minus"),
        ("Nearly $5 million was lost.", "$5 million", "~", "Nearly"),
        ("Some 300 residents left.", "300", "~", "Some"),
        ("An estimated 5 million people left.", "5 million", "~", "An estimated"),
        ("It weighs ~45g.", "45g", "~", "~"),
        ("More than 1,000 people left.", "1,000", ">", "More than"),
        ("Over 60% of voters agreed.", "60%", ">", "Over"),
        ("Just over 60% of voters agreed.", "60%", ">", "Just over"),
        ("At least 14 people died.", "14", ">=", "At least"),
        ("No fewer than 14 people died.", "14", ">=", "No fewer than"),
        ("It makes just under 296 horsepower.", "296 horsepower", "<", "just under"),
        ("Fewer than 14 people came.", "14", "<", "Fewer than"),
        ("They may hire up to 400 people.", "400", "<=", "up to"),
        ("As many as 14 players left.", "14", "<=", "As many as"),
        ("No more than 14 players left.", "14", "<=", "No more than"),
        ("They must appeal within 28 days.", "28 days", "<=", "within"),
        ("The shell landed within 40 metres of the gate.", "40 metres", "<=", "within"),
        ("Twenty boats or so sank.", "Twenty", "~", "or so"),
        ("It has 1,000-plus members.", "1,000", ">", "-plus"),
        ("It has 1,000+ members.", "1,000", ">", "+"),
        ("Give it 20 minutes or more.", "20 minutes", ">=", "or more"),
        ("It is for children under the age of 5.", "5", "<", "under"),
        ("He was unemployed for over two years.", "two years", ">", "over"),
    ],
)
def test_modifier_has_cue(quantity: Quantity, text: str, words: str, modifier: str, cue: str) -> None:
    found = quantity(text, words)
    assert (found["modifier"], (found["cue"] or {}).get("text")) == (modifier, cue)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It sold 30 boats.", "30"),
        ("It did not sell 30 boats.", "30"),
        ("The fair takes place over five weeks.", "five weeks"),
        ("They measured gas from the lakes over three summers.", "three"),
        ("Quarrels broke out within the two parties.", "two"),
    ],
)
def test_number_without_modifier_is_exact(quantity: Quantity, text: str, words: str) -> None:
    found = quantity(text, words)
    assert (found["modifier"], found["cue"]) == ("=", None)
    assert found["value"] > 0


@pytest.mark.parametrize(
    ("text", "original", "converted"),
    [
        ("It lies seven miles (11 km) away.", "seven miles", "11 km"),
        ("The fine was 10 million euros ($11 million).", "10 million euros", "$11 million"),
        ("It was 30°C (86°F) at noon.", "30°C", "86°F"),
        ("It weighs 5 pounds, or 2.3 kilograms.", "5 pounds", "2.3 kilograms"),
    ],
)
def test_conversion_refers_to_original(quantities: Quantities, text: str, original: str, converted: str) -> None:
    found = {number["text"]: number for number in quantities(text)}
    assert found[converted]["same_as"] == found[original]["id"]
    assert found[original]["same_as"] is None


def test_conversion_has_modifier_of_original(quantity: Quantity) -> None:
    assert quantity("It lies about seven miles (11 km) away.", "11 km")["modifier"] == "~"


def test_unrelated_numbers_in_brackets_are_no_conversions(quantities: Quantities) -> None:
    for text in ("It sold 40 boats (12%).", "The phone costs $900 (256GB).", "It ran 7 miles (40 minutes)."):
        assert all(number["same_as"] is None for number in quantities(text)), text


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("A 32-year-old man was held.", "32-year-old", 32, "year"),
        ("She is 29 years old.", "29 years old", 29, "year"),
        ("The baby was ten months old.", "ten months old", 10, "month"),
        ("A boy aged 7 was held.", "7", 7, "year"),
        # a surname, recognized as a person only by the full name elsewhere
        ("Kwame Adusei came on late. It was over before Adusei, 19, rose above them.", "19", 19, "year"),
        ("He left at the age of 21.", "21", 21, "year"),
        ("Now 93, he is the last of them.", "93", 93, "year"),
        ("At 40, Jane Miller went back to sea.", "40", 40, "year"),
        ("It strikes at three months of age.", "three months of age", 3, "month"),
        ("Jane Miller, 43, was held.", "43", 43, "year"),
        ("He will be 35 by then.", "35", 35, "year"),
        ("A woman of 71 was held.", "71", 71, "year"),
        ("Most of those younger than 5 were spared.", "5", 5, "year"),
        ("Some as young as 15 were held.", "15", 15, "year"),
        ("The patient is a 87 yo man.", "87 yo", 87, "year"),
        ("Two men aged 26 and 31 were held.", "31", 31, "year"),
        ("Jane Miller became a minister at 36.", "36", 36, "year"),
        ("She joined the navy at 19 and left.", "19", 19, "year"),
    ],
)
def test_age_has_unit(quantity: Quantity, text: str, words: str, value: int, unit: str) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["value"], found["unit"]) == ("age", value, unit)


def test_numbers_after_turning_or_comma_without_person_are_no_ages(quantities: Quantities) -> None:
    for text in (
        "The storm turned dozens of homes to rubble.",
        "In Leeds, 43, or half, agreed.",
        "The score is 35 by then.",
        "At 40, the index was lower.",
        "The shares became active at 27 on Monday.",
        "She became champion at 36 holes.",
    ):
        assert all(found["kind"] != "age" for found in quantities(text)), text
