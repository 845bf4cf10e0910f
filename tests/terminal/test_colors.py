"""Terminals with few or no colours: attributes replace tints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.places import NEWSVIEW
from tests.terminal.reviewed import reviewed
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal

QUOTE, CURSOR = "Nobody asked", "$4.2 million"


@pytest.mark.parametrize(
    ("colors", "attributes"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, True),
        ({"TERM": "xterm", "COLORTERM": ""}, True),
        ({"NO_COLOR": "1"}, True),
    ],
)
def test_quotes_and_cursor_are_visible_without_colors(
    colors: dict[str, str], attributes: bool, tmp_path: Path, home: dict[str, str]
) -> None:
    with Terminal([*NEWSVIEW, str(reviewed(tmp_path))], env={**home, **colors}) as terminal:
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        terminal.press("3")
        terminal.wait_for(r"›· \$4.2 million")
        terminal.settle()
        row, column = next(
            (number, line.index(QUOTE)) for number, line in enumerate(terminal.lines) if QUOTE in line[:70]
        )
        assert terminal.cell(row, column).italics  # whatever the colours
        row = next(number for number, line in enumerate(terminal.lines) if "›· $4.2 million" in line)
        cell = terminal.cell(row, terminal.lines[row].index(CURSOR, 70))
        assert (cell.reverse, cell.bold) == (attributes, True)
