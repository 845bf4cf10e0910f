"""Line wrapping of the article: from offsets of paragraphs to offsets of screen lines, widths in terminal cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, Protocol

from rich.cells import cell_len, get_character_cell_size

# no line break at a no-break space; a line break is allowed after an em dash
_STICKY = "\u00a0\u2007\u202f\u2060"
_WORD = re.compile(rf"(?:[^\s—]|[{_STICKY}])*—+|(?:[^\s—]|[{_STICKY}])+|\s+")

# characters of most paragraphs of English news: one cell each, and no no-break space
_EVEN = re.compile("[\\x00-\\x7f¡-¬®-ÿĀ-ſ‐-—‘-„†-•…€™]*")


class Stretch(Protocol):
    """A range of the article, such as a paragraph."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


class Lines(NamedTuple):
    """Screen lines as parallel lists: ``text[starts[n]:ends[n]]`` of paragraph ``paragraphs[n]``, with empty lines between."""

    starts: list[int]
    ends: list[int]
    paragraphs: list[int]

    def at(self, offset: int) -> int:
        """The number of the line with *offset*; 0 for offsets before the text."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def between(self, start: int, end: int) -> range:
        """The numbers of the lines with ``text[start:end]``."""
        if not self.starts:
            return range(0)
        return range(self.at(start), self.at(max(start, end - 1)) + 1)


def lay_out(text: str, paragraphs: Iterable[Stretch], width: int) -> Lines:
    """The lines of all *paragraphs* at *width* cells, with an empty line between paragraphs. Linear in the text."""
    lines = Lines([], [], [])
    for index, paragraph in enumerate(paragraphs):
        if lines.starts:
            lines.starts.append(lines.ends[-1])
            lines.ends.append(lines.ends[-1])
            lines.paragraphs.append(index - 1)
        for start, end in wrap(text, paragraph.start, paragraph.end, width):
            lines.starts.append(start)
            lines.ends.append(end)
            lines.paragraphs.append(index)
    return lines


def wrap(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each line of ``text[start:end]``. White space at the end may exceed the width: it is invisible.

    A line break inside the paragraph counts as a blank: hard-wrapped text is wrapped again.
    """
    line = start
    if _EVEN.fullmatch(text, start, end):
        matched = _even_line(width).match
        while line < end and (found := matched(text, line, end)):
            yield line, found.end()
            line = found.end()
        if start < line == end:
            return
    yield from _wrap_words(text, line, end, width)


@cache
def _even_line(width: int) -> re.Pattern[str]:
    """Pattern of a line of one-cell characters and the white space after it; no match if a word is too long."""
    return re.compile(rf"(?s:.{{1,{max(1, width)}}})(?:(?=\s)|\Z|(?<=—)(?!—))\s*")


def _wrap_words(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """``wrap`` for characters of any width, word by word."""
    line, used = start, 0
    for match in _WORD.finditer(text, start, end):
        at, word = match.start(), match[0]
        if word.isspace() and word[0] not in _STICKY:
            used += len(word)
            continue
        cells = len(word) if word.isascii() else cell_len(word)
        if used and used + cells > width:
            yield line, at
            line, used = at, 0
        if cells <= width:
            used += cells
            continue
        for offset, size in _character_cells(word, at):
            if used and used + size > width:
                yield line, offset
                line, used = offset, 0
            used += size
    if line < end or line == start:
        yield line, end


def _character_cells(word: str, at: int) -> Iterator[tuple[int, int]]:
    for offset, character in enumerate(word, at):
        yield offset, 1 if character.isascii() else get_character_cell_size(character)


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """The offset of the character at *cell* of the line ``text[start:end]``; of its last one for cells after it."""
    if text.isascii():
        return max(start, min(start + cell, end - 1))
    for offset in range(start, end):
        if cell_len(text[start : offset + 1]) > cell:
            return offset
    return max(start, end - 1)


def truncate(text: str, width: int) -> str:
    """*text* cut to at most *width* cells, with an ellipsis."""
    if (len(text) if text.isascii() else cell_len(text)) <= width:
        return text
    if width < 1:
        return ""
    used = 0
    for index, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > width - 1:
            return text[:index].rstrip() + "…"
    return text


def pad(text: str, width: int) -> str:
    """*text* truncated or padded with blanks to exactly *width* cells."""
    text = truncate(text, width)
    return text + " " * (width - cell_len(text))
