"""Physical units: names, symbols, prefixes, powers and quotients, and ambiguous symbols."""

from __future__ import annotations

import pytest

from newsview.extraction.numbers.implicit_one import DIMENSIONS
from newsview.extraction.numbers.quantity_reader import opening
from newsview.extraction.numbers.units import unit_names
from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The shell is a 155mm one.", "155mm", 155, "millimetre"),
        ("The town lies 17 km away.", "17 km", 17, "kilometre"),
        ("The town lies 17 kilometers away.", "17 kilometers", 17, "kilometre"),
        ("The well is 1.8m deep.", "1.8m", 1.8, "metre"),
        ("It covers 30 square miles.", "30 square miles", 30, "square mile"),
        ("It covers 3,900 sq m.", "3,900 sq m", 3900, "square metre"),
        ("It covers 190 km2.", "190 km2", 190, "square kilometre"),
        ("It covers 190 km².", "190 km²", 190, "square kilometre"),
        ("It holds 40 cubic feet.", "40 cubic feet", 40, "cubic foot"),
        ("It weighs 12.3 tonnes.", "12.3 tonnes", 12.3, "tonne"),
        ("It weighs 500 metric tons.", "500 metric tons", 500, "tonne"),
        ("It weighs 200lbs.", "200lbs", 200, "pound"),
        ("The pill holds 500mg.", "500mg", 500, "milligram"),
        ("The bottle holds 75ml.", "75ml", 75, "millilitre"),
        ("It drove at 87 mph.", "87 mph", 87, "mile per hour"),
        ("It drove at 140 km/h.", "140 km/h", 140, "kilometre per hour"),
        ("It drove at 60 miles per hour.", "60 miles per hour", 60, "mile per hour"),
        ("The farm makes 550 megawatts.", "550 megawatts", 550, "megawatt"),
        ("The cells hold 35 GWh.", "35 GWh", 35, "gigawatt hour"),
        ("The phone has 64GB of storage.", "64GB", 64, "gigabyte"),
        ("The line carries 30Mbps.", "30Mbps", 30, "megabit per second"),
        ("It was 20 degrees Celsius.", "20 degrees Celsius", 20, "degree Celsius"),
        ("It was 98.6°F.", "98.6°F", 98.6, "degree Fahrenheit"),
        ("It was 30C in the shade.", "30C", 30, "degree Celsius"),
        ("It was minus 5 degrees.", "minus 5 degrees", -5, "degree"),
        ("The engine has 275 pound-feet of torque.", "275 pound-feet", 275, "pound-foot"),
        ("The engine has 450 Nm of torque.", "450 Nm", 450, "newton metre"),
        ("The engine turns at 3000 rpm.", "3000 rpm", 3000, "revolution per minute"),
        ("The sound reached 90 dB.", "90 dB", 90, "decibel"),
        ("The sample had 15 ppb.", "15 ppb", 15, "part per billion"),
        ("A current of 1.3 A/cm2 was used.", "1.3 A/cm2", 1.3, "ampere per square centimetre"),
        ("Rates rose 25 basis points.", "25 basis points", 25, "basis point"),
        ("It covers 30 sq mi.", "30 sq mi", 30, "square mile"),
        ("He weighs 15st.", "15st", 15, "stone"),
        ("He weighs 15 stone.", "15 stone", 15, "stone"),
        ("It holds 40 US gallons.", "40 US gallons", 40, "gallon"),
        ("It had 300 parts per million.", "300 parts per million", 300, "part per million"),
        ("Pressure fell to 950 millibars.", "950 millibars", 950, "millibar"),
        ("He ran half a mile.", "half a mile", 0.5, "mile"),
        ("Use 1/2 pound of butter.", "1/2 pound", 0.5, "pound"),
    ],
)
def test_measure_has_value_and_singular_unit(
    quantity: Quantity, text: str, words: str, value: float, unit: str
) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["value"], found["unit"]) == ("measure", value, unit)


@pytest.mark.parametrize(
    ("text", "words", "unit", "iso"),
    [
        ("He got three years in prison.", "three years", "year", "P3Y"),
        ("There was a 20-minute delay.", "20-minute", "minute", "PT20M"),
        ("It took half an hour.", "half an hour", "hour", "PT30M"),
        ("It took a year and a half.", "a year and a half", "year", "P18M"),
        ("It took two decades to build.", "two decades", "decade", "P20Y"),
        ("It took a quarter of an hour to cross.", "a quarter of an hour", "hour", "PT15M"),
        ("He ran it in 9.8 seconds.", "9.8 seconds", "second", "PT9.8S"),
        ("She worked 40 hours that week.", "40 hours", "hour", "PT40H"),
    ],
)
def test_duration_has_iso_form(quantity: Quantity, text: str, words: str, unit: str, iso: str) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["unit"], found["iso"]) == ("duration", unit, iso)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Prices rose 12%.", "12%", 12, "percent"),
        ("Prices rose 12 per cent.", "12 per cent", 12, "percent"),
        ("Prices rose 1.38pc.", "1.38pc", 1.38, "percent"),
        ("Prices rose twelve percent.", "twelve percent", 12, "percent"),
        ("Prices rose .5 percent.", ".5 percent", 0.5, "percent"),
        ("Prices rose two percentage points.", "two percentage points", 2, "percentage point"),
    ],
)
def test_percentage_has_value_and_unit(quantity: Quantity, text: str, words: str, value: float, unit: str) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["value"], found["unit"]) == (unit.replace(" ", "_"), value, unit)


def test_letter_m_is_million_before_noun_and_metre_before_race(quantity: Quantity) -> None:
    assert quantity("It had 2.7m combined sales.", "2.7m")["value"] == 2700000
    assert quantity("It burned 12.3m tonnes of fuel.", "12.3m tonnes")["value"] == 12300000
    assert quantity("It burned two mln tonnes of fuel.", "two mln tonnes")["value"] == 2000000
    assert quantity("She won the 100m final.", "100m")["unit"] == "metre"


def test_5g_is_label_and_no_weight(quantity: Quantity) -> None:
    assert quantity("The town now has 5G networks.", "5G")["unit"] == "generation wireless"
    assert quantity("The recipe needs 5g of salt.", "5g")["unit"] == "gram"


def test_names_and_ordinary_words_give_no_unit(quantities: Quantities) -> None:
    for text in (
        "The part is a 24703L202 valve.",
        "He read 5 in Paris.",
        "It opens at 9 pm.",
        "She met 5 a day.",
        "They own 9 bar stools.",
    ):
        assert all(found["kind"] in ("cardinal", "label") for found in quantities(text)), text


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("A 6'2\" guard was picked.", "6'2\"", 74, "inch"),
        ("It flew at an altitude of 30' there.", "30'", 30, "foot"),
        ('The pen is 10" long.', '10"', 10, "inch"),
    ],
)
def test_feet_and_inches_with_marks_are_measures(
    quantity: Quantity, text: str, words: str, value: int, unit: str
) -> None:
    found = quantity(text, words)
    assert (found["value"], found["unit"]) == (value, unit)


def test_closing_quote_mark_is_no_inch(quantities: Quantities) -> None:
    assert [found["kind"] for found in quantities('She said "we sold 30" and left.')] == ["cardinal"]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("a kilometre", "kilometre"),
        ("a kilogram", "kilogram"),
        ("a metre", "metre"),
        ("a fortnight", "fortnight"),
        ("a stone", "stone"),
        ("an inch", "inch"),
        ("a metric ton", "tonne"),
        ("a light-year", "light-year"),
    ],
)
def test_one_of_a_unit_is_found_where_no_other_number_stands_in_the_sentence(
    quantity: Quantity, words: str, unit: str
) -> None:
    found = quantity(f"The gap was nearly {words} after that.", words)
    assert (found["value"], found["unit"]) == (1, unit)


def test_every_unit_of_time_length_and_mass_opens_a_sentence() -> None:
    names = {name for name, unit in unit_names().items() if unit.dimension in DIMENSIONS}
    assert names <= opening().units
    assert "percentage point" in opening().units and "volt" not in opening().units


@pytest.mark.parametrize(
    "text", ["She won a 5K race in Leeds.", "She ran a 5K in Leeds.", "He finished the 5k.", "It was a 5K fun run."]
)
def test_k_of_a_race_is_kilometres(quantities: Quantities, text: str) -> None:
    assert [(found["value"], found["unit"]) for found in quantities(text)] == [(5, "kilometre")]


@pytest.mark.parametrize("text", ["He paid 6K for the van.", "She won a 10K prize.", "It has 5K users now."])
def test_k_of_anything_else_is_a_thousand(quantities: Quantities, text: str) -> None:
    assert next(found["value"] for found in quantities(text)) in (5000, 6000, 10000)


@pytest.mark.parametrize(
    "text",
    ["He makes films in 6K.", "They film in 12K at weekends.", "It is a 5K monitor.", "She watched it in 8K."],
)
def test_k_of_a_resolution_is_a_label(quantities: Quantities, text: str) -> None:
    assert [found["kind"] for found in quantities(text)] == ["label"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He bought a 12" laptop there.', '12"'),
        ('He bought a 13" laptop and a 7" tablet there.', '7"'),
        ('She said “no” to a 12" cake.', '12"'),
        ('“I bought a 12" cake,” she said.', '12"'),
        ('It is a 40" wide shelf.', '40"'),
        ('The shelf is 40 " long there.', '40 "'),
    ],
)
def test_mark_before_a_thing_is_an_inch(quantity: Quantity, text: str, words: str) -> None:
    assert quantity(text, words)["unit"] == "inch"


@pytest.mark.parametrize(
    "text",
    [
        'He read 10 "long" letters.',
        'He said "we have 12" yesterday.',
        '"We won 12" local papers wrote.',
        "He said “we won 12” games.",
    ],
)
def test_mark_that_closes_a_quotation_is_no_inch(quantities: Quantities, text: str) -> None:
    assert all(found["unit"] != "inch" for found in quantities(text))
