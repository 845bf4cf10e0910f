"""The word lists of the checks, from ``data/words.toml``."""

from __future__ import annotations

import pkgutil
import tomllib
from typing import Final


def _lists() -> dict[str, tuple[str, ...]]:
    raw = pkgutil.get_data("newsview.checks", "data/words.toml")
    if raw is None:
        raise FileNotFoundError("words.toml")
    return {name: tuple(words.split()) for name, words in tomllib.loads(raw.decode()).items()}


LISTS: Final = _lists()
"""The words of each list, in their order."""


def words(name: str) -> frozenset[str]:
    """The words of the list *name*."""
    return frozenset(LISTS[name])


def alternatives(name: str) -> str:
    """The words of the list *name* as alternatives of a regular expression; ``_`` in a word stands for a blank."""
    return "|".join(word.replace("_", " ") for word in LISTS[name])
