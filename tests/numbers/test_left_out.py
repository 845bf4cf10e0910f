"""Units of counts with an elided noun, and subjects of such counts."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("Hunters shot nine seals. Two of them were pups.", "Two", "seal"),
        ("She played 12 games and won three of them.", "three", "game"),
        ("Greens won 30 seats. Independents hold the remaining five.", "five", "seat"),
        ("The motion failed by 14 and 22 votes.", "14", "vote"),
        ("The test shows 1,920 by 1,080 pixels.", "1,920", "pixel"),
        ("The jab protects 80 percent after one dose and 95 percent after two.", "two", "dose"),
        ("City have 48 points, two ahead of Rovers and five behind United.", "two", "point"),
        ("City have 48 points, two ahead of Rovers and five behind United.", "five", "point"),
        ("The Greens won 30 seats and the Liberals 18.", "18", "seat"),
        ("The number of nurses fell from 840 to 790.", "790", "nurse"),
        ("The number of arrests doubled from six to a dozen.", "six", "arrest"),
        ("The number of measles cases has risen to 128.", "128", "measles case"),
        ("Road deaths rose to 41.", "41", "death"),
        ("We misstated the number of patients. It was 412, not 421.", "412", "patient"),
        ("We misstated the number of patients. It was 412, not 421.", "421", "patient"),
        ("Divers found two of the missing.", "two", "missing"),
        ("The storm left 9 dead and 60 injured.", "60", "injured"),
        ("It hit 340,000 homes, of which 120,000 were still dark.", "120,000", "home"),
        ("Of the 43 forces, 26 saw crime rise and 17 saw it fall.", "17", "force"),
        ("Officers made 1,212 arrests, 140 fewer than in 2022.", "140", "arrest"),
        ("Two men were jailed for seven and nine years.", "seven", "year"),
        (
            "Some 900 fires were counted by a survey of 300 villages. Two-fifths of them were small.",
            "Two-fifths",
            "fire",
        ),
    ],
)
def test_elided_noun_is_unit(quantity: Quantity, text: str, words: str, unit: str) -> None:
    assert quantity(text, words)["unit"] == unit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shares rose to 128.", "128"),
        ("It was 30, and dark.", "30"),
        ("The bar serves beer; the remaining four left.", "four"),
        ("It was minus 20 one night.", "minus 20"),
        ("One in nine cases led to a charge, against one in seven a decade ago.", "one in seven"),
        ("Nobody came. A third of them stayed at home.", "A third"),
        ("Bread is a third dearer than it was in 2021.", "a third"),
    ],
)
def test_count_without_antecedent_has_no_unit(quantity: Quantity, text: str, words: str) -> None:
    assert quantity(text, words)["unit"] is None


@pytest.mark.parametrize(
    "text",
    [
        "She owns 12 cars and a Ferrari 458.",
        "It has 30 jets and a Boeing 737.",
        "They sold 12 phones. A Galaxy 9 burned.",
    ],
)
def test_number_in_name_after_count_is_label(quantities: Quantities, text: str) -> None:
    assert quantities(text)[-1]["kind"] == "label"


def test_change_and_distant_level_are_no_range(quantities: Quantities) -> None:
    found = quantities("Entries fell by 300 to 4,100.")
    assert [(each["value"], each["value_max"]) for each in found] == [(300, None), (4100, None)]
    assert [each["trend_role"] for each in found] == ["by", "to"]


def test_number_of_things_has_things_in_subject(quantity: Quantity) -> None:
    found = quantity("The number of nurses fell from 840 to 790.", "790")
    assert found["subject"]["text"] == "number of nurses"
