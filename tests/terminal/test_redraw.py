"""A terminal shows after many keys what it shows when everything is drawn again."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest

from tests.effort import cases
from tests.places import NEWSVIEW
from tests.terminal.reviewed import reviewed, seed
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal

KEYS = [
    *"jjjkkJK]]]][b0123gGnltoaxuzfO?D",
    "tab",
    "enter",
    "enter",
    "escape",
    "backspace",
    "down",
    "pagedown",
    "ctrl+p",
]


@pytest.mark.parametrize("article", ["springfield", "derby"])
@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
def test_screen_after_random_keys_is_that_of_a_redraw(
    article: str, size: tuple[int, int], tmp_path: Path, home: dict[str, str]
) -> None:
    path = reviewed(tmp_path) if article == "springfield" else seed(article, tmp_path)
    chosen = random.Random(f"{article} {size}")
    with Terminal([*NEWSVIEW, str(path)], env=home, columns=size[0], rows=size[1]) as terminal:
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        for _ in range(cases(4, 40)):
            keys = [chosen.choice(KEYS) for _ in range(12)]
            terminal.press(*keys)
            before = terminal.settle(), _looks(terminal, size)
            os.kill(terminal.process.pid, signal.SIGCONT)
            after = terminal.settle(), _looks(terminal, size)
            assert before == after, keys


def _looks(terminal: Terminal, size: tuple[int, int]) -> list[list[tuple[str, str, bool, bool]]]:
    return [[terminal.style_at(row, column) for column in range(size[0])] for row in range(size[1])]
