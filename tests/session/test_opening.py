"""Reopened articles: saved facts, journal and bookmark are restored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsview.store.load import load
from newsview.store.save import save
from tests.making import Maker
from tests.session.folder import ACCEPTED, REJECTED, Folder, analysis, step
from tests.store import samples


def test_a_new_article_has_nothing_to_show_and_is_saved_beside_itself(folder: Folder) -> None:
    session = folder.open()
    assert session.before.analysis is None and session.before.stale and session.before.notices == ()
    assert session.save(analysis(folder)) == folder.facts
    assert load(folder.facts).analysis == analysis(folder)


def test_opened_again_facts_and_decisions_are_there(folder: Folder) -> None:
    folder.open().save(analysis(folder))
    folder.sessions[-1].close()
    session = folder.open()
    assert session.before.analysis == analysis(folder)
    assert not session.before.stale and not session.before.recovered and session.before.notices == ()


def test_unsaved_decisions_are_recovered_over_saved_ones(folder: Folder) -> None:
    first = folder.open()
    whole = analysis(folder)
    first.save(whole)
    quote, number = whole.quotes[0].id, whole.numbers[0].id
    first.note(step((quote, ACCEPTED), (number, ACCEPTED)))
    first.note(step((number, None)))
    first.note(step((whole.entities[0].id, REJECTED)))
    first.close()
    session = folder.open()
    assert session.before.analysis is not None
    assert session.before.analysis.review == {quote: ACCEPTED, whole.entities[0].id: REJECTED}
    assert session.before.recovered and not session.before.notices
    session.save(session.before.analysis)
    session.close()
    assert not folder.open().before.recovered


def test_decision_that_was_taken_back_is_not_recovered(folder: Folder) -> None:
    first = folder.open()
    whole = analysis(folder)
    quote = whole.quotes[0].id
    first.note(step((quote, ACCEPTED)))
    first.note(step((quote, None)))
    first.save(whole)
    first.note(step((quote, REJECTED)))
    first.note(step((quote, None)))
    first.close()
    session = folder.open()
    assert not session.before.recovered and session.before.analysis == whole


def test_taken_back_decision_on_unsaved_article_is_not_recovered(folder: Folder) -> None:
    first = folder.open()
    first.note(step(("q-1", ACCEPTED)))
    first.note(step(("q-1", None)))
    first.close()
    assert not folder.open().before.recovered


def test_discarded_decisions_do_not_come_back(folder: Folder) -> None:
    first = folder.open()
    whole = analysis(folder)
    first.save(whole)
    first.note(step((whole.quotes[0].id, ACCEPTED)))
    first.discard()
    first.close()
    session = folder.open()
    assert not session.before.recovered and session.before.analysis == whole
    session.note(step((whole.quotes[0].id, REJECTED)))
    session.close()
    assert folder.open().before.recovered, "later ones are kept"


def test_unsaved_first_decisions_are_recovered_and_facts_extracted(folder: Folder) -> None:
    first = folder.open()
    first.note(step(("q-1", ACCEPTED)))
    first.close()
    session = folder.open()
    assert session.before.analysis is not None and session.before.analysis.review == {"q-1": ACCEPTED}
    assert session.before.stale


def test_added_and_removed_facts_are_recovered(folder: Folder) -> None:
    whole = analysis(folder)
    own = replace(samples.number(whole.article, "the bus", kind="label"), origin="reviewer")
    second = replace(Maker(whole.article).quote("late", speaker=("Doe", None)), origin="reviewer")
    first = folder.open()
    first.save(replace(whole, quotes=(*whole.quotes, second)))
    first.note(step((own.id, ACCEPTED, own)))
    first.note(step((second.id, None, second)))
    first.close()
    opened = folder.open().before.analysis
    assert opened is not None
    assert own in opened.numbers and second not in opened.quotes


def test_given_publication_day_is_used_next_time(folder: Folder) -> None:
    given = replace(folder.article(), published="2022-11-11", published_source="flag")
    folder.open(given).save(samples.analysis(given))
    folder.sessions[-1].close()
    for text in (samples.TEXT, samples.TEXT.replace("The mayor", "Again the mayor")):
        session = folder.open(folder.article(text))
        assert session.before.analysis is not None
        assert session.before.analysis.article.published == "2022-11-11"
        session.close()
    other = replace(folder.article(), published="2024-01-01", published_source="flag")
    session = folder.open(other)
    assert session.before.analysis is not None
    assert session.before.analysis.article.published == "2024-01-01"
    assert session.before.stale
    assert session.before.notices == ("read as published on 2024-01-01; its facts are extracted again",)


def test_the_path_may_be_written_otherwise_the_next_time(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.path)
    first = folder.open(samples.article(path="buses.txt"))
    first.save(samples.analysis())
    first.close()
    edited = folder.article(samples.TEXT + " More.")
    session = folder.open(edited)
    assert session.before.stale and session.before.analysis is not None


def test_a_facts_file_can_be_opened_itself(folder: Folder) -> None:
    save(analysis(folder), folder.facts)
    session = folder.open(load(folder.facts).analysis.article, folder.facts)
    assert session.before.analysis == analysis(folder)
    session.save(analysis(folder, review={}))
    assert load(folder.facts).analysis.review == {}
