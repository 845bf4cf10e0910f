"""Decisions that cannot be journalled, and the reader's messages about them."""

from __future__ import annotations

import pytest

from newsview.errors import CannotWriteError
from tests.session.folder import ACCEPTED, REJECTED, Folder, Full, analysis, step


def test_missing_journal_is_reported_and_saving_works(folder: Folder) -> None:
    (folder.path / "state").write_text("x")
    session = folder.open()
    assert "cannot be journalled" in session.before.notices[0]
    session.note(step(("q-1", ACCEPTED)))
    session.save(analysis(folder))
    assert folder.facts.exists() and session.failure == ""


def test_a_failed_save_keeps_the_journal(folder: Folder) -> None:
    session = folder.open()
    session.note(step(("q-1", ACCEPTED)))
    with pytest.raises(CannotWriteError):
        session.save(analysis(folder), folder.path / "gone" / "x.facts.json")
    session.close()
    assert folder.open().before.recovered


def test_failed_journal_write_is_repeated_with_next_decision(folder: Folder, full_disk: Full) -> None:
    session = folder.open()
    with full_disk():
        session.note(step(("q-1", ACCEPTED)))
    assert "No space left" in session.failure
    assert session.lost.startswith("the last decisions are lost (") and "No space left" in session.lost
    session.note(step(("q-2", ACCEPTED)))
    assert session.failure == session.lost == ""
    session.close()
    opened = folder.open().before.analysis
    assert opened is not None and opened.review.keys() == {"q-1", "q-2"}


def test_failed_journal_write_is_repeated_on_close(folder: Folder, full_disk: Full) -> None:
    session = folder.open()
    with full_disk():
        session.note(step(("q-1", ACCEPTED)))
        session.note(step(("q-1", None), ("q-2", REJECTED)))
    session.close()
    assert session.lost == ""
    opened = folder.open().before.analysis
    assert opened is not None and opened.review == {"q-2": REJECTED}


def test_saved_decisions_do_not_count_as_lost(folder: Folder, full_disk: Full) -> None:
    session = folder.open()
    quote = analysis(folder).quotes[0].id
    with full_disk():
        session.note(step((quote, ACCEPTED)))
        assert session.lost
        session.save(analysis(folder, review={quote: ACCEPTED}))
    assert session.failure == session.lost == ""


def test_decisions_without_a_journal_count_as_lost(folder: Folder) -> None:
    first, second = folder.open(), folder.open()
    assert first.lost == ""
    first.close()
    second.note(step(("q-1", ACCEPTED)))
    second.close()
    assert second.lost.startswith("decisions that were not saved are lost (") and "another newsview" in second.lost
