"""Ctrl+Z: the terminal goes back to the shell, and newsview comes back whole."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest

from tests.places import NEWSVIEW
from tests.terminal.reviewed import left_on, reviewed
from tests.terminal.screen import PATIENCE, Terminal

pytestmark = pytest.mark.terminal


def wait_until_stopped(terminal: Terminal) -> None:
    """Waits until the program has stopped itself."""
    deadline = time.monotonic() + PATIENCE
    while psutil.Process(terminal.process.pid).status() != psutil.STATUS_STOPPED:
        assert time.monotonic() < deadline, "it never stopped"
        time.sleep(0.02)
    terminal.read_all()


@pytest.mark.parametrize(
    "keys", [("2", "j", "0"), ("O", "j", "q"), ("?", "j", "q")], ids=["article", "overview", "help"]
)
def test_reader_stops_and_comes_back_with_its_screen(keys: Sequence[str], tmp_path: Path, home: dict[str, str]) -> None:
    with Terminal([*NEWSVIEW, str(reviewed(tmp_path))], env=home) as terminal:
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        *opening, closing = keys
        terminal.press(*opening)
        before = terminal.settle()
        for _ in range(2):
            terminal.press("\x1a")
            wait_until_stopped(terminal)
            assert left_on(terminal.output) == []
            os.write(terminal._slave, b"$ fg\r\n" * 40)
            os.kill(terminal.process.pid, signal.SIGCONT)
            terminal.wait_for(lambda text: text == before)
        terminal.press(closing, "2", "a")
        terminal.wait_for("✓ 1")
        terminal.press("q", "d")
        assert terminal.wait_for_exit() == 0


def test_window_that_changed_meanwhile_is_filled(tmp_path: Path, home: dict[str, str]) -> None:
    with Terminal([*NEWSVIEW, str(reviewed(tmp_path))], env=home) as terminal:
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        terminal.press("\x1a")
        wait_until_stopped(terminal)
        terminal.resize(80, 24)
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.wait_for(lambda text: "Springfield to spend" in text and len(terminal.lines[0]) in (79, 80))
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
