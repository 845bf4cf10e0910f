"""``newsview extract``: printed and written output, error messages, exit codes."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import ARTICLE, newsview, one_line
from tests.places import NEWSVIEW
from tests.terminal.reviewed import reviewed


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "budget.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.model
def test_single_file_is_printed_as_json(article: Path) -> None:
    done = newsview("extract", article)
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    assert facts["schema_version"] == 1
    assert facts["article"]["text"] == ARTICLE
    assert [entity["name"] for entity in facts["entities"]] == ["Ada Quill"]


@pytest.mark.model
def test_several_files_are_json_lines_despite_an_unreadable_one(article: Path, tmp_path: Path) -> None:
    done = newsview("extract", article, tmp_path / "missing.txt", article)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert "missing.txt" in one_line(done)


@pytest.mark.model
def test_output_dir_has_one_file_per_article_and_archive_line(article: Path, tmp_path: Path) -> None:
    archive = tmp_path / "week.jsonl"
    rows = [{"id": "a/1", "text": ARTICLE, "published": "2024-05-06"}, {"text": ARTICLE}]
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows))
    out = tmp_path / "out" / "deep"
    done = newsview("extract", article, archive, "--output-dir", out)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in out.iterdir()) == ["2.json", "a%2F1.json", "budget.json"]
    assert json.loads((out / "a%2F1.json").read_text())["article"]["published"] == "2024-05-06"


@pytest.mark.model
def test_output_writes_the_facts_of_one_file(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "facts.json"
    assert newsview("extract", article, "-o", out).returncode == 0
    assert json.loads(out.read_text())["article"]["path"] == str(article)


@pytest.mark.model
def test_standard_input_is_read_as_article() -> None:
    done = newsview("extract", "-", stdin=ARTICLE.encode())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["article"]["path"] is None


@pytest.mark.model
def test_invalid_archive_lines_are_reported_and_skipped(tmp_path: Path) -> None:
    archive = tmp_path / "week.jsonl"
    archive.write_text('{"id": "a", "text": "It rained."}\n{"id": \n{"id": "c"}\n')
    done = newsview("extract", archive)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert [line.split(": ")[1] for line in done.stderr.decode().splitlines()] == [
        f"{archive} line 2",
        f"{archive} line 3",
    ]


def test_inputs_with_same_output_name_are_refused_before_work(article: Path, tmp_path: Path) -> None:
    twin = tmp_path / "other" / "budget.txt"
    twin.parent.mkdir()
    twin.write_text(ARTICLE)
    done = newsview("extract", article, twin, "--output-dir", tmp_path / "out")
    assert done.returncode == 2
    assert "budget.json" in one_line(done)
    assert not (tmp_path / "out").exists()


def test_missing_file_exits_with_66(tmp_path: Path) -> None:
    done = newsview("extract", tmp_path / "none.txt")
    assert done.returncode == 66
    assert "none.txt" in one_line(done)


def test_folder_without_articles_is_refused(tmp_path: Path) -> None:
    done = newsview("read", tmp_path)
    assert done.returncode in (2, 66)
    one_line(done)


@pytest.mark.parametrize(
    ("content", "word"), [(b"", "empty"), (b"  \n\n ", "empty"), (bytes(range(256)) * 8, "binary")]
)
def test_empty_and_binary_files_exit_with_65(content: bytes, word: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    done = newsview("extract", path)
    assert done.returncode == 65
    assert word in one_line(done)


def test_unknown_model_exits_with_69(article: Path) -> None:
    done = newsview("extract", article, "--model", "no_such_model")
    assert done.returncode == 69
    assert "no_such_model" in one_line(done)


def test_unwritable_output_folder_exits_with_73(article: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    done = newsview("extract", article, "--output-dir", blocked)
    assert done.returncode == 73
    assert "file" in one_line(done)


def test_invalid_date_is_usage_error(article: Path) -> None:
    done = newsview("extract", article, "--published", "yesterday")
    assert done.returncode == 2
    assert "yesterday" in one_line(done)


def test_unknown_option_is_usage_error(article: Path) -> None:
    done = newsview("extract", article, "--nonsense")
    assert done.returncode == 2
    one_line(done)


def test_reader_without_terminal_suggests_extract(article: Path) -> None:
    done = newsview(article)
    assert done.returncode == 2
    assert "newsview extract" in one_line(done)


def test_control_codes_in_file_name_are_replaced_in_message(tmp_path: Path) -> None:
    done = newsview("extract", tmp_path / "\x1b]0;owned\x07.txt")
    assert done.returncode == 66
    assert b"\x1b" not in done.stderr
    assert b"\x07" not in done.stderr


@pytest.mark.parametrize("arguments", [(), ("schema",), ("models",), ("diff", "--help")])
def test_closed_pipe_ends_without_message(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [*NEWSVIEW, *(arguments or ("export", str(reviewed(tmp_path)), "--format", "csv"))]
    done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, timeout=120, check=False)
    os.close(write_end)
    assert done.returncode == 141
    assert done.stderr == b""
