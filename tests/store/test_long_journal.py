"""Long journals: rewritten, or moved aside with a message if too long to read."""

from __future__ import annotations

import errno
import os
import signal
from dataclasses import replace
from os import fstat
from pathlib import Path
from typing import NoReturn

import pytest

from newsview.errors import CannotWriteError
from newsview.model.facts import Decision
from newsview.store import journal as journal_module
from newsview.store import journal_files
from newsview.store.journal import Journal, LockedError
from newsview.store.journal_lines import change, header, replay
from newsview.store.session import Session
from tests.conftest import Tried
from tests.store.faulty import Faulty, failing
from tests.store.journals import ARTICLE, decided, reopened

ALL = [f"n-{number}" for number in range(50)]
STATES = (Decision(status="accepted"), Decision(status="rejected"))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """Journals are rewritten beyond this many bytes; no thread syncs them, whose calls would be counted too."""
    monkeypatch.setattr(journal_module, "SYNC_AFTER", 3600)
    monkeypatch.setattr(journal_module, "COMPACT_AT", 10_000)
    return 10_000


def decide_all(journal: Journal, times: int) -> None:
    for number in range(times):
        journal.append(dict.fromkeys(ALL, STATES[number % 2]))


def leave(journal: Journal) -> None:
    """What a kill does to a journal: nothing is closed in order."""
    journal._syncer.stop()  # in the middle of a sync it would hold the lock
    os.close(journal._handle)


def test_journal_beyond_64_mebibytes_is_recovered_and_rewritten(tmp_path: Path) -> None:
    path = reopened(tmp_path).path
    big = Decision(status="accepted", note="x" * 2**20)
    lines = [change({f"n-{number % 10}": big}, {}) for number in range(66)]
    path.write_bytes(header(ARTICLE.path, ARTICLE.sha256) + change(decided(1), {}) + b"".join(lines))
    journal = Journal.open(ARTICLE, tmp_path)
    assert journal.notices == []
    assert journal.recovered.lines == 67
    assert journal.recovered.decisions == {**decided(1), **{f"n-{number}": big for number in range(10)}}
    journal.append(decided(77))
    leave(journal)
    assert path.stat().st_size < 2**24
    assert reopened(tmp_path).recovered.decisions == {**journal.recovered.decisions, **decided(77)}


def test_repeated_decisions_do_not_make_a_long_journal(tmp_path: Path, small: int) -> None:
    journal = Journal.open(ARTICLE, tmp_path)
    journal.append(decided(99))
    decide_all(journal, 101)
    journal.append({"n-0": None})
    assert journal.path.stat().st_size < 2 * small
    assert [each.name for each in tmp_path.iterdir()] == [journal.path.name]
    assert journal.path.stat().st_mode & 0o777 == 0o600
    leave(journal)
    expected = {**decided(99), **dict.fromkeys(ALL, STATES[0]), "n-0": None}
    assert reopened(tmp_path).recovered.decisions == expected


def test_a_rewritten_journal_is_still_locked(tmp_path: Path, small: int) -> None:
    journal = Journal.open(ARTICLE, tmp_path)
    with journal.path.open("rb") as before:  # held open, so that its inode is not given to the new file
        decide_all(journal, 10)
        assert journal.path.stat().st_ino != fstat(before.fileno()).st_ino
    with pytest.raises(LockedError):
        Journal.open(ARTICLE, tmp_path)
    journal.close()


def test_changes_by_another_reader_after_removal_are_kept(tmp_path: Path, small: int) -> None:
    first = Journal.open(ARTICLE, tmp_path)
    first.append(decided(1))
    first.path.unlink()
    second = Journal.open(ARTICLE, tmp_path)
    second.append(decided(2))
    second.close()
    decide_all(first, 10)
    first.close()
    assert {"n-1", "n-2"} <= reopened(tmp_path).recovered.decisions.keys()
    assert reopened(tmp_path).recovered.decisions["n-2"] == STATES[1]


def _before_it_is_rewritten(folder: Path) -> Journal:
    """A journal that the next change makes too long."""
    journal = Journal.open(ARTICLE, folder)
    while journal.path.stat().st_size <= journal_module.COMPACT_AT - len(change(dict.fromkeys(ALL, STATES[0]), {})):
        decide_all(journal, 1)  # accepted
    return journal


def _calls(folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    journal = _before_it_is_rewritten(folder)
    with patch.context() as inner:
        faulty = Faulty(inner)
        journal.append(dict.fromkeys(ALL, STATES[1]))
    leave(journal)
    return faulty.made


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_failure_of_every_call_of_a_rewrite_loses_no_decision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: int, code: int, tried: Tried
) -> None:
    calls = _calls(tmp_path / "all", monkeypatch)
    assert {"write", "fsync", "replace"} <= set(calls)
    for at, name in enumerate(calls):
        folder = tmp_path / str(at)
        journal = _before_it_is_rewritten(folder)
        with monkeypatch.context() as patch:
            Faulty(patch, at, failing(code))
            try:
                journal.append(dict.fromkeys(ALL, STATES[1]))
                last = STATES[1]
            except CannotWriteError:
                last = STATES[0]
        journal.append(decided(77))
        leave(journal)
        recovered = reopened(folder).recovered.decisions
        assert recovered == {**dict.fromkeys(ALL, last), **decided(77)}, f"{name}, call {at}"
    tried(f"{errno.errorcode[code]}: {len(calls)} calls failed in turn")


def test_kill_at_every_call_of_a_rewrite_loses_no_decision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: int, tried: Tried
) -> None:
    calls = _calls(tmp_path / "all", monkeypatch)
    for at, name in enumerate(calls):
        folder = tmp_path / str(at)
        child = os.fork()
        if child == 0:
            try:
                journal = _before_it_is_rewritten(folder)
                Faulty(pytest.MonkeyPatch(), at, lambda name: os.kill(os.getpid(), signal.SIGKILL))
                journal.append(dict.fromkeys(ALL, STATES[1]))
            finally:
                os._exit(99)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        recovered = reopened(folder).recovered.decisions
        made = (
            STATES[1] if calls[:at].count("open") else STATES[0]
        )  # it is in the old journal before the new one is made
        assert recovered in (dict.fromkeys(ALL, made), dict.fromkeys(ALL, STATES[1])), f"{name}, call {at}"
    tried(f"killed at each of {len(calls)} system calls: {' '.join(calls)}")


def _made_too_long(path: Path) -> bytes:
    """Make the journal too long to be read, and return how it begins."""
    with path.open("r+b") as file:
        begin = file.read()
        file.truncate(journal_files.MAX_BYTES + 1)
    return begin


@pytest.mark.parametrize("text", [ARTICLE.text, "An earlier text."])
def test_too_long_journal_is_moved_aside_and_reported(tmp_path: Path, text: str) -> None:
    before = Journal.open(replace(ARTICLE, text=text), tmp_path)
    before.append(decided(1))
    before.close()
    begin = _made_too_long(before.path)
    session = Session(ARTICLE, tmp_path / "x.facts.json", journals=tmp_path)
    (aside,) = tmp_path.glob(f"*{journal_files.ASIDE}")
    (notice,) = session.before.notices
    assert "longer than 256 MiB" in notice and str(aside) in notice and "\n" not in notice
    session.close()
    with aside.open("rb") as file:
        assert file.read(len(begin)) == begin
    journal = Journal.open(ARTICLE, tmp_path)
    assert journal.notices == []
    journal.append(decided(2))
    leave(journal)
    assert replay(journal.path.read_bytes())[0].decisions == decided(2)


def test_unreadable_journal_is_moved_aside_and_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Journal.open(ARTICLE, tmp_path)
    before.append(decided(1))
    before.close()
    data, real = before.path.read_bytes(), replay

    def broken(file: object) -> NoReturn:
        monkeypatch.setattr(journal_files, "replay", real)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(journal_files, "replay", broken)
    journal = Journal.open(ARTICLE, tmp_path)
    journal.append(decided(2))
    journal.close()
    assert "Input/output error" in journal.notices[0]
    (aside,) = tmp_path.glob(f"*{journal_files.ASIDE}")
    assert aside.read_bytes() == data
