"""The list of several articles: what it says of each, and the next one that has facts to review."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len

from newsview.app.app import NewsviewApp
from newsview.app.commands import articles
from newsview.app.ports import ArticleList, ArticleSummary, OpenedArticle, Prepare
from newsview.app.screens.article_list import UNKNOWN, columns, line
from newsview.model.article import Article
from newsview.model.facts import Facts
from newsview.workers.events import Done
from tests.app import springfield
from tests.app.fake_ui import fake_ui
from tests.app.opening import screen_text, status, until
from tests.app.running import ReaderPilot, running
from tests.app.shelf import rain
from tests.app.springfield import GENERATOR, Memory, Replayed

NAMES = ["buses.txt", "done.txt", "broken.pdf", "rain.txt", "new.txt"]
SAID: Mapping[int, ArticleSummary] = {
    0: ArticleSummary("Not opened yet", 115),
    1: ArticleSummary("Nothing left to do", 40, facts=7, open=0, true=2, false=1),
    2: ArticleSummary(error="it is not a PDF file"),
    3: ArticleSummary("Rain falls", 8, facts=12, open=3, unclear=1, unsaved=True),
    4: ArticleSummary("Never opened", 300),
}


@asynccontextmanager
async def shelf(
    listed: bool = False, size: tuple[int, int] = (120, 36)
) -> AsyncGenerator[tuple[ReaderPilot, NewsviewApp]]:
    def open_(number: int) -> tuple[Article, Prepare]:
        article = springfield.article() if number == 0 else rain()
        source = springfield.all_at_once(article) if number == 0 else Replayed(Done(Facts(), GENERATOR))
        return article, lambda: OpenedArticle(source=source, store=Memory())

    app = NewsviewApp(*open_(0), articles=ArticleList(NAMES, open_, SAID.__getitem__, listed))
    async with running(app, size) as pilot:
        await until(pilot, lambda: app.reader.ui.ready and app.reader.ui.generator is not None)
        yield pilot, app


def row(pilot: ReaderPilot, name: str) -> str:
    """The line of an article in the list, with single blanks."""
    return next(
        " ".join(each.split()) for each in screen_text(pilot).splitlines() if name in each and "words" not in each
    )


async def test_the_list_says_what_is_left_of_each_article() -> None:
    async with shelf() as (pilot, _):
        await pilot.press("3", "a", "v", "f")
        await pilot.press("enter", "L")
        await until(pilot, lambda: "5 articles · 3 to review · 17 facts to go · ● 2 unsaved" in screen_text(pilot))
        assert "▸ buses.txt" in screen_text(pilot)
        assert "Springfield to spend" in screen_text(pilot) and "14 of 16 ≠1 ●" in row(pilot, "▸ buses.txt")
        assert "done.txt Nothing left to do 40 ✓ 7 =2 ≠1" in row(pilot, "done.txt")
        assert "it is not a PDF file unreadable" in row(pilot, "broken.pdf")
        assert "rain.txt Rain falls 8 3 of 12 ?1 ●" in row(pilot, "rain.txt")
        assert "new.txt Never opened 300 new" in row(pilot, "new.txt")


async def test_the_list_is_narrowed_by_name_and_title() -> None:
    async with shelf() as (pilot, app):
        await pilot.press("L")
        await until(pilot, lambda: "Never opened" in screen_text(pilot))
        await pilot.press(*"falls", "enter")
        await until(pilot, lambda: app.reader.ui.number == 3 and app.screen is app.reader)


async def test_a_folder_begins_with_its_list() -> None:
    async with shelf(listed=True) as (pilot, app):
        await until(pilot, lambda: "Never opened" in screen_text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reader)
        assert app.reader.ui.number == 0


async def test_one_key_turns_to_the_next_article_with_facts_to_review() -> None:
    async with shelf() as (pilot, app):
        await pilot.press(">")
        await until(pilot, lambda: app.reader.ui.number == 3 and app.screen is app.reader)
        await pilot.press(">")
        await until(pilot, lambda: app.reader.ui.number == 4 and app.screen is app.reader)
        await until(pilot, lambda: app.reader.ui.generator is not None)
        await pilot.press(">")  # past the last one comes the first, of which the review itself is counted
        await until(pilot, lambda: app.reader.ui.number == 0 and app.screen is app.reader)
        await pilot.press("1", "A", "2", "A", "3", "A", ">")
        # those without facts were looked at by now
        await until(pilot, lambda: "no other article has facts to review" in status(pilot))


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (30, 10)])
async def test_the_list_fits_small_screens(size: tuple[int, int]) -> None:
    async with shelf(size=size) as (pilot, app):
        await pilot.press("L")
        await until(pilot, lambda: "16 of 16" in screen_text(pilot))
        assert max(cell_len(each) for each in screen_text(pilot).splitlines()) <= size[0]
        assert app.screen is not app.reader


def test_every_line_has_the_width_of_its_columns() -> None:
    names = ["a very long name of an article in a folder/with a folder in it.txt", "b.txt"]
    for width in (24, 40, 52, 64, 76, 120):
        widths = columns(width, names)
        for said in (UNKNOWN, *SAID.values()):
            assert {cell_len(line(widths, name, said, name == "b.txt")) for name in names} == {width}


def test_with_one_article_there_is_no_list_and_no_next_one() -> None:
    ui, shown = fake_ui()
    articles.choose(ui)
    articles.turn_to_open(ui)
    assert shown.notices == ["no other article was named"] * 2
