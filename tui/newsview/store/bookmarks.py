"""Bookmark files: the reader's place in each article, and the article that was read last.

One small file for each article in the user's state folder, named by a hash of its path; the newest is the last article.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from newsview.errors import CannotWriteError
from newsview.model import json_text
from newsview.model.bookmark import Bookmark
from newsview.model.codec import FormatError, decode, encode
from newsview.store.files import write_atomic
from newsview.store.paths import state_folder

KEPT = 500
"""Maximum number of bookmarks; the oldest are removed."""


def remember(bookmark: Bookmark, folder: Path | None = None) -> None:
    """Write *bookmark*. Failures are ignored: a lost place is not worth a message."""
    folder = _folder(folder)
    with suppress(OSError, CannotWriteError, json_text.JsonError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomic(_file(bookmark.path, folder), json_text.line(encode(bookmark)), durable=False)
        for old in _newest_first(folder)[KEPT:]:
            old.unlink()


def recall(path: str, folder: Path | None = None) -> Bookmark | None:
    """The bookmark of the article at *path*; None if there is none that can be read."""
    return _read(_file(path, _folder(folder)))


def last_article(folder: Path | None = None) -> str | None:
    """The path of the article that was read last; None if there is none."""
    for file in _newest_first(_folder(folder)):
        bookmark = _read(file)
        if bookmark is not None:
            return bookmark.path
    return None


def recent_articles(count: int, folder: Path | None = None) -> list[str]:
    """The paths of the articles that were read last and are still files, the newest first; at most *count*."""
    found: list[str] = []
    for file in _newest_first(_folder(folder)):
        bookmark = _read(file)
        if bookmark is not None and Path(bookmark.path).is_file():
            found.append(bookmark.path)
            if len(found) == count:
                break
    return found


def _folder(folder: Path | None) -> Path:
    return folder if folder is not None else state_folder() / "bookmarks"


def _file(path: str, folder: Path) -> Path:
    whole = str(Path(path).absolute())
    return folder / f"{blake2b(whole.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}.json"


def _newest_first(folder: Path) -> list[Path]:
    found: list[tuple[int, str]] = []
    with suppress(OSError), os.scandir(folder) as entries:
        found = [(entry.stat().st_mtime_ns, entry.path) for entry in entries if entry.name.endswith(".json")]
    return [Path(path) for _, path in sorted(found, reverse=True)]


def _read(file: Path) -> Bookmark | None:
    try:
        return decode(Bookmark, json_text.read(file.read_bytes()))
    except (OSError, json_text.JsonError, FormatError):
        return None


def is_hint_learned(folder: Path | None = None) -> bool:
    """Whether the hint is not needed any more."""
    with suppress(OSError):
        return _hint_file(folder).exists()
    return True


def learn_hint(folder: Path | None = None) -> None:
    """Record that the hint is not needed any more. Failures are ignored: it is then shown once more."""
    with suppress(OSError):
        file = _hint_file(folder)
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch()


def _hint_file(folder: Path | None) -> Path:
    return (folder if folder is not None else state_folder()) / "hint-learned"
