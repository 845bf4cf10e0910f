"""Closed, full or unusual standard streams, and reduced environments."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsview.cli.main import main
from tests.cli.command import newsview
from tests.conftest import Tried
from tests.effort import THOROUGH
from tests.terminal.reviewed import decide, is_restored, reviewed, told
from tests.terminal.screen import Terminal

NEWSVIEW = f"'{sys.executable}' -m newsview"


def shell(line: str, folder: Path, home: dict[str, str], **env: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a line for the shell, run in *folder*."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path), **home, **env}
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, timeout=120, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


FAILURES = {
    "input closed": ("extract - <&-", 66, "standard input: it is closed"),
    "output closed": ("export springfield-buses.txt --format csv >&-", 73, "standard output is closed"),
    "output full": (
        "export springfield-buses.txt --format csv > /dev/full",
        73,
        "cannot write to standard output: No space",
    ),
    "help on a full disk": ("--help > /dev/full", 73, "cannot write: No space left"),
    "messages into a full disk": ("extract nothing.txt 2> /dev/full", 66, ""),
    "a reader without a screen, messages nowhere": ("springfield-buses.txt >&- 2>&-", 2, ""),
}
"""Commands run in separate processes, because Python flushes the standard streams at exit."""


@pytest.mark.parametrize("name", sorted(FAILURES))
def test_unusable_stream_is_one_line_error(name: str, tmp_path: Path, home: dict[str, str]) -> None:
    reviewed(tmp_path)
    arguments, code, words = FAILURES[name]
    found, out, err = shell(f"{NEWSVIEW} {arguments}", tmp_path, home)
    assert (found, out) == (code, "")
    assert words in err and len(err.splitlines()) == bool(words) and "internal error" not in err


EVERYWHERE = dict.fromkeys(("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR"), "article.txt/x")
PLAIN = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
NOWHERE = "exec <&-; touch -d 1970-01-01 article.txt; mkdir gone; cd gone; rmdir ../gone;"
MACHINES = {
    "no home, no input, an unknown locale, a folder that is gone, dates of old": (
        NOWHERE, {"HOME": "/proc/nowhere", "LC_ALL": "xx_YY.nothing"},
    ),
    "a file in the place of every folder, no letters, few descriptors": ("ulimit -n 16;", EVERYWHERE | PLAIN),
}  # fmt: skip


@pytest.mark.model
def test_facts_are_the_same_in_reduced_environments(tmp_path: Path, home: dict[str, str], tried: Tried) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Jane Doe said “we won” in Leeds on Monday.", encoding="utf-8")
    usual = newsview("extract", article).stdout.decode()
    for before, env in MACHINES.values():
        code, out, err = shell(f"{before} {NEWSVIEW} extract '{article}'", tmp_path, home, **env)
        assert (code, err) == (0, ""), (before, env)
        # a folder's name may be one that a locale without letters cannot show
        assert re.sub('"path": ".*"', "", out) == re.sub('"path": ".*"', "", usual)
    tried(f"{len(MACHINES)} machines that lack three to five things each")


def test_lack_of_memory_is_not_an_internal_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for error, words in (
        (MemoryError(), "out of memory"),
        (RuntimeError("can't start new thread"), "out of memory"),
        (KeyError("x"), "internal error"),
    ):

        def failing(error: Exception = error) -> None:
            raise error

        monkeypatch.setattr("newsview.model.schema.schema", failing)
        with pytest.raises(SystemExit):
            main(["schema"])
        (line,) = capsys.readouterr().err.splitlines()
        assert words in line


LACKS: dict[str, tuple[str, dict[str, str]]] = {
    "no input": ("< /dev/null", {}),
    "input closed": ("<&-", {}),
    "the list of a loop": ("< springfield-buses.txt", {}),
    "TERM unset": ("", {"TERM": ""}),
    "TERM=dumb": ("", {"TERM": "dumb"}),
    "a locale without letters": ("", PLAIN),
    "another encoding": ("", {"PYTHONIOENCODING": "latin-1"}),
    "no home": ("", {"HOME": "/proc/nowhere"}),
    "a file in the place of every folder": ("", {key: "springfield-buses.txt/x" for key in EVERYWHERE}),
}  # fmt: skip
TOGETHER = (
    ("no input", "TERM unset", "no home"),
    ("input closed", "TERM=dumb", "a locale without letters"),
    ("the list of a loop", "another encoding", "a file in the place of every folder"),
)
"""What a reader is started without at once; with NEWSVIEW_THOROUGH=1 also without each alone."""


@pytest.mark.terminal
@pytest.mark.parametrize("names", [*TOGETHER, *((name,) for name in LACKS if THOROUGH)], ids=" and ".join)
def test_reader_works_and_restores_terminal(names: Sequence[str], tmp_path: Path, home: dict[str, str]) -> None:
    env = {key: value for name in names for key, value in LACKS[name][1].items()}
    reviewed(tmp_path)
    line = f"exec {NEWSVIEW} springfield-buses.txt {' '.join(LACKS[name][0] for name in names)}"
    with Terminal(["sh", "-c", line], env={**home, **env}, cwd=tmp_path) as terminal:
        decide(terminal)
        terminal.press("s")
        terminal.wait_for("saved to")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert is_restored(terminal) and told(terminal) == []


@pytest.mark.model
def test_closed_stderr_keeps_messages_out_of_data(tmp_path: Path, home: dict[str, str]) -> None:
    (tmp_path / "article.txt").write_text("“We won,” Ada Quill said in Leeds.", encoding="utf-8")
    noisy = newsview("extract", "nothing.txt", "article.txt", "--format", "csv", cwd=tmp_path)
    assert noisy.returncode == 1 and b"nothing.txt" in noisy.stderr
    cache = {"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}  # the facts are there: no model is loaded
    quiet = shell(f"{NEWSVIEW} extract nothing.txt article.txt --format csv 2>&-", tmp_path, home, **cache)
    assert quiet == (1, noisy.stdout.decode(), "")
    assert shell(f"{NEWSVIEW} nothing.txt 2>&-", tmp_path, home)[1] == ""


@pytest.mark.model
def test_archive_run_works_with_closed_stderr(tmp_path: Path, home: dict[str, str]) -> None:
    (tmp_path / "archive.jsonl").write_text('{"id": "a", "text": "It rained in Leeds."}\n', encoding="utf-8")
    line = f"{NEWSVIEW} extract archive.jsonl --output-dir out --jobs 1 2>&-"
    assert shell(line, tmp_path, home) == (0, "", "")
    assert (tmp_path / "out" / "a.json").is_file()


def test_closed_stderr_descriptor_is_not_reused_by_file(tmp_path: Path, home: dict[str, str]) -> None:
    """A file opened as descriptor 2 would contain messages of libraries."""
    program = (
        "import os, sys; from newsview.cli.main import main; from newsview.model import schema;"
        "schema.schema = lambda: {'free': os.open('next', os.O_CREAT | os.O_RDWR)}; main(['schema'])"
    )
    code, out, _ = shell(f"'{sys.executable}' -c \"{program}\" 2>&-", tmp_path, home)
    assert code == 0 and json.loads(out)["free"] > 2


@pytest.mark.parametrize("error", [KeyboardInterrupt(), KeyError("x")])
def test_end_of_command_is_not_printed_on_stdout(
    error: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing() -> None:
        raise error

    monkeypatch.setattr("newsview.model.schema.schema", failing)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setenv("NEWSVIEW_TRACEBACK", "1")
    with pytest.raises(SystemExit):
        main(["schema"])
    assert capsys.readouterr().out == ""
