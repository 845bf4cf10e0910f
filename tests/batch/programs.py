"""Programs started by batch tests and killed at the end of the test."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from tests.places import ROOT

PATIENT = 120
"""Time limit in seconds, for a busy machine."""


@contextmanager
def started(command: list[str], log: Path, folder: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """Context with a running program, killed with its child processes at the end."""
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
