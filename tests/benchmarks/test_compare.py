"""The comparison: runs, names missing programs, saves its figures."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.benchmarks import compare, systems
from tests.benchmarks.systems import SYSTEMS, System
from tests.pipeline import loaded
from tests.places import SEEDS

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def one_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipeline that the other tests of this process have loaded."""
    monkeypatch.setattr(systems, "load", loaded)
    monkeypatch.setattr("newsview.extraction.extract.load", loaded)


ABSENT = System("a program", ("newsview-has-no-such-peer",), SYSTEMS[0].make)


def test_a_table_for_each_kind_of_fact_and_the_missing_programs_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare, "SYSTEMS", (SYSTEMS[0], ABSENT))
    assert compare.main(["--article", "quarterly-results", "--json", str(tmp_path / "figures.json")]) == 0
    printed = capsys.readouterr()
    assert [line.split()[0] for line in printed.out.splitlines() if line.endswith("time")] == list(compare.TABLES)
    assert printed.out.count("\n  newsview (") == len(compare.TABLES)
    assert printed.err == "left out: a program; pip install newsview-has-no-such-peer\n"
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert [label.split(" (")[0] for label in figures] == ["newsview"]
    tallies = figures.popitem()[1]
    assert tallies.pop("time") > 0
    assert {column for columns in compare.TABLES.values() for column in columns} <= set(tallies)
    assert tallies["speech"]["f"] > 50 and tallies["value"]["f"] > 50


def test_any_folder_of_annotated_articles_can_be_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare, "SYSTEMS", SYSTEMS[:1])
    (tmp_path / "gold").mkdir()
    for stem, kept in (("glacier-study", ".json"), ("robbery", ".ann")):
        shutil.copy(SEEDS / f"{stem}.txt", tmp_path)
        shutil.copy(SEEDS / "gold" / f"{stem}{kept}", tmp_path / "gold")
    assert compare.main(["--articles", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("2 articles, ")
    assert [gold.data for gold in compare.read_gold((), tmp_path)] == [
        gold.data for gold in compare.read_gold(("glacier-study", "robbery"))
    ]


def test_a_folder_without_annotation_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        compare.main(["--articles", str(tmp_path)])
    assert "no annotation in gold/" in capsys.readouterr().err


def test_an_article_that_is_not_there_is_refused_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        compare.main(["--article", "nowhere"])
    assert "there are ammunition, court-report, " in capsys.readouterr().err
