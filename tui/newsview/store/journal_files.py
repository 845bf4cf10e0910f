"""Journal files: opening under a lock, reading line by line, renaming of unreadable ones."""

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
"""Maximum size of a journal in bytes; journals are compacted much earlier (``journal.COMPACT_AT``)."""

ASIDE = ".aside"
"""Suffix of renamed unreadable journals."""


class Opened(NamedTuple):
    """A locked journal: descriptor, content of its complete lines, their length in bytes.

    ``notices``: a message for the user for each unreadable file that was renamed.
    """

    handle: int
    journalled: Journalled
    length: int
    notices: tuple[str, ...] = ()


def open_journal(path: Path) -> Opened:
    """The journal at *path*, created if missing.

    A file that is too long or unreadable is renamed, not treated as empty. Raises ``BlockingIOError`` while another
    process has the journal open, ``OSError`` if it cannot be created.
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
    anew = open_journal(path)
    notice = (
        f"a journal of unsaved decisions cannot be read ({reason}), so they are not shown; "
        f"it was renamed to {printable(str(aside))}, delete it if it is not needed"
    )
    return anew._replace(notices=(notice, *anew.notices))


def _open_locked(path: Path) -> int:
    """A locked descriptor of the file at *path*; raises ``BlockingIOError`` while another process has the lock."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        with ExitStack() as closing:
            closing.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if is_named(handle, path):
                closing.pop_all()
                return handle
        # the previous owner has just removed it
