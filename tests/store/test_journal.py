"""Journal of unsaved decisions: written, replayed, closed."""

from __future__ import annotations

import errno
import os
import stat
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from newsview.errors import CannotWriteError
from newsview.model.facts import Analysis, Decision
from newsview.store import journal as journal_module
from newsview.store.journal import Journal
from newsview.store.journal_lines import replay
from tests.conftest import Tried
from tests.store import samples
from tests.store.journals import ARTICLE, decided, reopened


def test_decisions_are_recovered_unchanged(tmp_path: Path) -> None:
    journal = Journal.open(ARTICLE, tmp_path)
    for number in range(5):
        journal.append(decided(number))
    journal.close()
    recovered = reopened(tmp_path).recovered
    assert recovered.lines == 5
    assert recovered.decisions == {key: value for number in range(5) for key, value in decided(number).items()}


def test_last_decision_counts_and_withdrawn_one_is_gone(tmp_path: Path) -> None:
    journal = Journal.open(ARTICLE, tmp_path)
    journal.append({"q-1": Decision(status="accepted"), "q-2": Decision(status="accepted")})
    journal.append({"q-1": Decision(status="rejected"), "q-2": None})
    journal.close()
    before = {"q-2": Decision(note="old"), "q-3": Decision(note="kept")}
    assert reopened(tmp_path).recovered.apply(before) == {
        "q-1": Decision(status="rejected"),
        "q-3": Decision(note="kept"),
    }


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


def test_added_facts_are_recovered(tmp_path: Path) -> None:
    analysis = samples.analysis()
    added = {fact.id: fact for fact in (analysis.entities[0], analysis.quotes[0], analysis.numbers[0])}
    journal = Journal.open(ARTICLE, tmp_path)
    journal.append({}, added)
    journal.append({}, {analysis.quotes[0].id: None})
    journal.close()
    assert reopened(tmp_path).recovered.added == {**added, analysis.quotes[0].id: None}


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


def test_decisions_made_during_a_save_stay_in_the_journal(tmp_path: Path) -> None:
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


def test_decisions_are_synced_within_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[float] = []
    journal = Journal.open(ARTICLE, tmp_path)
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(time.monotonic()))
    start = time.monotonic()
    for number in range(20):
        journal.append(decided(number))
    burst = time.monotonic() - start
    deadline = start + 30
    while not synced and time.monotonic() < deadline:
        time.sleep(0.01)
    assert 1 <= len(synced) <= 1 + burst / journal_module.SYNC_AFTER, "one sync for the whole burst"
    journal.close()


def test_only_the_user_can_read_a_journal(tmp_path: Path) -> None:
    journal = Journal.open(ARTICLE, tmp_path / "made")
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "made").stat().st_mode) == 0o700
    journal.close()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EINTR])
def test_failed_write_is_reported_and_keeps_earlier_changes(
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


def test_journal_in_impossible_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWriteError, match="cannot be journalled"):
        Journal.open(ARTICLE, tmp_path / "file")


@pytest.mark.parametrize("path", ["\0", "a" * 5000, "\ud800"])
def test_an_article_with_an_impossible_path_can_be_journalled(tmp_path: Path, path: str) -> None:
    journal = Journal.open(replace(ARTICLE, path=path), tmp_path)
    journal.append(decided(1))
    journal.close()
