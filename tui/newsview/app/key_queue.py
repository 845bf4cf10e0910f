"""The key queue: keys are handled strictly in order, each once the screen that the one before it opens can receive it.

Textual hands a letter to the line that has the focus at once, but finds out what any other key does when the event has
gone up to the application and back through its queue. Of keys that come in a burst Backspace, Enter and Ctrl+U then
act on letters that were typed behind them, and what is typed while a question opens is lost. Here the
application handles a key completely before the next one.
"""

from __future__ import annotations

from collections import deque
from typing import Final

from textual import events
from textual.app import App

_PATIENCE: Final = 0.01
"""Seconds until it is tried again whether a key that had to wait can be taken."""


class HandlesKeys:
    """A screen or a text input that handles keys itself; the other keys go to the bindings."""

    over = False
    """Whether a key has ended it: the next one is for whatever comes after it."""

    async def handle_key(self, event: events.Key) -> bool:
        """Does what the key does here; False where it does nothing."""
        return False

    def handle_paste(self, text: str) -> None:
        """Inserts what was pasted; nothing happens where there is no text to edit."""


class KeyQueueApp(App[None]):
    """An application whose keys and pastes wait for each other."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._handling = False

    @property
    def busy(self) -> bool:
        """Whether the next key has to wait because its receiver is not on the screen yet."""
        return False

    @property
    def idle(self) -> bool:
        """Whether all keys and messages are handled: nothing happens until something comes from outside."""
        nodes = (self, *self.screen.walk_children(with_self=True))
        return not (self._waiting or self._handling or self.busy or any(node.message_queue_size for node in nodes))

    async def on_event(self, event: events.Event) -> None:
        """Queues keys and pastes; other events are handled at once."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self._waiting.append(event)
            await self._handle_waiting()
        else:
            await super().on_event(event)

    async def _handle_waiting(self) -> None:
        """Handles the waiting keys, as far as that is possible now."""
        if self._handling:
            return
        self._handling = True
        try:
            while self._waiting and not self.busy:
                event = self._waiting.popleft()
                if isinstance(event, events.Key):
                    await self._press(event)
                elif isinstance(self.focused, HandlesKeys):
                    self.focused.handle_paste(event.text)
        finally:
            self._handling = False
        if self._waiting:
            self.set_timer(_PATIENCE, self._handle_waiting)

    async def _press(self, event: events.Key) -> None:
        if not self.app_focus:
            self.app_focus = True
        if await self._check_bindings(event.key, priority=True):
            return
        for target in (self.focused, self.screen):
            if isinstance(target, HandlesKeys) and await target.handle_key(event):
                return
        await self._check_bindings(event.key)
