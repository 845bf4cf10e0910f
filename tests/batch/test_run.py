"""Archives on good days: what is written for files, folders and archive lines."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsview.batch.engines import serial
from newsview.batch.manifest import NAME
from newsview.batch.run import run
from newsview.batch.shards import ARTICLES, Job, digest, shards
from newsview.errors import NoInputError, UsageError
from tests.batch.runs import ROOT, archive, contents, go


@pytest.fixture(autouse=True)
def from_the_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


def test_every_article_is_in_one_shard_in_its_order(tmp_path: Path) -> None:
    path = archive(tmp_path, 3 * ARTICLES + 1)
    cut = list(shards([str(path)]))
    assert [shard.number for shard in cut] == [1, 2, 3, 4]
    numbers = [item.number for shard in cut for item in shard.items]
    assert numbers == list(range(1, 3 * ARTICLES + 2))
    data = path.read_bytes()
    assert all(data[i.offset : i.offset + i.length].startswith(b'{"id"') for shard in cut for i in shard.items)


def test_the_same_inputs_have_the_same_digest_and_others_another(tmp_path: Path) -> None:
    path = archive(tmp_path, 10)
    assert digest(shards([str(path)])) == digest(shards([str(path)]))
    before = digest(shards([str(path)]))
    archive(tmp_path, 11)
    assert digest(shards([str(path)])) != before


def test_part_lines_carry_the_id_and_the_facts(tmp_path: Path) -> None:
    go(archive(tmp_path, 3), tmp_path / "out")
    lines = (tmp_path / "out" / "part-000001.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["id"] for row in rows] == ["a0", "a1", "a2"]
    assert all(row["schema_version"] == 1 for row in rows)


def test_as_json_every_article_has_a_file(tmp_path: Path) -> None:
    go(archive(tmp_path, 3), tmp_path / "out", form="json")
    assert set(contents(tmp_path / "out")) == {"a0.json", "a1.json", "a2.json", "manifest.jsonl", "errors.jsonl"}


def test_a_folder_keeps_its_sub_folders(tmp_path: Path) -> None:
    for name in ("a.txt", "city/a.txt", "city/b.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It rained.", encoding="utf-8")
    go(tmp_path / "news", tmp_path / "out", form="json")
    found = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.json")}
    assert found == {"a.json", "city/a.json", "city/b.json"}


def test_two_files_under_one_name_are_refused_before_any_work(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("It rained.", encoding="utf-8")
    files = [str(tmp_path / "one" / "a.txt"), str(tmp_path / "two" / "a.txt")]
    with pytest.raises(UsageError, match=r"a\.json"):
        run(files, Job(str(tmp_path / "out"), "json"), serial)
    assert not (tmp_path / "out").exists()


def test_a_missing_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoInputError, match=r"none\.jsonl"):
        go(tmp_path / "none.jsonl", tmp_path / "out")


@pytest.mark.model
def test_serial_and_real_processes_write_the_same_bytes(tmp_path: Path) -> None:
    from newsview.batch.engines import processes

    path = tmp_path / "real.jsonl"
    rows = [{"id": str(n), "text": f"“It costs ${n} million,” Ada Quill said."} for n in range(5)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run([str(path)], Job(str(tmp_path / "one"), "jsonl"), serial, quiet=True)
    run([str(path)], Job(str(tmp_path / "two"), "jsonl"), lambda s, j: processes(s, j, 2), quiet=True)
    one, two = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert one == two
    assert NAME in one
    first = json.loads(one["part-000001.jsonl"].splitlines()[1])
    assert first["quotes"][0]["speaker"]["text"] == "Ada Quill"
