"""Waiting in the reader's tests until the reader has nothing left to do, however busy the machine is.

Textual's own way waits until this process has used little time for 20 ms: that is long for every key, and on a busy
machine a process that does not get to its work looks as if it had none.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from selectors import BaseSelector
from typing import Any, ParamSpec, TypeVar

import pytest

P = ParamSpec("P")
T = TypeVar("T")

SOON = 0.02
"""Seconds: a timer that ends by then (a frame, a key that waits for the next one) is waited for."""

NAPS = 30
"""Such timers are waited for in a row: some hundred ms of frames, since what is being closed may never stop drawing."""

HELD = 0.25
"""Seconds that a thread is waited for: a test may be holding it."""


class Rest:
    """Stands in for Textual's ``wait_for_idle``, and counts the threads that are at work for the event loop."""

    def __init__(self) -> None:
        self._selectors: list[BaseSelector] = []
        self._waiting: list[asyncio.Future[None]] = []
        self._since = 0.0
        self._naps = 0
        self._threads = 0
        self._to_thread = asyncio.to_thread

    async def wait(self, min_sleep: float = 0.0) -> None:
        """Return once no callback, file or thread is left to be seen to, and no timer ends soon."""
        # only the selector is told what the loop is going to do: how long it is prepared to sleep
        selector: BaseSelector = vars(asyncio.get_running_loop())["_selector"]
        if selector not in self._selectors:
            self._selectors.append(selector)
            vars(selector)["select"] = self._looking(selector.select)
        rested: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(rested)
        self._since, self._naps = time.monotonic(), 0
        await rested

    async def to_thread(self, call: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
        """As that of asyncio."""
        self._threads += 1
        try:
            return await self._to_thread(call, *arguments, **named)
        finally:
            self._threads -= 1

    def _looking(self, select: Callable[[float | None], list[Any]]) -> Callable[[float | None], list[Any]]:
        def look(timeout: float | None = None) -> list[Any]:
            if not self._waiting or timeout == 0:
                return select(timeout)
            found = select(0)
            if found:
                return found
            if timeout is not None and timeout <= SOON and self._naps < NAPS:
                self._naps += 1
                return select(timeout)
            left = self._since + HELD - time.monotonic()
            if self._threads and left > 0:
                return select(left if timeout is None else min(left, timeout))
            for rested in self._waiting:
                if not rested.done():
                    rested.set_result(None)
            self._waiting.clear()
            return found

        return look


@pytest.fixture(autouse=True)
def rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key and every pause of a pilot is over when the reader is at rest."""
    resting = Rest()
    monkeypatch.setattr("textual.pilot.wait_for_idle", resting.wait)
    monkeypatch.setattr("textual.app.wait_for_idle", resting.wait)
    monkeypatch.setattr(asyncio, "to_thread", resting.to_thread)
