"""A stretch of words that the reviewer marks, and how the marking keys move its ends. No widgets."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"\S+")


class Selection(NamedTuple):
    """``text[start:end]``: whole words, at least one."""

    start: int
    end: int

    @classmethod
    def at(cls, text: str, offset: int) -> Selection | None:
        """The word at *offset*, or the first one behind it; None behind the last."""
        while 0 < offset <= len(text) and not text[offset - 1].isspace():
            offset -= 1
        match = _WORD.search(text, offset)
        return cls(*match.span()) if match else None

    def moved(self, text: str, direction: int) -> Selection:
        """The word behind the mark (1) or before it (-1) alone; the mark itself where there is none."""
        if direction > 0:
            match = _WORD.search(text, self.end)
            return Selection(*match.span()) if match else self
        end = len(text[: self.start].rstrip())
        return (Selection.at(text, end - 1) if end else None) or self

    def resized(self, text: str, direction: int) -> Selection:
        """One word more at the end (1), or one less (-1), never none."""
        if direction > 0:
            match = _WORD.search(text, self.end)
            return Selection(self.start, match.end()) if match else self
        last = max(text.rfind(space, self.start, self.end) for space in (" ", "\n", "\u00a0"))
        end = len(text[self.start : last].rstrip()) + self.start if last > self.start else self.end
        return Selection(self.start, end)
