"""The word lists of the checks, from ``data/words.toml``."""

from __future__ import annotations

from typing import Final

from newsview.model.data_files import word_lists

LISTS: Final = word_lists("newsview.checks", "words")
"""The words of each list, in their order."""


def words(name: str) -> frozenset[str]:
    """The words of the list *name*."""
    return frozenset(LISTS[name])


def alternatives(name: str) -> str:
    """The words of the list *name* as alternatives of a regular expression."""
    return "|".join(LISTS[name])
