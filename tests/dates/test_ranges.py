"""Ranges of two dates or times."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsview.extraction.dates.find_dates import find_dates
from newsview.extraction.lexical.tokens import Tokens
from tests.dates.cases import PUBLISHED

Parse = Callable[[str], Doc]
pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "text", "iso", "ends"),
    [
        (
            "The talks will be held from Monday to Thursday in Geneva.",
            "from Monday to Thursday",
            "2022-11-14/2022-11-17",
            ["2022-11-14", "2022-11-17"],
        ),
        ("Sales fell from 2019 to 2021.", "from 2019 to 2021", "2019/2021", ["2019", "2021"]),
        ("Sales fell between 2019 and 2021.", "between 2019 and 2021", "2019/2021", ["2019", "2021"]),
        (
            "The road was closed between May and July.",
            "between May and July",
            "2022-05/2022-07",
            ["2022-05", "2022-07"],
        ),
        (
            "The fair ran from May to October 2020.",
            "from May to October 2020",
            "2020-05/2020-10",
            ["2020-05", "2020-10"],
        ),
        (
            "The fair ran from November to February 2020.",
            "from November to February 2020",
            "2019-11/2020-02",
            ["2019-11", "2020-02"],
        ),
        (
            "The show is open Jan. 23 - March 9 2014.",
            "Jan. 23 - March 9 2014",
            "2014-01-23/2014-03-09",
            ["2014-01-23", "2014-03-09"],
        ),
        (
            "The vote ran from Nov. 20, 2015 to Jan. 11.",
            "from Nov. 20, 2015 to Jan. 11",
            "2015-11-20/2016-01-11",
            ["2015-11-20", "2016-01-11"],
        ),
        (
            "He ruled from 2014 through May 2018.",
            "from 2014 through May 2018",
            "2014/2018-05",
            ["2014", "2018-05"],
        ),
    ],
)
def test_range_and_its_ends_are_records(parsed: Parse, sentence: str, text: str, iso: str, ends: list[str]) -> None:
    found = find_dates(Tokens(parsed(sentence)), PUBLISHED)
    assert (found[0].text, found[0].iso, found[0].granularity) == (text, iso, "range")
    assert [each.iso for each in found[1:]] == ends


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "iso"),
    [
        ("The fair will be open from 9 a.m. to 5 p.m. on Saturday.", "2022-11-12T09:00/2022-11-12T17:00"),
        ("The polls will be open 8am-10pm on Saturday.", "2022-11-12T08:00/2022-11-12T22:00"),
        ("The fair will be open on Saturday from 9 a.m. to 5 p.m.", "2022-11-12T09:00/2022-11-12T17:00"),
    ],
)
def test_clock_times_of_one_day_are_one_range(parsed: Parse, sentence: str, iso: str) -> None:
    assert [each.iso for each in find_dates(Tokens(parsed(sentence)), PUBLISHED)] == [iso]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The hearing was postponed from Friday to Monday.", ["2022-11-11", "2022-11-14"]),
        ("In 2019 and 2021 they won.", ["2019", "2021"]),
        ("He played in 2008 — 2012 was worse.", ["2008", "2012"]),
    ],
)
def test_two_dates_without_range_words_are_no_range(parsed: Parse, sentence: str, expected: list[str]) -> None:
    assert [each.iso for each in find_dates(Tokens(parsed(sentence)), PUBLISHED)] == expected


def test_range_without_anchor_has_no_iso_form(parsed: Parse) -> None:
    found = find_dates(Tokens(parsed("The shop was closed from Monday to Thursday.")), None)
    assert {each.iso for each in found} == {None}


def test_range_without_anchor_has_year_named_in_it(parsed: Parse) -> None:
    found = find_dates(Tokens(parsed("The fair ran from May to October 2020.")), None)
    assert [each.iso for each in found] == ["2020-05/2020-10", "2020-05", "2020-10"]
