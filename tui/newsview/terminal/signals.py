"""Signal handlers until the reader installs its own: one line on standard error, exit code 128+n."""

from __future__ import annotations

import signal
from types import FrameType
from typing import Final

SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
"""Signals that request termination."""


class Ended(BaseException):
    """Termination by a signal. A ``BaseException``, so that no handler of errors catches it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def raise_at_signals() -> None:
    """Install handlers that raise ``Ended`` in the main thread at the first of ``SIGNALS``, except those ignored.

    A second signal has its default action, in case the first does not end the process.
    """
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> None:
    for each in SIGNALS:
        if signal.getsignal(each) is _end:
            signal.signal(each, signal.SIG_DFL)
    raise Ended(number)
