"""A program in a pseudo-terminal with a terminal emulator.

A thread reads the output and stamps every chunk on arrival, so that times do not include the emulator's work.
"""

from __future__ import annotations

import fcntl
import os
import pty
import queue
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import psutil
import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "ctrl+r": "\x12",
}

# pyte 0.8 prints the tail of what it does not know: kitty keyboard, mode queries, versions, operating system commands
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=?][0-9;]*u"
    rb"|\x1b\[\?[0-9;]*\$p"
    rb"|\x1b\[>[0-9;]*[qm]"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1bP[^\x1b]*\x1b\\"
)
_UNFINISHED = re.compile(rb"\x1b(?:[\[\]P][^a-zA-Z~\x07\x1b]*)?$")

# a terminal says whether it can show a repaint at once; a program that is not answered draws in another way
_MODE_ASKED = re.compile(rb"\x1b\[\?(\d+)\$p")
_AT_ONCE = b"2026"

# the program leads its own session and has the terminal as its controlling one, as under a shell; its time counts from
# where it is put in place of this launcher
_LAUNCH = """
import fcntl, os, sys, termios, time
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
told = int(sys.argv[1])
os.write(told, repr(time.monotonic()).encode())
os.close(told)
os.execvp(sys.argv[2], sys.argv[2:])
"""

PATIENCE = 60.0
"""Time limit of a wait in seconds, against hanging."""


class Chunk(NamedTuple):
    """A chunk of output."""

    at: float
    """Time of arrival by ``time.monotonic``."""
    data: bytes
    cpu: float
    """Processor time of the program without its children at that time; 0 unless measured."""


def _launched(
    command: Sequence[str], terminal: int, environment: Mapping[str, str], cwd: Path | None
) -> tuple[subprocess.Popen[bytes], float]:
    """The program on *terminal*, and when it took the place of its launcher, by ``time.monotonic``."""
    told, tell = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-S", "-c", _LAUNCH, str(tell), *command],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=environment,
        cwd=cwd,
        pass_fds=[tell],
    )
    os.close(tell)
    with os.fdopen(told, "rb") as pipe:
        return process, float(pipe.read() or time.monotonic())


class Terminal:
    """``with Terminal([...]) as terminal:`` starts the program, ``terminal.wait_for("text")`` waits for its screen."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        answers: bool = False,
        count_cpu: bool = False,
    ) -> None:
        self.output = b""
        self.last = Chunk(0.0, b"", 0.0)
        self._rest = b""
        self._screen = pyte.Screen(columns, rows)
        self._seen: dict[int, int] = {}
        self._stream = pyte.ByteStream(self._screen)
        self._fd, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes_before = termios.tcgetattr(slave)
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        self.process, self.started = _launched(command, slave, environment, cwd)
        self._slave = slave
        self._answers = answers
        self._counted = psutil.Process(self.process.pid) if count_cpu else None
        self._chunks: queue.SimpleQueue[Chunk] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._taker = threading.Thread(target=self._take, daemon=True)
        self._taker.start()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does; a running program gets SIGHUP."""
        self._closing.set()
        self._taker.join()
        os.close(self._slave)
        os.close(self._fd)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without trailing spaces."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    def style_at(self, row: int, column: int) -> tuple[str, str, bool, bool]:
        """(foreground, background, bold, reversed) of one cell, counted from 0."""
        cell = self._screen.buffer[row][column]
        return cell.fg, cell.bg, cell.bold, cell.reverse

    def cell(self, row: int, column: int) -> pyte.screens.Char:
        """One cell with its attributes, counted from 0."""
        return self._screen.buffer[row][column]

    def changed_lines(self, columns: range | None = None) -> set[int]:
        """The rows whose cells (those of *columns* only) differ in character or style from those at the last call."""
        columns = columns or range(self._screen.columns)
        changed = set()
        for row in self._screen.dirty:
            cells = hash(tuple(self._screen.buffer[row][column] for column in columns))
            if self._seen.get(row) != cells:
                self._seen[row] = cells
                changed.add(row)
        self._screen.dirty.clear()
        return changed

    def press(self, *keys: str) -> None:
        """Send keys: names of ``KEYS`` or characters."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def resize(self, columns: int, rows: int) -> None:
        """Resize the window."""
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)
        os.kill(self.process.pid, signal.SIGWINCH)

    def wait_for(self, wanted: str | Callable[[str], bool], patience: float = PATIENCE) -> str:
        """The screen once it holds *wanted* (a regular expression or a test of the text). Fails after *patience*."""
        test = wanted if callable(wanted) else re.compile(wanted).search
        deadline = time.monotonic() + patience
        while not test(self.text):
            if self.next_chunk(deadline) is None:
                raise AssertionError(f"never saw {wanted!r}; the last screen:\n{self.text}")
        return self.text

    def settle(self, quiet: float = 0.3, patience: float = 5.0) -> str:
        """The screen when nothing has come for *quiet* seconds and the program waits, or after *patience*: some blink.

        A program that is ready to run and does not get to it, on a machine that is busy, is waited for longer.
        """
        begun = time.monotonic()
        while True:
            came = self.next_chunk(time.monotonic() + quiet) is not None
            away = time.monotonic() - begun
            if not (came or self._is_working()) or away > (PATIENCE if self._is_working() else patience):
                return self.text

    def _is_working(self) -> bool:
        try:
            return psutil.Process(self.process.pid).status() in (psutil.STATUS_RUNNING, psutil.STATUS_DISK_SLEEP)
        except psutil.Error:  # it has ended
            return False

    def wait_for_exit(self, patience: float = PATIENCE) -> int:
        """The exit code; what is printed until then is read."""
        deadline = time.monotonic() + patience
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"still running; the last screen:\n{self.text}")
            self.next_chunk(time.monotonic() + 0.05)
        self.read_all()
        return self.process.returncode

    def read_all(self, patience: float = PATIENCE) -> None:
        """Read what a program that has ended, or is stopped, has written: to a mark that is written behind it."""
        mark = b"\x1b]777;%d\x07" % len(self.output)
        os.write(self._slave, mark)
        deadline = time.monotonic() + patience
        while mark not in self.output:
            if self.next_chunk(deadline) is None:
                raise AssertionError("what was written never came")
        self.output = self.output.replace(mark, b"")

    def _take(self) -> None:
        """Read and stamp output until the terminal is closed."""
        while not self._closing.is_set():
            if not select.select([self._fd], [], [], 0.1)[0]:
                continue
            try:
                data = os.read(self._fd, 65536)
            except OSError:  # the other side is closed
                return
            self._chunks.put(Chunk(time.monotonic(), data, self._cpu()))
            for mode in _MODE_ASKED.findall(data) if self._answers else ():
                os.write(self._fd, b"\x1b[?%s;%d$y" % (mode, 2 if mode == _AT_ONCE else 0))

    def _cpu(self) -> float:
        if self._counted is None:
            return 0.0
        try:
            return sum(self._counted.cpu_times()[:2])
        except psutil.Error:  # it has ended
            return 0.0

    def next_chunk(self, deadline: float) -> Chunk | None:
        """Feed the next chunk of output to the screen; None when none came before *deadline* (``time.monotonic``)."""
        try:
            chunk = self._chunks.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return None
        self.last = chunk
        self.output += chunk.data
        data = self._rest + chunk.data
        cut = _UNFINISHED.search(data)
        self._rest = data[cut.start() :] if cut else b""
        self._stream.feed(_UNKNOWN.sub(b"", data[: cut.start()] if cut else data))
        return chunk
