"""Remakes the frozen table of currencies from babel's CLDR: ``python -m tests.numbers.freeze_currencies``."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from babel.numbers import get_territory_currencies

AS_OF = date(2024, 1, 1)
TARGET = files("newsview.extraction.numbers") / "data" / "currencies.json"
HEADER = {
    "_source": "Unicode CLDR as packaged by Babel: English names and symbols of all currencies, and the symbols of the "
    "English locales for their own currency. Made by tests/numbers/freeze_currencies.py; do not edit.",
    "_licence": "Unicode-3.0",
}
AMBIGUOUS_SYMBOLS = frozenset({"$", "£", "kr", "R", "D", "L", "K", "E", "P", "p"})
"""Symbols of several currencies, or single letters: decided by hand in ``currency_defaults.json``."""


def _current() -> set[str]:
    """ISO codes that are legal tender somewhere on the day ``AS_OF``."""
    territories: Any = get_global("territory_currencies")
    return {code for each in territories for code in get_territory_currencies(each, AS_OF, AS_OF)}


def _names(english: Locale, current: set[str]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """({full name, lower case: code}, {last word of a current name: its codes})."""
    data: Any = english._data
    names: dict[str, str] = {}
    last: dict[str, set[str]] = defaultdict(set)
    for code in sorted(data["currency_names"], key=lambda each: (each in current, each)):
        forms = {data["currency_names"][code], *dict(data["currency_names_plural"].get(code, {})).values()}
        for form in sorted(each.lower() for each in forms):
            if "(" in form or code.startswith("X"):
                continue
            names[form] = code
            if code in current:
                last[form.split()[-1]].add(code)
    return names, {word: sorted(codes) for word, codes in sorted(last.items())}


def _symbols(english: Locale, current: set[str]) -> dict[str, str]:
    """{symbol: code}, where only one current currency is written so in an English-speaking country."""
    found: dict[str, set[str]] = defaultdict(set)
    data: Any = english._data
    for code, symbol in data["currency_symbols"].items():
        found[symbol].add(code)
    for identifier in locale_identifiers():
        if identifier.startswith("en_") and len(identifier) == 5:
            local: Any = Locale.parse(identifier)
            for code in get_territory_currencies(local.territory, AS_OF, AS_OF):
                found[str(local._data["currency_symbols"].get(code, code))].add(code)
    return {
        symbol: min(codes)
        for symbol, codes in sorted(found.items())
        if len(codes) == 1 and codes <= current and symbol not in AMBIGUOUS_SYMBOLS and symbol not in codes
    }


def frozen() -> dict[str, Any]:
    """The content of ``data/currencies.json``."""
    english, current = Locale("en"), _current()
    names, last = _names(english, current)
    return {
        **HEADER,
        "codes": sorted(current),
        "names": dict(sorted(names.items())),
        "bare": last,
        "symbols": _symbols(english, current),
    }


if __name__ == "__main__":
    Path(str(TARGET)).write_text(json.dumps(frozen(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
