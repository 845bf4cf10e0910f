"""Labels: numbers used as names."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Boeing 737 took off.", "737"),
        ("The S&P 500 took a hit.", "500"),
        ("He sat in row 21 of the hall.", "21"),
        ("Cases of Covid-19 doubled.", "Covid-19"),
        ("Rescuers reached Flight 302 at dawn.", "302"),
        ("The court cited the 22nd Amendment.", "22nd"),
        ("He bought a Galaxy S23 there.", "S23"),
        ("They live at 575 Wilton Road.", "575"),
        ("The storm was a category 4 hurricane.", "4"),
        ("It stands at No. 19 on the list.", "19"),
        ("The index TA-25 slipped.", "TA-25"),
        ("Quote reference 4417 on the form.", "4417"),
        ("They play a 4-4-2 there.", "4-4-2"),
        ('It reads id="783499116076687360" there.', "783499116076687360"),
        ("He knew the Big 12 well.", "12"),
        ("The mare is the 7/2 second favourite.", "7/2"),
        ("The colt is priced at 11-4.", "11-4"),
        ("They fly two Boeing 747s there.", "747s"),
        ("Its rival, the 7E7, is late.", "7E7"),
        ("1. Open the valve.", "1"),
        ("Crews at the Two Rivers Dam went on strike.", "Two"),
        ("The alarm rang [1], and nurses ran.", "1"),
        ("Nitrogen (N2) is a gas.", "N2"),
        ("The Standard & Poor's 500 fell.", "500"),
    ],
)
def test_number_used_as_name_is_label(quantity: Quantity, text: str, words: str) -> None:
    assert quantity(text, words)["kind"] == "label"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Leeds 30 people were hurt.", "30"),
        ("Ford has 300 dealers.", "300"),
        ("Twelve dealers agreed.", "Twelve"),
        ("Lots sold: 1. The rest remain.", "1"),
        ("The room held 40 people.", "40"),
        ("Police Seek the Three Men Who Fled.", "Three"),
        ("We have [12] ships.", "12"),
        ("The fund helped the poor 500 times.", "500"),
        ("They had 66,000 in Leeds and in Wales 59,000.", "59,000"),
    ],
)
def test_count_after_name_is_no_label(quantity: Quantity, text: str, words: str) -> None:
    assert quantity(text, words)["kind"] == "cardinal"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Call the office at 555-0142.", ["555-0142"]),
        ("Call (555) 123-4567 or 1-800-555-0199 now.", ["(555) 123-4567", "1-800-555-0199"]),
        ("Ring 01 555 0199 now.", ["01 555 0199"]),
        ("Ring 020 7946 0958 or +44 20 7946 0958 now.", ["020 7946 0958", "+44 20 7946 0958"]),
    ],
)
def test_telephone_number_is_one_label(quantities: Quantities, text: str, words: list[str]) -> None:
    assert [(found["kind"], found["text"]) for found in quantities(text)] == [("label", each) for each in words]


def test_range_or_vote_is_no_telephone_number(quantities: Quantities) -> None:
    for text in ("It will cost 100-2000 dollars.", "It has 120-1500 seats.", "It passed by 215-1021."):
        assert all(found["kind"] != "label" for found in quantities(text)), text


def test_money_is_no_label(quantities: Quantities) -> None:
    assert [found["kind"] for found in quantities("Ford $300 million offer fails.")] == ["money"]


def test_web_address_gives_no_numbers(quantities: Quantities) -> None:
    assert quantities("See https://example.org/2176fPm/12 for more.") == []
