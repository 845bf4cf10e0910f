"""Search in many short texts, joined into one so that a search is a single pass."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

_SEPARATOR = "\0"
"""Separator that occurs in no text: reading replaces it in articles and files."""


class TextIndex:
    """Numbered texts. Lower-case copies are made on demand."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._exact = _Joined(_SEPARATOR.join(texts))
        self._lower: _Joined | None = None

    def holding(self, words: str) -> Iterator[int]:
        """The numbers of the texts that contain *words*; case-insensitive unless *words* has a capital."""
        return self._joined(words).holding(words)

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The numbers of the texts with a match of *pattern*; case-insensitive unless it has a capital."""
        return self._joined(pattern.pattern).matching(pattern.pattern)

    def _joined(self, words: str) -> _Joined:
        if words != words.lower():
            return self._exact
        if self._lower is None:
            self._lower = _Joined(self._exact.text.lower())
        return self._lower


class _Joined:
    """Numbered texts, joined by a separator."""

    def __init__(self, text: str) -> None:
        self.text = text
        # offsets are computed after lower-casing, which may lengthen a text
        self._ends = array("q", (match.end() for match in re.finditer(_SEPARATOR, text)))
        self._ends.append(len(text) + 1)

    def holding(self, words: str) -> Iterator[int]:
        """The numbers of the texts that contain *words*, each once."""
        find, at = self.text.find, 0
        while (at := find(words, at)) >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._ends[number]

    def matching(self, pattern: str) -> Iterator[int]:
        """The numbers of the texts with a match of *pattern*, each once."""
        search, at = re.compile(pattern).search, 0
        while match := search(self.text, at):
            number = bisect_right(self._ends, match.start())
            yield number
            at = self._ends[number]
