"""Periods of business news: set once in the text, and counted from by "a year earlier"."""

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
    ("text", "found"),
    [
        (
            "Profit in the third quarter rose to $5 million from $4 million a year earlier.",
            [("the third quarter", "2022-07/2022-09"), ("a year earlier", "2021-07/2021-09")],
        ),
        (
            "Profit rose in the third quarter. Revenue was $5 million, or 4 cents a share, against $3 million, or 2 cents a "
            "share, a year ago.",
            [("the third quarter", "2022-07/2022-09"), ("a year ago", "2021-07/2021-09")],
        ),
        ("Prices rose 2.1% in October from a year earlier.", [("October", "2022-10"), ("a year earlier", "2021-10")]),
        (
            "The share of coal fell to 66% in 2019 from 76% a year ago as prices fell.",
            [("2019", "2019"), ("a year ago", "2018")],
        ),
        (
            "Profit rose in the third quarter. The firm bought a mill a year ago.",
            [("the third quarter", "2022-07/2022-09"), ("a year ago", "2021")],
        ),
        (
            "Profit rose in the third quarter. The owner, who joined the firm's board a year ago, sold shares.",
            [("the third quarter", "2022-07/2022-09"), ("a year ago", "2021")],
        ),
        ("Flats cost more than a year ago.", [("a year ago", "2021")]),
    ],
)
def test_year_earlier_is_period_that_is_compared(parsed: Parse, text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.text, each.iso) for each in find_dates(Tokens(parsed(text)), PUBLISHED)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Profit for the quarter ended Sept. 30 rose 4%.",
            [("the quarter ended Sept. 30", "2022-07/2022-09", None), ("Sept. 30", "2022-09-30", None)],
        ),
        (
            "Growth was 2% in the three months to September.",
            [("the three months to September", "2022-07/2022-09", 3), ("September", "2022-09", None)],
        ),
        (
            "Sales were flat in the year to 31 March 2021.",
            [("the year to 31 March 2021", "2020-04/2021-03", None), ("31 March 2021", "2021-03-31", None)],
        ),
        (
            "Sales were flat in the quarter ended Sept. 24.",
            [("the quarter ended Sept. 24", "2022-06-25/2022-09-24", None), ("Sept. 24", "2022-09-24", None)],
        ),
        ("He had six months to Sept. 30 to go home.", [("Sept. 30", "2022-09-30", None)]),
        ("He moved the feast to September.", [("September", "2022-09", None)]),
    ],
)
def test_period_is_told_by_its_end(parsed: Parse, text: str, found: list[tuple[str, str, int | None]]) -> None:
    assert [(each.text, each.iso, each.value) for each in find_dates(Tokens(parsed(text)), PUBLISHED)] == found


def test_third_quarter_after_stated_period_is_that_of_the_firm(parsed: Parse) -> None:
    text = "Profit for the three months to 30 June rose. It was a good third quarter, the firm said. Sales for the quarter fell."
    found = find_dates(Tokens(parsed(text)), PUBLISHED)
    assert (found[-1].text, found[-1].iso) == ("the quarter", "2022-04/2022-06")


def test_quarter_without_period_in_text_is_no_date(parsed: Parse) -> None:
    assert find_dates(Tokens(parsed("Sales for the quarter fell.")), PUBLISHED) == []
