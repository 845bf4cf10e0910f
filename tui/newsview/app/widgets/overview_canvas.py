"""The overview as drawn lines with a cursor on one of their cells. Imported when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsview.app.render.canvas import Canvas, Cell
from newsview.app.render.rows import Piece
from newsview.app.render.styles import StyleCache

MARGIN: Final = 1
"""Lines that stay visible above and below the cursor."""
EDGE: Final = 1
"""Cells that stay empty at both sides."""


class OverviewCanvas(Widget, can_focus=False):
    """Lines of which as many are shown as have room; one cell is under the cursor."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "OverviewCanvas { height: 1fr; width: 1fr; }"

    class Marked(Message):
        """Another cell is under the cursor."""

    class Chosen(Message):
        """A cell was clicked twice; it is under the cursor."""

    def __init__(self, compose: Callable[[int], Canvas], at: int | None) -> None:
        """*compose* gives the lines at a width in cells; *at* is the number of the cell under the cursor.

        Without one it is the first below the state of the review.
        """
        super().__init__()
        self._compose_lines = compose
        self._style_cache = StyleCache(self)
        self._width = -1
        self._top = 0
        self.canvas = Canvas((), (), ())
        self._first = at
        self.at = at or 0

    @property
    def cell(self) -> Cell | None:
        """The cell under the cursor; None if nothing leads anywhere."""
        return self.canvas.cells[self.at] if self.canvas.cells else None

    def on_resize(self) -> None:
        """Lays the lines out anew, with the cursor where it was in the order of cells."""
        if self.size.width != self._width:
            self._width = self.size.width
            self.canvas = self._compose_lines(max(1, self._width - 2 * EDGE))
        if self._first is None:
            self.at = self._first = self._first_cell()
        self.move_to(self.at)

    def compose_again(self) -> None:
        """Takes the lines anew, with the cursor on the cell that says the same as before."""
        before = self.cell
        self.canvas = self._compose_lines(max(1, self._width - 2 * EDGE))
        same = [number for number, cell in enumerate(self.canvas.cells) if before and cell.said == before.said]
        self.move_to(same[0] if same else self._first_cell())

    def _first_cell(self) -> int:
        """The first cell below the state of the review."""
        return self.canvas.sections[1] if len(self.canvas.sections) > 1 else 0

    def move_to(self, number: int) -> None:
        """Puts the cursor on cell *number*, or the last one, and scrolls to it."""
        self.at = max(0, min(number, len(self.canvas.cells) - 1))
        self._reveal()
        self.refresh()
        self.post_message(self.Marked())

    def page(self, direction: int) -> None:
        """Moves the cursor by as many lines as are shown."""
        cell = self.cell
        if cell is not None:
            wanted = cell.line + direction * max(1, self.size.height - 2)
            near = range(len(self.canvas.cells))
            self.move_to(min(near, key=lambda each: self._distance(each, wanted, cell)))

    def _distance(self, number: int, line: int, cell: Cell) -> tuple[int, int]:
        other = self.canvas.cells[number]
        return abs(other.line - line), abs(other.start - cell.start)

    def _reveal(self) -> None:
        cell, height = self.cell, self.size.height
        line = cell.line if cell is not None else 0
        last = max(0, len(self.canvas.lines) - height)
        above = 0 if self.at == 0 else line - MARGIN - 1
        if line - MARGIN - 1 < self._top:
            self._top = max(0, above)
        self._top = min(last, max(self._top, line + MARGIN + 1 - height))
        if cell is not None and self.size:
            region = self.content_region
            self.app.cursor_position = Offset(region.x + EDGE + cell.start, region.y + line - self._top)

    def notify_style_update(self) -> None:
        """Forgets the styles of the theme before."""
        super().notify_style_update()
        self._style_cache.clear()

    def render_line(self, y: int) -> Strip:
        """The line *y* of those that are shown."""
        width, number = self.size.width, self._top + y
        plain = self._style_cache.style()
        if number >= len(self.canvas.lines):
            return Strip.blank(width, plain)
        cell = self.cell
        pieces = self.canvas.lines[number]
        segments = list(self._segments(pieces, cell if cell is not None and cell.line == number else None))
        return Strip([Segment(" " * EDGE, plain), *segments]).adjust_cell_length(width, plain)

    def _segments(self, pieces: Sequence[Piece], cell: Cell | None) -> Iterator[Segment]:
        """The pieces of a line, with the *cell* under the cursor marked."""
        at = 0
        for piece in pieces:
            look = "" if piece.look == "plain" else piece.look
            end = at + cell_len(piece.text)
            bare = piece.text.strip()
            if cell is not None and at <= cell.start < end and bare:
                left, right = piece.text.split(bare, 1)
                yield Segment(left, self._style_cache.style(look))
                yield Segment(bare, self._style_cache.style(look, "cursor-focused"))
                yield Segment(right, self._style_cache.style(look))
            elif piece.text:
                yield Segment(piece.text, self._style_cache.style(look))
            at = end

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on the cell under the mouse; a double click also chooses it."""
        place = event.get_content_offset(self)
        if place is None:
            return
        for number, cell in enumerate(self.canvas.cells):
            if cell.line == self._top + place.y and cell.start <= place.x - EDGE < cell.end:
                self.move_to(number)
                if event.chain == 2:
                    self.post_message(self.Chosen())
                return

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel shows further lines."""
        event.stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel shows the lines before."""
        event.stop()
        self._scroll(-3)

    def _scroll(self, lines: int) -> None:
        self._top = max(0, min(self._top + lines, len(self.canvas.lines) - self.size.height))
        self.refresh()
