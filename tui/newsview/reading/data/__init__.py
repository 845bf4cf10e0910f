"""Word lists of the reading package and their loader; each list has its source and licence in its header."""

from __future__ import annotations

import pkgutil
from functools import cache


@cache
def sections(name: str) -> dict[str, frozenset[str]]:
    """The entries of the file *name*, one a line, under their ``[section]`` lines; ``#`` opens a comment."""
    # pkgutil, because importlib.resources alone costs 10 ms before the first paint
    raw = pkgutil.get_data(__name__, name)
    if raw is None:
        raise FileNotFoundError(name)
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in raw.decode("utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("[") and entry.endswith("]"):
            entries = found.setdefault(entry.strip("[]"), [])
        elif entry:
            entries.append(entry)
    return {section: frozenset(words) for section, words in found.items()}
