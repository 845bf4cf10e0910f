"""Constructions: one example of each, and one lookalike."""

from __future__ import annotations

from typing import Any

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The girl won the race in 2:11:07 on the day.", "2:11:07", {"kind": "duration", "value": 7867, "iso": "PT7867S"}),
        ("Her best over the mile was 4:31.5 that season.", "4:31.5", {"value": 271.5, "unit": "second"}),
        ("She won by three-tenths of a second.", "three-tenths of a second", {"value": 0.3, "unit": "second"}),
        ("The path is an eighth of a mile long.", "an eighth of a mile", {"value": 0.125, "unit": "mile"}),
        ("Growth was half a percentage point lower.", "half a percentage point", {"value": 0.5, "trend": "down"}),
        ("The levy is a percentage point higher.", "a percentage point", {"value": 1, "trend": "up"}),
        ("Three members wanted a half-point cut.", "half-point", {"value": 0.5, "unit": "percentage point"}),
        ("A 50 basis-point cut is priced in.", "50 basis-point", {"value": 50, "unit": "basis point"}),
        ("The toll is 80 rupees (1.1 U.S. cents).", "1.1 U.S. cents", {"kind": "money", "unit": "cent"}),
        ("He was charged under section 52C of the act.", "52C", {"kind": "label", "unit": None}),
        ("They boarded and found seat 14A empty.", "14A", {"kind": "label", "unit": None}),
        ("Her novel, Nine Nights, sold well.", "Nine", {"kind": "label"}),
        ("Boeing's 737 MAX was grounded.", "737", {"kind": "label", "modifier": "="}),
        ("Call the helpline on 1800 555 010.", "1800 555 010", {"kind": "label"}),
        ("Children under 5 account for most cases.", "5", {"kind": "age", "unit": "year", "modifier": "<"}),
        ("Many of them over 70 stayed behind.", "70", {"kind": "age", "modifier": ">"}),
        ("A man in his 40s was arrested.", "40s", {"kind": "age", "value": 40, "value_max": 49, "vague": True}),
        ("She left school at 15 and never returned.", "15", {"kind": "age"}),
        ("The council lowered the voting age from 18 to 16.", "16", {"kind": "age", "trend_role": "to"}),
        ("Hill lost to Vega 6-4, 2-6, 7-5 in the final.", "2-6", {"kind": "score", "value": 2, "value_max": 6}),
        ("The plan was rejected by two to one.", "two to one", {"kind": "ratio", "value": 2}),
        ("The visitors were 214 for 6 at stumps.", "214 for 6", {"kind": "score", "value": 214, "value_max": 6}),
        ("It trades at 18 times forecast earnings.", "18", {"kind": "ratio", "unit": "time"}),
        ("They lost only two of their last eight matches.", "two", {"unit": "match"}),
        ("The ferry with 64 aboard ran aground.", "64", {"unit": "people"}),
        ("He grew up in a town of about 9,000 in Ohio.", "9,000", {"unit": "people"}),
        ("Ruiz has 21 goals in 30 games, four more than Lind.", "four", {"unit": "goal"}),
        ("Labour had 30 seats in the 55-seat council, the Greens 16.", "16", {"unit": "seat"}),
        ("Costs rise by just 1.1 billion euros to 61 billion.", "61 billion", {"unit": "EUR", "trend_role": "to"}),
        ("It got 2 billion euros, less than the 6 billion sought by the mayor.", "6 billion", {"unit": "EUR"}),
        ("The number of fires rose from 11 to 46.", "46", {"unit": "fire"}),
        ("The shares were 6p down at 140p.", "6p", {"trend": "down"}),
        ("Sales rose to 61.2 trillion won in the year.", "61.2 trillion won", {"kind": "money", "unit": "KRW"}),
        ("Shots were heard in the 2300 block of Elm Street.", "2300", {"kind": "label"}),
        ("The Pope, 88, was ill.", "88", {"kind": "age"}),
        ("It saves 9 billion euros ($10 billion), on top of the 4 billion already found.", "4 billion", {"unit": "EUR"}),
        ("It saves 9 billion euros ($10 billion) a year.", "9 billion euros", {"per": "year"}),
        ("It saves 9 billion euros ($10 billion) a year.", "$10 billion", {"per": "year"}),
        ("The camera records video in 4K.", "4K", {"kind": "label"}),
        ("It costs $90 in Boston and 70 pounds in York, a weight lost.", "70 pounds", {"unit": "GBP"}),
        ("Webb kicked 15 points from six attempts, which put them four ahead.", "four", {"unit": "point"}),
        ("At 14-all the set was open.", "14-all", {"kind": "score", "value": 14, "value_max": 14}),
        ("The index ended 61 points, or 0.1 per cent, lower.", "61", {"trend": "down", "trend_role": "by"}),
        ("The index ended 61 points, or 0.1 per cent, lower.", "0.1 per cent", {"trend": "down"}),
        ("Silver fell to Rs 900 per 10 grams.", "Rs 900", {"per": "10 gram", "trend_role": "to"}),
        ("The premium went from $1,200 to $4,800.", "$1,200", {"trend_role": "from"}),
        ("She is one of hundreds who fled.", "hundreds", {"vague": True, "unit": None}),
        ("The won was 0.6 percent up against the dollar.", "0.6 percent", {"trend": "up"}),
        ("Support fell to 30%, three points fewer than last year.", "three", {"trend": "down"}),
    ],
)  # fmt: skip
def test_construction_gives_expected_fields(
    quantity: Quantity, text: str, words: str, expected: dict[str, Any]
) -> None:
    found = quantity(text, words)
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The boiler ran at 52C on Monday.", "52C", {"kind": "measure", "unit": "degree Celsius"}),
        ("Nine Poles and three Danes died.", "Nine", {"kind": "cardinal"}),
        ("Ford's 500 workers went home.", "500", {"kind": "cardinal", "unit": "worker"}),
        ("Managers over 40 sites agreed.", "40", {"kind": "cardinal", "unit": "site"}),
        ("The bridge cost $2 million, over 40 times the estimate.", "40", {"kind": "ratio"}),
        ("They sold 30 for 5 pounds.", "30", {"kind": "cardinal"}),
        ("The rate rose from 3.1% to 3.4%.", "3.4%", {"unit": "percent"}),
        ("Police brought down two drones.", "two", {"trend": None}),
        ("The army shot down 31 drones.", "31", {"trend": None}),
        ("The firm shed 12 of its 40 posts.", "40", {"trend": None}),
        ("Just $900 was recovered, less than 5 percent of it.", "5 percent", {"trend": None}),
        ("Troops advanced 6 km.", "6 km", {"trend": None}),
    ],
)  # fmt: skip
def test_lookalike_of_construction_gives_expected_fields(
    quantity: Quantity, text: str, words: str, expected: dict[str, Any]
) -> None:
    found = quantity(text, words)
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    "text",
    ["He made two three-pointers.", "They bought two three-wheelers."],
)
def test_numbered_thing_is_not_counted(quantities: Quantities, text: str) -> None:
    assert [number["text"] for number in quantities(text)] == ["two"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Copper added $80 to $9,100 a tonne.", ["$80", "$9,100"]),
        ("Hale shot a six-under-par 66.", ["66"]),
        ("It cost $80 to $91 a tonne.", ["$80 to $91"]),
        ("The quarter-final was moved.", []),
    ],
)
def test_text_gives_expected_numbers(quantities: Quantities, text: str, words: list[str]) -> None:
    assert [number["text"] for number in quantities(text)] == words
