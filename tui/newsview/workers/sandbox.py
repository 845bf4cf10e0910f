"""Set-up of a child process: private pipes, limits on memory and files, end with its parent."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

MEMORY_LIMIT = 4 * 2**30
"""Bytes of data the process may hold; 200,000 words in one article take about a third of it. Linux only."""

_PR_SET_PDEATHSIG = 1
_SIGKILL = 9


def own_descriptors() -> tuple[BinaryIO, int]:
    """Standard input and output for the protocol alone: whatever else reads finds nothing, what prints goes to stderr."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return os.fdopen(requests, "rb"), answers


def bound_resources() -> None:
    """Limit memory, leave no core file, and on Linux die with the parent even while stopped."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL)


def stand_somewhere() -> None:
    """Leave a working folder that has been removed: a library that asks for it would fail while it is imported."""
    try:
        Path.cwd()
    except FileNotFoundError:
        os.chdir("/")
