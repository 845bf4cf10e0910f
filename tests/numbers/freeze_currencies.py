"""Generator of the frozen table of currencies from the frozen copy of CLDR, run by ``python -m tests.cldr.remake``."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files

from tests.cldr.english import Currencies, english

TARGET = files("newsview.extraction.numbers") / "data" / "currencies.tsv"
HEADER = """\
# Currencies: codes in use, symbols, full names, and the last words of the names of those in use with all their codes.
# Source: Unicode CLDR as packaged by Babel: English names and symbols of all currencies, and the symbols of the English \
locales for their own currency. Made by tests/cldr/remake.py; do not edit.
# Licence: Unicode-3.0.
# Columns: code, symbol, name or bare; as written; ISO 4217 code.
"""
AMBIGUOUS_SYMBOLS = frozenset({"$", "£", "kr", "R", "D", "L", "K", "E", "P", "p"})
"""Symbols of several currencies, or single letters; ``money.toml`` has their currency."""


def _names(source: Currencies, current: set[str]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """({full name, lower case: code}, {last word of a current name: its codes})."""
    names: dict[str, str] = {}
    last: dict[str, set[str]] = defaultdict(set)
    for code in sorted(source["names"], key=lambda each: (each in current, each)):
        forms = {source["names"][code], *source["plural_names"].get(code, [])}
        for form in sorted(each.lower() for each in forms):
            if "(" in form or code.startswith("X"):
                continue
            names[form] = code
            if code in current:
                last[form.split()[-1]].add(code)
    return names, {word: sorted(codes) for word, codes in sorted(last.items())}


def _symbols(source: Currencies, current: set[str]) -> dict[str, str]:
    """{symbol: code} of the symbols of only one current currency in English-speaking countries."""
    found: dict[str, set[str]] = defaultdict(set)
    for symbols in (source["symbols"], *source["local_symbols"].values()):
        for code, symbol in symbols.items():
            found[symbol].add(code)
    return {
        symbol: min(codes)
        for symbol, codes in sorted(found.items())
        if len(codes) == 1 and codes <= current and symbol not in AMBIGUOUS_SYMBOLS and symbol not in codes
    }


def frozen() -> str:
    """Content of ``data/currencies.tsv``."""
    source = english()["currencies"]
    current = {code for codes in source["tender"].values() for code in codes}
    names, last = _names(source, current)
    rows = [
        *(("code", code, code) for code in sorted(current)),
        *(("symbol", symbol, code) for symbol, code in _symbols(source, current).items()),
        *(("name", name, code) for name, code in sorted(names.items())),
        *(("bare", word, " ".join(codes)) for word, codes in last.items()),
    ]
    return HEADER + "".join("\t".join(row) + "\n" for row in rows)
