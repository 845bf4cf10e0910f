from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsview.errors import CannotWriteError
from newsview.facts import Analysis, Decision
from newsview.store import journal as journal_module
from newsview.store.journal import Journal, LockedError
from newsview.store.journal_lines import replay
from tests.conftest import Tried
from tests.store import samples

ARTICLE = samples.article()


def decided(number: int) -> dict[str, Decision | None]:
    return {f"n-{number}": Decision(status="accepted", note=f"“{number}” – \n\x1b[31m🚌", edits={"value": number})}


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, list[int]]:
    """A journal of five changes, and its length after each."""
    journal = Journal.open(ARTICLE, tmp_path)
    lengths = []
    for number in range(5):
        journal.append(decided(number))
        lengths.append(journal.path.stat().st_size)
    journal.close()
    return journal.path, lengths


def reopened(folder: Path) -> Journal:
    journal = Journal.open(ARTICLE, folder)
    journal.close()
    return journal


def test_decisions_come_back_as_they_were_made(tmp_path: Path, written: tuple[Path, list[int]]) -> None:
    recovered = reopened(tmp_path).recovered
    assert recovered.lines == 5
    assert recovered.decisions == {key: value for number in range(5) for key, value in decided(number).items()}


def test_the_last_word_counts_and_what_was_taken_back_is_gone(tmp_path: Path) -> None:
    journal = Journal.open(ARTICLE, tmp_path)
    journal.append({"q-1": Decision(status="accepted"), "q-2": Decision(status="accepted")})
    journal.append({"q-1": Decision(status="rejected"), "q-2": None})
    journal.close()
    before = {"q-2": Decision(note="old"), "q-3": Decision(note="kept")}
    assert reopened(tmp_path).recovered.apply(before) == {
        "q-1": Decision(status="rejected"),
        "q-3": Decision(note="kept"),
    }


@pytest.mark.parametrize("after", ["another decision", "nothing"])
def test_a_journal_that_is_removed_while_it_is_open_is_written_anew(
    tmp_path: Path, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "state" / "journal"
    journal = Journal.open(ARTICLE, folder)
    journal.append({"q-1": Decision(status="accepted")})
    shutil.rmtree(tmp_path / "state")
    if after == "another decision":
        with monkeypatch.context() as patch:
            patch.setattr(os, "pwrite", _full)
            with pytest.raises(CannotWriteError):
                journal.append({"q-2": Decision(status="rejected")})
        journal.append({"q-2": Decision(status="rejected")})
        assert len(replay(journal.path.read_bytes())[0].decisions) == 2, "before it is closed"
    journal.close()
    assert reopened(folder).recovered.decisions.keys() == {"q-1", *(["q-2"] if after != "nothing" else [])}


def _full(handle: int, data: bytes, at: int) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_closing_never_waits_for_a_sync_that_has_just_been_due(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried
) -> None:
    monkeypatch.setattr(journal_module, "SYNC_AFTER", 0.0005)
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    times = 200
    for number in range(times):
        journal = Journal.open(ARTICLE, tmp_path)
        journal.append({"q-1": Decision(status="accepted")})
        time.sleep(0.001 * (number % 10) / 10)
        closing = threading.Thread(target=journal.close, daemon=True)
        closing.start()
        closing.join(timeout=30)
        assert not closing.is_alive(), f"the journal number {number} is never closed"
    tried(f"{times} journals closed about when their sync was due")


def test_another_reader_s_journal_in_the_place_of_a_removed_one_is_left_alone(tmp_path: Path) -> None:
    first = Journal.open(ARTICLE, tmp_path)
    first.append({"q-1": Decision(status="accepted")})
    first.path.unlink()
    second = Journal.open(ARTICLE, tmp_path)
    second.append({"q-2": Decision(status="accepted")})
    with pytest.raises(CannotWriteError):
        first.append({"q-3": Decision(status="accepted")})
    second.close()
    first.append({"q-3": Decision(status="accepted")})
    first.close()
    assert reopened(tmp_path).recovered.decisions.keys() == {"q-1", "q-2", "q-3"}
    empty = Journal.open(samples.article("Another."), tmp_path)
    empty.path.unlink()
    other = Journal.open(samples.article("Another."), tmp_path)
    empty.close()
    assert other.path.exists()
    other.close()


def test_facts_that_the_reviewer_added_come_back(tmp_path: Path) -> None:
    analysis = samples.analysis()
    added = {fact.id: fact for fact in (analysis.entities[0], analysis.quotes[0], analysis.numbers[0])}
    journal = Journal.open(ARTICLE, tmp_path)
    journal.append({}, added)
    journal.append({}, {analysis.quotes[0].id: None})
    journal.close()
    assert reopened(tmp_path).recovered.added == {**added, analysis.quotes[0].id: None}


def test_a_journal_cut_at_every_byte_gives_its_longest_whole_beginning(
    tmp_path: Path, written: tuple[Path, list[int]], tried: Tried
) -> None:
    path, lengths = written
    data = path.read_bytes()
    for cut in range(len(data) + 1):
        recovered, length = replay(data[:cut])
        whole = sum(end <= cut for end in lengths)
        assert recovered.lines == whole
        assert list(recovered.decisions) == [f"n-{number}" for number in range(whole)]
        assert length <= cut
    tried(f"{len(data) + 1} cuts")


def test_a_journal_with_every_byte_changed_in_turn_gives_what_is_before_it(
    written: tuple[Path, list[int]], tried: Tried
) -> None:
    path, lengths = written
    data = path.read_bytes()
    header = data.index(b"\n") + 1
    for at in range(len(data)):
        recovered, _ = replay(data[:at] + bytes([data[at] ^ 0x21]) + data[at + 1 :])
        before = sum(end <= at for end in lengths) if at >= header else 0
        assert recovered.lines == before
    tried(f"{len(data)} changed bytes")


def test_after_a_torn_line_the_next_change_is_whole_again(tmp_path: Path, written: tuple[Path, list[int]]) -> None:
    path, lengths = written
    for cut in (0, 10, lengths[0] - 1, lengths[2] + 1, lengths[4] - 1):
        data = path.read_bytes()
        path.write_bytes(data[:cut])
        journal = Journal.open(ARTICLE, tmp_path)
        journal.append(decided(77))
        journal.close()
        recovered, _ = replay(path.read_bytes())
        assert recovered.lines == sum(end <= cut for end in lengths) + 1
        assert "n-77" in recovered.decisions
        path.write_bytes(data)


@given(st.binary(max_size=400))
def test_any_bytes_can_be_replayed(data: bytes) -> None:
    recovered, length = replay(data)
    assert recovered.lines == 0 and length <= len(data)


def test_a_second_reader_is_told_until_the_first_has_left(tmp_path: Path) -> None:
    first = Journal.open(ARTICLE, tmp_path)
    first.append(decided(1))
    with pytest.raises(LockedError, match=r"buses\.txt is open in another newsview"):
        Journal.open(ARTICLE, tmp_path)
    first.append(decided(2))
    first.close()
    assert reopened(tmp_path).recovered.lines == 2


def test_a_second_process_is_told_too_and_a_killed_one_holds_no_lock(tmp_path: Path) -> None:
    program = """
import sys, pathlib
from newsview.store import journal as journal_module
from newsview.store.journal import Journal
from tests.store import samples
journal = Journal.open(samples.article(), pathlib.Path(sys.argv[1]))
journal.append({"q-1": None})
print("open", flush=True)
sys.stdin.read()
"""
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(LockedError):
            Journal.open(ARTICLE, tmp_path)
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert reopened(tmp_path).recovered.decisions == {"q-1": None}


def test_other_articles_and_other_places_have_journals_of_their_own(tmp_path: Path) -> None:
    articles = [ARTICLE, replace(ARTICLE, path="other.txt"), replace(ARTICLE, text="x"), replace(ARTICLE, path=None)]
    journals = [Journal.open(article, tmp_path) for article in articles]
    assert len({journal.path for journal in journals}) == len(articles)
    for journal in journals:
        journal.close()


def saved(*numbers: int) -> Analysis:
    review = {key: value for number in numbers for key, value in decided(number).items() if value is not None}
    return samples.analysis(review=review)


def test_a_journal_whose_changes_are_all_saved_leaves_no_file(tmp_path: Path) -> None:
    journal = Journal.open(ARTICLE, tmp_path)
    journal.append(decided(1))
    journal.append({"n-7": None})
    journal.clear_saved(saved(1))
    assert journal.path.stat().st_size == 0
    journal.append(decided(2))
    assert list(replay(journal.path.read_bytes())[0].decisions) == ["n-2"]
    journal.clear_saved(saved(1, 2))
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_what_was_decided_while_saving_stays_in_the_journal(tmp_path: Path) -> None:
    journal = Journal.open(ARTICLE, tmp_path)
    journal.append(decided(1))
    journal.append(decided(2))
    journal.clear_saved(saved(1))
    journal.close()
    assert reopened(tmp_path).recovered.decisions == {**decided(1), **decided(2)}


def test_a_journal_of_an_earlier_text_is_taken_over(tmp_path: Path) -> None:
    before = Journal.open(replace(ARTICLE, text="An earlier text."), tmp_path)
    before.append(decided(1))
    before.append(decided(2))
    before.close()
    for _ in range(2):
        journal = Journal.open(ARTICLE, tmp_path)
        assert journal.recovered.decisions == {**decided(1), **decided(2)}
        journal.close()
        assert list(tmp_path.iterdir()) == [journal.path]


def test_the_journal_of_an_earlier_text_that_is_still_open_is_left_alone(tmp_path: Path) -> None:
    before = Journal.open(replace(ARTICLE, text="An earlier text."), tmp_path)
    before.append(decided(1))
    journal = Journal.open(ARTICLE, tmp_path)
    assert journal.recovered.lines == 0
    journal.close()
    before.close()
    assert reopened(tmp_path).recovered.lines == 1


def test_decisions_are_synced_within_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[float] = []
    journal = Journal.open(ARTICLE, tmp_path)
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(time.monotonic()))
    start = time.monotonic()
    for number in range(20):
        journal.append(decided(number))
    deadline = start + 30
    while not synced and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(synced) == 1, "one sync for the whole burst"
    journal.close()


def test_only_the_user_can_read_a_journal(tmp_path: Path) -> None:
    journal = Journal.open(ARTICLE, tmp_path / "made")
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "made").stat().st_mode) == 0o700
    journal.close()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EINTR])
def test_a_change_that_cannot_be_written_is_said_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    journal = Journal.open(ARTICLE, tmp_path)
    journal.append(decided(1))
    whole = os.pwrite

    def half(handle: int, data: bytes, at: int) -> int:
        if len(data) < 10:
            raise OSError(code, os.strerror(code))
        return whole(handle, data[: len(data) // 2], at)

    with monkeypatch.context() as patch:
        patch.setattr(os, "pwrite", half)
        with pytest.raises(CannotWriteError, match="in memory only"):
            journal.append(decided(2))
    assert replay(journal.path.read_bytes())[0].lines == 1
    journal.append(decided(3))
    journal.close()
    assert list(reopened(tmp_path).recovered.decisions) == ["n-1", "n-3"]


def test_no_journal_where_none_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWriteError, match="cannot be journalled"):
        Journal.open(ARTICLE, tmp_path / "file")


@pytest.mark.parametrize("path", ["\0", "a" * 5000, "\ud800"])
def test_an_article_with_an_impossible_path_can_be_journalled(tmp_path: Path, path: str) -> None:
    journal = Journal.open(replace(ARTICLE, path=path), tmp_path)
    journal.append(decided(1))
    journal.close()
