"""Opening of journal files: locked, replayed line by line, moved aside if unreadable."""

from __future__ import annotations

import fcntl
import os
from contextlib import ExitStack
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from newsview.store.files import is_named
from newsview.store.journal_lines import Journalled, replay
from newsview.terminal.printable import printable

MAX_BYTES = 2**28
"""Maximum size of a journal; newsview rewrites one long before (``journal.COMPACT_AT``)."""

ASIDE = ".aside"
"""Suffix of files that were moved aside."""


class Opened(NamedTuple):
    """A locked journal: its descriptor, the changes in its whole lines, and their length in bytes.

    ``notices``: a message for the user for each file that was moved aside.
    """

    handle: int
    journalled: Journalled
    length: int
    notices: tuple[str, ...] = ()


def open_journal(path: Path) -> Opened:
    """The journal at *path*, created if it does not exist.

    A file that is too long or cannot be read is moved aside and replaced by an empty one. Raises ``BlockingIOError`` if
    another process has locked it, ``OSError`` if it cannot be opened or created.
    """
    handle = _open_locked(path)
    with ExitStack() as closing:
        closing.callback(os.close, handle)
        try:
            if os.fstat(handle).st_size <= MAX_BYTES:
                with open(handle, "rb", closefd=False) as file:
                    file.seek(0)
                    journalled, length = replay(file)
                closing.pop_all()
                return Opened(handle, journalled, length)
            reason = f"it is longer than {MAX_BYTES // 2**20} MiB"
        except OSError as error:
            reason = error.strerror or str(error)
        aside = path.with_name(f"{path.stem}-{token_hex(4)}{ASIDE}")
        path.rename(aside)
    fresh = open_journal(path)
    notice = (
        f"a journal of unsaved decisions cannot be read ({reason}), so they are not shown; "
        f"it was moved to {printable(str(aside))}, remove it if it is not needed"
    )
    return fresh._replace(notices=(notice, *fresh.notices))


def is_locked(path: Path) -> bool:
    """Whether a process has the journal at *path* open; False where that cannot be tried."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return isinstance(error, BlockingIOError)
    finally:
        os.close(handle)
    return False


def _open_locked(path: Path) -> int:
    """A locked descriptor of the file at *path*. Raises ``BlockingIOError`` if another process has locked it."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        with ExitStack() as closing:
            closing.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if is_named(handle, path):
                closing.pop_all()
                return handle
        # the process that had it open before has just removed it
