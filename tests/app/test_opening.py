"""Keys and frames while what was saved of the article is still being looked for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from textual.screen import Screen

from newsview.app.app import NewsviewApp
from newsview.app.ports import OpenedArticle
from newsview.model.facts import Analysis, Decision
from newsview.workers.events import Done
from tests.app import springfield
from tests.app.opening import status, until
from tests.app.pressing import burst
from tests.app.running import running
from tests.app.springfield import GENERATOR, Memory, Replayed, all_at_once


async def test_add_and_extract_wait_for_saved_facts() -> None:
    article = springfield.article()
    found = springfield.facts(article)
    saved = Analysis.of(article, found, GENERATOR, {found.quotes[0].id: Decision(status="accepted")})
    go, source = threading.Event(), all_at_once(article)

    def prepare() -> OpenedArticle:
        assert go.wait(30)
        return OpenedArticle(source=source, store=Memory(), saved=saved)

    app = NewsviewApp(article, prepare)
    async with running(app) as pilot:
        await until(pilot, lambda: app.reader.ui.ready)
        for key in ("i", "r"):
            burst(pilot, key, "j")
            burst(pilot, "g", key)
            await until(pilot, lambda: "still being opened" in status(pilot))
        go.set()
        await until(pilot, lambda: app.reader.ui.loaded)
        assert app.reader.review.tally.accepted == 1
        assert source.asked == 0
        burst(pilot, "r")
        await until(pilot, lambda: source.asked == 1)
        burst(pilot, "i")
        await until(pilot, lambda: app.screen is not app.reader)
        burst(pilot, "escape")
        await until(pilot, lambda: app.screen is app.reader)


def slowly(source: Replayed) -> Callable[[], OpenedArticle]:
    """Prepares an article so slowly that a frame could be drawn meanwhile."""

    def prepare() -> OpenedArticle:
        time.sleep(0.05)
        return OpenedArticle(source=source)

    return prepare


def frames(app: NewsviewApp, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The facts that there are at each frame that is drawn once there is a review."""
    drawn: list[int] = []
    refresh = Screen._compositor_refresh

    def noted(screen: Screen[object]) -> None:
        if app.reader.ui.ready:
            drawn.append(app.reader.review.index.visible_count)
        refresh(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", noted)
    return drawn


async def test_cached_facts_come_with_the_second_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    article = springfield.article()
    app = NewsviewApp(article, slowly(Replayed(Done(springfield.facts(article), GENERATOR))))
    drawn = frames(app, monkeypatch)
    async with running(app) as pilot:
        await until(pilot, lambda: bool(drawn))
        assert drawn[0] > 0


async def test_facts_that_take_their_time_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    app = NewsviewApp(springfield.article(), slowly(Replayed(held=True)))
    drawn = frames(app, monkeypatch)
    async with running(app) as pilot:
        await until(pilot, lambda: bool(drawn))
        assert drawn[0] == 0
        await until(pilot, lambda: "loading the model" in status(pilot))
