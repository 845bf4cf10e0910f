"""Keys that are pressed while what was saved of the article is still being looked for."""

from __future__ import annotations

import threading

from newsview.app.app import NewsviewApp
from newsview.app.ports import OpenedArticle
from newsview.model.facts import Analysis, Decision
from tests.app import springfield
from tests.app.opening import status, until
from tests.app.pressing import burst
from tests.app.running import running
from tests.app.springfield import GENERATOR, Memory, all_at_once


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
