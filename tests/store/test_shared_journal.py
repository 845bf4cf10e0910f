"""Journals opened by several readers, or removed while open."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from newsview.errors import CannotWriteError
from newsview.model.facts import Decision
from newsview.store.journal import Journal, LockedError
from newsview.store.journal_lines import replay
from tests.store import samples
from tests.store.journals import ARTICLE, decided, reopened


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


def test_journal_of_another_reader_after_removal_is_left_alone(tmp_path: Path) -> None:
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


def test_second_reader_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    first = Journal.open(ARTICLE, tmp_path)
    first.append(decided(1))
    with pytest.raises(LockedError, match=r"buses\.txt is open in another newsview"):
        Journal.open(ARTICLE, tmp_path)
    first.append(decided(2))
    first.close()
    assert reopened(tmp_path).recovered.lines == 2


def test_second_process_is_refused_and_killed_one_holds_no_lock(tmp_path: Path) -> None:
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
    nameless = replace(ARTICLE, path=None)
    articles = [ARTICLE, replace(ARTICLE, path="other.txt"), nameless, replace(nameless, text="x")]
    journals = [Journal.open(article, tmp_path) for article in articles]
    assert len({journal.path for journal in journals}) == len(articles)
    for journal in journals:
        journal.close()


def test_second_reader_of_an_edited_text_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    before = Journal.open(replace(ARTICLE, text="An earlier text."), tmp_path)
    before.append(decided(1))
    with pytest.raises(LockedError, match="is open in another newsview"):
        Journal.open(ARTICLE, tmp_path)
    assert [*tmp_path.iterdir()] == [before.path]
    before.close()
    assert reopened(tmp_path).recovered.lines == 1
