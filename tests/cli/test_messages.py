"""What the commands say when something is wrong: one line, where and what, and what to do about it."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from newsview.batch.plan import planned
from newsview.errors import InputError, NewsviewError
from newsview.inputs.articles import ReadingOptions, inputs
from newsview.terminal import install_hint
from newsview.workers import model_files
from tests.cli.command import newsview, one_line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract"], "missing argument 'FILE...'; newsview extract --help says how"),
        (
            ["extract", "a.txt", "--forma", "csv"],
            "no such option '--forma'; did you mean one of: '--force', '--format'?",
        ),
        (["extract", "a.txt", "--encodin", "x"], "no such option '--encodin'; did you mean '--encoding'?"),
        (["completion"], "missing argument 'SHELL'; choose from: bash, zsh, fish"),
        (["schema", "x"], "got unexpected extra argument (x); newsview schema --help says how"),
        (["--demo", "a.txt"], "--demo opens the reader on an article of its own; leave the others and --text out"),
        (["a.txt", "--text", "-o", "b"], "--text prints and saves nothing; leave -o out"),
        (["extract", ""], "empty file name; name an article, a folder, or - for standard input"),
    ],
)
def test_what_cannot_be_meant_is_one_line_that_says_what_to_do(arguments: list[str], told: str) -> None:
    done = newsview(*arguments)
    assert done.returncode == 2
    assert " ".join(one_line(done).split("\n")) == f"newsview: {told}"


@pytest.mark.parametrize(("name", "code"), [("none.jsonl", 66), ("none*.txt", 66), ("folder", 66), ("none.txt", 66)])
def test_the_only_input_s_failure_is_the_command_s(name: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = newsview("extract", tmp_path / name)
    assert done.returncode == code
    assert one_line(done).startswith(f"newsview: {tmp_path / name}: ")


def test_saved_facts_are_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.facts.json").write_text("{}")
    done = newsview("extract", tmp_path / "a.facts.json")
    assert done.returncode == 65
    assert "use newsview export" in one_line(done)


def test_an_archive_in_shards_is_refused_as_one_that_is_read_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "empty").mkdir()
    for name in ("pipe.jsonl", "none.jsonl", "empty", "none*.txt"):
        file = str(tmp_path / name)
        with pytest.raises(InputError) as in_shards, planned([file], named=False):
            pass
        (only,) = inputs([file], ReadingOptions())
        with pytest.raises(InputError) as at_once:
            only.read()
        assert str(in_shards.value) == str(at_once.value)


def test_a_pattern_that_cannot_be_meant_is_told() -> None:
    # from Python 3.13 on, ** inside a name is a pattern: here it finds nothing
    told = "between slashes|no file matches this pattern"
    with pytest.raises(NewsviewError, match=told):
        (only,) = inputs(["a**b/x"], ReadingOptions())
        only.read()
    with pytest.raises(NewsviewError, match=told), planned(["a**b/x"], named=False):
        pass


def test_what_is_missing_is_installed_where_newsview_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/my home/.venv")
    monkeypatch.setattr(sys, "executable", "/my home/.venv/bin/python")
    monkeypatch.setattr(install_hint, "find_spec", lambda name: None)
    without_pip = shlex.split(install_hint.installing("newsview[html]"))
    assert without_pip == ["python3", "-m", "pip", "--python", "/my home/.venv", "install", "newsview[html]"]
    monkeypatch.setattr(install_hint, "find_spec", lambda name: name)
    with_pip = shlex.split(install_hint.installing("newsview[html]"))
    assert with_pip == ["/my home/.venv/bin/python", "-m", "pip", "install", "newsview[html]"]


def test_without_a_pipeline_the_one_to_install_is_named() -> None:
    assert str(model_files.no_pipeline(None)).endswith(f"install {model_files.PACKAGE}")
    assert "newsview models" in str(model_files.no_pipeline("mine"))
