"""The search bar: a text input in the place of the status line. Imported when it is first needed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from newsview.app.messages import SearchChanged, SearchEnded, SearchStepped
from newsview.app.widgets.text_input import TextInput


class SearchBar(Horizontal):
    """A label, the words as they are typed, and a count. Enter keeps the words, Esc cancels them."""

    DEFAULT_CSS = """
    SearchBar {
        height: 1;
        background: $surface;
        Static { width: auto; padding: 0 1; }
        #search-count { width: 44; max-width: 60%; text-align: right; text-wrap: nowrap; text-overflow: ellipsis; }
        TextInput, TextInput:focus { width: 1fr; height: 1; border: none; padding: 0; background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "end(False)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("tab,shift+tab", "nothing", show=False),
    ]

    def __init__(self, label: str, value: str = "") -> None:
        super().__init__(id="search")
        self._label = label
        self._value = value

    def compose(self) -> ComposeResult:
        """The three parts from left to right."""
        yield Static(Content.styled(self._label, "bold"))
        yield TextInput(self._value)
        yield Static(Content(""), id="search-count")

    def on_mount(self) -> None:
        """Takes the keys."""
        self.query_one(TextInput).focus()

    def count(self, words: str) -> None:
        """Shows what the words have found."""
        self.query_one("#search-count", Static).update(Content(words), layout=False)

    def on_input_changed(self, message: TextInput.Changed) -> None:
        """Reports the words."""
        message.stop()
        self._report()

    def _report(self) -> None:
        typed = self.query_one(TextInput).value
        if typed != self._value:
            self._value = typed
            self.post_message(SearchChanged(typed))

    def on_input_submitted(self, message: TextInput.Submitted) -> None:
        """Enter keeps the words."""
        message.stop()
        self.action_end(True)

    def action_end(self, kept: bool) -> None:
        """Ends the typing."""
        line = self.query_one(TextInput)
        line.over = True
        self._report()
        self.post_message(SearchEnded(line.value, kept))

    def action_step(self, direction: int) -> None:
        """To the next or previous of what the words have found."""
        self._report()  # the letters before this key may not have been looked at yet
        self.post_message(SearchStepped(direction))

    def action_nothing(self) -> None:
        """Keeps the focus here."""
