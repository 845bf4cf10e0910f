"""New facts that arrive while a dialogue is open: the answer goes to the fact that was asked about, or is kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence

import pytest

from newsview.app.app import NewsviewApp
from newsview.app.ports import OpenedArticle
from newsview.app.screens.prompts import Prompt
from newsview.model.article import Article
from newsview.model.facts import Facts, Number
from newsview.reading.build_article import build_article
from newsview.workers.events import Done, Event, Window
from tests.app.opening import until
from tests.app.running import running
from tests.app.springfield import GENERATOR, Memory, Replayed
from tests.making import Maker

ARTICLE = build_article("Police said 12 people and 30 horses died.\n\nNothing else happened.")
TWELVE, THIRTY = (Maker(ARTICLE).number(words, "cardinal", value=1) for words in ("12", "30"))


class InTwoSteps(Replayed):
    """Gives provisional facts, and others when it is let."""

    def __init__(self, last: Sequence[Number]) -> None:
        super().__init__()
        self._last = last

    async def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        yield Window(Facts(numbers=(TWELVE, THIRTY)), 1, 2)
        await self.go.wait()
        yield Done(Facts(numbers=tuple(self._last)), GENERATOR)


@pytest.mark.parametrize("pane", ["3", "0"])
@pytest.mark.parametrize("last", [(TWELVE, THIRTY), (THIRTY,), ()])
async def test_note_goes_to_the_fact_asked_about_or_stays_in_its_line(pane: str, last: Sequence[Number]) -> None:
    source, keeper = InTwoSteps(last), Memory()
    app = NewsviewApp(ARTICLE, lambda: OpenedArticle(source=source, store=keeper))
    async with running(app, (120, 36)) as pilot:
        await until(pilot, lambda: app.reader.ui.ready and bool(app.reader.review.index.by_id))
        await pilot.press(pane)
        assert app.reader.review.fact == TWELVE
        await pilot.press("m", *"wrong")
        source.go.set()
        await until(pilot, lambda: app.reader.ui.generator is not None)
        await pilot.press("enter")
        review = app.reader.review
        if TWELVE in last:
            assert {id_: decision.note for id_, decision in review.decisions.all.items()} == {TWELVE.id: "wrong"}
            return
        assert not review.decisions.all
        prompt = app.screen
        assert isinstance(prompt, Prompt) and "not found any more" in str(prompt.query_one(".dialog--hint").render())
        await pilot.press("escape")
        assert not review.decisions.all and app.reader.ui.ready
