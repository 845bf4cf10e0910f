"""Waiting times at a terminal: from the start of a program to its text, from a key to the last repaint.

A time is that of the arrival of the output that made something true. A repaint is over when nothing has come for
``QUIET`` seconds.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from tests.terminal.screen import Terminal

QUIET = 0.06
LONGEST = 2.0
"""Seconds after which a key that changed nothing is given up."""


class Start(NamedTuple):
    """One start of a program, until its screen held what was waited for."""

    ms: float
    cpu_ms: float
    """Processor time of the program by then, without its children."""
    megabytes: float
    """Resident memory of the program a moment later, without its children."""


class Keys(NamedTuple):
    """What came of some keys."""

    ms: list[float]
    """From each key that changed the screen to the last repaint that it caused."""
    silent: int
    """Keys that changed nothing."""
    cpu_ms: float
    """Processor time of the program, without its children, for each key."""


@contextmanager
def running(command: Sequence[str], env: Mapping[str, str], cwd: Path) -> Iterator[Terminal]:
    """*command* in a terminal of 120x36 that answers what programs ask of it; ended as by ``kill`` when it is left."""
    with Terminal(command, env=env, cwd=cwd, answers=True, count_cpu=True) as terminal:
        yield terminal
        terminal.process.terminate()
        with suppress(AssertionError):  # who does not go is killed
            terminal.wait_for_exit(5)


def time_start(
    terminal: Terminal, wanted: str | Callable[[str], bool], rest: float = 0.3, patience: float = 300
) -> Start:
    """From the start of the program until *wanted* is on its screen; *rest* seconds of silence end its start.

    Raises ``AssertionError`` if *wanted* has not come after *patience* seconds.
    """
    terminal.wait_for(wanted, patience)
    at, _, cpu = terminal.last
    terminal.settle(rest)
    return Start(1000 * (at - terminal.started), 1000 * cpu, megabytes(terminal.process.pid))


def megabytes(pid: int) -> float:
    """Resident memory of one process."""
    return float(psutil.Process(pid).memory_info().rss) / 2**20


def cpu_ms(terminal: Terminal) -> float:
    """Processor time of the program so far, without its children."""
    return cpu_ms_of(terminal.process.pid)


def cpu_ms_of(pid: int) -> float:
    """Processor time of one process so far."""
    return 1000 * float(sum(psutil.Process(pid).cpu_times()[:2]))


def time_key(terminal: Terminal, key: str, columns: range | None = None) -> float | None:
    """Milliseconds from *key* to the last repaint that it caused; None if it caused none.

    With *columns* only changes in these count: the rest of the screen changes by itself.
    """
    while terminal.next_chunk(time.monotonic() + 0.01) is not None:
        pass
    terminal.changed_lines(columns)
    begun = time.monotonic()
    terminal.press(key)
    settled: float | None = None
    until = begun + LONGEST
    while (chunk := terminal.next_chunk(until)) is not None:
        if terminal.changed_lines(columns):
            settled = chunk.at
            until = settled + QUIET
        elif settled is None and chunk.at > begun + LONGEST:
            break
    return None if settled is None else 1000 * (settled - begun)


def time_keys(terminal: Terminal, keys: Sequence[str], columns: range | None = None) -> Keys:
    """Presses *keys* one after the other, each when the one before is done."""
    before = cpu_ms(terminal)
    times = [time_key(terminal, key, columns) for key in keys]
    found = [each for each in times if each is not None]
    return Keys(found, len(times) - len(found), (cpu_ms(terminal) - before) / max(1, len(times)))


def time_process(command: Sequence[str], env: Mapping[str, str], cwd: Path) -> float:
    """Milliseconds from the start of *command* to its end. Raises ``CalledProcessError`` if it fails."""
    begun = time.monotonic()
    subprocess.run(command, check=True, env={**os.environ, **env}, cwd=cwd, capture_output=True)
    return 1000 * (time.monotonic() - begun)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below or at which *share* of *values* lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
