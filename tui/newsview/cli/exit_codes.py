"""The exit code of a command that goes on after inputs that failed."""

from __future__ import annotations

from collections.abc import Sequence

SOME_FAILED = 1


def of_failures(failures: Sequence[int], done: int) -> int:
    """0 without *failures* (exit codes of inputs); that of the only input, if none was *done*; else ``SOME_FAILED``."""
    if not failures:
        return 0
    return failures[0] if len(failures) == 1 and not done else SOME_FAILED
