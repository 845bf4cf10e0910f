"""Lexemes of a text: runs of digits, runs of letters and single signs, each with its separation from the one before.

Finer than spaCy's tokens, and the same for every spelling: "mid-2019", "1990s", "155mm", "11/11/2022" and "p.m." are
split whatever their context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from newsview.extraction.lexical.characters import PLAIN

Shape = Literal["digits", "glyph", "word", "mark", "edge"]
"""Digits, a fraction in one character ("½"), letters, any other sign; "edge" is no lexeme but the end of a sentence."""

_LEXEME = re.compile(r"(\d+)|([¼-¾⅐-⅞↉])|([^\W\d_¼-¾⅐-⅟↉²³¹⁰⁴-⁹]+)|(\S)")
"""Each alternative consumes its match once, so matching is linear in the length of the text."""
_SHAPES: tuple[Shape, ...] = ("edge", "digits", "glyph", "word", "mark")

ADJACENT, SPACED, BARRIER = 0, 1, 2
"""Separation of a lexeme from the one before: none, white space, or a paragraph boundary."""

AHEAD = 8
"""Maximum look-ahead of a reader after the last lexeme."""


class Lexemes:
    """The lexemes of a text in parallel lists. ``starts`` and ``ends`` are code points of the text.

    ``low`` is the lower-case form with plain apostrophes and hyphens. ``keys`` index the table of constructions:
    ``low``, or for a number ``#`` and its count of digits ("#4" for "2022"). ``blocks`` are paragraph numbers,
    ``tokens`` the tokens in which the lexemes begin.
    """

    __slots__ = ("blocks", "ends", "joins", "keys", "low", "shapes", "size", "starts", "text", "tokens")

    def __init__(self, text: str, barriers: Sequence[int] = (), token_ends: Sequence[int] = ()) -> None:
        """*barriers*: ascending offsets of paragraph starts; a line break is always one. *token_ends*: those of spaCy."""
        self.text = text
        found = [(*match.span(), match[0], _SHAPES[match.lastindex or 0]) for match in _LEXEME.finditer(text)]
        self.starts: list[int] = [start for start, _, _, _ in found]
        self.ends: list[int] = [end for _, end, _, _ in found]
        self.shapes: list[Shape] = [shape for _, _, _, shape in found]
        lower = {word: PLAIN.get(word) or word.lower() for word in {word for _, _, word, _ in found}}
        self.low: list[str] = [lower[word] for _, _, word, _ in found]
        self.keys: list[str] = [f"#{len(word)}" if shape == "digits" else lower[word] for _, _, word, shape in found]
        self.joins: list[int] = []
        self.blocks: list[int] = []
        self.tokens: list[int] = []
        end, walls = 0, [*barriers, len(text) + 1]
        limits = [*token_ends[:-1], len(text) + 1]
        wall = block = token = 0
        for start, behind in zip(self.starts, self.ends, strict=True):
            join = SPACED if start > end else ADJACENT
            if join and "\n" in text[end:start]:
                join = BARRIER
            while walls[wall] <= start:
                join, wall = BARRIER, wall + 1
            while limits[token] <= start:
                token += 1
            end = behind
            self.joins.append(join)
            block += join == BARRIER
            self.blocks.append(block)
            self.tokens.append(token)
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
