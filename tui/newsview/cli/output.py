"""Output of a command's result to a file or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import Final

from newsview.errors import UsageError
from newsview.store.backup import keep_reviewed
from newsview.store.files import make_folder, write_atomic
from newsview.terminal.streams import emit

_WIDEST: Final = 120
_NARROWEST: Final = 40


def text_width() -> int:
    """The columns of lines of prose: those of the terminal, of 80 where there is none, within limits."""
    return min(_WIDEST, max(_NARROWEST, get_terminal_size().columns))


def to_file(path: Path, data: bytes) -> str:
    """Write *data* to *path*, creating its folder; returns the path. Reviewed facts that it replaces are kept beside it.

    Raises ``CannotWriteError``.
    """
    make_folder(path.parent)
    write_atomic(path, data, durable=False, before=keep_reviewed)
    return str(path)


def to_standard_output(data: bytes, *, binary: bool = False) -> str:
    """Write *data* to standard output; returns its name.

    Raises ``CannotWriteError``; ``UsageError`` for *binary* data on a terminal.
    """
    if binary and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError("this format is no text for a terminal; write it to a file with -o OUT or > OUT")
    emit(data)
    return "standard output"
