"""Commands for several articles: the next, the next to review, a list to choose from. The application opens them."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

from newsview.app.commands.context import Phase
from newsview.app.messages import ArticleWanted
from newsview.app.ports import ArticleSummary

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.app.screens.article_list import ArticleTable


SHOWN_EVERY: Final = 0.2
"""Seconds between two changes of the list while it is filled."""


def turn(ui: UI, direction: int) -> None:
    """The next article or the one before."""
    wanted = ui.number + direction
    if 0 <= wanted < len(ui.articles):
        _turn_to(ui, wanted)
    else:
        ui.refresh("no other article was named" if len(ui.articles) < 2 else "no further article")


def turn_to_open(ui: UI) -> None:
    """The next article with facts that are not reviewed, or whose facts are not known yet; after the last, the first."""
    if len(ui.articles) < 2:
        ui.refresh("no other article was named")
    else:
        ui.ask(_turn_to_open(ui))


async def _turn_to_open(ui: UI) -> None:
    count = len(ui.articles)
    for away in range(1, count):
        number = (ui.number + away) % count
        if (await summary(ui, number)).to_review:
            _turn_to(ui, number)
            return
    ui.refresh("no other article has facts to review")


def choose(ui: UI) -> None:
    """Opens a list of the articles."""
    if len(ui.articles) < 2:
        ui.refresh("no other article was named")
    else:
        ui.ask(_choose(ui))


async def _choose(ui: UI) -> None:
    from newsview.app.screens.article_list import ArticleTable  # not needed for one article

    table = ArticleTable(ui.articles, ui.number)
    filling = ui.view.start(_fill(ui, table), "articles", exclusive=True)
    chosen = await ui.view.show(table)
    filling.cancel()
    if chosen is not None and int(chosen) != ui.number:
        _turn_to(ui, int(chosen))
    else:
        ui.refresh()


async def _fill(ui: UI, table: ArticleTable) -> None:
    """Describes the articles in *table*, from the present one on; some at a time where they come fast."""
    count, shown = len(ui.articles), time.monotonic()
    found: dict[int, ArticleSummary] = {}
    for away in range(count):
        number = (ui.number + away) % count
        found[number] = await summary(ui, number)
        if away + 1 == count or time.monotonic() - shown > SHOWN_EVERY:
            table.describe(found)
            found, shown = {}, time.monotonic()


async def summary(ui: UI, number: int) -> ArticleSummary:
    """The summary of an article: of its review if it is open, else of its file and what is saved of it."""
    found = next((each for each in (ui, *ui.others) if each.number == number and each.loaded), None)
    if found is not None:
        shown = ArticleSummary.of(found.review, unsaved=found.unsaved)
        return shown if found.generator is not None else shown._replace(facts=None)
    return await asyncio.to_thread(ui.article_list.summary, number) if ui.article_list is not None else ArticleSummary()


def _turn_to(ui: UI, number: int) -> None:
    ui.enter(Phase.TURNING)
    ui.refresh(f"opening {ui.articles[number]}")
    ui.view.post(ArticleWanted(number))
