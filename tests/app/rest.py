"""An event loop that shows when it has nothing left to do: the reader's tests wait for that after every key.

Textual's own way waits until this process has used little time for 20 ms: that is long for every key, and on a busy
machine a process that does not get to its work looks as if it had none.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Executor
from selectors import DefaultSelector, SelectorKey
from typing import TypeVar, TypeVarTuple, Unpack

import pytest

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

SOON = 0.02
"""Seconds: a timer that ends by then (a frame, a key that waits for the next one) is waited for."""

NAPS = 30
"""Such timers are waited for in a row: some hundred ms of frames, since what is being closed may never stop drawing."""

HELD = 0.25
"""Seconds that a thread is waited for: a test may be holding it."""


class _Selector(DefaultSelector):
    """The loop's selector: how long the loop is prepared to sleep shows whether it has anything to do."""

    def __init__(self) -> None:
        super().__init__()
        self.threads = 0
        """Calls that are at work in threads for the loop."""
        self._waiting: list[asyncio.Future[None]] = []
        self._since = 0.0
        self._naps = 0

    def at_rest(self, loop: asyncio.AbstractEventLoop) -> asyncio.Future[None]:
        """A future that is done once no callback, file or thread is left to be seen to, and no timer ends soon."""
        rested: asyncio.Future[None] = loop.create_future()
        self._waiting.append(rested)
        self._since, self._naps = time.monotonic(), 0
        return rested

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """The files that are ready, as in any selector."""
        if not self._waiting or timeout == 0:
            return super().select(timeout)
        found = super().select(0)
        if found:
            return found
        if timeout is not None and timeout <= SOON and self._naps < NAPS:
            self._naps += 1
            return super().select(timeout)
        left = self._since + HELD - time.monotonic()
        if self.threads and left > 0:
            return super().select(left if timeout is None else min(left, timeout))
        for rested in self._waiting:
            if not rested.done():
                rested.set_result(None)
        self._waiting.clear()
        return found


class RestingLoop(asyncio.SelectorEventLoop):
    """An event loop whose rest can be waited for."""

    def __init__(self) -> None:
        self._rest = _Selector()
        super().__init__(self._rest)

    async def rest(self) -> None:
        """Return once the loop has nothing left to do."""
        await self._rest.at_rest(self)

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Ts]], T], *args: *Ts
    ) -> asyncio.Future[T]:
        """As that of every loop, and counted: what runs in a thread will give the loop something to do."""
        future = super().run_in_executor(executor, func, *args)
        self._rest.threads += 1
        future.add_done_callback(self._thread_over)
        return future

    def _thread_over(self, future: asyncio.Future[T]) -> None:
        self._rest.threads -= 1


async def _wait_for_idle(min_sleep: float = 0.0) -> None:
    """Stands in for Textual's function of that name."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, RestingLoop)
    await loop.rest()


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run the coroutines of a folder's tests, in whose conftest this is imported, in a ``RestingLoop``."""
    return {"resting": RestingLoop}


@pytest.fixture(autouse=True)
def rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key and every pause of a pilot is over when the reader is at rest."""
    monkeypatch.setattr("textual.pilot.wait_for_idle", _wait_for_idle)
    monkeypatch.setattr("textual.app.wait_for_idle", _wait_for_idle)
