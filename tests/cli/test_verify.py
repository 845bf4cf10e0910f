"""``newsview verify``: saved facts in an article as text and JSON, with exit codes and bad input."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from newsview.model import json_text
from newsview.model.codec import encode
from tests.cli.command import newsview, one_line
from tests.export.article import REVIEW, TEXT, analysis


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "buses.facts.json").write_bytes(json_text.pretty(encode(analysis(REVIEW))))
    (tmp_path / "same.txt").write_text(TEXT)
    (tmp_path / "new.txt").write_text(TEXT.replace("We cannot wait", "We can wait").replace("$4.2", "$4.9"))
    (tmp_path / "other.txt").write_text("Rain stopped play\n\nEvery court was still wet at 7pm, umpires told them.\n")
    return tmp_path


def test_text_lists_what_does_not_stand_with_its_decision(folder: Path) -> None:
    done = newsview("verify", "buses.facts.json", "new.txt", cwd=folder)
    assert done.returncode == 0
    text = done.stdout.decode()
    assert text.startswith("new.txt: the file is another one (sha256 differs)\n6 facts: ")
    assert "~ changed $4.2 million" in text.replace("about ", "") and "{+$4.9 million+}" in text
    assert "[-cannot-] {+can+}" in text and "accepted · claim false (council <minutes>)" in text


def test_json_has_the_documented_keys(folder: Path) -> None:
    found = orjson.loads(newsview("verify", "buses.facts.json", "new.txt", "--format", "json", cwd=folder).stdout)
    assert list(found) == ["sha256_equal", "facts"] and found["sha256_equal"] is False
    states = {each["id"]: each["state"] for each in found["facts"]}
    assert states["n-money"] == states["q-wait"] == "changed"
    text = (folder / "new.txt").read_text()
    smith = next(each for each in found["facts"] if each["id"] == "e-smith")
    assert text[smith["start"] : smith["end"]] == "John Smith"


def test_exit_code_says_whether_all_facts_stand(folder: Path) -> None:
    assert newsview("verify", "buses.facts.json", "new.txt", "--exit-code", cwd=folder).returncode == 3
    assert newsview("verify", "buses.facts.json", "same.txt", "--exit-code", cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("names", "code", "message"),
    [
        (("buses.facts.json", "other.txt"), 65, "these are facts of another text than other.txt"),
        (("buses.facts.json", "missing.txt"), 66, "missing.txt"),
        (("missing.json", "new.txt"), 66, "missing.json"),
        (("new.txt", "new.txt"), 65, "not a facts file"),
        (("buses.facts.json", "."), 2, "name one article"),
    ],
)
def test_bad_input_is_one_line(folder: Path, names: tuple[str, str], code: int, message: str) -> None:
    done = newsview("verify", *names, cwd=folder)
    assert (done.returncode, done.stdout) == (code, b"")
    assert message in one_line(done)


def test_no_spacy_is_needed(folder: Path) -> None:
    code = (
        "import sys; from newsview.cli.main import main\n"
        "try: main(['verify', 'buses.facts.json', 'new.txt'])\n"
        "finally: print(sorted({'spacy', 'textual', 'thinc'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    assert done.stdout.splitlines()[-1] == "[]"
