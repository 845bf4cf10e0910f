"""Time limit for work in the main thread of a process, in seconds of processor time: a busy machine does not exceed it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class _Exceeded(BaseException):
    """The limit is exceeded. No ``Exception``: libraries that catch those would go on."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Context that is ended by ``TimeoutError`` after so many *seconds* of processor time.

    It needs a signal, which only reaches Python code of the main thread: elsewhere there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def exceed(number: int, frame: FrameType | None) -> None:
        """End the work."""
        raise _Exceeded

    before = signal.signal(signal.SIGPROF, exceed)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        yield
    except _Exceeded as error:
        raise TimeoutError(f"more than {seconds:g} s of processor time") from error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
