"""Many short texts as one long one, so that looking for words in all of them is one pass. Neither facts nor widgets."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

_BETWEEN = "\0"
"""Stands in no text: whatever reads articles and files replaces it."""


class TextIndex:
    """Texts by their numbers. Lower-case copies are made when they are first needed."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._exact = _Joined(_BETWEEN.join(texts))
        self._lower: _Joined | None = None

    def holding(self, words: str) -> Iterator[int]:
        """The numbers of the texts that hold *words*; letters of either case match unless *words* has a capital."""
        return self._joined(words).holding(words)

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The numbers of the texts in which *pattern* is found; like words, without a capital it takes both cases."""
        return self._joined(pattern.pattern).matching(pattern.pattern)

    def _joined(self, words: str) -> _Joined:
        if words != words.lower():
            return self._exact
        if self._lower is None:
            self._lower = _Joined(self._exact.text.lower())
        return self._lower


class _Joined:
    """Many texts as one, in which they are looked through at once; each is called by its number."""

    def __init__(self, text: str) -> None:
        self.text = text
        # where the next text begins: lower-case letters may be longer than the capital that they were
        self._ends = array("q", (match.end() for match in re.finditer(_BETWEEN, text)))
        self._ends.append(len(text) + 1)

    def holding(self, words: str) -> Iterator[int]:
        """The numbers of the texts that hold *words*, each once."""
        find, at = self.text.find, 0
        while (at := find(words, at)) >= 0:
            number = bisect_right(self._ends, at)
            yield number
            at = self._ends[number]

    def matching(self, pattern: str) -> Iterator[int]:
        """The numbers of the texts in which *pattern* is found, each once."""
        search, at = re.compile(pattern).search, 0
        while match := search(self.text, at):
            number = bisect_right(self._ends, match.start())
            yield number
            at = self._ends[number]
