"""Reads the frozen copy, ``english.json``: English names of units, territories and currencies. ``remake`` makes it anew."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TypedDict, cast

FILE = Path(__file__).with_name("english.json")


class Currencies(TypedDict):
    """What CLDR says of currencies, all by their ISO codes but for the two tables of places."""

    names: dict[str, str]
    plural_names: dict[str, list[str]]
    symbols: dict[str, str]
    tender: dict[str, list[str]]
    """{territory: codes that are legal tender there}."""
    local_symbols: dict[str, dict[str, str]]
    """{English locale: {code of its own currency: symbol}}."""


class English(TypedDict):
    """The whole copy."""

    territories: dict[str, str]
    units: dict[str, dict[str, str]]
    """{locale: {key: long plural form, "{0} kilometres"}}."""
    currencies: Currencies


@cache
def english() -> English:
    """The frozen copy."""
    return cast(English, json.loads(FILE.read_text(encoding="utf-8")))
