"""Part files as tables: CSV and Parquet."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from pyarrow import parquet

from newsview.batch.part_formats import part_format
from tests.batch.runs import archive, contents, go
from tests.export.article import analysis


def test_parts_as_csv_have_their_header(tmp_path: Path) -> None:
    path = archive(tmp_path, 70, n7="{")
    assert go(path, tmp_path / "out", form="csv").failures == 1
    for part in sorted((tmp_path / "out").glob("part-*.csv")):
        assert part.read_bytes().startswith(b"article_id,article,")


def test_rows_of_csv_begin_with_the_id_of_the_line() -> None:
    form = part_format("csv", aside=False)
    table = form.part([form.article(id_, analysis()) for id_ in ("a/6", 7)]).decode()
    ids = [row["article_id"] for row in csv.DictReader(StringIO(table))]
    assert ids == ["a/6"] * 6 + ["7"] * 6


def test_parts_as_parquet_have_a_row_for_each_article(tmp_path: Path) -> None:
    path = archive(tmp_path, 70, n7="{")
    assert go(path, tmp_path / "out", form="parquet").failures == 1
    table = parquet.read_table(sorted((tmp_path / "out").glob("part-*.parquet")))
    assert table.column("article_id").to_pylist() == [f"a{number}" for number in range(70) if number != 7]


def test_resumed_parts_have_the_bytes_of_one_run(tmp_path: Path) -> None:
    path = archive(tmp_path, 70)
    go(path, tmp_path / "whole", form="parquet")
    go(path, tmp_path / "out", form="parquet")
    next((tmp_path / "out").glob("part-*.parquet")).unlink()
    go(path, tmp_path / "out", form="parquet", resume=True)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
