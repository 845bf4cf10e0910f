"""Forms of numbers in sport, polls, lists and set phrases, each beside what looks like it."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a space before the hyphen of a range
        ("Tickets cost 12 -18 pounds at the door.", [("12 -18 pounds", 12, 18)]),
        ("The stock closed at 91.20 -3.40 on Tuesday.", [("91.20", 91.2, None), ("-3.40", -3.4, None)]),
        # hundredths without their name
        (
            "A bun is three pounds sixty and a tea one euro ten.",
            [("three pounds sixty", 3.6, None), ("one euro ten", 1.1, None)],
        ),
        ("It took a 2bn euro one-time charge.", [("2bn euro", 2 * 10**9, None), ("one", 1, None)]),
        # decimals in words
        ("Growth was zero point four percent.", [("zero point four percent", 0.4, None)]),
        ("Growth was nought point nought three percent.", [("nought point nought three percent", 0.03, None)]),
        ("They won by one point.", [("one", 1, None)]),
        # heights
        ("Police seek a 6-foot-1 man.", [("6-foot-1", 73, None)]),
        ("A five-foot-nine woman called.", [("five-foot-nine", 69, None)]),
        ("They built a 7-foot-3-inch wall.", [("7-foot", 7, None), ("3-inch", 3, None)]),
        # the other side of a poll
        ("Voters backed the plan 58 - 33%, a poll shows.", [("58", 58, None), ("33%", 33, None)]),
        # magnitude after a hyphen
        ("The city set aside PHP 320-M for roads.", [("PHP 320-M", 320 * 10**6, None)]),
        # results
        ("Otters 5, Badgers 2: Doe had a late goal.", [("5, Badgers 2", 5, 2)]),
        ("They sold Otters 5, Badgers 2 and a fox.", [("5", 5, None), ("2", 2, None)]),
    ],
)
def test_form_has_text_and_values(
    quantities: Quantities, text: str, expected: list[tuple[str, float, float | None]]
) -> None:
    found = [(each["text"], each["value"], each["value_max"]) for each in quantities(text)]
    assert found == [(words, pytest.approx(value), high) for words, value, high in expected]


@pytest.mark.parametrize(
    ("text", "words", "kind", "unit"),
    [
        ("The ban ends at 35 of age.", "35 of age", "age", "year"),
        ("Jabs for the over 70s start soon.", "70s", "age", "year"),
        ("The jab is for over-65s.", "65s", "age", "year"),
        ("He ran it in under 45s.", "45s", "duration", "second"),
        ("Her goal 3:10 into overtime won it.", "3:10", "duration", "second"),
        ("Turnout was 58 – 33 percent.", "58", "percent", "percent"),
        ("They sell two - door cars.", "two", "cardinal", "door car"),
        ("He has a 2-4-1 mark in net.", "2-4-1", "label", None),
        ("The club signed 2-4 players.", "2-4", "cardinal", "player"),
        ("Nurses hear up to 90 alarms per shift[1], one said.", "1", "label", None),
        ("1/ Prices rose.", "1", "label", None),
        ("Shares rose on the SIX Swiss Exchange.", "SIX", "label", None),
        ("There we saw six Swiss skiers.", "six", "cardinal", "Swiss skier"),
        ("They back “one country, two systems” there.", "two", "label", None),
        ("The union joins one country and two systems.", "two", "cardinal", "system"),
        ("Call 555-0142; 555-0143 or 555-0144.", "555-0144", "label", None),
    ],
)
def test_form_has_kind_and_unit(quantities: Quantities, text: str, words: str, kind: str, unit: str | None) -> None:
    (found,) = [each for each in quantities(text) if each["text"] == words]
    assert (found["kind"], found["unit"]) == (kind, unit)


def test_set_phrase_with_one_is_no_number(quantities: Quantities) -> None:
    assert quantities("It is no one-size-fits-all plan.") == []


@pytest.mark.parametrize("text", ["The index ended at 91.20 -3.40.", "Voters chose it 58 - 33%."])
def test_counted_noun_has_a_letter(quantities: Quantities, text: str) -> None:
    assert all(each["unit"] in (None, "percent") for each in quantities(text))
