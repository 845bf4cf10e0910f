"""What is painted over the article: stretches of text by kind, cut into runs of one look. No styles, no widgets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_SIGN = "\N{REPLACEMENT CHARACTER}"
_CONTROL = re.compile(f"{_SIGN}[@-_]?")
"""What a control code leaves when it is cleaned: its sign, and what makes ESC a code of two characters (ECMA-48, 5.3)."""


def control_signs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The remains of control codes in *text* that reach into ``start:end``: a reader has to see that they are no words."""
    if text.find(_SIGN, max(0, start - 1), end) < 0:
        return []
    return [match.span() for match in _CONTROL.finditer(text, max(0, start - 1), end)]


class Layer:
    """Stretches that look alike, such as all entity mentions; overlapping ones become one."""

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
        """The parts of the stretches that lie in ``start:end``, in order."""
        first = bisect_right(self._ends, start)
        found = []
        for index in range(first, len(self._starts)):
            if self._starts[index] >= end:
                break
            found.append((max(start, self._starts[index]), min(end, self._ends[index])))
        return found


Run = tuple[int, int, tuple[str, ...]]
"""Start, end, and the names of the layers that cover all of it, lowest first."""


def runs(start: int, end: int, layers: Sequence[Layer]) -> list[Run]:
    """``start:end`` cut wherever a layer begins or ends."""
    parts = [(layer.name, layer.within(start, end)) for layer in layers]
    cuts = {start, end}
    for _, stretches in parts:
        for stretch in stretches:
            cuts.update(stretch)
    return [
        (low, high, tuple(name for name, stretches in parts if any(a <= low < b for a, b in stretches)))
        for low, high in pairwise(sorted(cuts))
    ]
