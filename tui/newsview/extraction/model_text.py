"""The text of a paragraph as the tokenizer reads it: shorter than the article's where that is only spacing or decoration.

Line breaks and odd spaces are single spaces, as is a run of spaces: a second space after a full stop would be a token of
its own, and change the parse. A long run of one mark (a line of equal signs or emoji) is shortened, because the tokenizer
takes quadratic time for it. Offsets are mapped back by ``Shortened.breaks``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_ODD_SPACE = re.compile(r"[^\S ]")
"""White space other than a space, also line breaks of hard-wrapped text; replaced one for one."""

MARKS = 12
"""Equal marks in a row that are kept: more than any writer means."""

_RUN = re.compile(rf" {{2,}}|([\W_])\1{{{MARKS},}}")

CHUNK = 160
"""Characters without a space that are tokenized at a time: longer than words, figures and common addresses."""

ADDRESS = 2_000
"""The same, where they are a web address, which is one token."""

_LINE = re.compile(rf"([\W_])\1{{{MARKS - 1},}}")
_LONG = re.compile(rf"\S{{{CHUNK + 1},}}")
_INSIDE_WORD = re.compile(r"\w+\Z")


@dataclass(frozen=True, slots=True)
class Shortened:
    """*text* as the tokenizer reads it.

    ``breaks``: pairs of an offset in it and the offset in the paragraph, ascending, where their distance changes.
    """

    text: str
    breaks: Sequence[tuple[int, int]]

    def offset(self, place: int) -> int:
        """The offset in ``text`` of the offset *place* of the paragraph; of what was left out, that behind it."""
        index = bisect_right(self.breaks, place, key=lambda pair: pair[1]) - 1
        here, there = self.breaks[index] if index >= 0 else (0, 0)
        following = self.breaks[index + 1][0] if index + 1 < len(self.breaks) else len(self.text)
        return min(here + place - there, following)


def shortened(text: str) -> Shortened:
    """The paragraph *text* as the tokenizer reads it. Linear in its length."""
    text = _ODD_SPACE.sub(" ", text)
    pieces: list[str] = []
    breaks: list[tuple[int, int]] = []
    end = length = 0
    for run in _RUN.finditer(text):
        kept = run[0][: 1 if run[1] in (None, " ") else MARKS]
        pieces += (text[end : run.start()], kept)
        length += run.start() - end + len(kept)
        end = run.end()
        breaks.append((length, end))
    return Shortened("".join([*pieces, text[end:]]) if pieces else text, breaks)


def cuts(text: str) -> list[int]:
    """Offsets at which *text*, which is shortened, is cut so that tokenizing it takes linear time, ascending.

    They are those around a run of marks, which belongs to no word, and inside of a long chunk without spaces.
    """
    found = [edge for run in _LINE.finditer(text) for edge in run.span()]
    for chunk in _LONG.finditer(text):
        limit = ADDRESS if "://" in chunk[0][:20] else CHUNK
        at = chunk.start()
        while chunk.end() - at > limit:
            word = _INSIDE_WORD.search(text, at + limit // 2, at + limit)
            # before a word that would be cut, unless it fills half of the piece
            at = word.start() if word and word.start() > at + limit // 2 else at + limit
            found.append(at)
    return sorted({*found} - {0, len(text)})
