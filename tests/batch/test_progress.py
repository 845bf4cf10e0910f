"""Progress of a run: a line that fits the terminal, plain lines elsewhere, nothing if quiet."""

import os
import sys
from io import StringIO

import pytest

from newsview.batch import progress
from newsview.batch.progress import ProgressLine


class Screen(StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


class Gone(StringIO):
    """A standard error with a broken pipe."""

    def write(self, text: str) -> int:
        raise BrokenPipeError


def shown(monkeypatch: pytest.MonkeyPatch, stream: StringIO, columns: int = 80, *, quiet: bool = False) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "_TERMINAL_EVERY", 0.0)
    monkeypatch.setattr(progress, "_PLAIN_EVERY", 0.0)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((columns, 24)))
    line = ProgressLine(quiet=quiet)
    line.scanned(10_000)
    line.begin(2_000_000, 640)
    line.add(64)
    line.add(64)
    line.end()
    return stream.getvalue()


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 200])
def test_progress_line_fits_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, Screen(), columns)
    drawn = [
        piece.partition("\x1b[K")[0] for piece in text.split("\r") if "of 2,000" in piece and "newsview" not in piece
    ]
    assert len(drawn) == 3
    assert all(len(piece) < columns for piece in drawn)
    assert ("░" in text) == (columns >= 80)


def test_progress_without_terminal_is_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(monkeypatch, StringIO()).splitlines()
    assert lines[0] == "newsview: 10,000 articles found so far"
    assert lines[1] == "newsview: 640 of 2,000,000 articles already done"
    assert lines[-1].startswith("newsview: 768 of 2,000,000 articles, ")
    assert not any("\r" in line or "\x1b" in line for line in lines)


def test_quiet_prints_nothing_and_broken_stderr_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Screen(), quiet=True) == ""
    shown(monkeypatch, Gone())


def test_closed_stderr_prints_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    line = ProgressLine()
    line.begin(10, 2)
    line.end()
    assert capsys.readouterr().out == ""
