"""The bars around the panes: header, tabs, detail strip, footer. They show what they are given and report clicks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from newsview.app.keymap import FOOTERS, KEYS, Key, written
from newsview.app.messages import KeyPicked, TabPicked
from newsview.app.render.styles import StyleCache
from newsview.app.render.wrapping import truncate
from newsview.app.state.panes import PANES, TITLES, Pane

if TYPE_CHECKING:
    from newsview.app.render.rows import Piece

NARROW: Final = 60
"""Cells: in less than that the article stands alone, and words at the right of a bar have no room."""


HEIGHTS: Final = ((80, 24, 4), (80, 40, 5))
"""The strip's height where the screen has at least so many columns and rows; one line on smaller screens."""

DetailLines = Callable[[int, int, int], "Sequence[Sequence[Piece]]"]
"""The lines at a width in cells, their largest number, and the width of the first one."""


class Bar(Widget, can_focus=False):
    """One line with something at its left and something at its right; the left gives way."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str, gives_way: bool = False, narrow: int = NARROW) -> None:
        """With *gives_way* whole parts of the left go, from the last one, before any is cut.

        In less than *narrow* cells the short words stand at the right.
        """
        super().__init__(id=id)
        self._gives_way, self._narrow = gives_way, narrow
        self._left = Content("")
        self._right = self._short = Content("")

    def show(self, left: Content, right: Content, short: Content | None = None) -> None:
        """Takes what stands at the two ends; *short* is for the right one where there is little room."""
        short = right if short is None else short
        if (left, right, short) != (self._left, self._right, self._short):
            self._left, self._right, self._short = left, right, short
            self.refresh()

    def render(self) -> Content:
        """The line at the width that it has."""
        right = self._right if self.size.width >= self._narrow else self._short
        room = max(0, self.size.width - right.cell_length - bool(right))  # the two never touch
        left = self._left
        while self._gives_way and left.cell_length > room and " · " in left.plain:
            left = left[: left.plain.rindex(" · ")]
        if left.cell_length > room:
            left = left.truncate(max(0, room - 2), ellipsis=True).pad_right(1)
        return Content.assemble(left, " " * max(0, self.size.width - left.cell_length - right.cell_length), right)


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


class PaneTabs(Widget, can_focus=False):
    """The names of the three panes where only one of them has room; a click brings one to the front."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._front: Pane = "entities"
        self._counts: dict[Pane, str] = dict.fromkeys(PANES, "")
        self._narrowed = ""

    def show(self, front: Pane, counts: dict[Pane, str], narrowed: str = "") -> None:
        """Takes the pane in front, what is counted in each, and what the panes are narrowed to and ordered by."""
        if (front, counts, narrowed) != (self._front, self._counts, self._narrowed):
            self._front, self._counts, self._narrowed = front, counts, narrowed
            self.refresh()

    def _labels(self) -> list[tuple[Pane, str]]:
        return [(pane, f" {TITLES[pane]} {self._counts[pane]} ".replace("  ", " ")) for pane in PANES]

    def render(self) -> Content:
        """The tabs in a row, the front one marked; what the panes are narrowed to at the right."""
        labels = self._labels()
        left = sum(cell_len(label) for _, label in labels)
        narrowed = truncate(self._narrowed, max(0, self.size.width - left - 2))
        return Content.assemble(
            *((label, "bold reverse" if pane == self._front else "") for pane, label in labels),
            " " * max(0, self.size.width - left - cell_len(narrowed) - 1),
            (narrowed, "bold"),
        )

    def on_click(self, event: events.Click) -> None:
        """Reports the tab under the mouse."""
        at = 0
        for pane, label in self._labels():
            at += len(label)
            if event.x < at:
                self.post_message(TabPicked(pane))
                return


class Footer(Widget, can_focus=False):
    """The keys worth knowing here, from the table of keys; a click does what the key does."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str, keys: Sequence[Key] = KEYS) -> None:
        super().__init__(id=id)
        self._keys: Final = {key.name: (key, f"{_sign(key)} {key.footer}") for key in keys if key.footer and key.keys}
        self._focus = "article"
        self._instead: Sequence[tuple[str, str]] = ()

    def show_instead(self, keys: Sequence[tuple[str, str]]) -> None:
        """Shows these keys with their words while others mean letters; none: its own again."""
        self._instead = keys
        self.refresh()

    def show_for(self, focus: str) -> None:
        """Shows the keys for what has the focus: the article or a pane."""
        if focus != self._focus:
            self._focus = focus
            self.refresh()

    def _fitting(self) -> list[tuple[Key, str]]:
        """The keys that have room, the least needed first to go: help and quit always stay."""
        names = (*FOOTERS[self._focus], "help", "quit")
        kept = [self._keys[name] for name in names if name in self._keys]
        while len(kept) > 2 and sum(cell_len(text) + 2 for _, text in kept) - 1 > self.size.width:
            del kept[-3]
        return kept

    def render(self) -> Content:
        """The keys and their words in a row."""
        parts: list[tuple[str, str]] = [(" ", "")]
        for sign, words in self._instead:
            parts += [(sign, "bold"), (f" {words}  ", "")]
        if self._instead:
            return Content.assemble(*parts)
        for key, text in self._fitting():
            shown = _sign(key)
            parts += [(shown, "bold"), (text[len(shown) :] + "  ", "")]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Reports the key under the mouse."""
        at = 1
        for key, text in () if self._instead else self._fitting():
            at += cell_len(text) + 2
            if event.x < at:
                self.post_message(KeyPicked(key.action))
                return


def _sign(key: Key) -> str:
    """The first key of an action, as it is written in the footer."""
    return written(key).split()[0]


class TooSmall(Widget, can_focus=False):
    """All that is shown where not even the article has room."""

    ALLOW_SELECT = False

    def render(self) -> Content:
        """The size that is needed, on one line."""
        return Content(truncate("newsview needs 30x6", self.size.width))
