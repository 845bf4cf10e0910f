"""Signal handlers until the reader installs its own: one line on standard error, exit code 128+n."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import Final

SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
"""Signals that request termination."""


TERMINATIONS: Final = tuple(number for number in SIGNALS if number != signal.SIGINT)
"""Those that no key sends."""


class Ended(BaseException):
    """Termination by a signal. A ``BaseException``, so that no handler of errors catches it."""

    def __init__(self, number: int, when: str = "") -> None:
        super().__init__(number)
        self.number = number
        self.when = when
        """The moment, for the message; empty if there is none."""


def raise_at_signals(numbers: Sequence[signal.Signals] = SIGNALS, when: str = "before the article was opened") -> None:
    """Install handlers that raise ``Ended`` in the main thread at the first of *numbers*, except those ignored.

    A second signal has its default action, in case the first does not end the process.
    """

    def end(number: int, frame: FrameType | None) -> None:
        for each in numbers:
            if signal.getsignal(each) is end:
                signal.signal(each, signal.SIG_DFL)
        raise Ended(number, when)

    for number in numbers:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)


@contextmanager
def cleaning_up() -> Iterator[None]:
    """Context in which ``TERMINATIONS`` raise ``Ended``, so that temporary files are removed; no effect in a thread."""
    if current_thread() is not main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in TERMINATIONS}
    raise_at_signals(TERMINATIONS, when="")
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
