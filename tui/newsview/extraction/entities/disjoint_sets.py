"""Disjoint sets (union-find) whose representatives are independent of the order of unions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, Generic, Protocol, TypeVar


class _Ordered(Hashable, Protocol):
    """Hashable, ordered member of a set."""

    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=_Ordered)


class Sets(Generic[T]):
    """Union-find over *members*; the representative of a set is its smallest member."""

    def __init__(self, members: Iterable[T]) -> None:
        self._parent = {member: member for member in members}

    def find(self, member: T) -> T:
        """Representative of the set of *member*."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def unite(self, one: T, other: T) -> None:
        """Merges the sets of *one* and *other*."""
        first, second = self.find(one), self.find(other)
        if second < first:
            first, second = second, first
        self._parent[second] = first

    def __contains__(self, member: object) -> bool:
        return member in self._parent
