"""In which order keys are dealt with: one after the other, none before what the one before it opens can take it.

Textual hands a letter to the line that has the focus at once, but finds out what any other key does when the event has
gone up to the application and back through its queue. Of keys that come in a burst Backspace, Enter and Ctrl+U then
act on letters that were typed behind them, and what is typed while a question opens reaches nobody. Here the
application does what a key does before it looks at the next one.
"""

from __future__ import annotations

from collections import deque
from typing import Final

from textual import events
from textual.app import App

_PATIENCE: Final = 0.01
"""Seconds until it is tried again whether a key that had to wait can be taken."""


class TakesKeys:
    """A screen or a line that deals with keys itself; what it leaves alone goes to the bindings."""

    over = False
    """Whether a key has ended it: the next one is for whatever comes after it."""

    async def take_key(self, event: events.Key) -> bool:
        """Does what the key does here; False where it does nothing."""
        raise NotImplementedError

    def take_paste(self, text: str) -> None:
        """Takes what was pasted; for nothing, unless there is a line to type in."""


class PressingApp(App[None]):
    """An application whose keys and pastes wait for each other."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._dealing = False

    @property
    def occupied(self) -> bool:
        """Whether the next key has to wait: what it is meant for is not on the screen yet."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Puts keys and pastes into their order; everything else goes its way."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._waiting.append(event)
            await self._deal()
        else:
            await super().on_event(event)

    async def _deal(self) -> None:
        """Deals with the keys that wait, as far as that is possible now."""
        if self._dealing:
            return
        self._dealing = True
        try:
            while self._waiting and not self.occupied:
                event = self._waiting.popleft()
                if isinstance(event, events.Key):
                    await self._press(event)
                elif isinstance(self.focused, TakesKeys):
                    self.focused.take_paste(event.text)
        finally:
            self._dealing = False
        if self._waiting:
            self.set_timer(_PATIENCE, self._deal)

    async def _press(self, event: events.Key) -> None:
        if not self.app_focus:
            self.app_focus = True
        if await self._check_bindings(event.key, priority=True):
            return
        for target in (self.focused, self.screen):
            if isinstance(target, TakesKeys) and await target.take_key(event):
                return
        await self._check_bindings(event.key)
