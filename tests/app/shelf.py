"""Three articles on one shelf, the second of which is not there."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from newsview.app.app import NewsviewApp
from newsview.app.ports import ArticleList, OpenedArticle, Prepare
from newsview.errors import NoInputError
from newsview.model.article import Article
from newsview.model.facts import Facts
from newsview.reading.build_article import build_article
from newsview.workers.events import Done
from tests.app import springfield
from tests.app.running import ReaderPilot, running
from tests.app.springfield import GENERATOR, Memory, Replayed

NAMES = ["buses.txt", "gone.txt", "rain.txt"]


def rain() -> Article:
    return build_article("Rain falls\n\nIt rained all day on Monday.\n", path="rain.txt")


@asynccontextmanager
async def three_articles(keepers: dict[int, Memory]) -> AsyncGenerator[tuple[ReaderPilot, NewsviewApp], None]:
    def open_(number: int) -> tuple[Article, Prepare]:
        if number == 1:
            raise NoInputError("gone.txt: there is no such file")
        article = springfield.article() if number == 0 else rain()
        source = springfield.all_at_once(article) if number == 0 else Replayed(Done(Facts(), GENERATOR))
        return article, lambda: OpenedArticle(source=source, store=keepers[number])

    app = NewsviewApp(*open_(0), articles=ArticleList(NAMES, open_))
    async with running(app) as pilot:
        await pilot.pause()
        yield pilot, app


def keepers() -> dict[int, Memory]:
    return {0: Memory(), 2: Memory()}
