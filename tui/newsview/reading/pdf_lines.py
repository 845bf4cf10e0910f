"""Lines of a PDF page with their places: columns in reading order, running heads out, footnotes apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from pypdf import PageObject

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": ""}
_BULLET = re.compile(r"\A\s*[\uf020-\uf0ff•‣●▪◦]\s*(?=\S)")
"""Bullets; those of symbol fonts are code points for private use."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.I)
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})[.)]?\s*(?=[A-Z“\"‘'(])")
_MARK = re.compile(r"\s*\d{1,2}\s*")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_EDGE = 2
"""Number of lines at the top and bottom of a page that may be running heads and page numbers."""

_SMALL = 0.93
"""Share of the size of the main text below which text is small print."""

_RAISED = 0.8
"""Share of the size of its line below which a number is a footnote's mark."""

_LETTER_WIDTH = 0.45
"""Mean width of a letter as a share of its size, to estimate where a line ends."""

_LEVEL = 0.2
"""Difference of height, as a share of the size, up to which texts stand on one line."""

_CELL = 3.0
"""Distance, as a multiple of the size, from which on two texts of a line are cells of a table."""

_ERROR = 0.35
"""Share of its length by which the end of a text may be further to the right than estimated."""

_ROWS = 6
"""Minimum lines in each column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, its beginning in points from the left and the bottom of the page, its size, its column."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    column: int = 0
    row: bool = False
    """Whether it is a row of a table: several texts on one line, far apart."""

    def end(self) -> float:
        """Estimate of the right end of the line, in points."""
        return self.x + len(self.text) * self.size * _LETTER_WIDTH


def lines_of(page: PageObject) -> list[Line]:
    """The lines of *page* that are not blank, in reading order."""
    pieces: list[Line] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _: Any, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        pieces.append(Line(text, x, y, size * scale))

    page.extract_text(visitor_text=visit)
    columns = _columns(pieces)
    return columns if columns is not None else [*_rows([*_joined(pieces)])]


def _rows(lines: Sequence[Line]) -> Iterator[Line]:
    """*lines* with those that stand beside each other as one, a row of a table: "Herons | 8 | 4"."""
    row: Line | None = None
    end = 0.0
    for line in lines:
        if row is not None and row.size and abs(line.y - row.y) < _LEVEL * row.size and line.x > end:
            row = replace(row, text=f"{row.text} | {line.text}", row=True)
        else:
            if row is not None:
                yield row
            row = line
        end = line.end()
    if row is not None:
        yield row


def _joined(pieces: Sequence[Line]) -> Iterator[Line]:
    """The pieces of text as they are shown one after another, joined to lines at their line ends."""
    text, end = "", 0.0
    first: Line | None = None
    for piece in pieces:
        for index, part in enumerate(piece.text.split("\n")):
            if index:
                if first is not None and text.strip():
                    yield replace(first, text=_plain(text).strip())
                text, first = "", None
            if part.strip():
                if first is not None and _is_mark(piece, part, text, first):
                    text, part = text.rstrip(), part.strip().translate(_SUPERSCRIPT) + " "
                if first is not None and _is_cell(piece, first, text, end):
                    text, first = f"{text.rstrip()} | ", replace(first, row=True)
                    part = part.lstrip()
                first = first or piece
                end = replace(piece, text=part.strip()).end()
                if piece.size > first.size:
                    first = replace(first, size=piece.size)
            text += part
    if first is not None and text.strip():
        yield replace(first, text=_plain(text).strip())


def _is_mark(piece: Line, part: str, text: str, line: Line) -> bool:
    """Whether *part* of *piece*, behind *text* in *line*, is the raised number of a footnote."""
    small = piece.size < _RAISED * line.size
    return small and _MARK.fullmatch(part) is not None and not text.rstrip()[-1:].isdigit()


def _is_cell(piece: Line, first: Line, text: str, end: float) -> bool:
    """Whether *piece* stands far to the right of the *text* of its line, which ends at *end*: a cell of a table."""
    level = abs(piece.y - first.y) < _LEVEL * first.size
    return level and bool(text.strip()) and piece.x - end > max(_CELL * first.size, _ERROR * (end - first.x))


def _plain(text: str) -> str:
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    return _BULLET.sub("• ", text)


def _columns(pieces: Sequence[Line]) -> list[Line] | None:
    """The lines of a page whose two columns are stored row by row, left column first; None for other pages."""
    shown = [replace(piece, text=_plain(piece.text).strip()) for piece in pieces if piece.text.strip()]
    if len(shown) < 2 * _ROWS:
        return None
    left = min(piece.x for piece in shown)
    middle = (left + max(piece.end() for piece in shown)) / 2
    starts = Counter(round(piece.x) for piece in shown if piece.x > middle - 0.1 * (middle - left))
    if not starts:
        return None
    right, count = starts.most_common(1)[0]
    sides = [abs(piece.x - right) < 3 for piece in shown]
    changes = sum(one != other for one, other in pairwise(sides))
    wide = sum(piece.end() > right + 20 and not side for piece, side in zip(shown, sides, strict=True))
    if count < _ROWS or changes < count or wide * 3 > len(shown):
        return None
    return [*_by_column(shown, right)]


def _by_column(shown: Sequence[Line], right: float) -> Iterator[Line]:
    """Lines from top to bottom; between lines over the whole width, the left column before the right one."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for piece in sorted(shown, key=lambda piece: -piece.y):
        beside = piece.x >= right - 3
        if not beside and piece.end() > right + 20:
            yield from (*sides[0], *sides[1], piece)
            sides = ([], [])
        else:
            sides[beside].append(replace(piece, column=1 + beside))
    yield from (*sides[0], *sides[1])


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without lines that repeat at the edges of many pages but for digits.

    In a file of two pages they also stand at the same height.
    """
    seen = Counter(key for page in pages for key in {_without_digits(line.text) for line in _edges(page)})
    repeated = {key for key, count in seen.items() if count >= 3 and count * 5 >= len(pages) * 2}
    if len(pages) == 2:
        first, second = ({_place(line) for line in _edges(page)} for page in pages)
        repeated |= {key for key, *_ in first & second}
    return [[line for line in page if not _is_head(line, _edges(page), repeated)] for page in pages]


def _place(line: Line) -> tuple[str, int, int]:
    """A line's words but for digits, height and size, in points."""
    return _without_digits(line.text), round(line.y), round(line.size)


def _is_head(line: Line, edges: Sequence[Line], repeated: set[str]) -> bool:
    if not any(line is edge for edge in edges):
        return False
    return _without_digits(line.text) in repeated or _PAGE_NUMBER.fullmatch(line.text) is not None


def _edges(page: Sequence[Line]) -> list[Line]:
    """Lines at the top and bottom, by their places and by the order in which they are stored."""
    by_place = sorted(page, key=lambda line: -line.y)
    return [*page[:_EDGE], *page[-_EDGE:], *by_place[:_EDGE], *by_place[-_EDGE:]]


def _without_digits(line: str) -> str:
    return _DIGITS.sub("0", line)


def main_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def parted_notes(page: Sequence[Line], size: float) -> tuple[list[Line], list[Line]]:
    """The lines of *page* and those of its footnotes: small print at its end that begins with a footnote's mark."""
    first = len(page)
    while first and page[first - 1].size < _SMALL * size:
        first -= 1
    marked = next((index for index in range(first, len(page)) if _NOTE.match(page[index].text)), len(page))
    return [*page[:marked]], [*page[marked:]]
