"""Pairs of equal items in two lists, in the order of both, in almost linear time.

Equal items at both ends are paired, then those that are unique in both lists and in order (as in a patience diff), and
the same again between them. What remains is short, or consists of repetitions, which are paired from the left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int, int]

_SMALL = 2**12
"""Maximum product of the lengths of two lists that ``difflib`` compares."""

_DEPTH = 24
"""Maximum nesting of unique items, so that no lists take quadratic time."""


def equal_pairs(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs of indices of equal items of *old* and *new*, ascending in both."""
    pairs: list[Pair] = []
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        low, high, begin, end, depth = waiting.pop()
        while low < high and begin < end and old[low] == new[begin]:
            pairs.append((low, begin))
            low, begin = low + 1, begin + 1
        while low < high and begin < end and old[high - 1] == new[end - 1]:
            high, end = high - 1, end - 1
            pairs.append((high, end))
        if low == high or begin == end:
            continue
        unique = _unique(old[low:high], new[begin:end]) if depth < _DEPTH else []
        if not unique:
            pairs += [(low + one, begin + other) for one, other in _rest(old[low:high], new[begin:end])]
            continue
        last, last_new = low, begin
        for one, other in unique:
            pairs.append((low + one, begin + other))
            waiting.append((last, low + one, last_new, begin + other, depth + 1))
            last, last_new = low + one + 1, begin + other + 1
        waiting.append((last, high, last_new, end, depth + 1))
    return sorted(pairs)


def _unique(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The longest ascending row of pairs of items that stand once in *old* and once in *new*."""
    once, once_new = Counter(old), Counter(new)
    places = {item: index for index, item in enumerate(new) if once_new[item] == 1}
    pairs = [(index, places[item]) for index, item in enumerate(old) if once[item] == 1 and item in places]
    ends: list[int] = []
    rows: list[tuple[Pair, int]] = []  # each pair with the number of the one before it in its row
    tops: list[int] = []
    for number, pair in enumerate(pairs):
        length = bisect_left(ends, pair[1])
        rows.append((pair, tops[length - 1] if length else -1))
        ends[length : length + 1] = [pair[1]]
        tops[length : length + 1] = [number]
    row: list[Pair] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        pair, at = rows[at]
        row.append(pair)
    return row[::-1]


def _rest(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Pairs of two lists that have no unique items in common, or are nested too deep."""
    if len(old) * len(new) <= _SMALL:
        for block in SequenceMatcher(a=old, b=new, autojunk=False).get_matching_blocks():
            yield from ((block.a + offset, block.b + offset) for offset in range(block.size))
        return
    places: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(new):
        places[item].append(index)
    following = 0
    for index, item in enumerate(old):
        found = places.get(item, [])
        number = bisect_left(found, following)
        if number < len(found):
            yield index, found[number]
            following = found[number] + 1
