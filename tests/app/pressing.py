"""Keys pressed slowly, each answered before the next, or all at once; and the reader when it has dealt with them."""

from __future__ import annotations

from textual.pilot import Pilot

from newsview.app.app import NewsviewApp
from newsview.app.reader.screen import Reader
from tests.app.opening import reader, until
from tests.app.running import pressed


async def back_in_the_reader(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: pilot.app.screen is reader(pilot))
    await pilot.pause()


def burst(pilot: Pilot[None], *keys: str) -> None:
    """Sends all keys before the reader can look at the first of them."""
    for key in keys:
        pilot.app.post_message(pressed(key))


async def settled(pilot: Pilot[None]) -> Reader:
    """The reader when all keys have been dealt with and every question is answered."""
    app = pilot.app
    assert isinstance(app, NewsviewApp)
    await until(pilot, lambda: not app._waiting and app.screen is app.reader and not app.reader.busy)
    await pilot.pause()
    return app.reader
