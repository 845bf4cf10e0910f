"""A pane of facts, the same for all kinds: draws the rows that are on screen; their text is given by a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from newsview.app.messages import RowPicked
from newsview.app.render.wrapping import pad, wrap
from newsview.app.state.panes import HEIGHT, TITLES, ZOOMED_HEIGHT, Pane, Row
from newsview.app.widgets.frame import Framed

if TYPE_CHECKING:
    from newsview.app.render.rows import Piece

GUTTER: Final = 2

RowLines = Callable[[Row, int, int], "Sequence[Sequence[Piece]]"]
"""The lines of a row at a width in cells, and their number."""
RowState = Callable[[Row], object]
"""Anything that compares unequal when the row has to be drawn again, such as its decision."""


class _Drawn(NamedTuple):
    """A row as it was drawn, and what it was drawn of: when that is different it is drawn again."""

    state: object
    width: int
    strips: list[Strip]


class FactList(Framed, can_focus=True, inherit_bindings=False):
    """One row or two lines for each fact, one of them under the cursor."""

    def __init__(self, pane: Pane, lines: RowLines, state: RowState, *, classes: str | None = None) -> None:
        super().__init__(id=pane, classes=classes)
        self.pane: Pane = pane
        self._row_lines = lines
        self._row_state = state
        self._rows: Sequence[Row] = ()
        self._cursor = 0
        self._linked: frozenset[Row] = frozenset()
        self._version: object = None
        self._message = ""
        self._drawn: dict[int, _Drawn] = {}
        """Rows by their numbers, as they were drawn last."""
        self._height = HEIGHT[pane]

    # What is shown

    def show(
        self,
        rows: Sequence[Row],
        cursor: int,
        linked: frozenset[Row],
        message: str = "",
        count: str = "",
        version: object = None,
    ) -> None:
        """Takes the rows, the number of the row under the cursor and those linked to the current sentence.

        *message* stands where there are no rows. The cursor's row stays on its screen line when rows come before it.
        While *version* is the same, what the rows are drawn of is the same, but for the cursor and the linked ones.
        """
        new = rows is not self._rows
        moved = (cursor - self._cursor) * self._height if new and self._rows else 0
        moving = {self._cursor, cursor} if version == self._version and version is not None else None
        turning = self._linked ^ linked
        self._rows, self._cursor, self._linked, self._version = rows, cursor, linked, version
        self._choose_height()
        self.show_title(TITLES[self.pane], count)
        if new or message != self._message:
            self._message = message
            self.forget_drawn()
            self.virtual_size = Size(self.scrollable_content_region.width, len(rows) * self._height)
            if moved:
                self.scroll_to(y=self.scroll_offset.y + moved, animate=False, immediate=True, force=True)
            self.refresh()
        else:
            self._refresh_changed(moving, turning)
        self._reveal_cursor()

    def page_rows(self) -> int:
        """How many rows a page is."""
        return max(1, self.scrollable_content_region.height // self._height - 1)

    def _refresh_changed(self, moving: set[int] | None, turning: frozenset[Row]) -> None:
        """Draws rows again that have changed: of *moving* (their numbers; None: of all) and *turning*."""
        for number, drawn in self._drawn.items():
            if number >= len(self._rows) or (
                moving is not None and number not in moving and self._rows[number] not in turning
            ):
                continue
            if self._state_of(number) != drawn.state:
                self.refresh_lines(number * self._height, self._height)

    def _state_of(self, number: int) -> object:
        row = self._rows[number]
        at_cursor = number == self._cursor
        return at_cursor, at_cursor and self.has_focus, row in self._linked, self._row_state(row)

    def _reveal_cursor(self) -> None:
        region = Region(0, self._cursor * self._height, 1, self._height)
        height, at = self.scrollable_content_region.height, self.scroll_offset.y
        if height <= 0 or not self._rows:
            return
        if region.y < at:
            self.scroll_to(y=region.y, animate=False, immediate=True, force=True)
        elif region.bottom > at + height:
            # a row of two lines is never cut at the top, where its speaker stands
            self.scroll_to(
                y=-(-(region.bottom - height) // self._height) * self._height, animate=False, immediate=True, force=True
            )

    # Drawing

    def on_resize(self) -> None:
        """Fills the new width and keeps the cursor in view."""
        self._choose_height()
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows) * self._height)
        super().on_resize()
        self.refresh()
        self._reveal_cursor()

    def _choose_height(self) -> None:
        """Makes rows of several lines higher where the pane is alone on the screen, or all of them have room for it."""
        high = ZOOMED_HEIGHT[self.pane]
        fit = len(self._rows) * high <= self.scrollable_content_region.height
        height = high if fit or self.screen.has_class("-zoom-pane") else HEIGHT[self.pane]
        if height != self._height:
            self._height = height
            self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows) * height)
            self.forget_drawn()
            self.refresh()

    def forget_drawn(self) -> None:
        """Has every row drawn anew when it is next on screen."""
        self._drawn.clear()

    def watch_has_focus(self, value: bool) -> None:
        """Draws the cursor as it looks with or without the focus."""
        super().watch_has_focus(value)
        self.refresh_lines(self._cursor * self._height, self._height)

    def render_line(self, y: int) -> Strip:
        """The line *y* of the pane, from the top of what is scrolled into view."""
        width, first = self.line_place
        if y == 0:
            top = first // self._height
            bottom = top + self.size.height // self._height + 1
            self._drawn = {number: drawn for number, drawn in self._drawn.items() if top <= number <= bottom}
        number, line = divmod(first + y, self._height)
        if number >= len(self._rows):
            text = "" if self._rows else self._message_line(y - 1, width - 2 * GUTTER)
            return Strip([Segment(pad(text, width), self._style_cache.style("dim"))], width)
        state = self._state_of(number)
        drawn = self._drawn.get(number)
        if drawn is None or drawn.state != state or drawn.width != width:
            drawn = self._drawn[number] = _Drawn(state, width, self._row_strips(number, width))
        return drawn.strips[line]

    def _message_line(self, line: int, width: int) -> str:
        lines = list(wrap(self._message, 0, len(self._message), max(1, width)))
        start, end = lines[line] if 0 <= line < len(lines) else (0, 0)
        return " " * GUTTER + self._message[start:end]

    def _row_strips(self, number: int, width: int) -> list[Strip]:
        row = self._rows[number]
        cursor = ""
        if number == self._cursor:
            cursor = "cursor-focused" if self.has_focus else "cursor"
        bar = "▌" if row in self._linked else " "
        strips = []
        for line, pieces in enumerate(self._row_lines(row, max(1, width - GUTTER - 1), self._height)):
            gutter = bar + ("›" if cursor and line == 0 else " ")
            segments = [Segment(gutter, self._style_cache.style("bar", cursor))]
            segments += [
                Segment(text, self._style_cache.style("" if look == "plain" else look, cursor))
                for text, look in pieces
                if text
            ]
            missing = width - sum(segment.cell_length for segment in segments)
            if missing > 0:  # in one step: making a strip costs more than all else here
                segments.append(Segment(" " * missing, self._style_cache.style(cursor)))
            strip = Strip(segments, width - min(0, missing))
            strips.append(strip if missing >= 0 else strip.crop(0, width))
        return strips

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """A click picks a row."""
        place = event.get_content_offset(self)
        number = (self.scroll_offset.y + place.y) // self._height if place else len(self._rows)
        inside = number < len(self._rows)
        self.post_message(RowPicked(self.pane, number if inside else self._cursor, twice=inside and event.chain == 2))
