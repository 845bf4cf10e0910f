"""Saving of facts files: atomic, conflict detection."""

from __future__ import annotations

import fcntl
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from newsview.errors import CannotWriteError, ConflictError
from newsview.model import json_text
from newsview.model.codec import encode
from newsview.store import files
from newsview.store.files import NO_FILE, current_stamp, sweep, write_atomic
from newsview.store.load import NewerSchemaError, load
from newsview.store.save import NotFactsError, OtherArticleError, facts_bytes, save
from tests.store import samples


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "buses.facts.json"


def others(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if each != path)


def test_saved_analysis_is_loaded_unchanged(path: Path) -> None:
    analysis = samples.analysis()
    written = save(analysis, path)
    loaded = load(path)
    assert loaded.analysis == analysis
    assert loaded.stamp == written.stamp
    assert loaded.repaired == ()
    assert written.durable
    assert others(path) == []


def test_unknown_keys_survive_a_load_and_a_save(path: Path) -> None:
    plain = orjson.loads(facts_bytes(samples.analysis()))
    plain["future"] = {"deep": [1, {"x": None}]}
    plain["article"]["colour"] = "blue"
    plain["article"]["paragraphs"][0]["column"] = 2
    plain["entities"][0]["mentions"][0]["odd"] = True
    plain["quotes"][0]["speaker"]["tone"] = 0.5
    next(iter(plain["review"].values()))["mood"] = "sour"
    path.write_bytes(orjson.dumps(plain))
    loaded = load(path)
    save(loaded.analysis, path, expected=loaded.stamp)
    assert orjson.loads(path.read_bytes()) == plain


def test_a_second_save_needs_the_stamp_of_the_first(path: Path) -> None:
    first = save(samples.analysis(), path)
    second = save(samples.analysis(review={}), path, expected=first.stamp)
    assert load(path).analysis.review == {}
    with pytest.raises(ConflictError):
        save(samples.analysis(), path, expected=first.stamp)
    assert current_stamp(path) == second.stamp


def test_file_changed_by_another_program_is_kept_without_overwrite(path: Path) -> None:
    first = save(samples.analysis(), path)
    save(samples.analysis(review={}), path, expected=first.stamp)
    theirs = path.read_bytes()
    with pytest.raises(ConflictError, match="changed by another program"):
        save(samples.analysis(), path, expected=first.stamp)
    assert path.read_bytes() == theirs
    save(samples.analysis(), path, expected=first.stamp, overwrite=True)
    assert load(path).analysis == samples.analysis()


def test_facts_of_another_article_are_kept(path: Path) -> None:
    save(samples.analysis(samples.article(path="elsewhere.txt")), path)
    other = replace(samples.article(path="buses.txt"), sha256="0" * 64)
    with pytest.raises(OtherArticleError):
        save(samples.analysis(other), path)
    assert load(path).analysis.article.path == "elsewhere.txt"


@pytest.mark.parametrize("content", [b"my diary", b"{}", b"[1]", b'{"schema_version": "1"}'])
def test_file_that_is_not_a_facts_file_is_kept(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotFactsError):
        save(samples.analysis(), path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_file_of_a_newer_schema_is_never_overwritten(path: Path, overwrite: bool) -> None:
    plain = orjson.loads(facts_bytes(samples.analysis())) | {"schema_version": 2}
    path.write_bytes(orjson.dumps(plain))
    before = path.read_bytes()
    with pytest.raises(NewerSchemaError, match="newer newsview"):
        save(samples.analysis(), path, overwrite=overwrite)
    assert path.read_bytes() == before


def test_deleted_file_is_written_again(path: Path) -> None:
    first = save(samples.analysis(), path)
    path.unlink()
    save(samples.analysis(), path, expected=first.stamp)
    assert load(path).analysis == samples.analysis()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_are_kept(path: Path, mode: int) -> None:
    first = save(samples.analysis(), path)
    path.chmod(mode)
    save(samples.analysis(review={}), path, expected=first.stamp)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_has_the_mode_that_the_umask_gives(path: Path) -> None:
    old = os.umask(0o027)
    try:
        save(samples.analysis(), path)
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_symlinks_are_written_through(tmp_path: Path) -> None:
    folder = tmp_path / "real"
    folder.mkdir()
    (tmp_path / "a.facts.json").symlink_to("b.facts.json")
    (tmp_path / "b.facts.json").symlink_to("real/c.facts.json")
    save(samples.analysis(), folder / "c.facts.json")
    for review in ({}, samples.analysis().review):
        path = tmp_path / "a.facts.json"
        save(samples.analysis(review=review), path, expected=current_stamp(path))
        assert path.is_symlink() and (tmp_path / "b.facts.json").is_symlink()
        assert load(folder / "c.facts.json").analysis.review == review
    assert [each.name for each in folder.iterdir()] == ["c.facts.json"]


def test_loop_of_symlinks_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(CannotWriteError):
        save(samples.analysis(), tmp_path / "a")


@pytest.mark.parametrize("kind", ["folder", "fifo", "no such folder", "a file as folder", "long name"])
def test_failure_to_write_is_reported(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.facts.json"
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "no such folder":
        path = tmp_path / "gone" / "x.facts.json"
    elif kind == "a file as folder":
        path.write_text("x")
        path = path / "y.facts.json"
    else:
        path = tmp_path / ("x" * 300)
    with pytest.raises(CannotWriteError) as caught:
        save(samples.analysis(), path)
    assert "\n" not in str(caught.value)


def test_second_of_two_simultaneous_creators_gets_a_conflict(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_atomic(path, b"first", expected=NO_FILE)
    with pytest.raises(ConflictError):
        write_atomic(path, b"second", expected=NO_FILE)
    assert path.read_bytes() == b"first"


def test_integers_outside_json_are_saved_as_nearest_number(path: Path) -> None:
    article = samples.article()
    numbers = (
        samples.number(article, "38 percent", value=10**30),
        samples.number(article, "$4.2 million", value=10**999),
    )
    save(samples.analysis(article, numbers=numbers), path)
    assert [number.value for number in load(path).analysis.numbers] == [1e30, None]


def test_temporary_files_of_dead_processes_are_swept_and_fresh_ones_left(tmp_path: Path) -> None:
    old, fresh, other = (tmp_path / name for name in (".newsview-00.tmp", ".newsview-11.tmp", "mine.tmp"))
    for each in (old, fresh, other):
        each.write_bytes(b"x")
    for each in (old, other):
        os.utime(each, (1, 1))
    assert sweep(tmp_path) == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == [".newsview-11.tmp", "mine.tmp"]


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 120])
def test_a_file_written_in_pieces_is_the_text_of_the_whole(count: int) -> None:
    whole = samples.analysis(extra={"future": {"list": list(range(count)), "empty": [], "none": {}, "word": "a\nb"}})
    many = replace(whole, numbers=[replace(whole.numbers[0], id=f"n-{at}") for at in range(count)], quotes=())
    assert facts_bytes(many) == json_text.pretty(encode(many))


def test_no_save_of_two_savers_at_one_instant_goes_over_an_unseen_version(tmp_path: Path) -> None:
    path, saves, rounds = tmp_path / "a.json", list[tuple[str | None, str | None]](), 60
    path.write_bytes(b"start")

    def work(saver: int) -> None:
        for turn in range(rounds):
            seen = current_stamp(path)
            with suppress(ConflictError):
                written = write_atomic(path, f"{saver} {turn} ".encode() * 5000, expected=seen, durable=False)
                saves.append((seen.digest, written.stamp.digest))

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(work, range(3)))
    seen = [digest for digest, _ in saves]
    assert len(saves) > rounds / 2 and len(seen) == len({*seen}), "each version was replaced once, by who had seen it"


def test_lock_held_by_another_program_is_told_in_bounded_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"start")
    monkeypatch.setattr(files, "LOCK_PATIENCE", 0.05)
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(CannotWriteError, match="lock"):
        write_atomic(path, b"new", expected=current_stamp(path))
    os.close(handle)
    assert path.read_bytes() == b"start" and len([*tmp_path.iterdir()]) == 1
