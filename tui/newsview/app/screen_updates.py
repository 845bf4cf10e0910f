"""Updates of the screen: the lines that are drawn for one, and the cells that are written to the terminal.

Textual draws every widget that overlaps the rectangle around all changes, with all its lines. A key changes lines of the
article, of the panes and of the strip, which is at the bottom: the rectangle is the screen. Then it writes every line that was
drawn again, whole and with all colours of every piece of it: 14 KB a key in a terminal of 120x36.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress, count, pairwise
from operator import ne, or_
from typing import Final, NamedTuple

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual.geometry import Region, Size
from textual.strip import Strip

Piece = tuple[int, int, Strip]
"""Column and line of a strip, from 0, and the strip."""

EVEN: Final = re.compile("[ -~¡-¬®-ÿĀ-ſ‐-—‘-„†-•…‹›€™←-↓↵≠✓✗✎─-▟■□●○▸]*")
"""Characters that every terminal shows in one cell: a strip with others is written whole, since others may be wider."""

GAP: Final = 4
"""Cells that are written again rather than skipped: a move of the cursor takes as many bytes."""

OFF: Final[Mapping[str, str]] = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "9": "29"}
"""Attributes, and what ends them."""


class Look(NamedTuple):
    """The parts of a look, which is the numbers of "Select Graphic Rendition" (ECMA-48, 8.3.117) with semicolons: attributes, colour of the text, colour of the ground; empty for what the terminal has."""

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
    """The cells of the terminal as they were written last: a character and a look for each."""

    def __init__(self) -> None:
        self._size = Size(0, 0)
        self._characters: list[list[str]] = []
        self._looks: list[list[str]] = []

    def forget(self) -> None:
        """Has everything written the next time: the terminal may show something else."""
        self._size = Size(0, 0)

    def changes(self, update: CompositorUpdate, size: Size) -> CompositorUpdate:
        """What is to be written of *update*; the terminal has *size*.

        A whole screen, as with every dialog, is written whole: others may have written to the terminal meanwhile.
        """
        if isinstance(update, LayoutUpdate):
            self.forget()
        found = pieces(update)
        return update if found is None else _Changes(self, found, size)

    def write(self, pieces: Iterable[Piece], size: Size, colors: ColorSystem) -> str:
        """The text that brings *pieces* to the terminal; they are what it shows then."""
        if size != self._size:
            self._size = size
            self._characters = [[""] * size.width for _ in range(size.height)]
            self._looks = [[""] * size.width for _ in range(size.height)]
        pen = _Pen(size.width)
        for x, y, strip in pieces:
            if y < size.height and x < size.width:
                self._write(pen, x, y, [(text, _codes(style, colors)) for text, style, _ in strip], strip.cell_length)
        return pen.end()

    def _write(self, pen: _Pen, x: int, y: int, parts: Sequence[tuple[str, str]], width: int) -> None:
        """Writes the cells of a strip that differ, or all if some of its characters may have other widths in the terminal.

        Lists are compared as a whole, not cell by cell: it is done for some thousand cells a key.
        """
        even = all(text.isascii() or EVEN.fullmatch(text) for text, _ in parts)
        characters: list[str] = []
        looks: list[str] = []
        if even:
            for text, codes in parts:
                characters += text
                looks += [codes] * len(text)
        else:  # one unit, which is written again if anything of it is other
            characters, looks = [f"{parts}"] * width, [str(number) for number in range(width)]
        end = x + len(characters)
        old_characters, old_looks = self._characters[y][x:end], self._looks[y][x:end]
        if characters == old_characters and looks == old_looks:
            return
        self._characters[y][x:end], self._looks[y][x:end] = characters, looks
        if even:
            other = map(or_, map(ne, characters, old_characters), map(ne, looks, old_looks))
            _write_runs(pen, x, y, parts, list(compress(count(), other)))
        else:
            pen.move(x, y)
            for text, codes in parts:
                pen.write(text, codes)
            pen.lose_place()


def _write_runs(pen: _Pen, x: int, y: int, parts: Sequence[tuple[str, str]], differing: Sequence[int]) -> None:
    """Writes the cells of *parts* that are *differing* (their numbers), with those of short gaps between them."""
    begin = differing[0] if differing else 0
    for last, following in pairwise([*differing, sys.maxsize] if differing else ()):
        if following - last <= GAP:
            continue
        pen.move(x + begin, y)
        start = 0
        for text, codes in parts:
            low, high = max(0, begin - start), min(len(text), last + 1 - start)
            if low < high:
                pen.write(text[low:high], codes)
            start += len(text)
            if start > last:
                break
        begin = following


class _Changes(CompositorUpdate):
    """An update of which only the changed cells are written, when it is."""

    def __init__(self, cells: TerminalCells, pieces: Iterable[Piece], size: Size) -> None:
        self._cells, self._pieces, self._size = cells, pieces, size

    def render_segments(self, console: Console) -> str:
        """The text for the terminal."""
        return self._cells.write(self._pieces, self._size, console._color_system or ColorSystem.TRUECOLOR)


class _Pen:
    """Writes text where it belongs, with as few moves and changes of look as possible."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._parts: list[str] = []
        self._at = (-1, -1)
        self._codes = ""

    def write(self, text: str, codes: str) -> None:
        """Writes *text*, a cell for each character, with the look *codes*."""
        if codes != self._codes:
            self._parts.append(change(self._codes, codes))
            self._codes = codes
        self._parts.append(text)
        self._at = (self._at[0] + len(text), self._at[1])

    def move(self, x: int, y: int) -> None:
        """Goes to column *x* of line *y*."""
        column, line = self._at
        if (x, y) == self._at:
            return
        self._at = (x, y)
        sequence = f"\x1b[{y + 1};{x + 1}H"
        if column < self._width:  # in the last column it may stand behind what was written there, or on it
            if y == line and x > column:
                sequence = f"\x1b[{x - column}C"
            elif (x, y) == (column - 1, line + 1):  # down a frame
                sequence = "\b\x1b[B"
        self._parts.append(sequence)

    def lose_place(self) -> None:
        """Where the cursor is now depends on the terminal."""
        self._at = (-1, -1)

    def end(self) -> str:
        """Everything that was written."""
        if self._codes:
            self._parts.append("\x1b[m")
        return "".join(self._parts)


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
