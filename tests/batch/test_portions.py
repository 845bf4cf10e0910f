"""Portions of a run (``--part i/n``), joined to the result of one run; manifests as JSON Lines."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from newsview.batch.engines import processes
from newsview.batch.manifest import NAME
from newsview.batch.portion import WHOLE, Portion, is_record
from newsview.batch.run import Summary, run
from newsview.batch.shards import Job
from newsview.errors import UsageError
from newsview.store.checked_lines import checked_line
from tests.batch.runs import FAST, LIMITS, archive, contents, go, use_stub_workers
from tests.cli.command import newsview, one_line


def portion(path: Path, folder: Path, text: str, *, resume: bool = False) -> Summary:
    """Run one portion with a stub worker."""
    engine = partial(processes, jobs=1, limits=LIMITS, command=FAST)
    return run([str(path)], Job(str(folder), "jsonl"), engine, resume=resume, quiet=True, portion=Portion.parsed(text))


def records_left_out(folder: Path) -> dict[str, bytes]:
    """The files of *folder* without the records of portions."""
    return {name: data for name, data in contents(folder).items() if "-of-" not in name}


def test_portions_are_joined_to_the_bytes_of_one_run(tmp_path: Path) -> None:
    path = archive(tmp_path, 330, n7="{", n200="CRASH")
    whole = go(path, tmp_path / "whole")
    done = [portion(path, tmp_path / "out", text) for text in ("2/3", "1/3", "3/3")]
    assert sum(each.articles for each in done) == whole.articles
    assert sum(each.failures for each in done) == whole.failures == 2
    before = {name: (tmp_path / "out" / name).stat().st_ino for name in contents(tmp_path / "out") if "part" in name}
    joined = go(path, tmp_path / "out", resume=True)
    assert joined == whole
    assert records_left_out(tmp_path / "out") == contents(tmp_path / "whole")
    for name, inode in before.items():
        assert (tmp_path / "out" / name).stat().st_ino == inode, "no part is made twice"


def test_joining_makes_what_is_missing(tmp_path: Path) -> None:
    path = archive(tmp_path, 200)
    go(path, tmp_path / "whole")
    portion(path, tmp_path / "out", "1/2")
    (tmp_path / "out" / "part-000001.jsonl").unlink()
    go(path, tmp_path / "out", resume=True)
    assert records_left_out(tmp_path / "out") == contents(tmp_path / "whole")


def test_portion_is_resumed_by_itself(tmp_path: Path) -> None:
    path = archive(tmp_path, 200)
    first = portion(path, tmp_path / "out", "1/2")
    before = contents(tmp_path / "out")
    with pytest.raises(UsageError, match="use --resume"):
        portion(path, tmp_path / "out", "1/2")
    (tmp_path / "out" / "part-000003.jsonl").unlink()
    assert portion(path, tmp_path / "out", "1/2", resume=True) == first
    assert contents(tmp_path / "out") == before
    with pytest.raises(UsageError, match="use --resume"):
        go(path, tmp_path / "out")


def test_portion_of_another_archive_is_refused(tmp_path: Path) -> None:
    portion(archive(tmp_path, 100), tmp_path / "out", "1/2")
    before = contents(tmp_path / "out")
    with pytest.raises(UsageError, match="contains an earlier run with other articles"):
        portion(archive(tmp_path, 101), tmp_path / "out", "2/2")
    assert contents(tmp_path / "out") == before


def test_more_portions_than_shards_leave_some_empty(tmp_path: Path) -> None:
    path = archive(tmp_path, 3)
    assert portion(path, tmp_path / "out", "9/9") == Summary(0, 0, 0)


@pytest.mark.parametrize("text", ["0/3", "4/3", "1", "1/0", "a/b", "-1/3", "1/3/5", "", "1/9999999"])
def test_wrong_portion_is_usage_error(text: str, tmp_path: Path) -> None:
    path = archive(tmp_path, 3)
    done = newsview("extract", path, "--output-dir", tmp_path / "out", "--format", "jsonl", f"--part={text}")
    assert done.returncode == 2
    assert "write it like 3/8" in one_line(done)


def test_command_tells_how_portions_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_stub_workers(monkeypatch)
    path = archive(tmp_path, 3)
    done = newsview("extract", path, "--output-dir", tmp_path / "out", "--format", "jsonl", "--part", "1/2")
    assert done.returncode == 0
    assert done.stderr.decode().splitlines()[-1].endswith("--resume without --part joins them")


def test_every_shard_is_in_one_portion() -> None:
    for of in range(1, 9):
        portions = [Portion(number, of) for number in range(1, of + 1)]
        for shard in range(1, 50):
            assert sum(each.has(shard) for each in portions) == 1
    assert WHOLE.is_whole


def test_names_of_records() -> None:
    assert [is_record(name) for name in (NAME, "errors-2-of-3.jsonl", "part-000001.jsonl", "my-manifest.jsonl")] == [
        True,
        True,
        False,
        False,
    ]


def test_manifest_is_json_lines_and_older_ones_are_read(tmp_path: Path) -> None:
    path = archive(tmp_path, 100)
    go(path, tmp_path / "out")
    manifest = tmp_path / "out" / NAME
    before = contents(tmp_path / "out")
    lines = [json.loads(line) for line in manifest.read_bytes().splitlines()]
    assert [set(line) for line in lines] == [{"run", "crc32"}, *({"part", "crc32"} for _ in lines[1:])]
    for line in lines:
        del line["crc32"]
    del lines[0]["run"]["fields"], lines[0]["run"]["aside"]
    manifest.write_bytes(b"".join(map(checked_line, lines)))
    go(path, tmp_path / "out", resume=True)
    assert contents(tmp_path / "out") == before
