"""What a name on the command line stands for: standard input, a folder or pattern, saved facts, an archive, a file.

Decided by the name, and by whether there is a folder; no file is opened.
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
ARCHIVES: Final = (".jsonl", *(f".jsonl.{suffix}" for suffix in ("gz", "zst", "xz", "bz2")))
"""How the names of archives end; those with a second suffix are compressed."""

Meaning = Literal["standard input", "several", "facts", "archive", "file"]

_MAGIC: Final = frozenset("*?[")


def meaning_of(name: str) -> Meaning:
    """What *name* stands for; ``several`` is a folder, or a pattern that is not the name of a file.

    Raises ``UsageError`` for no name at all, as of a shell's variable that is not set: it would be this folder.
    """
    if name == STANDARD_INPUT:
        return "standard input"
    if is_several(name):
        return "several"
    if name.endswith(FACTS):
        return "facts"
    return "archive" if name.endswith(ARCHIVES) else "file"


def is_several(name: str) -> bool:
    """Whether *name* is that of a folder, or a pattern and not the name of a file: it may stand for any number of articles.

    Raises ``UsageError`` as ``meaning_of`` does.
    """
    if not name:
        raise UsageError("a name is empty; name an article, a folder, or - for standard input")
    with suppress(OSError):  # of a name that is too long: told when it is read
        if Path(name).is_dir():
            return True
    return is_pattern(name)


def is_pattern(name: str) -> bool:
    """Whether *name* is a pattern (``news/**/*.html``) that no shell has resolved."""
    # as glob.has_magic has it; importing glob would delay a single article's first frame
    return not _MAGIC.isdisjoint(name) and not os.path.lexists(name)


def is_one_article(names: Sequence[str]) -> bool:
    """Whether *names* name exactly one article, by their names alone: no archive, folder or pattern."""
    return len(names) == 1 and meaning_of(names[0]) not in ("several", "archive")
