"""The articles that the reader lists without each being named: those of folders and patterns, those that were read last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from newsview.inputs.folders import articles_in
from newsview.inputs.names import is_several
from newsview.store.bookmarks import recent_articles
from newsview.terminal.printable import printable

RECENT: Final = 20
"""As many articles that were read last are listed."""


def in_folders(names: Sequence[str]) -> list[tuple[str, str]]:
    """The articles of *names*, with those in folders and patterns, each once: its file, and its name in the list.

    Raises ``NoInputError`` for a folder or pattern without one.
    """
    found: dict[str, tuple[str, str]] = {}
    for name in names:
        paths = [path for _, path in articles_in(name)] if is_several(name) else [Path(name)]
        for path in paths:
            inside = path.relative_to(name) if Path(name).is_dir() else path.name
            found.setdefault(str(path), (str(path), printable(str(inside))))
    return [*found.values()]


def read_last() -> list[tuple[str, str]]:
    """The articles that were read last and are still there, the newest first: file and name, as of ``in_folders``."""
    return [(path, printable(Path(path).name)) for path in recent_articles(RECENT)]
