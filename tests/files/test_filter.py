"""JSON Lines on standard input: each line is answered by a line, with the ids and fields of the rows."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import newsview, one_line
from tests.places import NEWSVIEW

WORDS = "“It rained,” Ada Quill said."


def rows(*values: dict[str, Any]) -> bytes:
    """*values* as JSON Lines."""
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def facts(stdout: bytes) -> list[dict[str, Any]]:
    """The lines of an output."""
    return [json.loads(line) for line in stdout.splitlines()]


def test_each_line_is_answered_by_a_line_with_its_id_and_other_fields() -> None:
    done = newsview("extract", "-", stdin=rows({"id": 7, "text": WORDS, "desk": "city"}, {"id": "a/b", "text": WORDS}))
    assert done.returncode == 0
    first, second = facts(done.stdout)
    assert (first["id"], second["id"]) == (7, "a/b")
    assert first["article"]["metadata"] == {"desk": "city"}
    assert [quote["text"] for quote in first["quotes"]] == ["It rained,"]


@pytest.mark.parametrize("broken", [b'{"id": 1, "text": "It ra\n', b'{"id": 1}\n', b'{"id": 1, "text": ""}\n', b"[]\n"])
def test_faulty_row_costs_that_row(broken: bytes) -> None:
    good = rows({"id": 2, "text": WORDS})
    for given in (broken + good, good + broken) if broken != b"[]\n" else (good + broken,):
        done = newsview("extract", "-", stdin=given)
        assert done.returncode == 1
        assert [each["id"] for each in facts(done.stdout)] == [2]
        assert one_line(done).startswith(f"newsview: standard input line {1 if given.startswith(broken) else 2}:")


def test_fields_are_named_by_options() -> None:
    row = {"key": 7, "body": WORDS, "day": "2024-05-06", "text": "other", "title": "Rain"}
    options = ["--text-field", "body", "--id-field", "key", "--date-field", "day"]
    (found,) = facts(newsview("extract", "-", *options, stdin=rows(row)).stdout)
    assert found["id"] == 7
    assert found["article"]["published"] == "2024-05-06"
    assert found["article"]["metadata"] == {"text": "other"}
    assert "It rained" in found["article"]["text"]


def test_packed_standard_input_is_unpacked() -> None:
    done = newsview("extract", "-", stdin=gzip.compress(rows({"id": 1, "text": WORDS})))
    assert [each["id"] for each in facts(done.stdout)] == [1]


def test_csv_of_standard_input_has_ids() -> None:
    done = newsview("extract", "-", "--format", "csv", stdin=rows({"id": 7, "text": WORDS}))
    assert done.stdout.splitlines()[0].startswith(b"article_id,")
    assert done.stdout.splitlines()[1].startswith(b"7,")


@pytest.mark.parametrize(
    ("stdin", "reason"),
    [
        (b'{\n  "id": 1,\n  "text": "It rained."\n}\n', "this is JSON, not an article"),
        (b'{\n  "schema_version": 1,\n  "generator": {}\n}\n', "these are saved facts, not an article"),
        (b'[{"id": 1, "text": "It rained."}]', "this is JSON, not an article"),
        (b'{"quotes": [], "schema_version": 1}\n', "line 1: it is not an article"),
    ],
)
def test_other_json_is_never_an_article(stdin: bytes, reason: str) -> None:
    done = newsview("extract", "-", stdin=stdin)
    assert (done.returncode, done.stdout) == (65, b"")
    assert reason in one_line(done)


@pytest.mark.parametrize(
    "options", [["-o", "out.json"], ["--output-dir", "out"], ["--format", "html"], ["--format", "json"]]
)
def test_output_for_one_article_is_refused(options: list[str], tmp_path: Path) -> None:
    done = newsview("extract", "-", *options, stdin=rows({"id": 1, "text": WORDS}), cwd=tmp_path)
    assert done.returncode == 2
    assert "standard input is an archive" in one_line(done)
    assert list(tmp_path.iterdir()) == []


def test_article_that_begins_with_a_brace_is_read() -> None:
    done = newsview("extract", "-", stdin=f"{{Updated}} {WORDS}\n\nIt cost $2 million.".encode())
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["quotes"]) == 1


@pytest.mark.model
def test_line_is_answered_before_the_next_one_is_read() -> None:
    filter_ = subprocess.Popen(
        [*NEWSVIEW, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ
    )
    assert filter_.stdin is not None and filter_.stdout is not None
    try:
        for number in range(3):
            filter_.stdin.write(rows({"id": number, "text": WORDS}))
            filter_.stdin.flush()
            assert json.loads(filter_.stdout.readline())["id"] == number
    finally:
        filter_.stdin.close()
        filter_.stdout.close()
        assert filter_.wait(60) == 0


def test_table_rows_are_articles(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    columns = {"id": [7, 8], "body": [WORDS, "It snowed."], "desk": ["city", None]}
    parquet.write_table(pyarrow.table(columns), tmp_path / "week.parquet")
    (tmp_path / "week.csv").write_text(f'id,body,desk\n7,"{WORDS}",city\n8,It snowed.,\n', encoding="utf-8")
    (tmp_path / "week.tsv.gz").write_bytes(
        gzip.compress(f"id\tbody\tdesk\n7\t{WORDS}\tcity\n8\tIt snowed.\t\n".encode())
    )
    for name in ("week.parquet", "week.csv", "week.tsv.gz"):
        done = newsview("extract", tmp_path / name, "--text-field", "body")
        first, second = facts(done.stdout)
        assert (str(first["id"]), str(second["id"])) == ("7", "8")
        assert first["article"]["metadata"] == {"desk": "city"}
        assert "snowed" in second["article"]["text"]


def test_table_without_the_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "boats.csv").write_text("id,boats\n1,4\n", encoding="utf-8")
    done = newsview("extract", tmp_path / "boats.csv")
    assert done.returncode == 65
    assert 'no column "text"' in one_line(done) and "--text-field" in one_line(done)


@pytest.mark.parametrize(
    ("row", "reason"),
    [(b"1,It rained.,more\n", "3 columns instead of 2"), (b"1,It r\xffined.\n", "encoding"), (b"1,\n", "empty")],
)
def test_faulty_row_of_a_table_costs_that_row(row: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "week.csv").write_bytes(b"id,text\n" + row + b"2,It snowed.\n")
    done = newsview("extract", tmp_path / "week.csv")
    assert done.returncode == 1
    assert [each["id"] for each in facts(done.stdout)] == ["2"]
    assert reason in one_line(done)


def test_what_is_no_parquet_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "week.parquet").write_bytes(b"PAR1 and nothing else PAR1")
    done = newsview("extract", tmp_path / "week.parquet")
    assert done.returncode == 65
    assert "cannot be read as Parquet" in one_line(done)
