"""Comparing the processor time of two pieces of work in one process."""

from __future__ import annotations

from collections.abc import Callable

TRIES = 6


def costs_at_most(times: float, large: Callable[[], float], small: Callable[[], float]) -> bool:
    """Whether *large* takes at most so many *times* the seconds of *small*, each by the fastest of several tries.

    Both return seconds of processor time. Other processes only ever make work slower (caches, clock rates), so it is
    tried again while the bound does not hold: work that grows too fast is beyond it every time.
    """
    least_large = least_small = float("inf")
    for _ in range(TRIES):
        least_small = min(least_small, small())
        least_large = min(least_large, large())
        if least_large < times * least_small:
            return True
    return False
