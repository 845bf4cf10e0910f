"""Backups of facts files that are replaced although they hold a review: ``article.facts.json.~1~``, numbered."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path

from newsview.store.overwriting import reviewed_or_newer


def keep_reviewed(path: Path) -> None:
    """Keep the file at *path*, which is about to be replaced, under a new name beside it if it holds reviewed facts.

    Facts of a newer schema are kept too. Raises ``OSError`` if it cannot be kept; nothing is to be replaced then.
    """
    if reviewed_or_newer(path) is None:
        return
    for number in count(1):
        backup = path.with_name(f"{path.name}.~{number}~")
        with suppress(FileExistsError):
            _link_or_copy(path, backup)
            return


def _link_or_copy(path: Path, backup: Path) -> None:
    """Raises ``FileExistsError`` if *backup* exists."""
    try:
        backup.hardlink_to(path)  # the file that replaces it is another one
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        handle = os.open(backup, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "wb") as copy, path.open("rb") as file:
            shutil.copyfileobj(file, copy)
            copy.flush()
            os.fsync(copy.fileno())
