"""A program in a real pseudo-terminal, its screen kept by an emulator: what only a terminal shows is tested here."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

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

# the program leads its own session and has the terminal as its controlling one, as under a shell
_LAUNCH = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""

PATIENCE = 60.0
"""Seconds that a wait may take before it is a failure: a guard against hanging, not a measurement."""


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
    ) -> None:
        self.output = b""
        self._rest = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._fd, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes_before = termios.tcgetattr(slave)
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        self.process = subprocess.Popen(
            [sys.executable, "-S", "-c", _LAUNCH, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=cwd,
            close_fds=True,
        )
        self._slave = slave

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._slave)
        os.close(self._fd)

    @property
    def lines(self) -> list[str]:
        """The screen, one text a row, without spaces at the right."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    def style_at(self, row: int, column: int) -> tuple[str, str, bool, bool]:
        """(foreground, background, bold, reversed) of one cell, counted from 0."""
        cell = self._screen.buffer[row][column]
        return cell.fg, cell.bg, cell.bold, cell.reverse

    def press(self, *keys: str) -> None:
        """Send keys: names of ``KEYS`` or characters."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as dragging its corner does."""
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)
        os.kill(self.process.pid, signal.SIGWINCH)

    def wait_for(self, wanted: str | Callable[[str], bool], patience: float = PATIENCE) -> str:
        """The screen once it holds *wanted* (a regular expression or a test of the text). Fails after *patience*."""
        test = wanted if callable(wanted) else re.compile(wanted).search
        deadline = time.monotonic() + patience
        while not test(self.text):
            if not self._read(deadline):
                raise AssertionError(f"never saw {wanted!r}; the last screen:\n{self.text}")
        return self.text

    def settle(self, quiet: float = 0.3) -> str:
        """The screen after *quiet* seconds without output."""
        while self._read(time.monotonic() + quiet):
            pass
        return self.text

    def wait_for_exit(self, patience: float = PATIENCE) -> int:
        """The exit code; what is printed until then is read."""
        deadline = time.monotonic() + patience
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"still running; the last screen:\n{self.text}")
            self._read(time.monotonic() + 0.05)
        self.settle(0.1)
        return self.process.returncode

    def _read(self, deadline: float) -> bool:
        """Feed one chunk of output to the screen; False when none came before *deadline*."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            chunk = os.read(self._fd, 65536)
        except OSError:  # the other side is closed
            return False
        self.output += chunk
        data = self._rest + chunk
        cut = _UNFINISHED.search(data)
        self._rest = data[cut.start() :] if cut else b""
        self._stream.feed(_UNKNOWN.sub(b"", data[: cut.start()] if cut else data))
        return True
