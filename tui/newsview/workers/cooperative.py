"""Cooperative multitasking: long work in slices of a few milliseconds, between which keys are handled."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Generator, Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")

BUSY: Final = 0.004
"""Seconds of work between two rests: a key goes through several turns of the event loop, and may meet work at each."""

REST: Final = 0.001
"""Seconds of a rest; what a key asks for runs in it to its end."""


class Pace:
    """Says when it is time for a rest."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    async def rest(self) -> None:
        """Lets others work, if it is time; work that is short never rests."""
        if self._is_due():
            await asyncio.sleep(REST)
            self._began = time.monotonic()

    def rest_in_thread(self) -> None:
        """The same for work in a thread, which keeps all others waiting as long as it runs Python."""
        if self._is_due():
            time.sleep(REST)
            self._began = time.monotonic()

    def _is_due(self) -> bool:
        return time.monotonic() - self._began >= BUSY


async def in_slices(work: Generator[None, None, T]) -> T:
    """What *work* returns, with rests wherever it yields."""
    pace = Pace()
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: T = done.value
            return result
        await pace.rest()


def at_once(work: Generator[None, None, T]) -> T:
    """What *work* returns, without a rest."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            result: T = done.value
            return result


def paced(parts: Iterable[T]) -> Iterator[T]:
    """*parts* as they are made in a thread, with rests between them."""
    pace = Pace()
    for part in parts:
        yield part
        pace.rest_in_thread()
