"""The selection of words in the article with keys, as a line over the reader. Imported when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from newsview.app.screens.dialogs import DialogKey, bindings, hint
from newsview.app.state.selection import Selection

_ANOTHER: Final = ("another word", "move", "")
_RESIZE: Final = ("fewer, more words", "fewer, more", "")
_START: Final = ("first word",)
KEYS: Final = (
    DialogKey("left,h,b", "move(-1)", _ANOTHER),
    DialogKey("right,l,w", "move(1)", _ANOTHER),
    DialogKey("shift+left,H,k,up", "resize(-1)", _RESIZE),
    DialogKey("shift+right,L,j,down", "resize(1)", _RESIZE),
    DialogKey("comma,less_than_sign", "start(-1)", _START),
    DialogKey("full_stop,greater_than_sign", "start(1)", _START),
    DialogKey("enter", "take", ("takes them", "takes", "")),
    DialogKey("escape,q", "dismiss(None)", ("leaves", "", "leaves")),
)
HINTS: Final = tuple(f" {hint(KEYS, wording)}" for wording in range(3))
"""What the keys do: the longest that fits is shown."""


class WordSelection(ModalScreen[Selection | None]):
    """Moves a mark over the article below; the result is the mark, None for Esc."""

    DEFAULT_CSS = """
    WordSelection {
        background: transparent;
        align: left bottom;
        Static { width: 1fr; height: 1; background: $primary; color: $text; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(self, text: str, mark: Selection, show: Callable[[Selection], None]) -> None:
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

    def action_start(self, direction: int) -> None:
        """Marks one word more or less at the beginning."""
        self._mark = self._mark.started(self._text, direction)
        self._show(self._mark)

    def action_take(self) -> None:
        """Takes the words that are marked."""
        self.dismiss(self._mark)


def _hint(width: int) -> str:
    return next((hint for hint in HINTS if len(hint) <= width), HINTS[-1])
