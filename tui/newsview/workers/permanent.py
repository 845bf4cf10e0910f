"""Garbage collection around objects that stay until the process ends: a model, the modules that use it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def permanent() -> Iterator[None]:
    """Nothing that is built inside is looked through for garbage, then or later: a twentieth of the time of both."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
