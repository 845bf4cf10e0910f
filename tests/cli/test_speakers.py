"""``newsview speakers``: as text, CSV and JSON, of texts, archives and saved facts."""

from __future__ import annotations

import csv
import subprocess
import sys
from io import StringIO
from pathlib import Path

import orjson
import pytest

from newsview.export.formats import rendered
from newsview.model.facts import Decision
from tests.cli.command import newsview, one_line
from tests.export.article import analysis, denial

TEXT = "Yard is sold\n\nAda Quill, the mayor, said the yard was sold. Norvik declined to comment.\n"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "buses.facts.json"
    path.write_bytes(rendered(analysis(), "json"))
    return path


@pytest.mark.model
def test_a_text_is_a_table_of_its_speakers(tmp_path: Path) -> None:
    (tmp_path / "yard.txt").write_text(TEXT)
    done = newsview("speakers", "yard.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    header, quill, norvik, sums = done.stdout.decode().splitlines()
    assert header.split() == [
        "speaker",
        "direct",
        "mixed",
        "indirect",
        "words",
        "share",
        "states",
        "denies",
        "doubts",
        "asks",
        "refused",
    ]
    assert quill.split() == ["Ada", "Quill,", "mayor", "-", "-", "1", "4", "100%", "1", "-", "-", "-", "-"]
    assert norvik.split() == ["Norvik", "-", "-", "-", "-", "-", "-", "-", "-", "-", "1"]
    assert {len(line) for line in (header, quill, norvik)} == {len(header)}
    assert sums == "2 speakers, 1 quote"


def test_json_is_a_list_with_the_documented_keys(saved: Path) -> None:
    [row] = orjson.loads(newsview("speakers", saved, "--format", "json").stdout)
    documented = "name roles articles direct mixed indirect words states denies doubts asks refused share first"
    assert list(row) == [*documented.split(), "guessed"]
    assert (row["name"], row["roles"], row["direct"], row["indirect"]) == ("Jane Doe", ["mayor"], 1, 1)
    assert row["first"] == {"article": str(saved), "start": analysis().quotes[0].start}


def test_csv_is_a_row_a_speaker_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "buses.json"
    path.write_bytes(rendered(analysis({"e-doe": Decision(edits={"name": "=Jane Doe"})}), "json"))
    header, row = csv.reader(StringIO(newsview("speakers", path, "--format", "csv").stdout.decode()))
    assert dict(zip(header, row, strict=True))["name"] == "'=Jane Doe"
    assert header[-4:] == ["share", "first_article", "first_start", "guessed"]


def test_what_was_rejected_does_not_count_and_what_was_corrected_does(tmp_path: Path) -> None:
    review = {"q-wait": Decision(status="rejected"), "e-doe": Decision(edits={"name": "Jane Roe"})}
    path = tmp_path / "buses.json"
    path.write_bytes(rendered(analysis(review), "json"))
    [row] = orjson.loads(newsview("speakers", path, "--format", "json").stdout)
    assert (row["name"], row["direct"], row["indirect"]) == ("Jane Roe", 0, 1)


def test_several_inputs_are_one_sheet_that_says_who_is_the_same(tmp_path: Path, saved: Path) -> None:
    lines = b"".join(orjson.dumps(each.to_dict()) + b"\n" for each in (analysis(), denial()))
    (tmp_path / "facts.jsonl").write_bytes(lines + b'{"schema_version": 1, "arti\n')
    done = newsview("speakers", saved, "facts.jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert "facts.jsonl line 3" in one_line(done)
    shown = done.stdout.decode().splitlines()
    assert shown[0].split()[:2] == ["speaker", "articles"]
    assert shown[1].split()[:4] == ["Jane", "Doe,", "mayor", "2"]
    assert shown[2].split()[:3] == ["Jane", "Holt", "1"]
    assert "2 speakers, 5 quotes in 3 articles" in shown
    assert "only by full name and role" in shown[-1]
    table = newsview("speakers", saved, "facts.jsonl", "--format", "csv", cwd=tmp_path)
    assert b"only by full name and role" in table.stderr
    assert b"only by full name and role" not in newsview("speakers", saved).stdout


def test_several_processes_give_the_same_sheet(saved: Path) -> None:
    command = ["speakers", str(saved), "--format", "json"]
    alone = newsview(*command).stdout
    assert alone and newsview(*command, "--jobs", "2").stdout == alone


def test_saved_facts_are_read_without_spacy(saved: Path) -> None:
    code = (
        "import sys; from newsview.cli.main import main\n"
        f"try: main(['speakers', {str(saved)!r}])\n"
        "finally: print(sorted({'spacy', 'textual', 'thinc'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "Jane Doe" in done.stdout


def test_nothing_that_can_be_read_is_one_line_and_no_table(tmp_path: Path) -> None:
    done = newsview("speakers", tmp_path / "none.txt")
    assert (done.returncode, done.stdout) == (66, b"")
    assert "none.txt" in one_line(done)
