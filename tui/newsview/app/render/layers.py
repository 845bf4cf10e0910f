"""Layers of highlighted ranges over the article, and their division into runs of one style."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_SIGN = "\N{REPLACEMENT CHARACTER}"
_CONTROL = re.compile(f"{_SIGN}[@-_]?")
"""A cleaned control code: its symbol, and the second character of an ESC sequence (ECMA-48, 5.3)."""


def control_signs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of cleaned control codes in *text* that overlap ``start:end``, to be shown apart from words."""
    if text.find(_SIGN, max(0, start - 1), end) < 0:
        return []
    return [match.span() for match in _CONTROL.finditer(text, max(0, start - 1), end)]


class Layer:
    """Ranges of one style, such as all entity mentions; overlapping ranges are merged."""

    __slots__ = ("_ends", "_starts", "name")

    def __init__(self, name: str, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self.name = name
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if start >= end:
                continue
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._starts, self._ends, strict=True)

    def __len__(self) -> int:
        return len(self._starts)

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges cut to ``start:end``, in order."""
        first = bisect_right(self._ends, start)
        found = []
        for index in range(first, len(self._starts)):
            if self._starts[index] >= end:
                break
            found.append((max(start, self._starts[index]), min(end, self._ends[index])))
        return found


Run = tuple[int, int, tuple[str, ...]]
"""(start, end, names of the layers that cover it, lowest first)."""


def runs(start: int, end: int, layers: Sequence[Layer]) -> list[Run]:
    """``start:end`` divided at each start and end of a range of *layers*."""
    parts = [(layer.name, layer.within(start, end)) for layer in layers]
    cuts = {start, end}
    for _, stretches in parts:
        for stretch in stretches:
            cuts.update(stretch)
    return [
        (low, high, tuple(name for name, stretches in parts if any(a <= low < b for a, b in stretches)))
        for low, high in pairwise(sorted(cuts))
    ]
