"""``r`` on an article whose file has been changed: the new text, with the review and the place kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newsview.app.app import NewsviewApp
from newsview.app.article_view import ArticleView
from newsview.app.keeping import Opening
from newsview.article import Article
from newsview.errors import UnreadableError
from newsview.facts import Analysis, Entity, Facts, Quote, all_facts
from newsview.progress import Done, Event
from newsview.reading.read import read_path
from newsview.session import Session
from newsview.store.load import load
from tests.app import springfield
from tests.app.opening import current, reader, screen_text, status, until
from tests.app.test_editing_keys import back_in_the_reader, press

TEXT = springfield.TEXT
NEW_START = "Corrected at noon\n\n" + TEXT
CHANGED = NEW_START.replace("would spend $4.2 million on new", "will spend $4.2 million on the new")


class Extractor:
    """Finds what ``springfield`` knows in whatever text it is given."""

    asked = 0

    async def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        self.asked += 1
        yield Done(known(article), springfield.GENERATOR)

    async def close(self) -> None:
        pass


def known(article: Article) -> Facts:
    """The facts of the article; none where words of one of them are gone."""
    try:
        return springfield.facts(article)
    except ValueError:
        return Facts()


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = (120, 36)) -> AsyncGenerator[Pilot[None], None]:
    """The reader on the file as it is, with a real keeper; its facts are there."""
    path = folder / "buses.txt"
    if not path.exists():
        path.write_text(TEXT, encoding="utf-8")

    def read() -> Article:
        return read_path(path, published="2024-05-16")

    article = read()

    def prepare() -> Opening:
        session = Session(article, journals=folder / "journals")
        before = session.before
        return Opening(
            source=Extractor(),
            keeper=session,
            opened=before.analysis,
            recovered=before.recovered,
            stale=before.stale,
            reopen=read,
        )

    app = NewsviewApp(article, prepare)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.reader.source is not None and bool(app.reader.review.index.by_id))
        await pilot.pause()
        yield pilot


async def reread(pilot: Pilot[None], folder: Path, text: str) -> None:
    """Writes *text* to the article's file and presses r."""
    (folder / "buses.txt").write_text(text, encoding="utf-8")
    await press(pilot, "r")
    await until(pilot, lambda: reader(pilot).article.text == text.rstrip("\n") or reader(pilot).article.text == text)
    await until(pilot, lambda: not reader(pilot).reading)
    await pilot.pause()


def saved(folder: Path) -> Analysis:
    return load(folder / "buses.facts.json").analysis


async def test_the_new_text_is_shown_and_its_facts_with_their_decisions(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, "2", "a", "x", "3", "a")
        await reread(pilot, tmp_path, CHANGED)
        review = reader(pilot).review
        tally = review.tally
        assert (tally.accepted, tally.rejected) == (2, 1)
        for anchor in map(review.index.first, review.index.by_id):
            fact = review.index.by_id[anchor.fact]
            assert isinstance(fact, Entity) or review.article.text[anchor.start : anchor.end] == fact.text
        assert "new text" in status(pilot)
        await press(pilot, "0", "g")
        assert "Corrected at noon" in screen_text(pilot)


async def test_the_reader_stays_on_the_fact_and_the_line(tmp_path: Path) -> None:
    for size in ((120, 20), (80, 24)):
        (tmp_path / "buses.txt").write_text(TEXT, encoding="utf-8")
        async with opened(tmp_path, size) as pilot:
            await press(pilot, "2", "j", "j")
            before = current(pilot)
            view = reader(pilot).query_one(ArticleView)
            height = view._lines.at(view._sentence[0]) - view.scroll_offset.y
            await reread(pilot, tmp_path, "A new line.\n\n" * 12 + TEXT)
            assert current(pilot) == before
            assert reader(pilot).review.place.focus == "quotes"
            assert view._lines.at(view._sentence[0]) - view.scroll_offset.y == height


async def test_a_sentence_that_is_read_stays_the_current_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, "j", "j", "j", "j")
        review = reader(pilot).review
        at = review.article.sentences[review.place.sentence]
        words = review.article.text[at.start : at.end]
        await reread(pilot, tmp_path, CHANGED)
        at = review.article.sentences[review.place.sentence]
        assert review.article.text[at.start : at.end] == words


async def test_undo_and_redo_reach_back_behind_the_new_text(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, "3", "a", "x")
        await press(pilot, "0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        await reread(pilot, tmp_path, CHANGED)
        review = reader(pilot).review
        (own,) = [each for each in review.index.facts.entities if each.origin == "reviewer"]
        at = own.mentions[0]
        assert review.article.text[at.start : at.end] == own.name == "spend"
        for _ in range(3):
            await press(pilot, "u")
        assert not review.decisions.all
        assert all(each.origin == "extracted" for each in review.index.facts.entities)
        for _ in range(3):
            await press(pilot, "ctrl+r")
        assert (review.tally.accepted, review.tally.rejected) == (2, 1)
        (own,) = [each for each in review.index.facts.entities if each.origin == "reviewer"]
        assert own.mentions[0].start == at.start


async def test_what_is_saved_is_the_new_text_with_every_decision(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, "0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        await press(pilot, "3", "a", "2", "e", "s", *"smith", "enter")
        await back_in_the_reader(pilot)
        await press(pilot, "s")
        await until(pilot, lambda: "saved to" in status(pilot))
        await reread(pilot, tmp_path, CHANGED)
        assert reader(pilot).review.decisions.dirty
        await press(pilot, "s")
        await until(pilot, lambda: not reader(pilot).review.decisions.dirty)
    whole = saved(tmp_path)
    assert whole.article.text.startswith("Corrected at noon")
    assert whole.article.sha256 == read_path(tmp_path / "buses.txt").sha256
    ids = [fact.id for fact in all_facts(whole)]
    assert len(ids) == len(set(ids))
    assert sum(fact.origin == "reviewer" for fact in whole.entities) == 1
    (speaker,) = [decision.edits["speaker"] for decision in whole.review.values() if "speaker" in decision.edits]
    assert whole.article.text[speaker["start"] : speaker["end"]] == speaker["text"] == "John Smith"
    assert whole.review.keys() <= set(ids)
    assert not list((tmp_path / "journals").glob("*"))


async def test_decisions_whose_words_are_gone_are_kept_and_told(tmp_path: Path) -> None:
    gone = TEXT.replace(
        " About 38 percent of commuters use public transport, according to a 2023 survey by the Transit "
        "Research Institute.",
        "",
    )
    async with opened(tmp_path) as pilot:
        await press(pilot, "3", "j", "j", "a", "2", "a")
        number = next(iter(reader(pilot).review.decisions.all))
        await reread(pilot, tmp_path, gone)
        await press(pilot, "s")
        await until(pilot, lambda: "saved to" in status(pilot))
    assert saved(tmp_path).review[number].status == "accepted"


async def test_nothing_is_lost_when_the_reader_is_killed_after_the_new_text_came(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, "0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        await press(pilot, "3", "a", "x", "2", "e", "s", *"smith", "enter")
        await back_in_the_reader(pilot)
        await reread(pilot, tmp_path, CHANGED)
        await press(pilot, "2", "j", "a")
        before = dict(reader(pilot).review.decisions.all)
    async with opened(tmp_path) as pilot:
        await until(pilot, lambda: not reader(pilot).reading)
        review = reader(pilot).review
        assert review.decisions.all == before
        assert review.all_found
        quote = next(each for each in review.index.facts.quotes if review.decisions.get(each.id))
        assert isinstance(quote, Quote) and quote.speaker is not None
        assert review.article.text[quote.speaker.start : quote.speaker.end] == "John Smith"
        (own,) = [each for each in review.index.facts.entities if each.origin == "reviewer"]
        assert review.article.text[own.mentions[0].start : own.mentions[0].end] == "spend"


async def test_a_file_that_cannot_be_read_any_more_is_told_and_the_text_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:

        def fail() -> Article:
            raise UnreadableError("buses.txt: no encoding fits")

        reader(pilot).reopen = fail
        (tmp_path / "buses.txt").write_bytes(b"\xff\x00 other")
        await press(pilot, "3", "a", "r")
        await until(pilot, lambda: "no encoding fits" in status(pilot))
        assert "We cannot wait" in screen_text(pilot)
        assert reader(pilot).review.tally.accepted == 1


async def test_a_file_that_was_only_touched_is_extracted_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, "3", "a")
        source = reader(pilot).source
        assert isinstance(source, Extractor) and source.asked == 1
        await reread(pilot, tmp_path, TEXT)
        await until(pilot, lambda: source.asked == 2)
        await press(pilot, "r")
        await until(pilot, lambda: source.asked == 3)
        assert reader(pilot).review.tally.accepted == 1


async def test_of_a_file_that_was_emptied_the_text_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, "3", "a", "0", "G")
        (tmp_path / "buses.txt").write_text("", encoding="utf-8")
        await press(pilot, "r")
        await until(pilot, lambda: "it is empty" in status(pilot))
        await reread(pilot, tmp_path, "Nothing.")
        await press(pilot, "j", "k", "g", "G", "1", "2", "3", "0", "enter", "right_square_bracket", "f", "escape")
        assert len(reader(pilot).review.decisions.all) == 1
        await reread(pilot, tmp_path, TEXT)
        assert reader(pilot).review.tally.accepted == 1


async def test_a_fact_that_was_added_and_taken_back_does_not_come_back_by_extracting_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, "0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        for keys in (["r"], ["u"], ["r"], ["r"]):
            await press(pilot, *keys)
            await until(pilot, lambda: not reader(pilot).reading)
        await press(pilot, "3", "a", "s")
        await until(pilot, lambda: "saved to" in status(pilot))
    assert all(each.origin == "extracted" for each in saved(tmp_path).entities)


async def test_facts_that_were_added_are_saved_once_when_decisions_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, "0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        await press(pilot, "3", "a", "s")
        await until(pilot, lambda: "saved to" in status(pilot))
        # another model gives the number other words, so that its decision moves
        review = reader(pilot).review
        number = next(each for each in review.extracted.numbers if review.decisions.get(each.id))
        other = replace(number, id="n-other")

        async def extract(article: Article) -> AsyncGenerator[Event, None]:
            found = known(article)
            numbers = [other if each.id == number.id else each for each in found.numbers]
            yield Done(replace(found, numbers=numbers), springfield.GENERATOR)

        source = reader(pilot).source
        assert isinstance(source, Extractor)
        monkeypatch.setattr(source, "extract", extract)
        await press(pilot, "r")
        await until(pilot, lambda: reader(pilot).review.decisions.get("n-other") is not None)
        await press(pilot, "s")
        await until(pilot, lambda: not reader(pilot).review.decisions.dirty)
    whole = saved(tmp_path)
    assert sum(each.origin == "reviewer" for each in whole.entities) == 1
    assert whole.review["n-other"].status == "accepted"


@pytest.mark.parametrize("keys", [["slash", *"buses", "enter"], ["p"], ["1", "l", "j"], ["z"], ["t"]])
async def test_what_narrows_or_marks_goes_on_in_the_new_text(keys: list[str], tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await press(pilot, *keys)
        await reread(pilot, tmp_path, CHANGED)
        search = reader(pilot).search
        if search is not None:
            text = reader(pilot).review.article.text
            assert {text[low:high] for low, high in search.hits} == {"buses"}
        await press(pilot, "j", "n", "0", "j", "escape", "1", "j")
        assert reader(pilot).review.fact is not None
