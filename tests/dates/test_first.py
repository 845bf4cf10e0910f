"""Dates as a reader of the saved file sees them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from newsview.extraction.dates.find import find_dates

PUBLISHED = "2022-11-11"
"""A Friday."""


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "text", "iso"),
    [
        ("The bridge opened on 4 March 2019 after repairs.", "4 March 2019", "2019-03-04"),
        ("The bridge opened on Monday.", "Monday", "2022-11-07"),
        ("The bridge will open on Monday.", "Monday", "2022-11-14"),
        ("Sales fell last month.", "last month", "2022-10"),
        ("He resigned two years ago.", "two years ago", "2020"),
        ("The mayor resigned in late February.", "late February", "2022-02"),
        ("The works end by the end of the year.", "the end of the year", "2022-12-31"),
    ],
)
def test_a_date_is_found_with_its_iso_form(parsed: Callable[[str], Doc], sentence: str, text: str, iso: str) -> None:
    found = find_dates(parsed(sentence), PUBLISHED)
    assert [(each.text, each.iso) for each in found] == [(text, iso)]


@pytest.mark.model
def test_a_relative_date_without_an_anchor_has_no_iso_form(parsed: Callable[[str], Doc]) -> None:
    found = find_dates(parsed("The bridge opened on Monday."), None)
    assert [(each.text, each.iso, each.relative) for each in found] == [("Monday", None, True)]
