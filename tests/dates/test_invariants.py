"""Invariants for random texts and publication dates: no exception, exact offsets, valid ISO forms, linear time."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from newsview.extraction.dates.constructions import constructions
from newsview.extraction.dates.find_dates import find_dates
from newsview.extraction.lexical.tokens import Tokens
from tests.dates.constructions import CONSTRUCTIONS
from tests.effort import examples
from tests.pipeline import blank

TOKENIZE = blank()

WORDS = sorted(
    {word for row in constructions() for word in row.example.split()}
    | set(
        [
            "1",
            "31",
            "2",
            "2022",
            "0000",
            "9999",
            "1000",
            "99",
            "13",
            "a",
            "the",
            "of",
            "in",
            "on",
            "to",
            "from",
            "-",
            "–",
            "/",
            ":",
            ".",
            ",",
            "'",
            "\n",
            "May",
            "Feb.",
            "Monday",
            "Fri.",
            "p.m.",
            "am",
            "GMT",
            "+",
        ]
    )
    | {"century", "centuries", "ago", "later", "9999", "decades", "²", "५", "½", "1,000", "10^400", "�"}
)

DAYS = st.one_of(
    st.none(), st.dates().map(date.isoformat), st.sampled_from(["0001-01-01", "9999-12-31", "2024-02-29", "x"])
)

DAY = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?|-W\d\d)?"
CLOCK = r"T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?"
BEFORE_OUR_ERA = r"BC\d{4}"
ISO = re.compile(rf"{DAY}(/{DAY})?|{CLOCK}(/{CLOCK})?|R/P\d+[DWMY]|{BEFORE_OUR_ERA}(/({BEFORE_OUR_ERA}|{DAY}))?")


def bare(text: str) -> Doc:
    """A Doc of one sentence with tokens only: the minimal input of the date rules."""
    doc = TOKENIZE(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def of_words(text: str) -> Doc:
    """As ``bare``, split at white space, to exclude the cost of the tokenizer for long text."""
    words = re.findall(r"\S+", text)
    return Doc(TOKENIZE.vocab, words=words, sent_starts=[at == 0 for at in range(len(words))])


def check(doc: Doc, published: str | None) -> None:
    text = doc.text
    for each in find_dates(Tokens(doc), published):
        assert text[each.start : each.end] == each.text
        assert each.text == each.text.strip() != ""
        assert each.kind in {"date", "time"}
        assert each.value is None or (each.value > 0 and each.unit)
        assert each.granularity
        if each.cue is not None:
            assert text[each.cue.start : each.cue.end] == each.cue.text
        if each.iso is not None:
            assert_iso(each.iso)


def assert_iso(iso: str) -> None:
    assert ISO.fullmatch(iso), iso
    ends = [side for side in iso.split("/") if re.fullmatch(r"\d{4}-\d\d-\d\d.*", side)]
    days = [date.fromisoformat(side[:10]) for side in ends]
    assert days == sorted(days), iso
    for month in re.findall(r"^\d{4}-(\d\d)", iso):
        assert 1 <= int(month) <= 12, iso


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), DAYS)
@settings(max_examples=examples(150), deadline=None)
def test_random_time_words_give_valid_records(text: str, published: str | None) -> None:
    check(bare(text), published)


@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join), DAYS)
@settings(max_examples=examples(100), deadline=None)
def test_time_words_without_spaces_give_valid_records(text: str, published: str | None) -> None:
    check(bare(text), published)


@given(st.text(max_size=200), DAYS)
@settings(max_examples=examples(100), deadline=None)
def test_random_text_gives_valid_records(text: str, published: str | None) -> None:
    check(bare(text), published)


@pytest.mark.model
@given(
    st.lists(st.sampled_from([sentence for cases in CONSTRUCTIONS.values() for sentence in cases.yes]), max_size=3),
    DAYS,
)
@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_articles_of_dates_give_valid_records(
    parsed: Callable[[str], Doc], sentences: list[str], published: str | None
) -> None:
    check(parsed(" ".join(["It rained.", *sentences])), published)


def test_empty_doc_has_no_dates() -> None:
    assert find_dates(Tokens(bare("")), "2022-11-11") == []


@pytest.mark.parametrize(
    "run",
    [
        "1",
        "1 ",
        "a",
        "the ",
        "2022-",
        "1/",
        "May ",
        "the past ",
        "two weeks before ",
        "1:",
        "3 p.m. on ",
        "'",
        "from Monday to ",
        "in the ",
        "twenty-",
        "the third quarter ",
        "noon ",
    ],
)
def test_cost_is_linear_in_length_of_repeated_text(run: str) -> None:
    def seconds(size: int) -> float:
        doc = of_words(run * (size // len(run)))
        start = time.process_time()
        check(doc, "2022-11-11")
        return time.process_time() - start

    seconds(1000)
    small, big = seconds(10_000), seconds(100_000)
    assert big < 10 * small * 4 + 0.5


def test_cost_is_linear_in_number_of_dates_after_anchor() -> None:
    check(of_words("in 2012 " + "the next day " * 30_000), "2022-11-11")


@pytest.mark.parametrize("year", [1, 2, 1582, 9998, 9999])
def test_first_and_last_years_give_valid_records(year: int) -> None:
    text = (
        "yesterday tomorrow last week next week last year next decade last century two centuries ago next winter last summer "
        "on Monday last Friday next Sunday last weekend in 300 years' time the past 30 decades Christmas last Easter the end of next "
        "year Feb. 29 Friday the 13th this quarter next quarter every year the 100th century"
    )
    for day in (date(year, 1, 1), date(year, 12, 31)):
        check(bare(text), day.isoformat())


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("29 February 2024", "2024-02-29"),
        ("29 February 2023", None),
        ("29 February 1900", None),
        ("29 February 2000", "2000-02-29"),
        ("31 April 2023", None),
    ],
)
def test_day_outside_month_has_no_iso_form(text: str, iso: str | None) -> None:
    assert iso in {each.iso for each in find_dates(Tokens(bare(f"on {text}")), None)} | (
        {None} if iso is None else set()
    )
    assert all(len(each.iso or "") < 10 for each in find_dates(Tokens(bare(f"on {text}")), None)) == (iso is None)
