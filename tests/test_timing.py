"""What the tests that compare times rest on."""

from __future__ import annotations

from collections.abc import Callable

from tests.timing import TRIES, costs_at_most


def taking(*seconds: float) -> Callable[[], float]:
    """Work that takes these times, one after the other, and then always the last of them."""
    left = list(seconds)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


def test_disturbed_measurement_is_repeated() -> None:
    assert costs_at_most(10, taking(90, 70, 8), taking(1))
    assert costs_at_most(10, taking(9), taking(1))


def test_superlinear_work_always_fails() -> None:
    assert not costs_at_most(10, taking(11), taking(1))
    assert not costs_at_most(10, taking(*[90] * TRIES, 1), taking(1))
