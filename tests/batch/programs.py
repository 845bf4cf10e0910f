"""Programs that a test of archives starts, and that are gone when it is over."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from tests.places import ROOT

PATIENT = 120
"""Seconds that anything may take on a busy machine."""


@contextmanager
def started(command: list[str], log: Path, folder: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is killed, with all that it has started, when the block is left."""
    with log.open("wb") as lines:
        process = subprocess.Popen(command, cwd=folder, stdout=lines, stderr=lines, start_new_session=True)
    try:
        yield process
    finally:
        children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
        process.kill()
        process.wait()
        for child in children:
            with suppress(psutil.NoSuchProcess):
                child.kill()
