"""Subjects of numbers."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("Core inflation rose 0.3% in spring.", "0.3%", "Core inflation"),
        ("The pixel pitch was 352 μm.", "352 μm", "pixel pitch"),
        ("They paid a fine of $10.5 million.", "$10.5 million", "fine"),
        ("It covers 13 percent of the economy.", "13 percent", "economy"),
        ("The tag equals 70kg of gold.", "70kg", "gold"),
        ("They fitted a 5kW panel.", "5kW", "panel"),
        ("She spent $12,000 on a new roof.", "$12,000", "new roof"),
        ("She bought the house for $3m.", "$3m", "house"),
        ("Shares of the firm fell 3.2% to $35.74 in afternoon trading.", "$35.74", "Shares"),
        ("The firm raised its dividend to 50 cents.", "50 cents", "dividend"),
        ("Workers who earn $9 an hour left.", "$9", "Workers"),
        ("Acme said it lost $74 million.", "$74 million", "Acme"),
        ("The trial of seven games ended.", "seven", "trial"),
        ("Sales will go up by an average of 7%.", "7%", "Sales"),
        ("Two of Miller's deputies resigned.", "Two", "Miller"),
        ("It would hit $300 billion worth of goods.", "$300 billion", "goods"),
        ("They took 20 per cent off a new phone.", "20 per cent", "new phone"),
        ("The company has 900 doctors.", "900", "company"),
        ("Its shares have lost a tenth this year; on Tuesday they rose 2.9%.", "2.9%", "shares"),
        ("The ice loses 2 metres (6.6 feet) of thickness a year.", "2 metres", "thickness"),
        ("Some shops paid £1,500 a week for guards.", "£1,500", "guards"),
        ("Shares of the firm jumped 9% in early trading.", "9%", "Shares"),
        ("The FTSE 250 closed 0.4% higher.", "0.4%", "FTSE 250"),
        ("The bank left its main rate at 3.5 per cent.", "3.5 per cent", "main rate"),
        ("It has kept the discount rate unchanged at 2.5 per cent.", "2.5 per cent", "discount rate"),
        ("The board raised the annual payout 4 cents.", "4 cents", "annual payout"),
        ("That followed a 12 percent rise in house prices.", "12 percent", "house prices"),
        ("It posted a rise of 5% in profit.", "5%", "profit"),
        ("They halted a $6bn (£3.1bn) takeover.", "$6bn", "takeover"),
        ("Inflation is at 4% and growth at 1.2%.", "1.2%", "growth"),
        ("Of the people asked, 40 percent agreed.", "40 percent", "people"),
        ("Among the pupils, two thirds came by bus.", "two thirds", "pupils"),
        ("The Dow rose 20 points, or 0.1%, to 27,900.", "27,900", "Dow"),
        ("The minister signed a trade deal worth 3bn euros on Monday.", "3bn euros", "trade deal"),
        ("Cold weather took oil prices past $50 a barrel.", "$50", "oil prices"),
        ("There was a 12 percent drop in the number of thefts.", "12 percent", "number of thefts"),
        ("Auditors found a hole of $52,000 in the accounts.", "$52,000", "hole"),
        ("A plot of 900 square feet in Dadar was sold.", "900 square feet", "plot"),
        ("The unemployment rate of 5% is a record.", "5%", "unemployment rate"),
        ("The fee is four times the usual price.", "four", "fee"),
        ("The camera has a mirror 3 metres across.", "3 metres", "mirror"),
        ("They jailed a 30-year-old driver for six years.", "six years", "driver"),
        ("It put the deficit at 4.1 per cent of GDP.", "4.1 per cent", "deficit"),
        ("Spending hit an all-time high of $6 billion.", "$6 billion", "all-time high"),
        ("A ticket will be £3 dearer at £33.", "£33", "ticket"),
        ("It fell after weekly orders slumped by a third to 41,000 vans.", "a third", "weekly orders"),
        ("They found a comet 40 light-years away.", "40 light-years", "comet"),
        ("A calf weighing just 30 kilograms was carried home.", "30 kilograms", "calf"),
        ("About $2.5m was spent on a yacht.", "$2.5m", "yacht"),
        ("The top penalty is 15 years' imprisonment.", "15 years", "top penalty"),
        ("It made a profit of $3 million, or $1.20 per share.", "$1.20", "profit"),
        ("The port handled 8,120 containers in May, up 6 per cent.", "6 per cent", "containers"),
        ("Vans made up 40 per cent of sales, against 31 per cent in May.", "31 per cent", "sales"),
        ("The bank pushed its rate up to 4.5%.", "4.5%", "rate"),
        ("The report sent its shares up 6%.", "6%", "shares"),
        ("He won in a time of 58 seconds.", "58 seconds", "time"),
        ("The report showed exports down 2.3% in May.", "2.3%", "exports"),
        ("The index closed lower, with the pound up 2%.", "2%", "pound"),
        ("The index ended the session down 1%.", "1%", "index"),
        ("The shares changed hands at 372 riyals.", "372 riyals", "shares"),
        ("The mill is one of the world's largest paper makers.", "one", "mill"),
    ],
)
def test_number_has_measured_thing_as_subject(quantity: Quantity, text: str, words: str, subject: str) -> None:
    found = quantity(text, words)["subject"]
    assert found is not None
    assert found["text"] == subject


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It costs $30.", "$30"),
        ("Of course, 40 percent of it burned.", "40 percent"),
        ("Analysts said prices fell before they rose 5%.", "5%"),
        ("The clerk sold the boat. It cost $30.", "$30"),
        ("You have one solution.", "one"),
        ("Dozens of people were killed.", "Dozens"),
        ("Two sisters won.", "Two"),
        ("The average rate of 4% is low.", "4%"),
        ("He played in front of 7,300 fans.", "7,300"),
        ("The goal lifted them to third, two points behind Orient.", "two"),
        ("The bill, of which a record 9,000 were sent, is due.", "9,000"),
        ("They lost a net of 20 seats.", "20"),
        ("The bell rang for the first time in nearly eight decades.", "eight decades"),
        ("She broke her arm in a crash at age 12.", "12"),
    ],
)
def test_number_without_clear_subject_has_none(quantity: Quantity, text: str, words: str) -> None:
    assert quantity(text, words)["subject"] is None


def test_subject_has_entity_id(quantity: Quantity) -> None:
    found = quantity("Microsoft gained 8% on Thursday.", "8%")["subject"]
    assert found["text"] == "Microsoft"
    assert found["entity"] is not None
