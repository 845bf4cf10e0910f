"""The file of a journal: opened under a lock, read line by line, moved aside where it cannot be read."""

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
"""A file longer than this is no journal: one is rewritten long before (``journal.COMPACT_AT``)."""

ASIDE = ".aside"
"""What the names of files that were moved aside end in."""


class Opened(NamedTuple):
    """A locked journal: its descriptor, what its whole lines say, and how many bytes they are.

    ``notices``: a line for the user for each file that was moved aside.
    """

    handle: int
    journalled: Journalled
    length: int
    notices: tuple[str, ...] = ()


def open_journal(path: Path) -> Opened:
    """The journal at *path*, made where there is none.

    A file that is too long or cannot be read is moved aside, never taken for an empty one. Raises ``BlockingIOError``
    while another process holds the journal, ``OSError`` where there can be none.
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
        f"a journal of unsaved decisions cannot be read ({reason}): they are not shown here; "
        f"it is now {printable(str(aside))}, remove it if it is not needed"
    )
    return anew._replace(notices=(notice, *anew.notices))


def _open_locked(path: Path) -> int:
    """A descriptor of the file that has that name, locked; raises ``BlockingIOError`` while another holds it."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        with ExitStack() as closing:
            closing.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if is_named(handle, path):
                closing.pop_all()
                return handle
        # whoever had it before has just removed it
