"""Reload (``r``) of a changed file: new text, review and position restored."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsview.app.widgets.article_view import ArticleView
from newsview.errors import UnreadableError
from newsview.model.article import Article
from newsview.model.facts import Entity
from tests.app.opening import current, reader, screen_text, status, until
from tests.app.pressing import back_in_the_reader
from tests.app.rereading import CHANGED, TEXT, Extractor, opened, reread


async def test_the_new_text_is_shown_and_its_facts_with_their_decisions(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("2", "a", "x", "3", "a")
        await reread(pilot, tmp_path, CHANGED)
        review = reader(pilot).review
        tally = review.tally
        assert (tally.accepted, tally.rejected) == (2, 1)
        for occurrence in map(review.index.first, review.index.by_id):
            fact = review.index.by_id[occurrence.fact]
            assert isinstance(fact, Entity) or review.article.text[occurrence.start : occurrence.end] == fact.text
        assert "new text" in status(pilot)
        await pilot.press("0", "g")
        assert "Corrected at noon" in screen_text(pilot)


async def test_the_reader_stays_on_the_fact_and_the_line(tmp_path: Path) -> None:
    for size in ((120, 20), (80, 24)):
        (tmp_path / "buses.txt").write_text(TEXT, encoding="utf-8")
        async with opened(tmp_path, size) as pilot:
            await pilot.press("2", "j", "j")
            before = current(pilot)
            view = reader(pilot).query_one(ArticleView)
            height = view._lines.at(view._sentence[0]) - view.scroll_offset.y
            await reread(pilot, tmp_path, "A new line.\n\n" * 12 + TEXT)
            assert current(pilot) == before
            assert reader(pilot).review.place.focus == "quotes"
            assert view._lines.at(view._sentence[0]) - view.scroll_offset.y == height


async def test_a_sentence_that_is_read_stays_the_current_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("j", "j", "j", "j")
        review = reader(pilot).review
        at = review.article.sentences[review.place.sentence]
        words = review.article.text[at.start : at.end]
        await reread(pilot, tmp_path, CHANGED)
        at = review.article.sentences[review.place.sentence]
        assert review.article.text[at.start : at.end] == words


async def test_undo_and_redo_work_across_a_reload(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("3", "a", "x")
        await pilot.press("0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        await reread(pilot, tmp_path, CHANGED)
        review = reader(pilot).review
        (own,) = [each for each in review.index.facts.entities if each.origin == "reviewer"]
        at = own.mentions[0]
        assert review.article.text[at.start : at.end] == own.name == "spend"
        for _ in range(3):
            await pilot.press("u")
        assert not review.decisions.all
        assert all(each.origin == "extracted" for each in review.index.facts.entities)
        for _ in range(3):
            await pilot.press("ctrl+r")
        assert (review.tally.accepted, review.tally.rejected) == (2, 1)
        (own,) = [each for each in review.index.facts.entities if each.origin == "reviewer"]
        assert own.mentions[0].start == at.start


async def test_unreadable_file_is_reported_and_text_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:

        def fail() -> Article:
            raise UnreadableError("buses.txt: no encoding fits")

        services = reader(pilot).ui.opened
        assert services is not None
        reader(pilot).ui.opened = services._replace(reopen=fail)
        (tmp_path / "buses.txt").write_bytes(b"\xff\x00 other")
        await pilot.press("3", "a", "r")
        await until(pilot, lambda: "no encoding fits" in status(pilot))
        assert "We cannot wait" in screen_text(pilot)
        assert reader(pilot).review.tally.accepted == 1


async def test_a_file_that_was_only_touched_is_extracted_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("3", "a")
        source = reader(pilot).ui.source
        assert isinstance(source, Extractor) and source.asked == 1
        await reread(pilot, tmp_path, TEXT)
        await until(pilot, lambda: source.asked == 2)
        await pilot.press("r")
        await until(pilot, lambda: source.asked == 3)
        assert reader(pilot).review.tally.accepted == 1


async def test_text_of_an_emptied_file_stays(tmp_path: Path) -> None:
    async with opened(tmp_path, (300, 36)) as pilot:  # the name of the file's folder may be long
        await pilot.press("3", "a", "0", "G")
        (tmp_path / "buses.txt").write_text("", encoding="utf-8")
        await pilot.press("r")
        await until(pilot, lambda: "it is empty" in status(pilot))
        await reread(pilot, tmp_path, "Nothing.")
        await pilot.press("j", "k", "g", "G", "1", "2", "3", "0", "enter", "right_square_bracket", "p", "escape")
        assert len(reader(pilot).review.decisions.all) == 1
        await reread(pilot, tmp_path, TEXT)
        assert reader(pilot).review.tally.accepted == 1


@pytest.mark.parametrize("keys", [["slash", *"buses", "enter"], ["p"], ["1", "l", "j"], ["z"], ["t"]])
async def test_filter_and_search_stay_after_a_reload(keys: list[str], tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press(*keys)
        await reread(pilot, tmp_path, CHANGED)
        search = reader(pilot).ui.search
        if search is not None:
            text = reader(pilot).review.article.text
            assert {text[low:high] for low, high in search.hits} == {"buses"}
        await pilot.press("j", "n", "0", "j", "escape", "1", "j")
        assert reader(pilot).review.fact is not None
