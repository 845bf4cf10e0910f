"""Entry point of the command line: dispatch and exit codes.

``newsview ARTICLE`` goes straight to the reader; anything with an option or a command's name is parsed by click, whose
import takes a tenth of the time until the article is on the screen.
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
from newsview.terminal.signals import Ended, raise_at_signals
from newsview.terminal.streams import SIGNALLED, fill_closed_outputs, forget, say

COMPLETION = "_NEWSVIEW_COMPLETE"
"""The variable with which a shell asks for completions."""
CRASH = 70
"""The exit code of a crash, as in sysexits.h."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
LONGEST = 300
"""Characters of an unforeseen error that are told: it may hold all of an article."""


class _OneLine:
    """Turns whatever ends a command into one line on standard error and an exit code; never a traceback."""

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, SystemExit):
            return
        if isinstance(error, NewsviewError):
            _stop(str(error), error.exit_code)
        if isinstance(error, KeyboardInterrupt):
            _end_line_of_interrupt()
            raise SystemExit(SIGNALLED + signal.SIGINT)
        if isinstance(error, Ended):
            if error.number == signal.SIGINT:
                _end_line_of_interrupt()
            name = signal.Signals(error.number).name
            _stop(f"ended by {name} before the article was open", SIGNALLED + error.number)
        if os.environ.get("NEWSVIEW_TRACEBACK"):
            _show_trace(error)
            raise SystemExit(CRASH)
        notes = "".join(f"; {note}" for note in getattr(error, "__notes__", ()))
        known = _known(error)
        if known is not None:
            _stop(f"{known[0]}{notes}", known[1])
        fault = f"{type(error).__name__}: {error}"[:LONGEST]
        _stop(f"this is a fault of newsview ({fault}){notes}; NEWSVIEW_TRACEBACK=1 shows where", CRASH)


def _end_line_of_interrupt() -> None:
    """Ends the line on which the terminal shows ^C."""
    if sys.stderr is None:  # print would take standard output
        return
    with suppress(OSError):
        print(file=sys.stderr)


def _known(error: BaseException) -> tuple[str, int] | None:
    """What the machine lacks, in words, and the exit code; None where the fault is newsview's own."""
    if isinstance(error, MemoryError) or (isinstance(error, RuntimeError) and "start new thread" in str(error)):
        return "there is not enough memory, or a limit on it (ulimit) is too low", CRASH
    if isinstance(error, OSError) and error.errno in _FULL:
        forget(sys.stdout)
        return f"cannot write: {error.strerror}", CannotWriteError.exit_code
    return None


def _show_trace(error: BaseException) -> None:
    """Every line of the trace; an error's words may be the article's, and act on a terminal."""
    if sys.stderr is None:  # print would take standard output
        return
    from traceback import format_exception  # only when something is wrong

    with suppress(OSError):  # nobody may be there to see it
        for line in "".join(format_exception(error)).splitlines():
            print(printable(line), file=sys.stderr)


def _stop(message: str, code: int) -> NoReturn:
    say(message)
    raise SystemExit(code)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run newsview on *arguments* (default: those of the process) and exit with its code."""
    fill_closed_outputs()
    words = sys.argv[1:] if arguments is None else list(arguments)
    with _OneLine():
        if _names_articles(words) and COMPLETION not in os.environ:
            raise_at_signals()
            from newsview.cli.opening import open_reader

            raise SystemExit(open_reader(words))
        from newsview.cli.group import run

        run(arguments)


def _names_articles(words: Sequence[str]) -> bool:
    """Whether all that was asked for is to read articles: no option, no command, and at least one name."""
    return bool(words) and words[0] not in COMMANDS and not any(word[:1] == "-" != word for word in words)


if __name__ == "__main__":
    main()
