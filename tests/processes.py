"""Helpers for tests of processes that should have ended."""

from __future__ import annotations

import time
from collections.abc import Iterable

import psutil

PATIENCE = 60.0
"""Seconds that a process may take to end on a busy machine."""


def are_over(processes: Iterable[psutil.Process]) -> bool:
    """Whether all of them end within a while.

    One that nobody has asked for its exit code counts as ended: the first process of a container need not ask for those of
    orphans.
    """
    end = time.monotonic() + PATIENCE
    return all(_is_over(process, end) for process in processes)


def _is_over(process: psutil.Process, end: float) -> bool:
    while time.monotonic() < end:
        try:
            if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.02)
    return False
