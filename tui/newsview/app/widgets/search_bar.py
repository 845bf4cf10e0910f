"""A line to type in, in the place of the status line. Imported when it is first needed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from newsview.app.messages import EntryChanged, EntryEnded, EntryStepped
from newsview.app.widgets.text_input import TypedLine


class EntryLine(Horizontal):
    """A label, the words as they are typed, and what they come to. Enter keeps them, Esc calls them off."""

    DEFAULT_CSS = """
    EntryLine {
        height: 1;
        background: $surface;
        Static { width: auto; padding: 0 1; }
        #entry-count { width: 44; max-width: 60%; text-align: right; text-wrap: nowrap; text-overflow: ellipsis; }
        TypedLine, TypedLine:focus { width: 1fr; height: 1; border: none; padding: 0; background: $surface; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "end(False)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("tab,shift+tab", "nothing", show=False),
    ]

    def __init__(self, label: str, value: str = "") -> None:
        super().__init__(id="entry")
        self._label = label
        self._value = value

    def compose(self) -> ComposeResult:
        """The three parts from left to right."""
        yield Static(Content.styled(self._label, "bold"))
        yield TypedLine(self._value)
        yield Static(Content(""), id="entry-count")

    def on_mount(self) -> None:
        """Takes the keys."""
        self.query_one(TypedLine).focus()

    def count(self, words: str) -> None:
        """Says what the words come to."""
        self.query_one("#entry-count", Static).update(Content(words), layout=False)

    def on_input_changed(self, message: TypedLine.Changed) -> None:
        """Passes on what stands there now."""
        message.stop()
        self._tell()

    def _tell(self) -> None:
        typed = self.query_one(TypedLine).value
        if typed != self._value:
            self._value = typed
            self.post_message(EntryChanged(typed))

    def on_input_submitted(self, message: TypedLine.Submitted) -> None:
        """Enter keeps the words."""
        message.stop()
        self.action_end(True)

    def action_end(self, kept: bool) -> None:
        """Ends the typing."""
        line = self.query_one(TypedLine)
        line.over = True
        self._tell()
        self.post_message(EntryEnded(line.value, kept))

    def action_step(self, direction: int) -> None:
        """To the next or previous of what the words have found."""
        self._tell()  # the letters before this key may not have been looked at yet
        self.post_message(EntryStepped(direction))

    def action_nothing(self) -> None:
        """Keeps the focus here."""
