"""Settings of the checks: which are off, and which pairs of names are known to be two.

[checks]
off = ["quote-mark"]

[checks.names]
known = ["Zelensky/Zelenskyy"]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_KEYS = frozenset({"off", "names"})


class SettingError(ValueError):
    """A setting that cannot be used. The message names the setting and what is wanted."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``off``: names or codes of checks that are not run. ``known``: pairs of names, in lower case, that are known to be two."""

    off: frozenset[str] = field(default_factory=frozenset)
    known: frozenset[frozenset[str]] = field(default_factory=frozenset)


def of_table(table: Any) -> Settings:
    """The settings in *table*, the value of ``checks`` in the settings file. Raises ``SettingError``."""
    if not isinstance(table, Mapping):
        raise SettingError("checks: a table is wanted: [checks]")
    for name in table:
        if name not in _KEYS:
            raise SettingError(f"checks.{name}: there is no such setting; there are off and [checks.names] known")
    names = table.get("names", {})
    if not isinstance(names, Mapping) or any(key != "known" for key in names):
        raise SettingError('checks.names: a list known = ["Name/Other name"] is wanted')
    off = _texts(table.get("off", []), "checks.off", '["quote-mark"]')
    return Settings(
        frozenset(off),
        frozenset(map(_pair, _texts(names.get("known", []), "checks.names.known", '["Zelensky/Zelenskyy"]'))),
    )


def _texts(value: Any, name: str, example: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise SettingError(f"{name}: a list is wanted, such as {example}")
    return value


def _pair(text: str) -> frozenset[str]:
    parts = frozenset(part.strip().lower() for part in text.split("/"))
    if len(parts) != 2 or "" in parts:
        raise SettingError(f'checks.names.known: {text[:40]!r} is no pair of names, such as "Zelensky/Zelenskyy"')
    return parts
