"""Entry point of the command line: dispatch and exit codes.

``newsview ARTICLE`` opens the reader directly; arguments with an option or command are parsed by click, whose import
takes a tenth of the time to the first paint.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import NoReturn

from newsview.cli.commands import COMMANDS
from newsview.errors import CannotWriteError, NewsviewError
from newsview.terminal.printable import printable
from newsview.terminal.signals import Ended, cleaning_up, raise_at_signals
from newsview.terminal.streams import SIGNALLED, fill_closed_outputs, forget, say

COMPLETION = "_NEWSVIEW_COMPLETE"
"""Environment variable with which a shell requests completions."""
CRASH = 70
"""The exit code of a crash, as in sysexits.h."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
LONGEST = 300
"""Maximum length of the message of an unexpected error, which may contain a whole article."""


class _ErrorsInOneLine:
    """Context that turns every exception into one line on standard error and an exit code, without a traceback."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, SystemExit):
            return
        if isinstance(error, NewsviewError):
            _exit(str(error), error.exit_code)
        if isinstance(error, KeyboardInterrupt):
            _end_line_of_interrupt()
            raise SystemExit(SIGNALLED + signal.SIGINT)
        if isinstance(error, Ended):
            if error.number == signal.SIGINT:
                _end_line_of_interrupt()
            if error.when:
                say(f"ended by {signal.Signals(error.number).name} {error.when}")
            raise SystemExit(SIGNALLED + error.number)
        if os.environ.get("NEWSVIEW_TRACEBACK"):
            _show_trace(error)
            raise SystemExit(CRASH)
        notes = "".join(f"; {note}" for note in getattr(error, "__notes__", ()))
        known = _lack_of_resources(error)
        if known is not None:
            _exit(f"{known[0]}{notes}", known[1])
        fault = f"{type(error).__name__}: {error}"[:LONGEST]
        _exit(f"internal error ({fault}){notes}; set NEWSVIEW_TRACEBACK=1 for a traceback", CRASH)


def _end_line_of_interrupt() -> None:
    """End the line on which the terminal shows ^C."""
    if sys.stderr is None:  # print would use standard output
        return
    with suppress(OSError):
        print(file=sys.stderr)


def _lack_of_resources(error: BaseException) -> tuple[str, int] | None:
    """Message and exit code for a lack of memory or disk space; None for any other error."""
    if isinstance(error, MemoryError) or (isinstance(error, RuntimeError) and "start new thread" in str(error)):
        return "out of memory; free some, or raise the memory limit (ulimit)", CRASH
    if isinstance(error, OSError) and error.errno in _FULL:
        forget(sys.stdout)
        return f"cannot write: {error.strerror}", CannotWriteError.exit_code
    return None


def _show_trace(error: BaseException) -> None:
    """Print the traceback line by line, made printable: its message may contain text of the article."""
    if sys.stderr is None:  # print would use standard output
        return
    from traceback import format_exception  # needed for errors only

    with suppress(OSError):  # standard error may be broken
        for line in "".join(format_exception(error)).splitlines():
            print(printable(line), file=sys.stderr)


def _exit(message: str, code: int) -> NoReturn:
    say(message)
    raise SystemExit(code)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run newsview on *arguments* (default: those of the process) and exit with its code."""
    fill_closed_outputs()
    words = sys.argv[1:] if arguments is None else list(arguments)
    with _ErrorsInOneLine():
        if _names_articles(words) and COMPLETION not in os.environ:
            raise_at_signals()
            from newsview.cli.opening import open_reader

            raise SystemExit(open_reader(words))
        from newsview.cli.group import run

        with cleaning_up():
            run(arguments)


def _names_articles(words: Sequence[str]) -> bool:
    """Whether *words* are article names only: at least one, no option, no command."""
    return bool(words) and words[0] not in COMMANDS and not any(word[:1] == "-" != word for word in words)


if __name__ == "__main__":
    main()
