"""Kinds of names on the command line: standard input, folder or pattern, facts file, archive, file.

Determined by the name and the existence of a folder; no file is opened.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

from newsview.errors import UsageError
from newsview.model.article import FACTS

STANDARD_INPUT: Final = "-"
_PACKED: Final = ("", ".gz", ".zst", ".xz", ".bz2")
_TABLES: Final = (*(f"{form}{packed}" for form in (".csv", ".tsv") for packed in _PACKED), ".parquet")
ARCHIVES: Final = (*(f"{form}{packed}" for form in (".jsonl", ".ndjson") for packed in _PACKED), *_TABLES)
"""Suffixes of archives, in small letters; those with a second suffix are packed."""

Meaning = Literal["standard input", "several", "facts", "archive", "file"]

_MAGIC: Final = frozenset("*?[")


def meaning_of(name: str) -> Meaning:
    """The kind of *name*; ``several`` is a folder, or a pattern that is not an existing file.

    Raises ``UsageError`` for an empty name, as of an unset shell variable, which would be the working directory.
    """
    if name == STANDARD_INPUT:
        return "standard input"
    if is_several(name):
        return "several"
    if name.endswith(FACTS):
        return "facts"
    return "archive" if name.lower().endswith(ARCHIVES) else "file"


def is_table(name: str) -> bool:
    """Whether the archive *name* is a table (CSV, Parquet), not JSON Lines."""
    return name.lower().endswith(_TABLES)


def is_several(name: str) -> bool:
    """Whether *name* is a folder or a pattern, which may match any number of articles.

    Raises ``UsageError`` for an empty name.
    """
    if not name:
        raise UsageError("empty file name; name an article, a folder, or - for standard input")
    with suppress(OSError):  # name too long: reported when it is read
        if Path(name).is_dir():
            return True
    return is_pattern(name)


def is_pattern(name: str) -> bool:
    """Whether *name* is a glob pattern (``news/**/*.html``) and not an existing file."""
    # like glob.has_magic; importing glob would delay the first paint
    return not _MAGIC.isdisjoint(name) and not os.path.lexists(name)


def is_one_article(names: Sequence[str]) -> bool:
    """Whether *names* is one name that is not an archive, folder or pattern."""
    return len(names) == 1 and meaning_of(names[0]) not in ("several", "archive")
