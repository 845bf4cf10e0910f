"""Child processes do not import modules from the working directory, which may contain untrusted files."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from newsview.workers.client import worker_command
from tests.cli.command import ARTICLE

NEWSVIEW = str(Path(sys.executable).with_name("newsview"))
"""The console script, which unlike ``python -m newsview`` does not import from the working directory."""

NAMES = sorted({*sys.stdlib_module_names, *packages_distributions()} - {"sitecustomize", "usercustomize"})
"""Every module of the standard library and every package that is installed: all that a process could import."""

TRAP = "open({marker!r}, 'a').write(__name__ + '\\n')\nraise SystemExit('code of the working folder ran')\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles and of modules named like those that newsview imports."""
    for name in filter(str.isidentifier, NAMES):
        (tmp_path / f"{name}.py").write_text(TRAP.format(marker=str(tmp_path / "ran")), encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "page.html").write_text(f"<html><body><p>{ARTICLE}</p></body></html>", encoding="utf-8")
    (tmp_path / "archive.jsonl").write_text(json.dumps({"id": "a", "text": ARTICLE}) + "\n", encoding="utf-8")
    return tmp_path


def ran(folder: Path) -> list[str]:
    """The modules in *folder* that were imported."""
    marker = folder / "ran"
    return marker.read_text(encoding="utf-8").split() if marker.exists() else []


@pytest.mark.model
def test_reader_worker_runs_no_module_of_working_directory(folder: Path) -> None:
    request = json.dumps({"id": 0, "do": "ping"}).encode() + b"\n"
    done = subprocess.run(worker_command(), input=request, cwd=folder, capture_output=True, timeout=120, check=False)
    assert ran(folder) == [] and b'"pong"' in done.stdout, done.stderr


COMMANDS = {
    "processes and parsers": ["extract", "archive.jsonl", "page.html", "--output-dir", "out", "--jobs", "1", "-q"],
    "a local cluster": ["extract", "archive.jsonl", "--output-dir", "out", "--scheduler", "local", "--jobs", "1", "-q"],
}


@pytest.mark.model
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_child_of_command_runs_no_module_of_working_directory(name: str, folder: Path) -> None:
    done = subprocess.run([NEWSVIEW, *COMMANDS[name]], cwd=folder, capture_output=True, timeout=120, check=False)
    assert (done.returncode, ran(folder)) == (0, []), done.stderr
    assert (folder / "out" / "a.json").is_file()
