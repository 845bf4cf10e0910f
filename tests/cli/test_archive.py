"""``newsview extract`` over an archive, from the command line."""

import json
from pathlib import Path

import pytest

from tests.batch.runs import use_stub_workers
from tests.cli.command import newsview, one_line


def test_retry_failed_reads_repaired_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_stub_workers(monkeypatch)
    path, out = tmp_path / "week.jsonl", tmp_path / "out"
    path.write_text(json.dumps({"id": "a", "text": "It rained."}) + '\n{"id"\n', encoding="utf-8")
    command: list[str | Path] = ["extract", path, "--output-dir", out, "--format", "jsonl", "--jobs", "1"]
    done = newsview(*command)
    assert done.returncode == 1
    said = done.stderr.decode().splitlines()
    assert said[-1].endswith("errors.jsonl; run the same command with --retry-failed to try again")
    part = out / "part-000001.jsonl"
    before = part.stat().st_ino
    assert newsview(*command, "--resume").returncode == 1
    assert part.stat().st_ino == before
    again = newsview(*command, "--retry-failed")
    assert again.returncode == 1 and again.stderr.decode().splitlines()[-2:] == said[-2:]
    assert part.stat().st_ino != before, "the part is made again"


def test_retry_failed_without_output_dir_is_usage_error(tmp_path: Path) -> None:
    done = newsview("extract", tmp_path / "week.jsonl", "--retry-failed")
    assert done.returncode == 2
    assert "--output-dir DIR" in one_line(done)
