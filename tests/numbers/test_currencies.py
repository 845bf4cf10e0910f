"""The frozen table of currencies is what the frozen copy of CLDR says."""

from __future__ import annotations

import json
from importlib.resources import files

from tests.numbers.freeze_currencies import frozen


def test_the_frozen_table_of_currencies_is_what_cldr_says() -> None:
    target = files("newsview.extraction.numbers") / "data" / "currencies.json"
    assert json.loads(target.read_text("utf-8")) == frozen(), "python -m tests.cldr.remake makes it anew"
