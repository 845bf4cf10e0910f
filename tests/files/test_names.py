"""Kinds of names on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsview.errors import UsageError
from newsview.inputs.names import Meaning, is_one_article, meaning_of


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("-", "standard input"),
        ("a.txt", "file"),
        ("no such file", "file"),
        ("a.facts.json", "facts"),
        ("week.jsonl", "archive"),
        ("week.jsonl.gz", "archive"),
        ("WEEK.NDJSON.zst", "archive"),
        ("week.csv", "archive"),
        ("week.tsv.gz", "archive"),
        ("week.parquet", "archive"),
        ("news/*.txt", "several"),
        ("folder.jsonl", "several"),
        ("folder.facts.json", "several"),
        ("odd[1].txt", "file"),
        ("long" * 100, "file"),
    ],
)
def test_name_has_one_kind(name: str, meaning: Meaning, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("folder.jsonl", "folder.facts.json"):
        Path(folder).mkdir()
    Path("odd[1].txt").write_text("It rained.")
    assert meaning_of(name) == meaning
    assert is_one_article([name]) == (meaning in ("standard input", "facts", "file"))


def test_empty_name_is_refused() -> None:
    with pytest.raises(UsageError, match="empty file name"):
        meaning_of("")
