"""The detail strip over the whole width at the bottom: draws the current fact; its text is given by a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from newsview.app.render.styles import StyleCache
from newsview.app.widgets.bars import NARROW

if TYPE_CHECKING:
    from newsview.app.render.rows import Piece

HEIGHTS: Final = ((80, 24, 4), (80, 40, 5))
"""The strip's height where the screen has at least so many columns and rows; one line on smaller screens."""

DetailLines = Callable[[int, int, int], "Sequence[Sequence[Piece]]"]
"""The lines at a width in cells, their largest number, and the width of the first one."""


class DetailStrip(Widget, can_focus=False):
    """Some lines on the current fact, and at the right of the first one what is unsaved or under way."""

    ALLOW_SELECT = False

    def __init__(self, lines: DetailLines, *, id: str) -> None:
        super().__init__(id=id)
        self._style_cache = StyleCache(self)
        self._lines = lines
        self._state: object = None
        self._right = self._short = ""
        self._drawn: list[Strip] = []
        self._typing = False

    def show(self, state: object, right: str, short: str) -> None:
        """Draws the lines again if *state*, what they are drawn of, or the words at the right are different.

        *short* is for the right where there is little room.
        """
        if (state, right, short) != (self._state, self._right, self._short):
            self._state, self._right, self._short = state, right, short
            self._drawn = []
            self.refresh()

    def make_room(self, typing: bool) -> None:
        """Leaves the first line to a line to type in, or takes it back."""
        self._typing, self._drawn = typing, []
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The height by the size of the screen, less the line that is used for typing."""
        fitting = [rows for columns, lines, rows in HEIGHTS if viewport.width >= columns and viewport.height >= lines]
        return max((1, *fitting)) - self._typing

    def on_resize(self) -> None:
        """Breaks the lines anew."""
        self._drawn = []

    def notify_style_update(self) -> None:
        """Forgets the styles of the theme before."""
        super().notify_style_update()
        self._style_cache.clear()
        self._drawn = []

    def render_line(self, y: int) -> Strip:
        """The line *y*."""
        if not self._drawn:
            self._drawn = self._draw(self.size.width, self.size.height)
        return self._drawn[y] if y < len(self._drawn) else Strip.blank(self.size.width, self._style_cache.style())

    def _draw(self, width: int, height: int) -> list[Strip]:
        plain = self._style_cache.style()
        right = "" if self._typing else self._right if width >= NARROW else self._short
        head = max(0, width - len(right) - 1)
        lines = self._lines(max(1, width - 2), height + self._typing, max(1, head - 1))[self._typing :]
        strips = [
            Strip([Segment(" ", plain), *map(self._segment, line)]).adjust_cell_length(width, plain) for line in lines
        ]
        if right and strips:
            strips[0] = Strip([*strips[0].crop(0, width - len(right)), Segment(right, plain)], width)
        return strips

    def _segment(self, piece: Piece) -> Segment:
        return Segment(piece.text, self._style_cache.style("" if piece.look == "plain" else piece.look))
