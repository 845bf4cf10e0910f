"""Lexemes of a text: runs of digits, runs of letters and single signs, each with its separation from the one before.

Finer than spaCy's tokens, and the same for every spelling: "mid-2019", "1990s", "11/11/2022" and "p.m." are split.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEXEME = re.compile(r"\d+|[^\W\d_]+|\S")
_APOSTROPHES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'"}
_DASHES = {"–": "-", "—": "-", "‑": "-", "‒": "-", "−": "-"}
_FOLDED = _APOSTROPHES | _DASHES

ADJACENT, SPACED, BARRIER = 0, 1, 2
"""Separation of a lexeme from the one before: none, white space, or a paragraph boundary."""


AHEAD = 8
"""Maximum look-ahead of a reader after the last lexeme."""


class Lexemes:
    """The lexemes of a text in parallel lists. ``starts`` and ``ends`` are code points of the text.

    ``low`` is the lower-case form with plain apostrophes and hyphens. ``keys`` index the table of constructions:
    ``low``, or for a number ``#`` and its count of digits ("#4" for "2022"). ``blocks`` are paragraph numbers.
    """

    __slots__ = ("blocks", "ends", "joins", "keys", "low", "size", "starts", "text")

    def __init__(self, text: str, barriers: Sequence[int] = ()) -> None:
        """*barriers*: ascending offsets of paragraph starts. A line break is always a barrier."""
        self.text = text
        self.low: list[str] = []
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.joins: list[int] = []
        self.blocks: list[int] = []
        end, walls = 0, [*barriers, len(text) + 1]
        wall = block = 0
        for match in _LEXEME.finditer(text):
            start = match.start()
            join = SPACED if start > end else ADJACENT
            if join and "\n" in text[end:start]:
                join = BARRIER
            while walls[wall] <= start:
                join, wall = BARRIER, wall + 1
            word = match[0]
            low = _FOLDED.get(word) or word.lower()
            end = match.end()
            self.low.append(low)
            self.keys.append(f"#{len(word)}" if word[0].isdecimal() else low)
            self.starts.append(start)
            self.ends.append(end)
            self.joins.append(join)
            block += join == BARRIER
            self.blocks.append(block)
        # sentinels, so that a look-ahead needs no bounds check
        self.size = len(self.low)
        self.low += [""] * AHEAD
        self.keys += [""] * AHEAD
        self.starts += [len(text)] * AHEAD
        self.ends += [len(text)] * AHEAD
        self.joins += [BARRIER] * AHEAD
        self.blocks += [block + 1] * AHEAD

    def __len__(self) -> int:
        return self.size

    def word(self, index: int) -> str:
        """The text of the lexeme."""
        return self.text[self.starts[index] : self.ends[index]]

    def is_number(self, index: int) -> bool:
        """Whether the lexeme is a run of digits."""
        return self.keys[index][:1] == "#" and len(self.keys[index]) > 1

    def number(self, index: int, digits: int) -> int | None:
        """The integer of at most *digits* digits at *index*, or None."""
        if not self.is_number(index) or len(self.low[index]) > digits:
            return None
        return int(self.low[index])
