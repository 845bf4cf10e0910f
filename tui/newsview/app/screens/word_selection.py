"""Marking words in the article, over the reader: the screen that takes the keys meanwhile. Imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from newsview.app.state.selection import Mark

HINTS: Final = (
    " ← → another word · Shift+← → fewer, more words · Enter takes them · Esc leaves",
    " ← → move · Shift+← → fewer, more · Enter takes · Esc",
    " ← → · Shift+← → · Enter · Esc leaves",
)
"""What the keys do: the longest that fits is shown."""


class Marking(ModalScreen[Mark | None]):
    """Moves a mark over the article below; the result is the mark, None for Esc."""

    DEFAULT_CSS = """
    Marking {
        background: transparent;
        align: left bottom;
        Static { width: 1fr; height: 1; background: $primary; color: $text; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,w", "move(1)", show=False),
        Binding("left,h,b", "move(-1)", show=False),
        Binding("shift+right,L,j,down", "resize(1)", show=False),
        Binding("shift+left,H,k,up", "resize(-1)", show=False),
        Binding("enter", "take", show=False),
        Binding("escape,q", "dismiss(None)", show=False),
    ]

    def __init__(self, text: str, mark: Mark, show: Callable[[Mark], None]) -> None:
        super().__init__()
        self._text, self._mark, self._show = text, mark, show

    def compose(self) -> ComposeResult:
        """One line of what the keys do."""
        yield Static(Content(_hint(self.app.size.width)))

    def on_resize(self, event: events.Resize) -> None:
        """Says as much as fits now."""
        self.query_one(Static).update(Content(_hint(event.size.width)))

    def on_mount(self) -> None:
        """Shows where the mark begins."""
        self._show(self._mark)

    def action_move(self, direction: int) -> None:
        """Marks another word."""
        self._mark = self._mark.moved(self._text, direction)
        self._show(self._mark)

    def action_resize(self, direction: int) -> None:
        """Marks more or fewer words."""
        self._mark = self._mark.resized(self._text, direction)
        self._show(self._mark)

    def action_take(self) -> None:
        """Takes the words that are marked."""
        self.dismiss(self._mark)


def _hint(width: int) -> str:
    return next((hint for hint in HINTS if len(hint) <= width), HINTS[-1])
