"""A line to type in. Imported when the first of them is needed."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from newsview.app.pressing import TakesKeys
from newsview.printable import printable


class TypedLine(TakesKeys, Input):
    """A line whose keys act in the order in which they were pressed, also those that write no letter."""

    def __init__(self, value: str = "", *, placeholder: str = "") -> None:
        super().__init__(printable(value), placeholder=placeholder, select_on_focus=False)
        self.cursor_blink = False

    async def take_key(self, event: events.Key) -> bool:
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

    def take_paste(self, text: str) -> None:
        """Writes what was pasted, on one line."""
        self.replace(printable(" ".join(text.split())), *self.selection)
