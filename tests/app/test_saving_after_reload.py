"""Decisions and facts added before a reload are saved with the new text."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path

import pytest

from newsview.model.article import Article
from newsview.model.facts import Quote, all_facts
from newsview.reading.read import read_path
from newsview.workers.events import Done, Event
from tests.app import springfield
from tests.app.opening import reader, status, until
from tests.app.pressing import back_in_the_reader
from tests.app.rereading import CHANGED, TEXT, Extractor, known, opened, reread, saved


async def test_save_has_new_text_with_every_decision(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("3", "a", "2", "e", "s", *"smith", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "saved to" in status(pilot))
        await reread(pilot, tmp_path, CHANGED)
        assert reader(pilot).review.decisions.dirty
        await pilot.press("s")
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


async def test_decisions_without_their_words_are_kept_and_reported(tmp_path: Path) -> None:
    gone = TEXT.replace(
        " About 38 percent of commuters use public transport, according to a 2023 survey by the Transit "
        "Research Institute.",
        "",
    )
    async with opened(tmp_path) as pilot:
        await pilot.press("3", "j", "j", "a", "2", "a")
        number = next(iter(reader(pilot).review.decisions.all))
        await reread(pilot, tmp_path, gone)
        await pilot.press("s")
        await until(pilot, lambda: "saved to" in status(pilot))
    assert saved(tmp_path).review[number].status == "accepted"


async def test_kill_after_reload_loses_no_decision(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("3", "a", "x", "2", "e", "s", *"smith", "enter")
        await back_in_the_reader(pilot)
        await reread(pilot, tmp_path, CHANGED)
        await pilot.press("2", "j", "a")
        before = dict(reader(pilot).review.decisions.all)
    async with opened(tmp_path) as pilot:
        await until(pilot, lambda: not reader(pilot).ui.extraction.under_way)
        review = reader(pilot).review
        assert review.decisions.all == before
        assert review.all_found
        quote = next(each for each in review.index.facts.quotes if review.decisions.get(each.id))
        assert isinstance(quote, Quote) and quote.speaker is not None
        assert review.article.text[quote.speaker.start : quote.speaker.end] == "John Smith"
        (own,) = [each for each in review.index.facts.entities if each.origin == "reviewer"]
        assert review.article.text[own.mentions[0].start : own.mentions[0].end] == "spend"


async def test_removed_added_fact_stays_removed_after_extraction(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        for keys in (["r"], ["u"], ["r"], ["r"]):
            await pilot.press(*keys)
            await until(pilot, lambda: not reader(pilot).ui.extraction.under_way)
        await pilot.press("3", "a", "s")
        await until(pilot, lambda: "saved to" in status(pilot))
    assert all(each.origin == "extracted" for each in saved(tmp_path).entities)


async def test_facts_that_were_added_are_saved_once_when_decisions_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("0", "g", "i", "right", "right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("3", "a", "s")
        await until(pilot, lambda: "saved to" in status(pilot))
        # another model gives the number other words, so that its decision moves
        review = reader(pilot).review
        number = next(each for each in review.extracted.numbers if review.decisions.get(each.id))
        other = replace(number, id="n-other")

        async def extract(article: Article) -> AsyncGenerator[Event, None]:
            found = known(article)
            numbers = [other if each.id == number.id else each for each in found.numbers]
            yield Done(replace(found, numbers=numbers), springfield.GENERATOR)

        source = reader(pilot).ui.source
        assert isinstance(source, Extractor)
        monkeypatch.setattr(source, "extract", extract)
        await pilot.press("r")
        await until(pilot, lambda: reader(pilot).review.decisions.get("n-other") is not None)
        await pilot.press("s")
        await until(pilot, lambda: not reader(pilot).review.decisions.dirty)
    whole = saved(tmp_path)
    assert sum(each.origin == "reviewer" for each in whole.entities) == 1
    assert whole.review["n-other"].status == "accepted"
