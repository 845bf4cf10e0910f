"""Which stretches of two sequences are equal, in bounded time."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_LARGEST: Final = 4_000_000
"""Product of the lengths of two sequences, without equal ends, up to which they are compared item by item."""


class Stretch(NamedTuple):
    """``old[i:j]`` stands in the old sequence where ``new[k:m]`` stands in the new one; ``same`` if they are equal."""

    same: bool
    i: int
    j: int
    k: int
    m: int


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Stretch]:
    """The stretches of both sequences, in order, each item in one. Too long ones differ as a whole between equal ends."""
    head, shorter = 0, min(len(old), len(new))
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if head:
        yield Stretch(True, 0, head, 0, head)
    old_end, new_end = len(old) - tail, len(new) - tail
    yield from _between(old[head:old_end], new[head:new_end], head)
    if tail:
        yield Stretch(True, old_end, len(old), new_end, len(new))


def _between(old: Sequence[Hashable], new: Sequence[Hashable], shift: int) -> Iterator[Stretch]:
    if not old and not new:
        return
    if len(old) * len(new) > _LARGEST:
        yield Stretch(False, shift, shift + len(old), shift, shift + len(new))
        return
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Stretch(what == "equal", shift + i, shift + j, shift + k, shift + m)
