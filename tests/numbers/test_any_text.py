"""Invariants over any text: no exception, exact spans, finite values, linear time."""

from __future__ import annotations

import math
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.find_numbers import find_numbers
from newsview.model.facts import Number
from tests.effort import examples
from tests.pipeline import blank

BLANK = blank()

PARTS = st.sampled_from(
    [
        "0",
        "1",
        "2",
        "3.5",
        "1,200",
        "10^400",
        "1e999",
        "1.1.1.1",
        "५००",
        "½",
        "1½",
        "²",
        "¹²³",
        "10⁶",
        "9999999999999999999999",
        "$",
        "£",
        "€",
        "US$",
        "RM",
        "Rs",
        "-",
        "–",
        "—",
        "/",
        ":",
        "(",
        ")",
        ".",
        ",",
        "'",
        '"',
        "%",
        "°",
        "one",
        "two",
        "twenty",
        "half",
        "quarter",
        "dozen",
        "dozens",
        "hundred",
        "million",
        "billions",
        "tens",
        "of",
        "a",
        "an",
        "the",
        "and",
        "or",
        "to",
        "from",
        "between",
        "in",
        "out",
        "per",
        "cent",
        "percent",
        "km",
        "m",
        "mm",
        "kg",
        "lb",
        "pounds",
        "euros",
        "dollars",
        "cents",
        "minus",
        "plus",
        "about",
        "over",
        "under",
        "up",
        "down",
        "rose",
        "fell",
        "won",
        "old",
        "year",
        "aged",
        "th",
        "st",
        "fold",
        "x",
        "×",
        "^",
        "e",
        "G",
        "k",
        "bn",
        "people",
        "boats",
        "Friday",
        "Boeing",
        "No.",
        "S&P",
        "3-1",
        "5-10",
        "4-4-2",
        "no-break",
        "space",
        "٠١",
        "三",
        "Ⅷ",
    ]
)


def checked(doc: Doc) -> list[Number]:
    """Numbers of *doc*, after a check of the invariants."""
    found, text = find_numbers(Tokens(doc), []), doc.text
    last = 0
    for number in found:
        assert last <= number.start < number.end <= len(text)
        last = number.end
        assert text[number.start : number.end] == number.text
        for value in (number.value, number.value_max):
            assert value is None or (isinstance(value, int) and -(2**63) <= value < 2**63) or math.isfinite(value)
        for part in (number.unit_text, number.cue, number.subject):
            assert part is None or text[part.start : part.end] == part.text
    return found


@given(st.text(max_size=120))
@settings(max_examples=examples(150), deadline=None)
def test_any_text_gives_exact_spans_and_finite_values(text: str) -> None:
    checked(BLANK(text))


@given(st.lists(st.tuples(PARTS, st.sampled_from(["", " ", "  "])), max_size=25))
@settings(max_examples=examples(400), deadline=None)
def test_numeral_parts_unparsed_give_exact_spans_and_finite_values(parts: list[tuple[str, str]]) -> None:
    checked(BLANK("".join(part + gap for part, gap in parts)))


@pytest.mark.model
@given(parts=st.lists(PARTS, min_size=1, max_size=20))
@settings(max_examples=examples(60), deadline=None)
def test_numeral_parts_parsed_give_exact_spans_and_finite_values(nlp: Any, parts: list[str]) -> None:
    checked(nlp(" ".join(parts)))


def test_tokens_inside_dates_give_no_numbers() -> None:
    doc = BLANK("On 12 March 2019 they sold 40 boats.")
    date = Number(id="", sentence="", text="12 March 2019", start=3, end=16, kind="date")
    assert [number.text for number in find_numbers(Tokens(doc), [date])] == ["40"]


@pytest.mark.parametrize("value", ["10^400", "1e999", "9" * 400, "1.1.1.1"])
def test_value_beyond_float_range_gives_no_number(value: str) -> None:
    assert all(
        number.value is None or math.isfinite(number.value) for number in checked(BLANK(f"It held {value} of them."))
    )


def test_integer_beyond_64_bits_is_float() -> None:
    (number,) = checked(BLANK("It held 36893488147419103232 of them."))
    assert number.kind == "label" or (isinstance(number.value, float) and number.value == 2.0**65)


def test_decimal_values_have_no_rounding_noise() -> None:
    (money,) = checked(BLANK("It cost $0.3 million."))
    assert money.value == 300000
    assert isinstance(money.value, int)


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "9,",
        "9.",
        "9 ",
        "1,234,",
        "9-",
        "9/",
        "1/2 ",
        "a",
        "km",
        "one ",
        "one-",
        "hundred ",
        "million ",
        "9 million ",
        "tens of ",
        "half a ",
        "$",
        "$9",
        "(9",
        "½",
        "²",
        "10^",
        "9e",
        "-",
        "per ",
        "up to ",
        "9 to ",
        "9 or ",
        "'",
        "old ",
    ],
)
def test_hostile_runs_take_linear_time(unit: str) -> None:
    def cost(length: int) -> float:
        words = (unit * (length // len(unit))).split(" ") if " " in unit else [unit * (length // len(unit))]
        doc = Doc(BLANK.vocab, words=[word for word in words if word])
        best = math.inf
        for _ in range(2):
            begin = time.process_time()
            checked(doc)
            best = min(best, time.process_time() - begin)
        return best

    short, long = (cost(2_000), cost(8_000)) if " " in unit else (cost(25_000), cost(100_000))
    assert long < 20
    assert long < 12 * short + 0.5


def test_100000_characters_of_numbers_end_in_time() -> None:
    doc = Doc(BLANK.vocab, words=["one", "9", "to", "1/2", "of", "$", "5", "million"] * 3_000)
    begin = time.process_time()
    checked(doc)
    assert time.process_time() - begin < 60


def test_run_of_magnitudes_is_cheap_and_finite() -> None:
    doc = Doc(BLANK.vocab, words=["one", *["million"] * 10_000, "9", *["billion"] * 10_000])
    begin = time.process_time()
    checked(doc)
    assert time.process_time() - begin < 20
