"""Signal handlers until the reader installs its own: one line on standard error, exit code 128+n."""

from __future__ import annotations

import signal
from types import FrameType
from typing import Final

SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
"""Those that ask a program to end."""


class Ended(BaseException):
    """A signal has ended newsview. No ``Exception``: nothing on the way may take it for its own failure."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def raise_at_signals() -> None:
    """Have the first of ``SIGNALS`` raise ``Ended`` in the main thread, but for those that whoever started us ignores.

    A second one ends the process as if nothing had been said of it: it may be that the first found no way out.
    """
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> None:
    for each in SIGNALS:
        if signal.getsignal(each) is _end:
            signal.signal(each, signal.SIG_DFL)
    raise Ended(number)
