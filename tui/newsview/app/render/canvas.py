"""A canvas: lines with cells, the places on them that a cursor goes to, and where the cursor goes from each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsview.app.render.rows import Piece
from newsview.compare.overview_lines import Place


class Cell(NamedTuple):
    """A stretch of a line with what it leads to; *said* is what it is, in words."""

    line: int
    start: int
    end: int
    places: Sequence[Place]
    said: str


class Canvas(NamedTuple):
    """The lines of the overview, the cells in them in reading order, and the number of the first cell of each section."""

    lines: Sequence[Sequence[Piece]]
    cells: Sequence[Cell]
    sections: Sequence[int]


def moved(canvas: Canvas, at: int, lines: int) -> int:
    """The number of the cell that is *lines* lines below (above, if negative) cell number *at*, in its column if possible.

    A line is one with cells of the same section; behind its last one the next section begins.
    """
    cells = canvas.cells
    if not cells:
        return at
    for _ in range(abs(lines)):
        at = _next_line(canvas, at, 1 if lines > 0 else -1)
    return at


def _next_line(canvas: Canvas, at: int, direction: int) -> int:
    cells, here = canvas.cells, canvas.cells[at]
    number = at
    while 0 <= number < len(cells) and _same_line(canvas, number, at):
        number += direction
    if not 0 <= number < len(cells):
        return at
    there = [number]
    while 0 <= there[-1] + direction < len(cells) and _same_line(canvas, there[-1] + direction, number):
        there.append(there[-1] + direction)
    return min(there, key=lambda each: abs(cells[each].start - here.start))


def _same_line(canvas: Canvas, one: int, other: int) -> bool:
    return canvas.cells[one].line == canvas.cells[other].line and section(canvas, one) == section(canvas, other)


def section(canvas: Canvas, at: int) -> int:
    """The number of the section with cell number *at*."""
    return sum(1 for first in canvas.sections if first <= at) - 1


def next_section(canvas: Canvas, at: int, direction: int) -> int:
    """The first cell of the next or previous section, round the ends."""
    if not canvas.sections:
        return at
    return canvas.sections[(section(canvas, at) + direction) % len(canvas.sections)]


def beside(canvas: Canvas, at: int, direction: int) -> int:
    """The next or previous cell of the same line; at its end, the same one."""
    there = at + direction
    return there if 0 <= there < len(canvas.cells) and _same_line(canvas, at, there) else at
