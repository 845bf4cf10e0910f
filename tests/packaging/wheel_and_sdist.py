"""Contents of the packages built by ``.ci/run`` in ``dist``, and newsview as installed from the wheel.

Not collected by plain ``pytest``: the packages and ``.venv-wheel``, with the wheel and its dependencies, must exist
first. Nothing here runs from the source tree.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from newsview import __version__
from tests.terminal.screen import Terminal

ROOT = Path(__file__).parents[2]
INSTALLED = ROOT / ".venv-wheel" / "bin"
KINDS = {".py", ".sha256", ".typed", ".tcss", ".css", ".json", ".toml", ".tsv", ".txt", ".yaml"}
"""Allowed suffixes of files in the package."""


@pytest.fixture
def wheel() -> Path:
    """The wheel, the only one."""
    (path,) = (ROOT / "dist").glob("*.whl")
    return path


@pytest.fixture
def sdist(tmp_path: Path) -> Path:
    """The folder of the unpacked sdist."""
    (path,) = (ROOT / "dist").glob("*.tar.gz")
    subprocess.run(["tar", "-xzf", str(path), "-C", str(tmp_path)], check=True)
    return tmp_path / f"newsview-{__version__}"


@pytest.fixture
def stranger(tmp_path: Path, home: dict[str, str]) -> dict[str, str]:
    """The environment of a user with the wheel only, without access to the source tree."""
    return home | {"PYTHONPATH": "", "PATH": "/usr/bin:/bin"}


def files_below(folder: Path) -> set[str]:
    """The files below *folder* by relative path, without compiled files."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def run(command: list[str], cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The finished program *command* of the installed wheel."""
    return subprocess.run([str(INSTALLED / command[0]), *command[1:]], capture_output=True, text=True, cwd=cwd, env=env)


def test_wheel_contains_exactly_the_package_files(wheel: Path) -> None:
    about = f"newsview-{__version__}.dist-info"
    package = {f"newsview/{name}" for name in files_below(ROOT / "tui" / "newsview")}
    assert {Path(name).suffix for name in package} == KINDS
    assert {"newsview/py.typed", "newsview/app/reader.tcss", "newsview/cli/data/demo.txt"} <= package
    described = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}
    assert set(ZipFile(wheel).namelist()) == package | {f"{about}/{name}" for name in described}


def test_sdist_contains_sources_and_tests(sdist: Path) -> None:
    for folder in ("tui", "tests", "seeds", ".ci", "docs"):
        assert files_below(sdist / folder) == files_below(ROOT / folder)
    at_the_top = {path.name for path in sdist.iterdir() if path.is_file()}
    pages = {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE"}
    assert at_the_top == pages | {
        "pyproject.toml",
        "constraints-lowest.txt",
        "constraints.txt",
        "PKG-INFO",
        ".gitignore",
    }


def test_sdist_builds_same_wheel(sdist: Path, wheel: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=sdist, check=True)
    (rebuilt,) = (sdist / "dist").glob("*.whl")
    assert rebuilt.name == wheel.name
    assert rebuilt.read_bytes() == wheel.read_bytes()


def test_reader_opens_article_and_quits(tmp_path: Path, stranger: dict[str, str]) -> None:
    shutil.copy(ROOT / "seeds" / "strike.txt", tmp_path)
    with Terminal([str(INSTALLED / "newsview"), "strike.txt"], cwd=tmp_path, env=stranger) as terminal:
        terminal.wait_for("Rail strike to halt most trains")
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_demonstration_is_included(tmp_path: Path, stranger: dict[str, str]) -> None:
    with Terminal([str(INSTALLED / "newsview"), "--demo"], cwd=tmp_path, env=stranger) as terminal:
        terminal.wait_for("all keys · q quit")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_installed_wheel_extracts_facts(tmp_path: Path, stranger: dict[str, str]) -> None:
    article = "“We can pay for it,” Ada Quill said on Friday. The bridge will cost €4.2 million."
    (tmp_path / "bridge.txt").write_text(article, encoding="utf-8")
    done = run(["newsview", "extract", "bridge.txt", "--published", "2024-05-06"], tmp_path, stranger)
    assert (done.returncode, done.stderr) == (0, "")
    facts = json.loads(done.stdout)
    assert facts["generator"]["version"] == __version__
    assert [quote["speaker"]["text"] for quote in facts["quotes"]] == ["Ada Quill"]
    assert [(number["iso"], number["value"], number["unit"]) for number in facts["numbers"]] == [
        ("2024-05-03", None, None),
        (None, 4_200_000, "EUR"),
    ]


def test_format_without_extra_is_refused_with_install_command(tmp_path: Path, stranger: dict[str, str]) -> None:
    (tmp_path / "page.html").write_text("<html><body><p>“It is over,” she said.</p></body></html>", encoding="utf-8")
    done = run(["newsview", "extract", "page.html"], tmp_path, stranger)
    assert (done.returncode, done.stdout) == (69, "")
    assert "newsview[html]" in done.stderr


def test_spacy_finds_components(tmp_path: Path, stranger: dict[str, str]) -> None:
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('newsview_numbers'); print(*nlp.pipe_names)"
    done = run(["python", "-c", code], tmp_path, stranger)
    assert done.stdout == "newsview_numbers\n", done.stderr
