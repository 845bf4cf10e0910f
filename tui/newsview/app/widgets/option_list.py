"""A list of lines to choose one from; the keys go to a text input above it. Imported when it is first needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from newsview.app.render.wrapping import pad

SHARE: Final = 0.4
NARROW_SHARE: Final = 0.28
"""How much of the screen's height the list takes at most; less of a narrow one, where the article is above the list."""

WIDE: Final = 100
"""Columns from which the panes stand beside the article."""


class OptionList(Widget, can_focus=False):
    """Lines, one of them marked by a sign and by reversed colours; a click chooses one, the wheel goes through them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "OptionList { height: auto; }"

    class Marked(Message):
        """Another line is the marked one now."""

    class Chosen(Message):
        """A line was clicked; it is the marked one now."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[str] = ()
        self._top = 0
        self.marked: int | None = None
        """The number of the marked line, None where there are none."""

    def show(self, lines: Sequence[str]) -> None:
        """Takes new lines, safe to show, and marks the first."""
        self._lines, self._top = lines, 0
        self.marked = 0 if lines else None
        self.refresh(layout=True)

    def move(self, count: int) -> None:
        """Marks another line: round the ends by single steps, else as far as it goes."""
        if self.marked is None:
            return
        wanted, last = self.marked + count, len(self._lines) - 1
        self.move_to(wanted % (last + 1) if abs(count) == 1 else min(max(0, wanted), last))

    def move_to(self, number: int) -> None:
        """Marks the line with that number, which there must be."""
        self.marked = number
        self.refresh()
        self.post_message(self.Marked())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are, and as there is room for."""
        share = SHARE if viewport.width >= WIDE else NARROW_SHARE
        return min(len(self._lines), max(2, int(viewport.height * share)))

    def render(self) -> Content:
        """The lines around the marked one."""
        width, height = self.size
        marked = self.marked or 0
        self._top = min(max(self._top, marked - height + 1), marked)
        rows = [
            (pad(f"{'›' if number == self.marked else ' '} {line}", width), "reverse" if number == self.marked else "")
            for number, line in enumerate(self._lines[self._top : self._top + height], self._top)
        ]
        more = len(self._lines) - self._top - height
        if more > 0 and rows and width > 12:
            text, look = rows[-1]
            rows[-1] = (pad(text.rstrip(), width - 9) + f"{f'{more} more':>9}", look)
        return Content("\n").join(Content.styled(text, look) for text, look in rows)

    def on_click(self, event: events.Click) -> None:
        """A click takes the line under the mouse."""
        number = self._top + event.y
        if number < len(self._lines):
            self.move_to(number)
            self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel marks the next line."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel marks the line before."""
        event.stop()
        self.move(-1)
