"""Archives that several processes cannot read at offsets: packed ones and tables give what the unpacked lines give."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from newsview.batch import copies
from newsview.errors import CannotWriteError
from tests.batch.runs import archive, contents, go


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _parts(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in contents(folder).items() if name.startswith("part-")}


def test_packed_archive_and_tables_give_the_parts_of_the_lines(tmp_path: Path) -> None:
    lines = archive(tmp_path, 150)
    packed, table, columns = (tmp_path / f"archive{suffix}" for suffix in (".jsonl.gz", ".csv", ".parquet"))
    packed.write_bytes(gzip.compress(lines.read_bytes()))
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["id", "text"])
        writer.writeheader()
        writer.writerows(_rows(lines))
    parquet.write_table(pa.Table.from_pylist(_rows(lines)), columns)
    go(lines, tmp_path / "lines", jobs=2)
    for path in (packed, table, columns):
        assert go(path, tmp_path / path.name.replace(".", "-"), jobs=2).articles == 150
        assert _parts(tmp_path / path.name.replace(".", "-")) == _parts(tmp_path / "lines")


def test_interrupted_run_over_a_packed_archive_is_resumed(tmp_path: Path) -> None:
    packed = tmp_path / "archive.jsonl.gz"
    packed.write_bytes(gzip.compress(archive(tmp_path, 70).read_bytes()))
    go(packed, tmp_path / "whole")
    go(packed, tmp_path / "out")
    next((tmp_path / "out").glob("part-*")).unlink()
    go(packed, tmp_path / "out", resume=True)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_invalid_row_of_a_table_costs_that_row(tmp_path: Path) -> None:
    path = tmp_path / "archive.csv"
    path.write_text("id,text\na,It rained.\nb,It rained.,more\nc,It rained.\n", encoding="utf-8")
    assert go(path, tmp_path / "out").articles == 2
    (failure,) = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").read_text().splitlines()]
    assert failure["article"] == f"{path} row 2"
    assert failure["error"].endswith("it has 3 columns instead of 2; fix or remove the row")


def test_full_disk_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "archive.csv"
    path.write_text("id,text\na,It rained.\n", encoding="utf-8")
    monkeypatch.setattr(copies, "TemporaryDirectory", lambda prefix: _Folder(tmp_path / "none"))
    with pytest.raises(CannotWriteError, match=r"cannot write its rows to a temporary file: .*set TMPDIR"):
        go(path, tmp_path / "out")


class _Folder:
    """A temporary folder that has been removed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> str:
        return str(self._path)

    def __exit__(self, *_: object) -> None:
        pass
