"""Killed reader or worker in a terminal: decisions are kept and the terminal is restored."""

from __future__ import annotations

import os
import shutil
import signal
import termios
from pathlib import Path

import psutil
import pytest

from tests.conftest import Tried
from tests.effort import cases
from tests.places import NEWSVIEW, SEEDS
from tests.processes import are_over
from tests.terminal.reviewed import DECISIONS, decide, returned
from tests.terminal.screen import Terminal

pytestmark = [pytest.mark.model, pytest.mark.terminal]

LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l")
"""The alternate screen left, the cursor shown, mouse and bracketed paste off (xterm's control sequences)."""


def workers(of: int) -> list[psutil.Process]:
    return psutil.Process(of).children(recursive=True)


def test_decisions_survive_killed_reader_and_no_process_is_left(
    tmp_path: Path, home: dict[str, str], tried: Tried
) -> None:
    article = Path(shutil.copy(SEEDS / "derby.txt", tmp_path))
    with Terminal([*NEWSVIEW, str(article)], env=home) as terminal:
        decide(terminal)
        left = workers(terminal.process.pid)
        terminal.process.kill()
        terminal.wait_for_exit()
    assert are_over(left)
    with Terminal([*NEWSVIEW, str(article)], env=home) as terminal:
        terminal.wait_for("not been saved")
        terminal.wait_for("✓ 2")
        terminal.press("s")
        terminal.wait_for("saved to")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    recovered, decisions = returned(article, home)
    assert not recovered and sorted(map(str, decisions)) == sorted(DECISIONS)
    tried(f"a reader with {len(left)} worker killed, 3 decisions back")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT][: cases(1, 3)])
def test_signal_ends_reader_with_code_and_restores_terminal(
    tmp_path: Path, home: dict[str, str], number: signal.Signals
) -> None:
    article = Path(shutil.copy(SEEDS / "derby.txt", tmp_path))
    with Terminal([*NEWSVIEW, str(article)], env=home) as terminal:
        decide(terminal)
        left = workers(terminal.process.pid)
        os.kill(terminal.process.pid, number)
        assert terminal.wait_for_exit() == 128 + number
        assert all(sequence in terminal.output for sequence in LEFT)
        assert termios.tcgetattr(terminal._slave) == terminal.modes_before
    assert are_over(left)
    assert returned(article, home) == (True, DECISIONS)


def test_killed_worker_is_replaced_or_reported_while_reading(tmp_path: Path, home: dict[str, str]) -> None:
    article = Path(shutil.copy(SEEDS / "derby.txt", tmp_path))
    with Terminal([*NEWSVIEW, str(article)], env=home) as terminal:
        terminal.wait_for(r"reading \d+/|finding the facts")
        for _ in range(100):
            found = workers(terminal.process.pid)
            if found:
                break
            terminal.settle(0.1)
        for process in found:
            process.kill()
        terminal.press("j", "k")
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0|tries again")
        terminal.press("r")
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
