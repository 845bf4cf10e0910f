"""Detection of duplicates among millions of names, with eight bytes of memory a name."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from hashlib import blake2b
from itertools import pairwise

_BUCKETS = 256


class Names:
    """Takes names one by one, keeps a hash of each, and says afterwards which hashes came more than once."""

    def __init__(self) -> None:
        # in buckets, because an array can only be sorted as a list, which is five times as large
        self._buckets = [array("Q") for _ in range(_BUCKETS)]

    def add(self, name: str | None) -> None:
        """Take *name*; None stands for nothing that would be named."""
        if name is not None:
            hashed = _hash(name)
            self._buckets[hashed % _BUCKETS].append(hashed)

    def twins(self) -> Twins:
        """Those that came more than once."""
        return Twins(
            {first for bucket in self._buckets for first, second in pairwise(sorted(bucket)) if first == second}
        )


class Twins:
    """Names that came more than once, as far as hashes tell: of a million names, one in 36 million times one did not."""

    def __init__(self, hashes: Collection[int]) -> None:
        self._hashes = hashes

    def __len__(self) -> int:
        return len(self._hashes)

    def has(self, name: str) -> bool:
        """Whether *name* may be one of them."""
        return _hash(name) in self._hashes


def _hash(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("ascii"), digest_size=8).digest())
