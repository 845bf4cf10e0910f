"""Standard output is data, standard error is talk."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

from newsview.printable import printable

SIGNALLED = 128
"""Added to a signal's number, as shells do, for the exit code of a program that it ended."""


def emit(data: bytes) -> None:
    """Write *data* to standard output at once. Exits as by SIGPIPE when nobody reads any more."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        # what is still in the buffer must not fail a second time while Python shuts down
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(SIGNALLED + signal.SIGPIPE) from error


def say(message: str) -> None:
    """Print one line for the user on standard error, where there still is somebody to read it."""
    with suppress(OSError):  # the terminal has been closed, or the disk under a log is full
        print(f"newsview: {printable(' '.join(message.split()))}", file=sys.stderr)


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
