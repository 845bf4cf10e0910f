"""The reader run in a test: every key and every pause ends when the application is idle."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from textual import events
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.pilot import Pilot

from newsview.app.app import NewsviewApp

_NAMES = {name: replaced for replaced, name in KEY_NAME_REPLACEMENTS.items()}

BREATH = 0.002
"""Seconds that threads are given before it is asked again whether the application is idle."""


def pressed(key: str) -> events.Key:
    """The event of *key*: a character, or a name as in the key table."""
    if len(key) == 1 and not key.isalnum():
        name = unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
        return events.Key(KEY_NAME_REPLACEMENTS.get(name, name), key)
    try:
        character = key if len(key) == 1 else unicodedata.lookup(_NAMES.get(key, key).replace("_", " "))
    except KeyError:
        character = None
    return events.Key(key, character)


class ReaderPilot(Pilot[None]):
    """Presses keys and waits for the application to be idle, not for the processor, which others use too."""

    def __init__(self, app: NewsviewApp) -> None:
        super().__init__(app)
        self.reader_app = app

    async def press(self, *keys: str) -> None:
        """Presses *keys*, each when the one before has been dealt with."""
        for key in keys:
            self.app.post_message(pressed(key))
            await self.pause()

    async def pause(self, delay: float | None = None) -> None:
        """Waits until the application is idle and drawn, or, where the test holds it up, for *delay* seconds."""
        if delay is not None:
            return await super().pause(delay)
        rested = False
        while not rested:
            while not self.reader_app.idle:
                await asyncio.sleep(BREATH)
            await super().pause(0)  # what is being handled comes to its end, and is drawn
            rested = self.reader_app.idle
        return None


@asynccontextmanager
async def running(app: NewsviewApp, size: tuple[int, int] = (120, 36)) -> AsyncGenerator[ReaderPilot, None]:
    """Runs *app* in a terminal of that size."""
    async with app.run_test(size=size):
        yield ReaderPilot(app)
