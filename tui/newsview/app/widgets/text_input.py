"""A text input of one line. Imported when the first of them is needed."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.widgets import Input

from newsview.app.key_queue import HandlesKeys
from newsview.terminal.printable import printable

LONGEST: Final = 10_000
"""Characters that a line takes; what a paste has behind them is left out."""


class TextInput(HandlesKeys, Input):
    """A line whose keys act in the order in which they were pressed, also those that write no letter."""

    def __init__(self, value: str = "", *, placeholder: str = "") -> None:
        super().__init__(value, placeholder=placeholder, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """The value as it is held, shown and handed on, whatever way it came in: nothing in it acts on a terminal."""
        return printable(value[:LONGEST])

    async def handle_key(self, event: events.Key) -> bool:
        """Writes a letter, or does what the line has the key for."""
        if event.is_printable and event.character is not None:
            self.replace(event.character, *self.selection)
            return True
        if event.key == "enter":
            self.over = True
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):  # False where it has nothing to do, such as to scroll
                return True
        return False

    def handle_paste(self, text: str) -> None:
        """Writes what was pasted, on one line."""
        self.replace(" ".join(text.split())[:LONGEST], *self.selection)
