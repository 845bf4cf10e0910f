"""Standard streams: data on standard output, messages on standard error; closed and broken streams."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TextIO

from newsview.errors import CannotWriteError
from newsview.terminal.printable import printable

SIGNALLED = 128
"""Added to a signal's number, as shells do, for the exit code of a program that it ended."""


def emit(data: bytes) -> None:
    """Write *data* to standard output at once. Exits as by SIGPIPE when nobody reads any more.

    Raises ``CannotWriteError`` where the disk behind it is full, or there is none.
    """
    if sys.stdout is None:
        raise CannotWriteError("standard output is closed; say with -o or --output-dir where the result belongs")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        forget(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise SystemExit(SIGNALLED + signal.SIGPIPE) from error
        raise CannotWriteError(f"cannot write standard output: {error.strerror}") from error


def forget(stream: TextIO | None) -> None:
    """Let what *stream* still holds go nowhere: it must not fail a second time while Python shuts down."""
    with suppress(OSError, ValueError):
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def fill_closed_outputs() -> None:
    """Open the null device as descriptors 1 and 2, and as ``sys.stderr``, where they are closed.

    A file that is opened later would get the free number, and hold what a library writes to standard error; click and
    ``print`` take standard output where ``sys.stderr`` is None. ``sys.stdout`` stays None: that is told by ``emit``.
    """
    for number in (1, 2):
        try:
            os.fstat(number)
        except OSError:
            null = os.open(os.devnull, os.O_WRONLY)
            if null != number:
                os.dup2(null, number)
                os.close(null)
    if sys.stderr is None:
        # never closed: it is used until the very end
        null = os.open(os.devnull, os.O_WRONLY)
        sys.stderr = os.fdopen(null, "w", encoding="utf-8", errors="replace", closefd=False)


def say(message: str) -> None:
    """Print one line for the user on standard error, where there still is somebody to read it."""
    if sys.stderr is None:  # closed; print would take standard output in its place
        return
    try:
        print(f"newsview: {printable(' '.join(message.split()))}", file=sys.stderr, flush=True)
    except OSError:  # the terminal has been closed, or the disk under a log is full
        forget(sys.stderr)


class Talk:
    """How much a command says on standard error: errors always, notices unless *quiet*, details if *verbose*."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose

    def error(self, message: str) -> None:
        """Say what failed."""
        say(message)

    def notice(self, message: str) -> None:
        """Say what the user should know."""
        if not self.quiet:
            say(message)

    def detail(self, message: str) -> None:
        """Say what was done."""
        if self.verbose and not self.quiet:
            say(message)
