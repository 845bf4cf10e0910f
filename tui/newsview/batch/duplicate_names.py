"""Detection of duplicates among millions of names, with eight bytes of memory for each."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from hashlib import blake2b
from itertools import pairwise

_BUCKETS = 256


class Names:
    """Collector of names as hashes, which finds the hashes that occur more than once."""

    def __init__(self) -> None:
        # in buckets, because sorting an array needs a list, which is five times as large
        self._buckets = [array("Q") for _ in range(_BUCKETS)]

    def add(self, name: str | None) -> None:
        """Add *name*; None is ignored."""
        if name is not None:
            hashed = _hash(name)
            self._buckets[hashed % _BUCKETS].append(hashed)

    def duplicates(self) -> Duplicates:
        """The names that were added more than once."""
        return Duplicates(
            {first for bucket in self._buckets for first, second in pairwise(sorted(bucket)) if first == second}
        )


class Duplicates:
    """Set of duplicate names by hash; with a million names, the chance of a false duplicate is one in 36 million."""

    def __init__(self, hashes: Collection[int]) -> None:
        self._hashes = hashes

    def __len__(self) -> int:
        return len(self._hashes)

    def has(self, name: str) -> bool:
        """Whether *name* is probably a duplicate."""
        return _hash(name) in self._hashes


def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("ascii"), digest_size=8).digest())
