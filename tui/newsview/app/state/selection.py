"""Selection of whole words in the article, and the moves of its ends."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"\S+")


class Selection(NamedTuple):
    """A selection ``text[start:end]`` of at least one whole word."""

    start: int
    end: int

    @classmethod
    def at(cls, text: str, offset: int) -> Selection | None:
        """The word at *offset*, or the first one after it; None after the last word."""
        while 0 < offset <= len(text) and not text[offset - 1].isspace():
            offset -= 1
        match = _WORD.search(text, offset)
        return cls(*match.span()) if match else None

    @classmethod
    def of_words(cls, text: str, start: int, end: int) -> Selection:
        """``text[start:end]`` extended to the ends of the words in which it begins and ends, without blanks around it.

        Quote marks and punctuation at these ends are left out if they were not selected.
        """
        while start > 0 and _is_inside_word(text, start):
            start -= 1
        while end < len(text) and _is_inside_word(text, end):
            end += 1
        words = text[start:end]
        bare = start + len(words) - len(words.lstrip())
        return cls(bare, max(bare, start + len(words.rstrip())))

    def moved(self, text: str, direction: int) -> Selection:
        """The single word after (1) or before (-1) the selection; the selection itself if there is none."""
        if direction > 0:
            match = _WORD.search(text, self.end)
            return Selection(*match.span()) if match else self
        end = len(text[: self.start].rstrip())
        return (Selection.at(text, end - 1) if end else None) or self

    def started(self, text: str, direction: int) -> Selection:
        """The selection with one word less (1) or more (-1) at the start, at least one word."""
        if direction < 0:
            before = len(text[: self.start].rstrip())
            first = Selection.at(text, before - 1) if before else None
            return Selection(first.start, self.end) if first else self
        match = _WORD.search(text, self.start)
        second = _WORD.search(text, match.end(), self.end) if match else None
        return Selection(second.start(), self.end) if second else self

    def resized(self, text: str, direction: int) -> Selection:
        """The selection with one word more (1) or less (-1) at the end, at least one word."""
        if direction > 0:
            match = _WORD.search(text, self.end)
            return Selection(self.start, match.end()) if match else self
        last = max(text.rfind(space, self.start, self.end) for space in (" ", "\n", "\u00a0"))
        end = len(text[self.start : last].rstrip()) + self.start if last > self.start else self.end
        return Selection(self.start, end)


def _is_inside_word(text: str, offset: int) -> bool:
    """Whether letters or digits stand on both sides of *offset*."""
    return text[offset - 1].isalnum() and text[offset].isalnum()
