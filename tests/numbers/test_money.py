"""Amounts of money: signs, codes, names and hundredths of currencies, before and after the number."""

from __future__ import annotations

import pytest

from tests.numbers.conftest import Quantities, Quantity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The bridge cost $3bn to build.", "$3bn", 3 * 10**9, "USD"),
        ("The bridge cost US$3.5 million to build.", "US$3.5 million", 3500000, "USD"),
        ("The bridge cost A$12m to build.", "A$12m", 12000000, "AUD"),
        ("The bridge cost NZ$40,000 to build.", "NZ$40,000", 40000, "NZD"),
        ("The bridge cost HK $900 to build.", "HK $900", 900, "HKD"),
        ("The bridge cost $US160 million to build.", "$US160 million", 160 * 10**6, "USD"),
        ("The bridge cost C$1.5b to build.", "C$1.5b", 1500000000, "CAD"),
        ("The bridge cost £600k to build.", "£600k", 600000, "GBP"),
        ("The bridge cost 2.5 billion dlrs to build.", "2.5 billion dlrs", 25 * 10**8, "USD"),
        ("The bridge cost 40 mln stg to build.", "40 mln stg", 40 * 10**6, "GBP"),
        ("The bridge cost €2,50 a head.", "€2,50", 2.5, "EUR"),
        ("The bridge cost 40 million euros to build.", "40 million euros", 40000000, "EUR"),
        ("The bridge cost RM79 million to build.", "RM79 million", 79000000, "MYR"),
        ("The bridge cost Rs 500 crore to build.", "Rs 500 crore", 5 * 10**9, "INR"),
        ("The bridge cost ₹3 lakh to build.", "₹3 lakh", 300000, "INR"),
        ("The bridge cost USD 10m to build.", "USD 10m", 10**7, "USD"),
        ("The bridge cost 10m USD to build.", "10m USD", 10**7, "USD"),
        ("The bridge cost 30 MEUR to build.", "30 MEUR", 30 * 10**6, "EUR"),
        ("The bridge cost 800 million Hong Kong dollars.", "800 million Hong Kong dollars", 8 * 10**8, "HKD"),
        ("The bridge cost 90,000 Swiss francs.", "90,000 Swiss francs", 90000, "CHF"),
        ("The bridge cost 6 million Polish zlotys.", "6 million Polish zlotys", 6 * 10**6, "PLN"),
        ("The bridge cost 5 billion won.", "5 billion won", 5 * 10**9, "KRW"),
        ("The bridge cost 77 million roubles.", "77 million roubles", 77 * 10**6, "RUB"),
        ("The bridge cost 12 million Ukrainian hryvnias.", "12 million Ukrainian hryvnias", 12 * 10**6, "UAH"),
        ("The bridge cost 300元 a day.", "300元", 300, "CNY"),
        ("The bridge cost 30 million pounds.", "30 million pounds", 30 * 10**6, "GBP"),
        ("A ticket costs 20 pounds.", "20 pounds", 20, "GBP"),
        ("Losses came to $-4.5bn.", "$-4.5bn", -4500000000, "USD"),
        ("Losses came to -$4.5bn.", "-$4.5bn", -4500000000, "USD"),
        ("A stamp costs 85 cents.", "85 cents", 85, "cent"),
        ("A stamp costs 60p.", "60p", 60, "penny"),
        ("A stamp costs 18 sen.", "18 sen", 18, "sen"),
        ("The fare is thirteen dollars and forty-five cents.", "thirteen dollars and forty-five cents", 13.45, "USD"),
        ("The fare is 15 dollars and 50.", "15 dollars and 50", 15.5, "USD"),
        ("He was fined $500 US.", "$500 US", 500, "USD"),
        ("They owe a quarter of a trillion dollars.", "a quarter of a trillion dollars", 250 * 10**9, "USD"),
        ("A call costs 70 US cents.", "70 US cents", 70, "cent"),
        ("A stamp costs quarter of a million dollars.", "quarter of a million dollars", 250000, "USD"),
        ("It lost tens of millions of dollars.", "tens of millions of dollars", 10**7, "USD"),
    ],
)
def test_amount_has_value_and_iso_code(quantity: Quantity, text: str, words: str, value: float, unit: str) -> None:
    found = quantity(text, words)
    assert (found["kind"], found["value"], found["unit"]) == ("money", value, unit)


def test_ordinary_words_give_no_currency(quantities: Quantities) -> None:
    for text in (
        "Her team won 300 matches.",
        "ALL 5 answers were wrong.",
        "They gave us 30 boats.",
        "The 40 won the cup.",
    ):
        assert [found["kind"] for found in quantities(text)] == ["cardinal"], text


def test_pounds_in_context_of_weight_are_weight(quantity: Quantity) -> None:
    for text, words in (
        ("She lost 25 pounds last year.", "25 pounds"),
        ("They sold 10 pounds of flour.", "10 pounds"),
        ("It is a 12-pound baby.", "12-pound"),
    ):
        found = quantity(text, words)
        assert (found["kind"], found["unit"]) == ("measure", "pound"), text


def test_unit_text_of_money_is_currency_span(quantity: Quantity) -> None:
    assert quantity("It cost $8 million.", "$8 million")["unit_text"]["text"] == "$"
    assert quantity("It cost 8 million euros.", "8 million euros")["unit_text"]["text"] == "euros"


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("The fare in Manila is 40 pesos.", "40 pesos", "PHP"),
        ("The fare is 40 pesos.", "40 pesos", "MXN"),
        ("Shares closed at 231 kroner in Copenhagen.", "231 kroner", "DKK"),
        ("Shares closed at 231 kroner.", "231 kroner", "NOK"),
        ("Pakistan's fare is 40 rupees.", "40 rupees", "PKR"),
        ("In Cairo they paid 3,000 pounds for it.", "3,000 pounds", "EGP"),
    ],
)
def test_shared_currency_name_is_of_country_mentioned(quantity: Quantity, text: str, words: str, unit: str) -> None:
    assert quantity(text, words)["unit"] == unit
