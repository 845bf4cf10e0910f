"""Facts as Arrow: flat tables of analyses, batches of articles, Parquet."""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

import newsview
from newsview.errors import ExtraMissingError, UsageError
from newsview.export import arrow
from newsview.model.iso_days import days
from newsview.model.kinds import KIND_NAMES
from tests.export.article import REVIEW, analysis

TEXT = "“We can pay for it,” Ada Quill said last Friday. It costs $4.2 million."


def batch(**columns: list[Any]) -> pyarrow.RecordBatch:
    """A batch with *columns*."""
    return pyarrow.RecordBatch.from_pydict(columns)


def test_tables_have_a_row_for_each_fact_with_names_and_typed_values() -> None:
    entities, quotes, numbers = newsview.tables([analysis(REVIEW), analysis(REVIEW)])
    assert [table.num_rows for table in (entities, quotes, numbers)] == [4, 4, 4]
    assert quotes.column("article_id").to_pylist() == ["buses.txt"] * 4
    assert quotes.column("published").to_pylist() == [date(2024, 5, 16)] * 4
    spoken = quotes.to_pylist()[1]
    assert (spoken["speaker"], spoken["speaker_name"], spoken["verdict"]) == ("Doe", "@Jane Doe | mayor", "false")
    money, years = numbers.to_pylist()[:2]
    assert (money["value"], money["unit"], money["modifier"]) == (4_200_000.0, "USD", "~")
    assert (years["value"], years["unit"], years["status"]) == (-12.0, "=month", "rejected"), "corrections are applied"


def test_unknown_library_is_one_line() -> None:
    library: Any = "excel"
    with pytest.raises(UsageError, match="choose from arrow, pandas, polars"):
        newsview.tables([], library)


def test_tables_of_nothing_have_the_columns() -> None:
    for name, table in zip(KIND_NAMES, newsview.tables([]), strict=True):
        assert table.schema == newsview.arrow_schema(name)
        assert table.num_rows == 0


def test_article_without_id_or_path_has_its_place_as_id() -> None:
    found = newsview.tables(newsview.extract_many([TEXT, TEXT]))
    assert found.quotes.column("article_id").to_pylist() == ["1", "2"]


def test_batch_has_a_row_for_each_article_in_its_order_with_its_own_id() -> None:
    given = batch(key=[7, 8], text=[TEXT, "Boats rose 3%."], day=[date(2024, 5, 6), None])
    found = newsview.extract_batch(given, id="key", date="day")
    assert isinstance(found, pyarrow.RecordBatch)
    assert found.schema == newsview.arrow_schema(id_type=pyarrow.int64())
    first, second = found.to_pylist()
    assert (first["article_id"], second["article_id"]) == (7, 8)
    assert [quote["speaker_name"] for quote in first["quotes"]] == ["Ada Quill"]
    assert [number["first_day"] for number in first["numbers"]] == [date(2024, 5, 3), None]
    assert second["numbers"][0]["value"] == 3.0


def test_faulty_row_costs_that_row() -> None:
    given = batch(id=["a", "b", "c", "d"], text=["It rained.", None, " \n", "It cost $4."])
    found = newsview.extract_batch(pyarrow.Table.from_batches([given]))
    assert isinstance(found, pyarrow.Table)
    errors = found.column("error").to_pylist()
    assert errors[0] is None and errors[3] is None
    assert "its text is missing" in errors[1] and "only white space" in errors[2]
    assert [len(each) for each in found.column("numbers").to_pylist()] == [0, 0, 0, 1]


def test_batch_of_one_kind_has_a_row_for_each_fact() -> None:
    given = batch(id=["a", "b", "c"], text=[TEXT, None, TEXT])
    for name in KIND_NAMES:
        found = newsview.extract_batch(given, table=name)
        assert found.schema == newsview.arrow_schema(name)
        nested = newsview.extract_batch(given).to_pylist()
        flat = [{"article_id": row["article_id"], "published": None, **fact} for row in nested for fact in row[name]]
        assert found.to_pylist() == flat
    assert {row["article_id"] for row in newsview.extract_batch(given, table="quotes").to_pylist()} == {"a", "c"}


@pytest.mark.parametrize(
    ("given", "reason"), [(batch(body=["It rained."]), "no column 'text'"), ([{"text": "It rained."}], "not list")]
)
def test_what_is_no_batch_of_articles_is_one_line(given: Any, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        newsview.extract_batch(given)


def test_empty_batch_gives_an_empty_one() -> None:
    found = newsview.extract_batch(batch(text=[]).cast(pyarrow.schema([("text", pyarrow.string())])))
    assert (found.num_rows, found.schema) == (0, newsview.arrow_schema())


def test_parquet_of_equal_facts_has_equal_bytes() -> None:
    made = [arrow.parquet([arrow.batch([arrow.Found(7, analysis(REVIEW))])]) for _ in range(2)]
    assert made[0] == made[1]
    (row,) = parquet.read_table(BytesIO(made[0])).to_pylist()
    assert row["article_id"] == "7"
    assert len(row["quotes"]) == 2


def test_missing_extra_is_one_line_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraMissingError, match=r"newsview\[arrow\]"):
        newsview.tables([])


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-W45", "2022-11-07", "2022-11-13"),
        ("2019/2021", "2019-01-01", "2021-12-31"),
        ("2024-05-03T15:00", "2024-05-03", "2024-05-03"),
    ],
)
def test_days_of_iso_value(iso: str, first: str, last: str) -> None:
    assert days(iso) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("iso", [None, "", "P3M", "T15:00", "2024-13", "2023-02-29", "0000", "2022-W60", "2021/2019"])
def test_what_is_no_stretch_of_days_has_none(iso: str | None) -> None:
    assert days(iso) is None
