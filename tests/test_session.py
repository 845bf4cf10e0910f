from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import orjson
import pytest

from newsview import store
from newsview.article import Article
from newsview.errors import CannotWriteError
from newsview.facts import Analysis, Decision, Fact
from newsview.session import NoPlaceError, Session
from tests.making import Maker
from tests.store import samples


@dataclass
class Made:
    """A change as the reader makes it."""

    fact: str
    after: Decision | None
    added: Fact | None = None


class Folder:
    """A folder with an article, and what is kept of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sessions: list[Session] = []

    def article(self, text: str = samples.TEXT, name: str = "buses.txt") -> Article:
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        return replace(samples.article(text, str(self.path / name)), sha256=sha256)

    def open(self, article: Article | None = None, path: Path | None = None) -> Session:
        session = Session(article or self.article(), path, journals=self.path / "state")
        self.sessions.append(session)
        return session

    @property
    def facts(self) -> Path:
        return self.path / "buses.facts.json"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    made = Folder(tmp_path)
    yield made
    for session in made.sessions:
        session.close()


def analysis(folder: Folder, **fields: object) -> Analysis:
    return samples.analysis(folder.article(), **fields)


ACCEPTED = Decision(status="accepted")
REJECTED = Decision(status="rejected")


def test_a_new_article_has_nothing_to_show_and_is_saved_beside_itself(folder: Folder) -> None:
    session = folder.open()
    assert session.before.analysis is None and session.before.stale and session.before.notices == ()
    assert session.save(analysis(folder)) == folder.facts
    assert store.load(folder.facts).analysis == analysis(folder)


def test_opened_again_facts_and_decisions_are_there(folder: Folder) -> None:
    folder.open().save(analysis(folder))
    folder.sessions[-1].close()
    session = folder.open()
    assert session.before.analysis == analysis(folder)
    assert not session.before.stale and not session.before.recovered and session.before.notices == ()


def test_decisions_that_were_not_saved_come_back_on_top_of_the_saved_ones(folder: Folder) -> None:
    first = folder.open()
    whole = analysis(folder)
    first.save(whole)
    quote, number = whole.quotes[0].id, whole.numbers[0].id
    first.note([Made(quote, ACCEPTED), Made(number, ACCEPTED)])
    first.note([Made(number, None)])
    first.note([Made(whole.entities[0].id, REJECTED)])
    first.close()
    session = folder.open()
    assert session.before.analysis is not None
    assert session.before.analysis.review == {quote: ACCEPTED, whole.entities[0].id: REJECTED}
    assert session.before.recovered and "not been saved" in session.before.notices[0]
    session.save(session.before.analysis)
    session.close()
    assert not folder.open().before.recovered


def test_decisions_made_before_the_first_save_come_back_and_facts_are_extracted_again(folder: Folder) -> None:
    first = folder.open()
    first.note([Made("q-1", ACCEPTED)])
    first.close()
    session = folder.open()
    assert session.before.analysis is not None and session.before.analysis.review == {"q-1": ACCEPTED}
    assert session.before.stale


def test_facts_that_the_reviewer_added_or_took_back_come_back_so(folder: Folder) -> None:
    whole = analysis(folder)
    own = replace(samples.number(whole.article, "the bus", kind="label"), origin="reviewer")
    second = replace(Maker(whole.article).quote("late", speaker=("Doe", None)), origin="reviewer")
    first = folder.open()
    first.save(replace(whole, quotes=(*whole.quotes, second)))
    first.note([Made(own.id, ACCEPTED, own)])
    first.note([Made(second.id, None, second)])
    first.close()
    opened = folder.open().before.analysis
    assert opened is not None
    assert own in opened.numbers and second not in opened.quotes


def test_an_edited_article_keeps_its_review(folder: Folder) -> None:
    first = folder.open()
    whole = analysis(folder)
    quote, number = whole.quotes[0], whole.numbers[0]
    first.save(replace(whole, review={quote.id: ACCEPTED}))
    first.note([Made(number.id, REJECTED)])
    first.close()
    text = samples.TEXT.replace("The mayor, Jane", "Yesterday the mayor, Jane")
    edited = folder.article(text)
    session = folder.open(edited)
    assert session.before.stale and any("has changed" in notice for notice in session.before.notices)
    new = samples.analysis(edited, review={})
    review = session.before.analysis.review if session.before.analysis else {}
    settled = session.settle(replace(new, review=review))
    assert settled.moved == {number.id: new.numbers[0].id}
    session.save(settled.analysis)
    assert store.load(folder.facts).analysis.review == {quote.id: ACCEPTED, new.numbers[0].id: REJECTED}
    session.close()
    assert not folder.open(edited).before.stale


def test_the_day_that_was_given_with_the_article_is_known_the_next_time(folder: Folder) -> None:
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


def test_unknown_keys_of_the_file_survive_a_save_of_the_reader(folder: Folder) -> None:
    plain = orjson.loads(store.facts_bytes(analysis(folder)))
    plain["future"], plain["article"]["colour"] = 1, "blue"
    folder.facts.write_bytes(orjson.dumps(plain))
    folder.open().save(analysis(folder, review={}))
    saved = orjson.loads(folder.facts.read_bytes())
    assert saved["future"] == 1 and saved["article"]["colour"] == "blue"


def test_a_second_reader_is_told_and_neither_overwrites_the_other(folder: Folder) -> None:
    first, second = folder.open(), folder.open()
    assert "open in another newsview" in second.before.notices[0]
    second.note([Made("q-1", REJECTED)])
    first.save(analysis(folder))
    with pytest.raises(store.ConflictError):
        second.save(analysis(folder, review={}))
    assert store.load(folder.facts).analysis == analysis(folder)
    other = folder.path / "mine.facts.json"
    assert second.save(analysis(folder, review={}), other) == other
    first.save(analysis(folder, review={}))
    assert folder.facts.exists() and other.exists()


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten_without_asking(folder: Folder) -> None:
    session = folder.open()
    session.save(analysis(folder))
    folder.facts.write_bytes(store.facts_bytes(analysis(folder, review={"q-1": REJECTED})))
    session.note([Made("q-2", ACCEPTED)])
    with pytest.raises(store.ConflictError):
        session.save(analysis(folder))
    assert "q-1" in store.load(folder.facts).analysis.review
    session.save(analysis(folder), overwrite=True)
    assert "q-1" not in store.load(folder.facts).analysis.review


def test_the_name_of_another_articles_facts_is_told_and_left_alone(folder: Folder) -> None:
    store.save(samples.analysis(samples.article(samples.TEXT + " Another text.", "other.txt")), folder.facts)
    session = folder.open()
    assert session.before.analysis is None and "another article" in session.before.notices[0]
    with pytest.raises(store.OtherArticleError):
        session.save(analysis(folder))
    assert session.save(analysis(folder), folder.path / "b.facts.json").name == "b.facts.json"
    assert session.save(analysis(folder, review={})).name == "b.facts.json", "from then on it is saved there"


@pytest.mark.parametrize("content", [b"{", b'{"schema_version": 2}'])
def test_a_file_that_cannot_be_used_is_told_and_left_alone(folder: Folder, content: bytes) -> None:
    folder.facts.write_bytes(content)
    session = folder.open()
    assert session.before.analysis is None and len(session.before.notices) == 1
    with pytest.raises(CannotWriteError):
        session.save(analysis(folder))
    assert folder.facts.read_bytes() == content


def test_standard_input_must_be_told_where_to_save(folder: Folder) -> None:
    article = replace(folder.article(), path=None)
    session = folder.open(article)
    with pytest.raises(NoPlaceError):
        session.save(samples.analysis(article))
    assert session.save(samples.analysis(article), folder.facts) == folder.facts


def test_the_path_may_be_written_otherwise_the_next_time(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.path)
    first = folder.open(samples.article(path="buses.txt"))
    first.save(samples.analysis())
    first.close()
    edited = folder.article(samples.TEXT + " More.")
    session = folder.open(edited)
    assert session.before.stale and session.before.analysis is not None


def test_a_facts_file_can_be_opened_itself(folder: Folder) -> None:
    store.save(analysis(folder), folder.facts)
    session = folder.open(store.load(folder.facts).analysis.article, folder.facts)
    assert session.before.analysis == analysis(folder)
    session.save(analysis(folder, review={}))
    assert store.load(folder.facts).analysis.review == {}


def test_without_a_place_for_journals_the_reader_is_told_and_can_save(folder: Folder) -> None:
    (folder.path / "state").write_text("x")
    session = folder.open()
    assert "cannot be journalled" in session.before.notices[0]
    session.note([Made("q-1", ACCEPTED)])
    session.save(analysis(folder))
    assert folder.facts.exists() and session.failure == ""


def test_a_failed_save_keeps_the_journal(folder: Folder) -> None:
    session = folder.open()
    session.note([Made("q-1", ACCEPTED)])
    with pytest.raises(CannotWriteError):
        session.save(analysis(folder), folder.path / "gone" / "x.facts.json")
    session.close()
    assert folder.open().before.recovered


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], AbstractContextManager[None]]:
    """No journal can be written while this is entered."""

    def full(handle: int, data: bytes, at: int) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    @contextmanager
    def entered() -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr(os, "pwrite", full)
            yield

    return entered


Full = Callable[[], AbstractContextManager[None]]


def test_a_decision_that_the_journal_cannot_take_goes_there_with_the_next(folder: Folder, full_disk: Full) -> None:
    session = folder.open()
    with full_disk():
        session.note([Made("q-1", ACCEPTED)])
    assert "No space left" in session.failure
    assert session.lost.startswith("the last decisions are lost (") and "No space left" in session.lost
    session.note([Made("q-2", ACCEPTED)])
    assert session.failure == session.lost == ""
    session.close()
    opened = folder.open().before.analysis
    assert opened is not None and opened.review.keys() == {"q-1", "q-2"}


def test_what_the_journal_could_not_take_is_tried_once_more_at_the_end(folder: Folder, full_disk: Full) -> None:
    session = folder.open()
    with full_disk():
        session.note([Made("q-1", ACCEPTED)])
        session.note([Made("q-1", None), Made("q-2", REJECTED)])
    session.close()
    assert session.lost == ""
    opened = folder.open().before.analysis
    assert opened is not None and opened.review == {"q-2": REJECTED}


def test_what_has_been_saved_is_not_lost(folder: Folder, full_disk: Full) -> None:
    session = folder.open()
    quote = analysis(folder).quotes[0].id
    with full_disk():
        session.note([Made(quote, ACCEPTED)])
        assert session.lost
        session.save(analysis(folder, review={quote: ACCEPTED}))
    assert session.failure == session.lost == ""


def test_without_a_journal_it_is_known_that_decisions_are_lost(folder: Folder) -> None:
    first, second = folder.open(), folder.open()
    assert first.lost == ""
    first.close()
    second.note([Made("q-1", ACCEPTED)])
    second.close()
    assert second.lost.startswith("decisions that were not saved are lost (") and "another newsview" in second.lost


def test_a_fact_that_was_added_to_an_earlier_text_never_makes_a_file_that_cannot_be_read(folder: Folder) -> None:
    first = folder.open()
    own = replace(samples.number(folder.article(), "the bus", kind="label"), origin="reviewer")
    first.note([Made(own.id, ACCEPTED, own)])
    first.close()
    edited = folder.article("Quite another story.")
    session = folder.open(edited)
    opened = session.before.analysis
    assert opened is not None and opened.numbers == [] and opened.review == {own.id: ACCEPTED}
    session.save(opened)
    kept = store.load(folder.facts).analysis
    assert kept.review == {own.id: ACCEPTED} and kept.extra["orphaned"][own.id]["text"] == "the bus"


def test_another_extraction_with_other_facts_keeps_each_decision_with_what_it_was_about(folder: Folder) -> None:
    whole = analysis(folder)
    session = folder.open()
    number, quote = whole.numbers[0], whole.quotes[1]
    session.save(replace(whole, review={number.id: ACCEPTED, quote.id: REJECTED}))
    longer = samples.number(whole.article, "$4.2 million on", kind="money")
    session.save(replace(whole, numbers=(longer,), quotes=(), review={number.id: ACCEPTED, quote.id: REJECTED}))
    saved = store.load(folder.facts).analysis
    assert saved.review == {longer.id: ACCEPTED, quote.id: REJECTED}
    assert list(saved.extra["orphaned"]) == [quote.id]
