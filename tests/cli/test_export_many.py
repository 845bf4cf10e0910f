"""``newsview export`` of the parts of an archive, and of folders."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from pyarrow import parquet

from newsview.model import json_text
from newsview.model.codec import encode
from tests.cli.command import newsview, one_line
from tests.export.article import REVIEW, analysis


def line(id_: object) -> bytes:
    """A line of a part, as of an archive's article with this id."""
    found = analysis(REVIEW)
    return json_text.line({"id": id_, **encode(replace(found, article=replace(found.article, id=id_)))})


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    folder = tmp_path / "parts"
    folder.mkdir()
    (folder / "part-000001.jsonl").write_bytes(line(7) + line("a/b"))
    (folder / "part-000002.jsonl").write_bytes(line({"key": 1}))
    for record in ("manifest.jsonl", "manifest-1-of-2.jsonl", "errors.jsonl", "errors-1-of-2.jsonl"):
        (folder / record).write_text('{"part": {}}\n')
    return folder


def ids(table: bytes) -> list[str]:
    """The articles of a table, without repetitions."""
    return list(dict.fromkeys(row["article_id"] for row in csv.DictReader(StringIO(table.decode()))))


def test_folder_of_parts_is_one_table(parts: Path) -> None:
    done = newsview("export", parts, "--format", "csv")
    assert (done.returncode, done.stderr) == (0, b"")
    assert ids(done.stdout) == ["7", "a/b", '{"key":1}']


def test_parts_can_be_named(parts: Path) -> None:
    done = newsview("export", *sorted(parts.glob("part-*")), "--format", "jsonl")
    assert [json.loads(each)["id"] for each in done.stdout.splitlines()] == [7, "a/b", {"key": 1}]


def test_folder_of_facts_files_is_one_stream(tmp_path: Path) -> None:
    for name in ("a", "sub/b"):
        path = tmp_path / f"{name}.facts.json"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(json_text.pretty(encode(analysis(REVIEW))))
    done = newsview("export", tmp_path, "--format", "csv")
    assert done.returncode == 0
    assert done.stdout.count(b"\r\n") == 2 * 6 + 1
    assert done.stdout.startswith(b"article,")


def test_faulty_line_costs_that_line(parts: Path) -> None:
    (parts / "part-000001.jsonl").write_bytes(line(7) + b'{"id": 8}\n' + line(9)[:-9] + b"\n")
    done = newsview("export", parts, "--format", "csv")
    assert done.returncode == 1
    assert ids(done.stdout) == ["7", '{"key":1}']
    told = done.stderr.decode().splitlines()
    assert len(told) == 2
    assert "part-000001.jsonl line 2" in told[0] and "part-000001.jsonl line 3" in told[1]


@pytest.mark.parametrize(
    ("options", "reason"),
    [(["--format", "html"], "is for one article"), (["--format", "csv", "-o", "out.csv"], "-o takes the facts of one")],
)
def test_what_is_for_one_article_is_refused(options: list[str], reason: str, parts: Path, tmp_path: Path) -> None:
    done = newsview("export", parts, *options, cwd=tmp_path)
    assert done.returncode == 2
    assert reason in one_line(done)


def test_folder_without_facts_is_one_line(tmp_path: Path) -> None:
    done = newsview("export", tmp_path, "--format", "csv")
    assert done.returncode == 66
    assert "no facts in this folder" in one_line(done)


def test_parts_are_one_parquet_table(parts: Path) -> None:
    (parts / "part-000001.jsonl").write_bytes(line(7) * 70 + b'{"id": 8}\n')
    done = newsview("export", parts, "--format", "parquet")
    assert done.returncode == 1 and b"part-000001.jsonl line 71" in done.stderr
    table = parquet.read_table(BytesIO(done.stdout))
    assert table.column("article_id").to_pylist() == ["7"] * 70 + ['{"key":1}']
    assert [len(row) for row in table.column("quotes").to_pylist()] == [len(table.column("quotes")[0])] * 71
    assert parquet.ParquetFile(BytesIO(done.stdout)).num_row_groups == 2
