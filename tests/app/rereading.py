"""The reader on a file that can be changed under it, with a real keeper."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from newsview.app.app import NewsviewApp
from newsview.app.ports import OpenedArticle
from newsview.model.article import Article
from newsview.model.facts import Analysis, Facts
from newsview.reading.read import read_path
from newsview.store.load import load
from newsview.store.session import Session
from newsview.workers.events import Done, Event
from tests.app import springfield
from tests.app.opening import Check, reader, until
from tests.app.running import ReaderPilot, running

TEXT = springfield.TEXT


NEW_START = "Corrected at noon\n\n" + TEXT


CHANGED = NEW_START.replace("would spend $4.2 million on new", "will spend $4.2 million on the new")


def known(article: Article) -> Facts:
    """The facts of the article; none where words of one of them are gone."""
    try:
        return springfield.facts(article)
    except ValueError:
        return Facts()


Find = Callable[[Article], Facts]
"""The facts of an article."""


class Extractor:
    """Finds what *find* does in whatever text it is given."""

    asked = 0

    def __init__(self, find: Find = known) -> None:
        self._find = find

    async def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        self.asked += 1
        yield Done(self._find(article), springfield.GENERATOR)

    async def close(self) -> None:
        pass


@asynccontextmanager
async def opened(
    folder: Path,
    size: tuple[int, int] = (120, 36),
    find: Find = known,
    check: Check = lambda article, facts: (),
) -> AsyncGenerator[ReaderPilot, None]:
    """The reader on the file as it is, with a real keeper; its facts, which *find* finds, are there."""
    path = folder / "buses.txt"
    if not path.exists():
        path.write_text(TEXT, encoding="utf-8")

    def read() -> Article:
        return read_path(path, published="2024-05-16")

    article = read()

    def prepare() -> OpenedArticle:
        session = Session(article, journals=folder / "journals")
        before = session.before
        return OpenedArticle(
            source=Extractor(find),
            store=session,
            saved=before.analysis,
            check=check,
            recovered=before.recovered,
            stale=before.stale,
            reopen=read,
        )

    app = NewsviewApp(article, prepare)
    async with running(app, size) as pilot:
        await pilot.pause()
        yield pilot


async def reread(pilot: Pilot[None], folder: Path, text: str) -> None:
    """Writes *text* to the article's file and presses r."""
    (folder / "buses.txt").write_text(text, encoding="utf-8")
    await pilot.press("r")
    await until(
        pilot, lambda: reader(pilot).ui.article.text == text.rstrip("\n") or reader(pilot).ui.article.text == text
    )
    await until(pilot, lambda: not reader(pilot).ui.extraction.under_way)
    await pilot.pause()


def saved(folder: Path) -> Analysis:
    return load(folder / "buses.facts.json").analysis
