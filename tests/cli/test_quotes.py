"""``newsview quotes``: texts, archives and saved facts; a table and JSON Lines; bad input."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from newsview.model import json_text
from newsview.model.codec import encode
from tests.cli.command import newsview, one_line
from tests.compare.versions import QUOTE, article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "facts").mkdir()
    for name, words, speaker in (
        ("a", QUOTE, "Ada Quill"),
        ("b", QUOTE.replace("not ", ""), "Ada Quill"),
        ("c", QUOTE, "Tom Berger"),
    ):
        (tmp_path / "facts" / f"{name}.facts.json").write_bytes(json_text.pretty(encode(article((words, speaker)))))
    return tmp_path


def test_table_shows_who_has_the_words_and_what_matters(folder: Path) -> None:
    done = newsview("quotes", "facts", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [
        "3 articles, 8 words in common",
        f"  “{QUOTE},”".replace(",”", "”"),
        "    facts/a.facts.json  -           Ada Quill",
        "    facts/b.facts.json  -           Ada Quill",
        "    facts/c.facts.json  -           Tom Berger",
        "  ! negation facts/b.facts.json: [-not-]",
        "  ! speaker  facts/c.facts.json: [-Ada Quill-] {+Tom Berger+}",
        "",
    ]
    assert one_line(done) == "newsview: 1 quote in several of 3 articles"


def test_json_lines_have_the_documented_keys(folder: Path) -> None:
    done = newsview("quotes", "facts", "--format", "jsonl", "--quiet", cwd=folder)
    (row,) = map(orjson.loads, done.stdout.splitlines())
    assert list(row) == ["words", "quotes", "differences"] and done.stderr == b""
    assert list(row["quotes"][0]) == ["article", "id", "text", "speaker", "stance", "published"]
    assert [each["kind"] for each in row["differences"]] == ["negation", "speaker"]


def test_broken_lines_are_told_and_the_rest_is_done(folder: Path) -> None:
    lines = [json_text.line({"id": name, **encode(article((QUOTE, "Ada Quill")))}) for name in ("x", "y")]
    (folder / "facts.jsonl").write_bytes(lines[0] + b'{"schema_version": 1, "gener\n' + lines[1])
    done = newsview("quotes", "facts.jsonl", "--format", "jsonl", "--quiet", cwd=folder)
    assert done.returncode == 1 and "facts.jsonl line 2" in one_line(done)
    assert len(orjson.loads(done.stdout)["quotes"]) == 2


def test_part_files_of_a_run_are_read_like_a_folder_of_facts(folder: Path) -> None:
    (folder / "run").mkdir()
    for name in ("part-1", "part-2"):
        line = json_text.line({"id": name, **encode(article((QUOTE, "Ada Quill")))})
        (folder / "run" / f"{name}.jsonl").write_bytes(line)
    (folder / "run" / "manifest.jsonl").write_bytes(b"{}\n")
    done = newsview("quotes", "run", "--format", "jsonl", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert [each["article"] for each in orjson.loads(done.stdout)["quotes"]] == ["part-1", "part-2"]


@pytest.mark.model
def test_texts_and_archives_are_read(folder: Path) -> None:
    (folder / "one.txt").write_text(f"“{QUOTE},” Ada Quill told the council on Monday.\n")
    (folder / "news.jsonl").write_bytes(
        orjson.dumps({"id": 7, "text": f"“{QUOTE},” said Ada Quill, the mayor, on Monday."}) + b"\n"
    )
    done = newsview("quotes", "one.txt", "news.jsonl", "--format", "jsonl", cwd=folder)
    assert [each["article"] for each in orjson.loads(done.stdout)["quotes"]] == ["one.txt", 7]


def test_several_processes_give_the_same_bytes(folder: Path) -> None:
    command = ["quotes", str(folder / "facts"), "--format", "jsonl"]
    alone = newsview(*command).stdout
    assert alone and newsview(*command, "--jobs", "2").stdout == alone


def test_missing_input_is_one_line(folder: Path) -> None:
    done = newsview("quotes", "missing.json", "--quiet", cwd=folder)
    assert (done.returncode, done.stdout) == (66, b"") and "missing.json" in one_line(done)


def test_no_temporary_file_is_left(folder: Path) -> None:
    (folder / "tmp").mkdir()
    newsview("quotes", "facts", cwd=folder, env={"TMPDIR": str(folder / "tmp")})
    assert list((folder / "tmp").iterdir()) == []
