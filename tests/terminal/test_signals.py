"""Signals, crashes and resizes: restored terminal, kept decisions, one-line message."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.conftest import Tried
from tests.effort import cases, pairs, sample
from tests.places import NEWSVIEW, ROOT
from tests.processes import are_over
from tests.terminal.crashing import WORDS
from tests.terminal.reviewed import DECISIONS, decide, is_restored, returned, reviewed, told
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal


READER = "newsview.app.reader.screen:Reader"
CRASHES = {
    "mounting": (f"{READER}.on_mount", 1, ""),
    "beginning": (f"{READER}.begin", 1, ""),
    "opening, in a task": ("newsview.app.commands.opening:load", 1, ""),
    "preparing, in a thread": ("newsview.store.session:Session.__init__", 1, ""),
    "loading the facts": ("newsview.store.load:load", 1, ""),
    "drawing the article": ("newsview.app.widgets.article_view:ArticleView.render_line", 60, ""),
    "drawing a row": ("newsview.app.reader.panes_part:PanesPart.row_lines", 3, ""),
    "a move": ("newsview.app.state.navigation:step", 1, "j"),
    "a decision": ("newsview.app.commands.context:UI.record", 4, "a"),
    "drawing": ("newsview.app.reader.view:ReaderView.draw", 12, "jjjjjjjjjjjj"),
    "saving, in a thread": ("newsview.store.session:Session.save", 1, "s"),
    "the help": ("newsview.app.screens.help:Help.compose", 1, "?"),
    "leaving": (f"{READER}.end", 1, "qd"),
    "closing the journal": ("newsview.store.session:Session.close", 1, "qd"),
}
DECIDED = {"a move", "a decision", "saving, in a thread", "the help"}
"""Crashes after three decisions."""
DISCARDED = {"leaving", "closing the journal"}
"""Crashes after three decisions that were then discarded."""


@pytest.mark.parametrize("name", sample(sorted(CRASHES), 5))
def test_crash_restores_terminal_and_prints_one_line(name: str, tmp_path: Path, home: dict[str, str]) -> None:
    article = reviewed(tmp_path)
    where, count, keys = CRASHES[name]
    crashing = [sys.executable, "-m", "tests.terminal.crashing", where, str(count), str(article)]
    with Terminal(crashing, env=home, cwd=ROOT) as terminal:
        if name in DECIDED | DISCARDED:
            decide(terminal)
        elif keys:
            terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        terminal.press(*keys)
        assert terminal.wait_for_exit() == 70
        assert is_restored(terminal)
        (line,) = told(terminal)
    assert "RuntimeError: a wheel came off \ufffd[2J" in line
    assert "NEWSVIEW_TRACEBACK=1" in line
    if name in DECIDED:
        assert "come back when the article is opened again" in line
        assert returned(article, home) == (True, DECISIONS)
    elif name in DISCARDED:
        assert "nothing was unsaved" in line
        assert not returned(article, home)[0]


def test_traceback_of_crash_is_shown_on_request_and_harmless(
    tmp_path: Path, home: dict[str, str], tried: Tried
) -> None:
    article = reviewed(tmp_path)
    crashing = [sys.executable, "-m", "tests.terminal.crashing", CRASHES["mounting"][0], "1", str(article)]
    with Terminal(crashing, env={**home, "NEWSVIEW_TRACEBACK": "1"}, cwd=ROOT) as terminal:
        assert terminal.wait_for_exit() == 70
        assert is_restored(terminal)
        lines = told(terminal)
        assert WORDS.encode() not in terminal.output
    assert lines[0].startswith("Traceback") and any("crashing.py" in line for line in lines)
    tried(f"{len(sample([*CRASHES], 5))} places of the reader, and the trace")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_signal_prints_one_line_with_location_of_work(
    number: signal.Signals, tmp_path: Path, home: dict[str, str], tried: Tried
) -> None:
    with Terminal([*NEWSVIEW, str(reviewed(tmp_path))], env=home) as terminal:
        decide(terminal)
        os.kill(terminal.process.pid, number)
        assert terminal.wait_for_exit() == 128 + number
        assert is_restored(terminal)
        (line,) = told(terminal)
    assert line == (
        f"newsview: ended by {number.name}; decisions that were not saved come back when the article is opened again"
    )
    tried(f"{number.name} to a reader with 3 decisions")


EARLY = {
    "reading the article": ("newsview.cli.opening:_article", "before the article was opened"),
    "reading the settings": ("newsview.app.settings:read", "before the article was opened"),
    "making the application": ("newsview.app.app:NewsviewApp.__init__", "before the article was opened"),
    "before the screen is changed": ("newsview.app.app:NewsviewApp._build_driver", "nothing was unsaved"),
    "laying out": (f"{READER}.compose", "nothing was unsaved"),
    "mounting": (f"{READER}.on_mount", "nothing was unsaved"),
    "the first frame": ("newsview.app.widgets.article_view:ArticleView.render_line", "nothing was unsaved"),
}


@pytest.mark.parametrize(
    ("moment", "number"), pairs(sample([*EARLY], 4), [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
)
def test_signal_before_first_frame_is_reported(
    moment: str, number: signal.Signals, tmp_path: Path, home: dict[str, str]
) -> None:
    where, words = EARLY[moment]
    command = [sys.executable, "-m", "tests.terminal.crashing", where, number.name, str(reviewed(tmp_path))]
    with Terminal(command, env=home, cwd=ROOT) as terminal:
        assert terminal.wait_for_exit() == 128 + number
        assert is_restored(terminal)
        (line,) = told(terminal)
    # the shape of the mouse's pointer may be set back before it
    assert line.endswith(f"newsview: ended by {number.name}{'; ' if 'unsaved' in words else ' '}{words}")


def test_signal_in_second_reader_reports_lost_decisions(tmp_path: Path, home: dict[str, str], tried: Tried) -> None:
    article = str(reviewed(tmp_path))
    with Terminal([*NEWSVIEW, article], env=home) as first:
        decide(first)  # it has the journal
        with Terminal([*NEWSVIEW, article], env=home, columns=300) as second:  # the name of its folder may be long
            second.wait_for("is open in another newsview")
            decide(second)
            for terminal in (first, second):
                os.kill(terminal.process.pid, signal.SIGTERM)
                assert terminal.wait_for_exit() == 128 + signal.SIGTERM
            (kept,), (lost,) = told(first), told(second)
    assert "come back when the article is opened again" in kept
    assert "decisions that were not saved are lost" in lost and "is open in another newsview" in lost
    tried("two readers of one article, both ended")


def test_stopped_reader_restores_terminal_and_continues(tmp_path: Path, home: dict[str, str], tried: Tried) -> None:
    with Terminal([*NEWSVIEW, str(reviewed(tmp_path))], env=home) as terminal:
        decide(terminal)
        for _ in range(2):
            os.kill(terminal.process.pid, signal.SIGTSTP)
            wait_until_stopped(terminal)
            terminal.read_all()
            assert is_restored(terminal)
            os.kill(terminal.process.pid, signal.SIGCONT)
            terminal.wait_for(lambda _: not is_restored(terminal))
            terminal.wait_for("✓ 2")
        terminal.press("u")
        terminal.wait_for("✓ 1")
        terminal.press("q")
        terminal.wait_for("not saved")
        terminal.press("d")
        assert terminal.wait_for_exit() == 0
        assert is_restored(terminal)
    tried("stopped and continued twice")


def wait_until_stopped(terminal: Terminal) -> None:
    process = psutil.Process(terminal.process.pid)
    for _ in range(300):
        if process.status() == psutil.STATUS_STOPPED:
            return
        terminal.settle(0.1)
    raise AssertionError("never stopped")


def test_many_resizes_end_with_last_size(tmp_path: Path, home: dict[str, str], tried: Tried) -> None:
    sizes = [(1 + (17 * step) % 150, 1 + (7 * step) % 50) for step in range(cases(40, 200))]
    with Terminal([*NEWSVIEW, str(reviewed(tmp_path))], env=home) as terminal:
        decide(terminal)
        for columns, rows in sizes:
            terminal.resize(columns, rows)
        # the emulator knows no order between a size and the output: what was drawn for the sizes before is read first
        terminal.settle(1.0)
        terminal.resize(110, 30)
        terminal.wait_for("✓ 2")
        terminal.press("u")
        terminal.wait_for("✓ 1")
        os.kill(terminal.process.pid, signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
        assert is_restored(terminal)
    tried(f"{len(sizes)} sizes from 1×1 to 150×50")


def test_stop_that_no_key_asked_for_leaves_one_thread_that_reads_keys(tmp_path: Path, home: dict[str, str]) -> None:
    with Terminal([*NEWSVIEW, str(reviewed(tmp_path))], env=home) as terminal:
        decide(terminal)
        threads = psutil.Process(terminal.process.pid).num_threads()
        for _ in range(5):
            os.kill(terminal.process.pid, signal.SIGSTOP)
            wait_until_stopped(terminal)
            os.kill(terminal.process.pid, signal.SIGCONT)
            terminal.settle()
        terminal.press("u", "u", "u", "a")
        terminal.wait_for("✓ 1")
        assert psutil.Process(terminal.process.pid).num_threads() == threads
        terminal.press("q", "d")
        assert terminal.wait_for_exit() == 0
        assert is_restored(terminal)


def test_reader_in_the_background_takes_the_terminal_when_it_comes_to_the_front(
    tmp_path: Path, home: dict[str, str]
) -> None:
    shell = ["bash", "--norc", "-im"]
    with Terminal(shell, env={**home, "PS1": "ready> "}) as terminal:
        terminal.wait_for("ready>")
        terminal.press(f"{shlex.join(NEWSVIEW)} {shlex.quote(str(reviewed(tmp_path)))}\r")
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        terminal.press("\x1a")
        terminal.wait_for(r"(?s)Stopped.*ready>")
        terminal.press("bg\r")
        terminal.settle()
        terminal.press("jobs\r")
        terminal.wait_for(r"(?s)jobs.*Stopped")
        terminal.press("fg\r")
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        terminal.press("2", "a")
        terminal.wait_for("✓ 1")
        (reader,) = psutil.Process(terminal.process.pid).children()
        terminal.press("q", "d")
        reader.wait(timeout=60)  # what is typed before is not for the shell
        terminal.press("exit\r")
        assert terminal.wait_for_exit() == 0


def test_terminal_closed_without_a_signal_ends_reader(tmp_path: Path, home: dict[str, str]) -> None:
    article = reviewed(tmp_path)
    # in a session of its own, the terminal is not the one that controls it; whoever waits for it ignores the signal
    command = ["sh", "-c", 'trap "" HUP; exec setsid --wait "$@"', "sh", *NEWSVIEW, str(article)]
    terminal = Terminal(command, env=home)
    decide(terminal)
    terminal.hang_up()
    assert terminal.process.wait(timeout=60) == 66
    assert returned(article, home) == (True, DECISIONS)


def test_closed_terminal_ends_reader_that_is_still_taking_it(tmp_path: Path, home: dict[str, str]) -> None:
    article = reviewed(tmp_path)
    for _ in range(cases(3, 20)):
        terminal = Terminal([*NEWSVIEW, str(article)], env=home)
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        for _ in range(4):  # each is answered with some thirty writes, as many as may wait
            os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.hang_up()
        assert terminal.process.wait(timeout=60) == 128 + signal.SIGHUP


def test_closed_terminal_ends_reader_and_keeps_decisions(tmp_path: Path, home: dict[str, str], tried: Tried) -> None:
    article = reviewed(tmp_path)
    terminal = Terminal([*NEWSVIEW, str(article)], env=home)
    decide(terminal)
    left = psutil.Process(terminal.process.pid).children(recursive=True)
    terminal.hang_up()
    assert terminal.process.wait(timeout=60) == 128 + signal.SIGHUP
    assert are_over(left)
    with Terminal([*NEWSVIEW, str(article)], env=home) as again:
        again.wait_for("not been saved")
        again.wait_for("✓ 2")
    tried("a reader with 3 decisions")


@pytest.mark.model
def test_pipe_closed_during_archive_ends_without_message(tmp_path: Path, tried: Tried) -> None:
    archive = tmp_path / "archive.jsonl"
    archive.write_text('{"id": 1, "text": "It rained in Leeds on Tuesday."}\n' * 500)
    command = [*NEWSVIEW, "extract", str(archive)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.wait(timeout=120) == 128 + signal.SIGPIPE
        assert process.stderr.read() == b""
    tried("an archive of 500 articles, the reader of its facts gone after one")


@pytest.mark.model
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM][: cases(1, 2)])
def test_signal_ends_extraction_with_code_and_no_traceback(
    number: signal.Signals, tmp_path: Path, tried: Tried
) -> None:
    archive = tmp_path / "archive.jsonl"
    archive.write_text('{"id": 1, "text": "It rained in Leeds on Tuesday."}\n' * 20_000)
    with subprocess.Popen(
        [*NEWSVIEW, "extract", str(archive)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.send_signal(number)
        began = time.monotonic()
        while process.stdout.read(65536) and time.monotonic() - began < 60:
            pass
        assert process.wait(timeout=60) in (128 + number, -number)
        assert process.stderr.read().strip() == b""
    tried(f"{number.name} to a run over 20,000 articles")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_removes_temporary_files_of_a_command(number: signal.Signals, tmp_path: Path) -> None:
    with subprocess.Popen(
        [*NEWSVIEW, "quotes", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as process:
        began = time.monotonic()
        while not list(tmp_path.glob("newsview-quotes-*/*")) and time.monotonic() - began < 60:
            time.sleep(0.05)
        assert list(tmp_path.iterdir())
        process.send_signal(number)
        assert process.wait(timeout=60) == 128 + number
        assert process.stderr is not None and process.stderr.read() == b""
    assert list(tmp_path.iterdir()) == []
