"""Updates of the screen: the lines that are drawn for one, and the cells that are written to the terminal.

Textual draws every widget that overlaps the rectangle around all changes, with all its lines. A key changes lines of the
article, of the panes and of the strip, which is at the bottom: the rectangle is the screen. Then it writes every line that was
drawn again, whole and with all colours of every piece of it: 14 KB a key in a terminal of 120x36.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual.geometry import Region, Size
from textual.strip import Strip

Cell = tuple[str, str]
"""A character and its look, as the numbers of "Select Graphic Rendition" (ECMA-48, 8.3.117) with semicolons."""

Piece = tuple[int, int, Strip]
"""Column and line of a strip, from 0, and the strip."""

UNKNOWN: Final[Cell] = ("", "")

EVEN: Final = re.compile("[ -~¡-¬®-ÿĀ-ſ‐-—‘-„†-•…‹›€™←-↓↵≠✓✗✎─-▟■□●○▸]*")
"""Characters that every terminal shows in one cell: a strip with others is written whole, since others may be wider."""

GAP: Final = 4
"""Cells that are written again rather than skipped: a move of the cursor takes as many bytes."""

OFF: Final[Mapping[str, str]] = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "9": "29"}
"""Attributes, and what ends them."""


class Look(NamedTuple):
    """The parts of a look: attributes, colour of the text, colour of the ground; empty for what the terminal has."""

    attributes: frozenset[str]
    text: str
    ground: str


@lru_cache(maxsize=4096)
def look(codes: str) -> Look:
    """The parts of the numbers *codes*."""
    attributes, text, ground = set(), "", ""
    numbers = iter(codes.split(";") if codes else ())
    for number in numbers:
        if number in ("38", "48"):
            kind = next(numbers)
            color = ";".join((number, kind, *(next(numbers) for _ in range(1 if kind == "5" else 3))))
            text, ground = (color, ground) if number == "38" else (text, color)
        elif number[0] in "39" and len(number) == 2:
            text = number
        elif (number[0] == "4" and len(number) == 2) or len(number) == 3:
            ground = number
        else:
            attributes.add(number)
    return Look(frozenset(attributes), "" if text == "39" else text, "" if ground == "49" else ground)


@lru_cache(maxsize=4096)
def change(before: str, after: str) -> str:
    """The sequence that turns the look *before* into *after*."""
    old, new = look(before), look(after)
    ended = old.attributes - new.attributes
    if not ended <= OFF.keys() or (not after and before):
        return f"\x1b[0;{after}m" if after else "\x1b[m"
    ends = {OFF[number] for number in ended}
    begun = {number for number in new.attributes if number not in old.attributes or OFF.get(number) in ends}
    colors = [
        now or default
        for was, now, default in ((old.text, new.text, "39"), (old.ground, new.ground, "49"))
        if was != now
    ]
    return f"\x1b[{';'.join([*sorted(ends), *sorted(begun), *colors])}m"


class LineCompositor(Compositor):
    """A compositor for a screen on which little changes at a time. Widgets are taken to be opaque, as Textual's are."""

    def __init__(self) -> None:
        super().__init__()
        self._changed: set[Region] = set()
        """The regions of the partial update that is under way; empty in a full one."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """The lines that have changed, None if none has."""
        self._changed = self._dirty_regions.copy()
        try:
            return super().render_partial_update()
        finally:
            self._changed = set()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        left = self._changed
        for widget, (region, clip) in self.visible_widgets.items():  # from the front to the back
            shown = region.intersection(clip)
            touched = [each for each in left if each.overlaps(shown)]
            if not touched:
                continue
            lines = Region.from_union(touched).intersection(shown)
            band = Region(shown.x, lines.y, shown.width, lines.height)
            yield region, band, widget.render_lines(band.translate((-region.x, -region.y)))
            left = {each for each in left if not shown.contains_region(each)}
            if not left:
                return


class TerminalCells:
    """The cells of the terminal as they were written last."""

    def __init__(self) -> None:
        self._size = Size(0, 0)
        self._rows: list[list[Cell]] = []

    def forget(self) -> None:
        """Has everything written the next time: the terminal may show something else."""
        self._size = Size(0, 0)

    def changes(self, update: CompositorUpdate, size: Size) -> CompositorUpdate:
        """What is to be written of *update*; the terminal has *size*."""
        found = pieces(update)
        return update if found is None else _Changes(self, found, size)

    def write(self, pieces: Iterable[Piece], size: Size, colors: ColorSystem) -> str:
        """The text that brings *pieces* to the terminal; they are what it shows then."""
        if size != self._size:
            self._size, self._rows = size, [[UNKNOWN] * size.width for _ in range(size.height)]
        pen = _Pen(size.width)
        for x, y, strip in pieces:
            if y < len(self._rows):
                self._write(pen, x, y, strip, colors)
        return pen.end()

    def _write(self, pen: _Pen, x: int, y: int, strip: Strip, colors: ColorSystem) -> None:
        row = self._rows[y]
        new = _cells(strip, colors)
        if new is None:
            self._write_whole(pen, x, y, strip, colors)
            return
        old = row[x : x + len(new)]
        if old == new:
            return
        differing = [at for at, (before, after) in enumerate(zip(old, new, strict=False)) if before != after]
        begin = differing[0] if differing else 0
        for at, following in pairwise([*differing, len(new) + 2 * GAP]):
            if following - at > GAP:
                pen.write(x + begin, y, new[begin : at + 1])
                begin = following
        row[x : x + len(new)] = new[: len(row) - x]

    def _write_whole(self, pen: _Pen, x: int, y: int, strip: Strip, colors: ColorSystem) -> None:
        """Writes a strip whose characters may have other widths in the terminal; it is one unit then."""
        row, parts = self._rows[y], [(segment.text, _codes(segment.style, colors)) for segment in strip]
        unit = [(f"{parts}", str(number)) for number in range(strip.cell_length)]
        if row[x : x + len(unit)] != unit:
            pen.write(x, y, parts)
            row[x : x + len(unit)] = unit[: len(row) - x]
            pen.lose_place()


class _Changes(CompositorUpdate):
    """An update of which only the changed cells are written, when it is."""

    def __init__(self, cells: TerminalCells, pieces: Iterable[Piece], size: Size) -> None:
        self._cells, self._pieces, self._size = cells, pieces, size

    def render_segments(self, console: Console) -> str:
        """The text for the terminal."""
        return self._cells.write(self._pieces, self._size, console._color_system or ColorSystem.TRUECOLOR)


class _Pen:
    """Writes cells where they belong, with as few moves and changes of look as possible."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._parts: list[str] = []
        self._at = (-1, -1)
        self._codes = ""

    def write(self, x: int, y: int, cells: Iterable[Cell]) -> None:
        """Writes *cells* from column *x* of line *y*."""
        add = self._parts.append
        if self._at != (x, y):
            add(self._move(x, y))
        for text, codes in cells:
            if codes != self._codes:
                add(change(self._codes, codes))
                self._codes = codes
            add(text)
            x += len(text)
        self._at = (x, y)

    def _move(self, x: int, y: int) -> str:
        """The shortest sequence that moves the cursor to column *x* of line *y*."""
        column, line = self._at
        if column < self._width:  # in the last column it may stand behind what was written there, or on it
            if y == line and x > column:
                return f"\x1b[{x - column}C"
            if (x, y) == (column - 1, line + 1):  # down a frame
                return "\b\x1b[B"
        return f"\x1b[{y + 1};{x + 1}H"

    def lose_place(self) -> None:
        """Where the cursor is now depends on the terminal."""
        self._at = (-1, -1)

    def end(self) -> str:
        """Everything that was written."""
        if self._codes:
            self._parts.append("\x1b[m")
        return "".join(self._parts)


def _cells(strip: Strip, colors: ColorSystem) -> list[Cell] | None:
    """The cells of *strip*; None if some characters may not have one each."""
    cells: list[Cell] = []
    for text, style, _ in strip:
        if EVEN.fullmatch(text) is None:
            return None
        codes = _codes(style, colors)
        cells += [(character, codes) for character in text]
    return cells


def _codes(style: Style | None, colors: ColorSystem) -> str:
    return Strip.render_ansi(style, colors) if style is not None else ""


def pieces(update: CompositorUpdate) -> Iterator[Piece] | None:
    """The strips of *update* with their places; None for an update that is not known."""
    if isinstance(update, LayoutUpdate):
        return _pieces_of_all(update)
    return _pieces_of_chops(update) if isinstance(update, ChopsUpdate) else None


def _pieces_of_all(update: LayoutUpdate) -> Iterator[Piece]:
    for y, line in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in line:
            yield x, y, strip
            x += strip.cell_length


def _pieces_of_chops(update: ChopsUpdate) -> Iterator[Piece]:
    for y, left, right in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < right and end > left:
                yield x, y, strip
