"""Comparison of the frozen table of currencies with the frozen copy of CLDR."""

from __future__ import annotations

from importlib.resources import files

from tests.numbers.freeze_currencies import frozen


def test_frozen_currencies_equal_cldr() -> None:
    target = files("newsview.extraction.numbers") / "data" / "currencies.tsv"
    assert target.read_text("utf-8") == frozen(), "python -m tests.cldr.remake makes it anew"
