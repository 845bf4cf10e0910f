"""List of orphaned decisions (``d``): they can be read, kept and dismissed."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newsview.model.article import Article
from newsview.store.orphans import ORPHANED
from newsview.workers.events import Done, Event
from tests.app import springfield
from tests.app.opening import opened as opened_in_memory
from tests.app.opening import reader, screen_text, status, until
from tests.app.pressing import back_in_the_reader
from tests.app.rereading import Extractor, known, opened, saved


class WithoutTheSurvey(Extractor):
    """Finds no number in the sentence about the survey."""

    async def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        found = known(article)
        numbers = [each for each in found.numbers if each.text not in ("38 percent", "2023")]
        yield Done(replace(found, numbers=numbers), springfield.GENERATOR)


async def lose_two(pilot: Pilot[None]) -> None:
    """Accepts "38 percent" with a note, rejects "2023", and extracts again without finding them."""
    await pilot.press("3", "j", "j", "j", "m", *"page", "space", "4", "enter")
    await back_in_the_reader(pilot)
    await pilot.press("a", "x", "2", "a")
    reader(pilot).ui.source = WithoutTheSurvey()
    await pilot.press("r")
    await until(pilot, lambda: bool(reader(pilot).review.gone) and not reader(pilot).ui.extraction.under_way)


async def test_orphans_are_listed_with_words_status_and_note(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await lose_two(pilot)
        assert "2 decisions have no fact any more · d lists them" in status(pilot)
        await pilot.press("d")
        await until(pilot, lambda: "Esc keeps all" in screen_text(pilot))
        assert "2 decisions whose facts were not found again" in screen_text(pilot)
        assert "› ✓ about 38 percent · share" in screen_text(pilot) and "✗ 2023 · date" in screen_text(pilot)
        assert "accepted · note: page 4" in screen_text(pilot)
        await pilot.press("j")
        await until(pilot, lambda: "rejected" in screen_text(pilot))


async def test_escape_keeps_all_orphans(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await lose_two(pilot)
        before = dict(reader(pilot).review.decisions.all)
        await pilot.press("d", "D", "escape")
        await back_in_the_reader(pilot)
        assert reader(pilot).review.decisions.all == before
        assert "all of them are kept" in status(pilot)


async def test_dismissed_orphan_is_not_saved_and_undo_restores_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await lose_two(pilot)
        share, year = reader(pilot).review.gone
        await pilot.press("d", "d", "enter")
        await back_in_the_reader(pilot)
        assert "dismissed 1 decision · u takes it back" in status(pilot)
        assert reader(pilot).review.gone == [year]
        await pilot.press("s")
        await until(pilot, lambda: not reader(pilot).review.decisions.dirty)
        assert share not in saved(tmp_path).review and list(saved(tmp_path).extra[ORPHANED]) == [year]
        await pilot.press("u", "s")
        await until(pilot, lambda: not reader(pilot).review.decisions.dirty)
        assert saved(tmp_path).review[share].note == "page 4"
        assert saved(tmp_path).extra[ORPHANED][share]["text"] == "38 percent"
        await pilot.press("d", "D", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("s")
        await until(pilot, lambda: not reader(pilot).review.decisions.dirty)
        assert ORPHANED not in saved(tmp_path).extra and len(saved(tmp_path).review) == 1


async def test_orphans_are_announced_when_the_article_is_reopened(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await lose_two(pilot)
        await pilot.press("s")
        await until(pilot, lambda: not reader(pilot).review.decisions.dirty)
    async with opened(tmp_path) as pilot:
        assert "2 decisions have no fact" in status(pilot)
        await pilot.press("d")
        await until(pilot, lambda: "38 percent · share" in screen_text(pilot))


async def test_no_orphans_if_every_decision_has_its_fact() -> None:
    async with opened_in_memory() as pilot:
        await pilot.press("3", "a", "1", "e", "m", "enter")  # an entity that was merged is no lost one
        await back_in_the_reader(pilot)
        await pilot.press("d")
        assert "no decision is without its fact" in status(pilot)
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 15), (40, 12)])
async def test_the_list_and_what_to_do_fit_the_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(tmp_path, size) as pilot:
        await lose_two(pilot)
        await pilot.press("d")
        await until(pilot, lambda: "›" in screen_text(pilot))
        await pilot.pause()
        assert "38 percent" in screen_text(pilot) and "Esc" in screen_text(pilot)
        await pilot.press("pagedown", "D", "enter")
        await back_in_the_reader(pilot)
        assert not reader(pilot).review.gone
