"""Trends: sizes of changes with their direction, and endpoints with their roles."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "trend", "role"),
    [
        ("Sales rose 5% in spring.", "5%", "up", "by"),
        ("Sales rose by 5% in spring.", "5%", "up", "by"),
        ("Sales fell 40 million euros in spring.", "40 million euros", "down", "by"),
        ("The index lost 162 points.", "162", "down", "by"),
        ("The index was up 0.2% at noon.", "0.2%", "up", "by"),
        ("Shares closed 34.4% higher.", "34.4%", "up", "by"),
        ("Sales rose to 7,425 boats.", "7,425", None, "to"),
        ("Sales rose from 7,100 boats to 7,425.", "7,100", "up", "from"),
        ("Prices fell below $1,700.", "$1,700", None, "to"),
        ("The firm cut its dividend by 12%.", "12%", "down", "by"),
        ("Output grew sixfold.", "sixfold", "up", "by"),
        ("The index was up 17 points, or 0.22%.", "0.22%", "up", "by"),
        ("The water rose as much as 2.4 metres in an hour.", "2.4 metres", "up", "by"),
        ("Rents rose by as much as a fifth.", "a fifth", "up", "by"),
        ("The club lost half of its members.", "half", "down", "by"),
        ("The bank will cut up to 200 of its 3,000 jobs.", "200", "down", "by"),
        ("The ice loses 2 metres (6.6 feet) of thickness a year.", "2 metres", "down", "by"),
        ("He has lost 12 kilos.", "12 kilos", "down", "by"),
        ("The judge took six months off the term.", "six months", "down", "by"),
        ("The fall of 5% hurt them.", "5%", "down", "by"),
        ("The union won a rise of 4 percent.", "4 percent", "up", "by"),
        ("A 19% fall in shipments hurt them.", "19%", "down", "by"),
        ("Acme fell 3%, Bolt 2% and Carmine 1%.", "2%", "down", "by"),
        ("Acme fell 3%, Bolt 2% and Carmine 1%.", "1%", "down", "by"),
        ("It posted a £2m annual loss and an 8% gain in rents.", "8%", "up", "by"),
        ("Sales were $4.1 billion, down from the previous year's $4.8 billion.", "$4.8 billion", "down", "from"),
        ("Sales were $4.1 billion, down from the previous year's $4.8 billion.", "$4.1 billion", "down", "to"),
        ("Bread is a third dearer than it was in 2021.", "a third", "up", "by"),
        ("The new model is $200 cheaper.", "$200", "down", "by"),
        ("A ticket costs 20 percent more than last year.", "20 percent", "up", "by"),
        ("There were 40 more nurses on the wards than a year ago.", "40", "up", "by"),
        ("Waits are 15 minutes longer.", "15 minutes", "up", "by"),
        ("Patients waited three weeks less than in 2022.", "three weeks", "down", "by"),
        ("The price has come down by a quarter.", "a quarter", "down", "by"),
        ("The subsidy was cut by half, to 30 million euros.", "half", "down", "by"),
        ("Debt fell by more than half.", "half", "down", "by"),
        ("Burglaries dropped below 250,000.", "250,000", None, "to"),
        ("Temperatures will drop to minus 8 by Tuesday.", "minus 8", None, "to"),
        ("The bank pushed its rate up to 4.5%.", "4.5%", None, "to"),
        ("Traders sent its shares down to $3.20.", "$3.20", None, "to"),
        ("Profit was less than 1% up on the year before.", "1%", "up", "by"),
        ("Output will grow by 4.3% in 2005 and 4.2% in 2006.", "4.2%", "up", "by"),
        ("Rents and fares will rise by 9% and 8% respectively.", "8%", "up", "by"),
        ("It costs $150, down from the usual $199.", "$199", "down", "from"),
    ],
)
def test_change_has_direction_and_role(quantity: Quantity, text: str, words: str, trend: str | None, role: str) -> None:
    found = quantity(text, words)
    assert (found["trend"], found["trend_role"]) == (trend, role)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She lost 3 friends.", "3"),
        ("They dug up 30 bones.", "30"),
        ("Sales rose in 11 countries.", "11"),
        ("Some 40 boats sank.", "40"),
        ("He climbed the 112 steps.", "112"),
        ("A drop of 30 metres killed the climber.", "30 metres"),
        ("The rise of two parties alarmed them.", "two"),
        ("The 5% growth target was missed.", "5%"),
        ("Profits were 15% lower than analysts had expected.", "15%"),
        ("They own a 30% stake.", "30%"),
        ("Acme fell 3% and closed at noon with 2% of its staff.", "2%"),
        ("The glacier slid 4 metres a day.", "4 metres"),
        ("The striker rose above two defenders.", "two"),
        ("The fund gained half the votes.", "half"),
        ("Police held 40 more people overnight.", "40"),
        ("Women are 30 percent more likely to vote.", "30 percent"),
        ("The new model is $200 cheaper than its rivals.", "$200"),
        ("She looked up from 40 papers.", "40"),
        ("Waves sank two trawlers.", "two"),
        ("They stayed three days more.", "three days"),
        ("The firm expanded three plants.", "three"),
        ("They lost to 3 teams.", "3"),
        ("The walk from 3 villages to 2 towns took all day.", "3"),
    ],
)
def test_unrelated_number_beside_verb_of_change_has_no_trend(quantity: Quantity, text: str, words: str) -> None:
    found = quantity(text, words)
    assert (found["trend"], found["trend_role"]) == (None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The board will pay 30 cents a share, up from 25 cents.", "25 cents", "30 cents"),
        ("Police recorded 61 break-ins, down from 84 a year earlier.", "84", "61"),
        ("The council cut the number of wardens from 120 to 95.", "120", "95"),
        (
            "It raised the share of homes with a meter from 41 percent to just over 60 percent.",
            "41 percent",
            "60 percent",
        ),
        ("The fare went from 80 cents to $1.20.", "80 cents", "$1.20"),
        ("A bill goes up from £1,880 to £1,972.", "£1,880", "£1,972"),
        ("Fees are to rise from £870 to £905 a week.", "£870", "£905"),
        ("Its margin edged up to 6.7% from 6.4%.", "6.4%", "6.7%"),
        ("Debt fell to 1.4 times earnings from 1.9 times.", "1.9", "1.4"),
        ("Waits had grown to 340 days, from 190 before the war.", "190", "340 days"),
        (
            "It trimmed its forecast to 70 million euros, from a previous 80 million euros.",
            "80 million euros",
            "70 million euros",
        ),
        (
            "It owes 1.8 billion euros ($1.9 billion), down from 2.4 billion euros.",
            "2.4 billion euros",
            "1.8 billion euros",
        ),
    ],
)
def test_change_endpoints_have_roles(quantity: Quantity, text: str, start: str, end: str) -> None:
    assert quantity(text, start)["trend_role"] == "from"
    assert quantity(text, end)["trend_role"] == "to"


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("The council cut the number of wardens from 120 to 95.", "down"),
        ("The share of homes with a meter rose from 41 percent to just over 60 percent.", "up"),
        ("A bill goes up from £1,880 to £1,972.", "up"),
        ("The fare went from $2.40 to $2.20.", "down"),
        ("The fare went from 80 cents to $1.20.", None),
        ("Its staff rose from 50 to 45.", "up"),
        ("Growth will slow from more than 3% to a little below 2.5%.", "down"),
    ],
)
def test_pair_from_to_is_linked_and_has_direction_of_its_word_or_else_of_its_levels(
    quantities: Quantities, text: str, trend: str | None
) -> None:
    start, end = quantities(text)
    assert start["range"] == end["range"] == start["id"]
    assert (start["trend"], end["trend"]) == (trend, trend)


@pytest.mark.parametrize(
    "text",
    [
        "The train goes from 12 stations to 3 depots.",
        "She cut 40 pages from 3 books.",
    ],
)
def test_other_levels_are_not_linked(quantities: Quantities, text: str) -> None:
    assert [(found["range"], found["trend"]) for found in quantities(text)] == [(None, None)] * 2


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Its margin edged up to 6.7% from 6.4%.", "up"),
        ("Police recorded 61 break-ins, down from 84 a year earlier.", "down"),
        ("The index fell to 94.2 in early March from 95.5 in January.", "down"),
        ("The price of flour has risen to 200 dinars ($2.77) per sack from 170 dinars.", "up"),
    ],
)
def test_level_before_the_one_left_has_direction_without_link(quantities: Quantities, text: str, trend: str) -> None:
    found = [each for each in quantities(text) if each["kind"] != "date"]
    assert [(each["range"], each["trend"]) for each in found] == [(None, trend)] * len(found)


def test_change_endpoint_has_unit_rate_and_kind_of_other(quantities: Quantities) -> None:
    both = quantities("The board will pay 30 cents a share, up from 25 cents.")
    assert [found["per"] for found in both] == ["share", "share"]
    both = quantities("Pay would be raised from Rs 5,500 to Rs 8,000 a month.")
    assert [found["per"] for found in both] == ["month", "month"]
    both = quantities("Police recorded 61 break-ins, down from 84 a year earlier.")
    assert [found["unit"] for found in both] == ["break-in", "break-in"]
    both = quantities("Debt is 2.9 times earnings, up from 2.2 times.")
    assert [found["kind"] for found in both] == ["ratio", "ratio"]


def test_change_endpoints_have_one_subject(quantities: Quantities) -> None:
    both = quantities("The board will pay a dividend of 30 cents a share, up from 25 cents.")
    assert [found["subject"]["text"] for found in both] == ["dividend", "dividend"]


@pytest.mark.parametrize(
    ("text", "words", "modifier"),
    [
        ("Its margin edged up to 6.7%.", "6.7%", "="),
        ("The bank pushed its rate up to 4.5%.", "4.5%", "="),
        ("The boats are up to 40 metres long.", "40 metres", "<="),
        ("They push carts of up to 40 kilos.", "40 kilos", "<="),
    ],
)
def test_up_to_after_verb_of_movement_is_no_modifier(quantity: Quantity, text: str, words: str, modifier: str) -> None:
    assert quantity(text, words)["modifier"] == modifier


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Oil was last at $61.20, down 2.7%.", ["to", "by"]),
        ("The euro was up 0.05% to $1.10.", ["by", "to"]),
        ("The note was last at 2.25%, from 2.29% on Monday.", ["to", "from"]),
        ("She sold 40 books, from 3 shops.", [None, None]),
        ("The shop has 40 chairs, down the road 12 more.", [None, None]),
    ],
)
def test_level_beside_its_change_has_a_role(quantities: Quantities, text: str, roles: list[str | None]) -> None:
    assert [found["trend_role"] for found in quantities(text)] == roles
