"""The frozen table of currencies is what babel's CLDR says."""

from __future__ import annotations

import json
from importlib.resources import files

from tests.numbers.freeze_currencies import frozen


def test_the_frozen_table_of_currencies_is_what_babel_says() -> None:
    target = files("newsview.extraction.numbers") / "data" / "currencies.json"
    assert json.loads(target.read_text("utf-8")) == frozen()
