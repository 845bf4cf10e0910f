"""Standard streams: data to standard output, messages to standard error, with closed and broken streams handled."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TextIO

from newsview.errors import CannotWriteError
from newsview.terminal.printable import printable

SIGNALLED = 128
"""Added to a signal number for the exit code, as in shells."""


def emit(data: bytes) -> None:
    """Write *data* to standard output and flush it. Exits as by SIGPIPE if the reading end is closed.

    Raises ``CannotWriteError`` if standard output is closed or the disk is full.
    """
    if sys.stdout is None:
        raise CannotWriteError("standard output is closed; use -o or --output-dir")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        forget(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise SystemExit(SIGNALLED + signal.SIGPIPE) from error
        raise CannotWriteError(f"cannot write to standard output: {error.strerror}") from error


def forget(stream: TextIO | None) -> None:
    """Redirect *stream* to the null device, so that its buffer does not cause a second error at shutdown."""
    with suppress(OSError, ValueError):
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def fill_closed_outputs() -> None:
    """Open the null device as descriptors 1 and 2 and as ``sys.stderr`` if they are closed.

    Otherwise a file opened later would get the free descriptor and receive messages of libraries; click and ``print``
    use standard output if ``sys.stderr`` is None. ``sys.stdout`` stays None, which ``emit`` reports.
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
        # never closed: used until the process ends
        null = os.open(os.devnull, os.O_WRONLY)
        sys.stderr = os.fdopen(null, "w", encoding="utf-8", errors="replace", closefd=False)


def say(message: str) -> None:
    """Print *message* as one line on standard error; errors of the stream are ignored."""
    if sys.stderr is None:  # closed; print would use standard output instead
        return
    try:
        print(f"newsview: {printable(' '.join(message.split()))}", file=sys.stderr, flush=True)
    except OSError:  # closed terminal or full disk
        forget(sys.stderr)


class Talk:
    """Verbosity of a command on standard error: errors always, notices unless *quiet*, details if *verbose*."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose

    def error(self, message: str) -> None:
        """Print an error."""
        say(message)

    def notice(self, message: str) -> None:
        """Print a notice unless quiet."""
        if not self.quiet:
            say(message)

    def detail(self, message: str) -> None:
        """Print a detail if verbose."""
        if self.verbose and not self.quiet:
            say(message)
