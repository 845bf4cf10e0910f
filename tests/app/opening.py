"""The reader opened in a test with a replayed extractor, and what is asked of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.widgets import Static

from newsview.app.app import NewsviewApp
from newsview.app.ports import OpenedArticle
from newsview.app.reader.screen import Reader
from newsview.app.widgets.bars import DetailStrip
from newsview.model.article import Article
from newsview.model.facts import Analysis, Facts
from newsview.model.finding import Finding
from tests.app import springfield
from tests.app.running import ReaderPilot, running
from tests.app.springfield import Memory, Replayed

WIDE, SMALL = (120, 36), (80, 24)

Check = Callable[[Article, Facts], Sequence[Finding]]
"""The findings of an article with its facts."""

PATIENCE = 60.0
"""Seconds that a wait may take before it is a failure: a guard against hanging, not a measurement."""


@asynccontextmanager
async def opened(
    source: Replayed | None = None,
    keeper: Memory | None = None,
    size: tuple[int, int] = WIDE,
    article: Article | None = None,
    saved: Analysis | None = None,
    notice: str = "",
    hint: Sequence[tuple[str, str]] = (),
    check: Check = lambda article, facts: (),
) -> AsyncGenerator[ReaderPilot, None]:
    article = article or springfield.article()
    source = source or springfield.all_at_once(article)
    opening = OpenedArticle(source=source, store=keeper, saved=saved, notice=notice, hint=hint, check=check)
    app = NewsviewApp(article, lambda: opening)
    async with running(app, size) as pilot:
        await pilot.pause()
        yield pilot


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Waits until something has come true, and fails when it does not for too long."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it never came true"
        await asyncio.sleep(0.01)


def reader(pilot: Pilot[None]) -> Reader:
    app = pilot.app
    assert isinstance(app, NewsviewApp)
    return app.reader


def screen_text(pilot: Pilot[None]) -> str:
    """What is on the screen, line by line."""
    app = pilot.app
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in lines)


def dialog_text(pilot: Pilot[None]) -> str:
    """The words of the dialog that is open, as if on one line; empty if there is none."""
    lines = [str(line.visual) for line in pilot.app.screen.query(".dialog Static").results(Static)]
    return " ".join(" ".join(lines).split())


def status(pilot: Pilot[None]) -> str:
    """The detail strip, line by line."""
    app = pilot.app
    assert isinstance(app, NewsviewApp)
    return strip_text(app)


def strip_text(app: NewsviewApp) -> str:
    strip = app.reader.query_one(DetailStrip)
    return "\n".join(strip.render_line(y).text for y in range(strip.size.height))


def current(pilot: Pilot[None]) -> str:
    occurrence = reader(pilot).review.occurrence
    return reader(pilot).review.article.text[occurrence.start : occurrence.end] if occurrence else ""
