"""Outputs of runs over files, folders and archives."""

import json
import os
from collections.abc import Generator, Iterable, Iterator
from errno import EACCES
from pathlib import Path

import pytest

from newsview.batch.duplicate_names import Names
from newsview.batch.manifest import NAME
from newsview.batch.part import Part
from newsview.batch.plan import planned
from newsview.batch.run import run
from newsview.batch.shards import ARTICLES, Item, Job, Shard, cut
from newsview.errors import NoInputError, UsageError
from newsview.inputs.archive_rows import ReadingOptions
from newsview.inputs.articles import inputs
from tests.batch.runs import archive, contents, go
from tests.batch.serial import serial
from tests.places import ROOT


@pytest.fixture(autouse=True)
def from_the_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


def test_every_article_is_in_one_shard_in_order(tmp_path: Path) -> None:
    path = archive(tmp_path, 3 * ARTICLES + 1)
    with planned([str(path)], named=True) as plan:
        cut = list(plan.shards())
        assert cut == list(plan.shards()), "a plan can be gone through again"
    assert [shard.number for shard in cut] == list(range(1, len(cut) + 1))
    numbers = [item.number for shard in cut for item in shard.items]
    assert numbers == list(range(1, 3 * ARTICLES + 2))
    data = path.read_bytes()
    assert all(data[i.offset : i.offset + i.length].startswith(b'{"id"') for shard in cut for i in shard.items)


def items(count: int, length: int) -> list[Item]:
    return [Item("a.jsonl", "", length * number, length, number + 1) for number in range(count)]


def test_shards_are_full_at_start_and_small_at_end() -> None:
    sizes = [len(shard.items) for shard in cut(items(10_000, 2_000), 20_000_000)]
    assert sum(sizes) == 10_000
    assert set(sizes[:120]) == {ARTICLES}
    assert sizes[-20:] == sorted(sizes[-20:], reverse=True)
    assert max(sizes[-10:]) <= 8


def test_shard_exceeds_byte_limit_by_at_most_one_article() -> None:
    shards = list(cut(items(40, 3_000_000), 120_000_000))
    assert [item for shard in shards for item in shard.items] == items(40, 3_000_000)
    assert max(len(shard.items) for shard in shards) == 2


def inputs_of(path: Path) -> str:
    with planned([str(path)], named=False) as plan:
        return plan.inputs


def test_input_hash_is_stable_and_changes_with_content(tmp_path: Path) -> None:
    path = archive(tmp_path, 10)
    before = inputs_of(path)
    assert inputs_of(path) == before
    archive(tmp_path, 11)
    assert inputs_of(path) != before
    path.write_bytes(archive(tmp_path, 10).read_bytes().replace(b"day 3", b"day 4"))
    assert inputs_of(path) != before, "as long as it was, with other words"


def test_part_lines_contain_id_and_facts(tmp_path: Path) -> None:
    go(archive(tmp_path, 3), tmp_path / "out")
    lines = (tmp_path / "out" / "part-000001.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["id"] for row in rows] == ["a0", "a1", "a2"]
    assert all(row["schema_version"] == 1 for row in rows)


def test_json_form_writes_one_file_per_article(tmp_path: Path) -> None:
    go(archive(tmp_path, 3), tmp_path / "out", form="json")
    assert set(contents(tmp_path / "out")) == {"a0.json", "a1.json", "a2.json", "manifest.jsonl", "errors.jsonl"}


def test_output_names_of_folder_keep_sub_folders(tmp_path: Path) -> None:
    for name in ("a.txt", "city/a.txt", "city/b.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It rained.", encoding="utf-8")
    go(tmp_path / "news", tmp_path / "out", form="json")
    found = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.json")}
    assert found == {"a.json", "city/a.json", "city/b.json"}


def test_folder_without_permission_is_reported_and_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "closed/b.txt", "open/c.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It rained.", encoding="utf-8")
    (tmp_path / "news" / "closed").chmod(0)
    real = os.scandir

    def closed(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "closed":  # to the superuser nothing is closed
            raise PermissionError(EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    try:
        with planned([str(tmp_path / "news")], named=True) as plan:
            names = [item.name for shard in plan.shards() for item in shard.items]
        (*_, last) = inputs([str(tmp_path / "news")], ReadingOptions())
        with pytest.raises(NoInputError, match="closed: it cannot be opened"):
            last.read()
    finally:
        (tmp_path / "news" / "closed").chmod(0o700)
    assert names == ["a", "open/c", "closed"]


def test_files_with_same_output_name_are_refused_before_work(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("It rained.", encoding="utf-8")
    files = [str(tmp_path / "one" / "a.txt"), str(tmp_path / "two" / "a.txt")]
    with pytest.raises(UsageError, match=r"a\.json"):
        run(files, Job(str(tmp_path / "out"), "json"), serial)
    assert not (tmp_path / "out").exists()


def test_ids_with_same_output_name_are_refused_before_work(tmp_path: Path) -> None:
    path = tmp_path / "twins.jsonl"
    rows = [{"id": "x", "text": "It rained."}, {"id": "a/b", "text": "It rained."}, {"id": "x", "text": "It was dry."}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with pytest.raises(UsageError, match=r"line 1 and .* line 3 would both be written as x\.json"):
        go(path, tmp_path / "out", form="json")
    assert not (tmp_path / "out").exists()
    assert go(path, tmp_path / "parts").articles == 3, "lines of a part may have one id"


def test_invalid_line_reserves_no_output_name(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text('{"id": 2, "text": "It rained."}\n{"id": 3, "te\n', encoding="utf-8")
    summary = go(path, tmp_path / "out", form="json")
    assert (summary.articles, summary.failures) == (1, 1)
    assert (tmp_path / "out" / "2.json").is_file()


def test_duplicate_names_are_found_among_many() -> None:
    names = Names()
    for number in range(5_000):
        names.add(f"a{number}")
    assert not names.duplicates()
    names.add("a4321")
    names.add(None)
    duplicates = names.duplicates()
    assert len(duplicates) == 1 and duplicates.has("a4321") and not duplicates.has("a1")


def test_outputs_of_unsafe_ids_stay_in_folder(tmp_path: Path) -> None:
    ids = ["../up", "/etc/x", "a/b", ".", "..", "žluť", "😀", "x" * 400, "CON", " ", "a\nb", "\u202e"]
    path = tmp_path / "odd.jsonl"
    path.write_text("".join(json.dumps({"id": id_, "text": "It rained."}) + "\n" for id_ in ids), encoding="utf-8")
    assert go(path, tmp_path / "out", form="json").articles == len(ids)
    assert len(list((tmp_path / "out").glob("*.json"))) == len(ids)
    assert {entry.name for entry in tmp_path.iterdir()} == {"odd.jsonl", "out"}


def test_file_with_undecodable_name_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    try:
        Path(os.fsdecode(bytes(folder) + b"/caf\xe9.txt")).write_text("It rained.", encoding="utf-8")
    except OSError:
        return  # a file system that has no such names cannot bring us one
    summary = go(folder, tmp_path / "out")
    assert (summary.articles, summary.failures) == (1, 0)


def test_missing_archive_is_reported(tmp_path: Path) -> None:
    with pytest.raises(NoInputError, match=r"none\.jsonl"):
        go(tmp_path / "none.jsonl", tmp_path / "out")


@pytest.mark.model
def test_serial_and_process_engines_write_same_bytes(tmp_path: Path) -> None:
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


def refused(todo: Iterable[Shard], job: Job) -> Generator[Part, None, None]:
    """An engine whose address is mistyped."""
    raise UsageError("no such cluster")


def test_run_that_cannot_begin_leaves_nothing(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text('{"id": 1, "text": "The harbour is closed."}\n')
    with pytest.raises(UsageError):
        run([str(news)], Job(str(tmp_path / "out"), "jsonl"), refused, quiet=True)
    assert not (tmp_path / "out").exists()
