"""Takes the frozen copy of CLDR from babel, and the table of currencies from the copy: ``python -m tests.cldr.remake``."""

from __future__ import annotations

import json
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from babel.numbers import get_territory_currencies

from tests.cldr.english import FILE, Currencies, English, english
from tests.numbers.freeze_currencies import TARGET, frozen

AS_OF = date(2024, 1, 1)
"""The day on which a currency must be legal tender."""

UNIT_LOCALES = ("en", "en_GB")


def header() -> dict[str, str]:
    """Where the copy is from, and under which licence."""
    cldr: Any = get_global("cldr")
    return {
        "_source": f"Unicode CLDR {cldr['version']} as packaged by Babel {version('babel')}: English names of territories, units and "
        f"currencies, legal tender on {AS_OF}. Made by tests/cldr/remake.py; do not edit.",
        "_licence": "Unicode-3.0. Copyright © 1991-2026 Unicode, Inc. https://www.unicode.org/license.txt",
    }


def units(locale: str) -> dict[str, str]:
    """The long plural form of every unit of *locale*."""
    patterns: Any = Locale.parse(locale)._data["unit_patterns"]
    return {key: forms["long"]["other"] for key, forms in sorted(patterns.items()) if "other" in forms.get("long", {})}


def currencies() -> Currencies:
    """Names, symbols and places of all currencies."""
    data: Any = Locale("en")._data
    territories: Any = get_global("territory_currencies")
    return {
        "names": dict(sorted(data["currency_names"].items())),
        "plural_names": {
            code: sorted(set(dict(forms).values())) for code, forms in sorted(data["currency_names_plural"].items())
        },
        "symbols": dict(sorted(data["currency_symbols"].items())),
        "tender": {each: codes for each in sorted(territories) if (codes := tender(each))},
        "local_symbols": {
            name: local_symbols(name)
            for name in sorted(locale_identifiers())
            if name.startswith("en_") and len(name) == 5
        },
    }


def tender(territory: str | None) -> list[str]:
    """The codes of the currencies of *territory* on the day ``AS_OF``."""
    return sorted(get_territory_currencies(territory, AS_OF, AS_OF)) if territory else []


def local_symbols(locale: str) -> dict[str, str]:
    """How an English-speaking country writes its own currency."""
    local: Any = Locale.parse(locale)
    return {code: str(local._data["currency_symbols"].get(code, code)) for code in tender(local.territory)}


def copy() -> English:
    """The part of CLDR that newsview uses."""
    return {
        "territories": dict(sorted(Locale("en").territories.items())),
        "units": {locale: units(locale) for locale in UNIT_LOCALES},
        "currencies": currencies(),
    }


def written(value: object) -> str:
    """JSON with one entry a line."""
    return json.dumps(value, ensure_ascii=False, indent=0) + "\n"


def main() -> None:
    """Write both files."""
    FILE.write_text(written({**header(), **copy()}), encoding="utf-8")
    english.cache_clear()
    Path(str(TARGET)).write_text(frozen(), encoding="utf-8")


if __name__ == "__main__":
    main()
