"""Set-up of a child process: private pipes, limits on memory and files, end with its parent."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

MEMORY_LIMIT = 4 * 2**30
"""Limit of the data segment in bytes (Linux), three times the use of an article of 200,000 words."""

_PR_SET_PDEATHSIG = 1
_SIGKILL = 9


def own_descriptors() -> tuple[BinaryIO, int]:
    """Private input and output of the protocol; other code then reads an empty stdin and prints to stderr."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return os.fdopen(requests, "rb"), answers


def bound_resources() -> None:
    """Limit memory and core files; on Linux, also end with the parent, even while stopped."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, _SIGKILL)


def leave_removed_folder() -> None:
    """Change from a removed working directory to ``/``: some libraries query it on import and would fail."""
    try:
        Path.cwd()
    except FileNotFoundError:
        os.chdir("/")
