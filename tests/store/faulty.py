"""Injected faults: any system call of a save can fail or end the process."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest

CALLS = (
    "open",
    "write",
    "fsync",
    "close",
    "replace",
    "link",
    "unlink",
    "fstat",
    "fchmod",
    "fchown",
    "stat",
    "lstat",
    "access",
    "scandir",
)
"""What saving asks of the system, by Python's names; pathlib's methods come down to the same ones."""

Fault = Callable[[str], None]


class Faulty:
    """Counts the system calls of a save, and lets *fault* happen at the one with a certain number."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int = -1, fault: Fault | None = None) -> None:
        self.made: list[str] = []
        self._at = at
        self._fault = fault
        for name in CALLS:
            patch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **keywords: Any) -> Any:
            number = len(self.made)
            self.made.append(name)
            if number != self._at or self._fault is None:
                return call(*arguments, **keywords)
            if name == "close":
                call(*arguments, **keywords)  # a close that fails has closed all the same
            if name == "write":
                call(arguments[0], arguments[1][: len(arguments[1]) // 2])
            self._fault(name)
            return call(*arguments, **keywords)

        return counted


def failing(code: int) -> Fault:
    """A fault: the call fails with the error number *code*."""

    def fail(name: str) -> None:
        raise OSError(code, os.strerror(code))

    return fail
