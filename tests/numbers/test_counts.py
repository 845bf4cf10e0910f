"""Units of counts, their rates, and units shared by parallel numbers."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("The club sold 14 first-team players.", "14", "first-team player"),
        ("The city has 20 most expensive restaurants.", "20", "expensive restaurant"),
        ("They built 400 charging stations.", "400", "station"),
        ("They pumped a million barrels of oil.", "a million", "barrel of oil"),
        ("Dozens of Fiat and Lancia cars burned.", "Dozens", "Fiat Lancia car"),
        ("They run hundreds of coal-burning power plants.", "hundreds", "coal-burning power plant"),
        ("One of the oldest cars burned.", "One", "old car"),
        ("Two of Miller's deputies resigned.", "Two", "Miller deputy"),
        ("They wrote a 12 page report.", "12", "page"),
        ("It is a three-door car.", "three", "door"),
        ("The shares trade at 6.5 times earnings.", "6.5", "time"),
        ("They gave 412 doses on Sunday.", "412", "dose"),
        ("They took 90 commuters hostage.", "90", "commuter"),
        ("Another 13 people were hurt.", "13", "people"),
        ("The top three seeds lost.", "three", "top seed"),
        ("She wants another day or two.", "two", "day"),
        ("They did 40 small, friendly deals.", "40", "small friendly deal"),
        ("There are 5,000-odd islands.", "5,000", "island"),
        ("It has a 15,000-strong army.", "15,000", "army"),
        ("She scored 20 or more goals.", "20", "goal"),
        ("A fifth of the country's people left.", "A fifth", "people"),
        ("They visited 7 European countries.", "7", "European country"),
        ("About 12k users and 3bn doses were recorded.", "12k", "user"),
        ("The bloc has a majority of 170 MPs.", "170", "MP"),
        ("It is one of the town's most profitable mines.", "one", "profitable mine"),
        ("Three other ex-smokers left.", "Three", "ex-smoker"),
        ("Six Afghan civilians were held.", "Six", "Afghan civilian"),
        ("Two Former Mayors were held.", "Two", "former mayor"),
    ],
)
def test_count_has_noun_phrase_as_unit(quantity: Quantity, text: str, words: str, unit: str) -> None:
    found = quantity(text, words)
    assert found["unit"] == unit


@pytest.mark.parametrize("text", ["We saw two\n\nOf the cars, many burned.", "We took 7\n\nOF MY\n\nNobody came."])
def test_count_ends_at_sentence_boundary(quantities: Quantities, text: str) -> None:
    assert all(found["unit"] is None for found in quantities(text))


def test_count_has_number_as_text_and_noun_as_unit_text(quantity: Quantity) -> None:
    found = quantity("They sold 100,000 artillery shells abroad.", "100,000")
    assert found["unit_text"]["text"] == "artillery shells"


@pytest.mark.parametrize(
    ("text", "words", "unit", "per"),
    [
        ("Oil costs $40 a barrel.", "$40", "USD", "barrel"),
        ("Eggs cost 64 cents a dozen.", "64 cents", "cent", "dozen"),
        ("They pay $3,500 a month in rent.", "$3,500", "USD", "month"),
        ("It spends $90 per capita on roads.", "$90", "USD", "capita"),
        ("It does 3,000 tests per day.", "3,000", "test", "day"),
        ("It spins 78,000 times a minute.", "78,000", "time", "minute"),
        ("They work 40 to 50 hours a week.", "40 to 50 hours", "hour", "week"),
        ("It smelts 34,500 tonnes of copper a year.", "34,500 tonnes", "tonne", "year"),
        ("They get a 12-cent-a-share dividend.", "12-cent", "cent", "share"),
        ("Coffee is $5/cup.", "$5", "USD", "cup"),
        ("The rate is 3.5 per 100,000 people.", "3.5", None, "100,000 people"),
    ],
)
def test_rate_has_base_as_per(quantity: Quantity, text: str, words: str, unit: str | None, per: str) -> None:
    found = quantity(text, words)
    assert (found["unit"], found["per"]) == (unit, per)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It earned $40 a year earlier.", "$40"),
        ("It earned $40 a week ago.", "$40"),
        ("She gave $40 a second thought.", "$40"),
    ],
)
def test_earlier_time_is_no_rate(quantity: Quantity, text: str, words: str) -> None:
    assert quantity(text, words)["per"] is None


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("Six million homes, 1.5 million in Leeds, went dark.", "1.5 million", "home"),
        ("It had 70 raids, up from 45 in spring.", "45", "raid"),
        ("The highest bid is 84.75 cents, the lowest is 74.07.", "74.07", "cent"),
        ("The index rose 64 points to 4,577.", "4,577", "point"),
        ("It carries 62,000 cars a day, down from 71,000 before the lanes were closed.", "71,000", "car"),
    ],
)
def test_bare_number_has_unit_of_parallel_number(quantity: Quantity, text: str, words: str, unit: str) -> None:
    assert quantity(text, words)["unit"] == unit


def test_bare_number_of_other_size_has_no_unit(quantity: Quantity) -> None:
    assert quantity("The index rose 0.65 per cent to 27,349.", "27,349")["unit"] is None


def test_a_day_or_two_is_one_duration(quantities: Quantities) -> None:
    (found,) = quantities("The Cabinet would decide in a day or two.")
    assert (found["text"], found["kind"], found["value"], found["value_max"]) == ("a day or two", "duration", 1, 2)


def test_size_of_named_thing_has_no_parallel_unit(quantity: Quantity) -> None:
    assert quantity("It will cut 1,200 jobs from a workforce of 20,000.", "20,000")["unit"] is None
    assert quantity("It will cut 1,200 jobs from a total of 20,000.", "20,000")["unit"] == "job"


def test_pronouns_with_one_give_no_numbers(quantities: Quantities) -> None:
    for text in (
        "No one came.",
        "On the one hand, costs fell.",
        "Prices will rise one way or another.",
        "One can already see it.",
        "He is the one.",
        "They love one another.",
        "The first one won.",
        "He is known for his one-liners.",
        "It is one of the town's most admired.",
    ):
        assert quantities(text) == [], text


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Some 1.200 people were hurt.", "1.200", 1200),
        ("The bill came to €12.500 in all.", "€12.500", 12500),
        ("The euro bought $1.085 at noon.", "$1.085", 1.085),
        ("Petrol costs €1.900 a litre.", "€1.900", 1.9),
        ("It was 1.234 times as fast.", "1.234", 1.234),
        ("The rate was 1.375 percent.", "1.375 percent", 1.375),
    ],
)
def test_dot_separates_thousands_only_in_counts_of_whole_things(
    quantity: Quantity, text: str, words: str, value: float
) -> None:
    assert quantity(text, words)["value"] == value
