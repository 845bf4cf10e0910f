"""Size of the tests with many cases: a sample, or all with NEWSVIEW_THOROUGH=1."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import cycle, product
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

THOROUGH = os.environ.get("NEWSVIEW_THOROUGH", "") not in ("", "0")


def cases(usual: int, thorough: int, variable: str = "") -> int:
    """The number of cases to try: that in the environment *variable* if it is set, else *thorough* or *usual*."""
    return int(os.environ.get(variable) or (thorough if THOROUGH else usual))


def examples(thorough: int) -> int:
    """The number of examples of an invariant over any input: *thorough* or, in other runs, a fifth of that."""
    return thorough if THOROUGH else thorough // 5


def sample(every: Sequence[A], usual: int) -> list[A]:
    """*usual* of *every*, evenly spread; all of them where everything is tried."""
    return [*every] if THOROUGH else [*every[:: -(-len(every) // usual)]]


def pairs(first: Iterable[A], second: Sequence[B]) -> list[tuple[A, B]]:
    """Each of *first* with one of *second*, in turn; with all of them where everything is tried."""
    if THOROUGH:
        return list(product(first, second))
    return list(zip(first, cycle(second), strict=False))
