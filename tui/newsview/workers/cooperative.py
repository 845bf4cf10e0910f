"""Cooperative multitasking: long work in slices of a few milliseconds, so that keys are handled in between."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Generator, Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")

BUSY: Final = 0.004
"""Seconds of work between two pauses; a key needs several turns of the event loop, each possibly delayed by this."""

REST: Final = 0.001
"""Seconds of a pause, in which waiting tasks run."""


class Pace:
    """Timer that pauses long work at regular intervals."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    async def rest(self) -> None:
        """Yield to the event loop if ``BUSY`` seconds have passed."""
        if self._is_due():
            await asyncio.sleep(REST)
            self._began = time.monotonic()

    def rest_in_thread(self) -> None:
        """The same for work in a thread, where it releases the interpreter lock."""
        if self._is_due():
            time.sleep(REST)
            self._began = time.monotonic()

    def _is_due(self) -> bool:
        return time.monotonic() - self._began >= BUSY


async def in_slices(work: Generator[None, None, T]) -> T:
    """The return value of *work*, which may be paused at each ``yield``."""
    pace = Pace()
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: T = done.value
            return result
        await pace.rest()


def at_once(work: Generator[None, None, T]) -> T:
    """The return value of *work*, run without pauses."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: T = done.value
            return result


def paced(parts: Iterable[T]) -> Iterator[T]:
    """*parts*, generated in a thread, with pauses between them."""
    pace = Pace()
    for part in parts:
        yield part
        pace.rest_in_thread()
