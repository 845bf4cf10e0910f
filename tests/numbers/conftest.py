"""Fixtures of the number tests: all numbers of a text, and one of them by its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from newsview.extraction import components

Quantities = Callable[[str], list[dict[str, Any]]]
Quantity = Callable[[str, str], dict[str, Any]]


@pytest.fixture(scope="session")
def quantities(parsed: Callable[[str], Doc]) -> Quantities:
    """Numbers of a text in the form of the saved file, in text order, without dates and times."""

    def find(text: str) -> list[dict[str, Any]]:
        doc = components.newsview_numbers(parsed(text))
        for number in doc._.numbers:
            assert doc.text[number["start"] : number["end"]] == number["text"]
        return [number for number in doc._.numbers if number["kind"] not in ("date", "time")]

    return find


@pytest.fixture(scope="session")
def quantity(quantities: Quantities) -> Quantity:
    """Number of a text with the given words."""

    def find(text: str, words: str) -> dict[str, Any]:
        found = quantities(text)
        for number in found:
            if number["text"] == words:
                return number
        raise AssertionError(f"no number {words!r} among {[number['text'] for number in found]}")

    return find
