"""Context of commands without a screen: records what they draw, answers questions from a list."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker

from newsview.app.commands.context import UI, Phase
from newsview.app.ports import OpenedArticle
from newsview.app.state.extraction import Extraction, Stage
from newsview.app.state.panes import Pane
from newsview.app.state.review import Review
from newsview.app.state.selection import Selection
from tests.app import springfield
from tests.app.springfield import Memory, Replayed

T = TypeVar("T")


class FakeView:
    """A view that draws nothing and starts no task: tests await what was ``started``."""

    def __init__(self, ui: UI) -> None:
        self._ui = ui
        self.notices: list[str] = []
        self.drawn: list[str] = []
        self.started: list[Coroutine[Any, Any, Any]] = []
        self.answers: list[Any] = []
        self.posted: list[Message] = []
        self.copied = ""
        self.exited = False

    def draw(self, notice: str = "") -> None:
        self._ui.notice = notice
        self.notices.append(notice)

    def draw_progress(self) -> None:
        self.drawn.append("progress")

    def hold_frames(self) -> None:
        self.drawn.append("held")

    def release_frames(self) -> None:
        self.drawn.append("released")

    def draw_colors(self) -> None:
        self.drawn.append("colors")

    def draw_article(self) -> None:
        self.drawn.append("article")

    def draw_matches(self) -> None:
        self.drawn.append("matches")

    def draw_selection(self, selection: Selection) -> None:
        self.drawn.append("selection")

    def page_article(self, direction: int) -> int:
        return 0

    def page_rows(self, pane: Pane) -> int:
        return 3

    def mouse_selection(self) -> tuple[int, int] | None:
        return None

    def clear_mouse_selection(self) -> None:
        self.drawn.append("no selection")

    def open_search_bar(self, label: str, words: str, keys: Sequence[tuple[str, str]]) -> None:
        self.drawn.append(f"bar {label}")

    def close_search_bar(self) -> None:
        self.drawn.append("no bar")

    def show_count(self, words: str) -> None:
        self.drawn.append(words)

    def set_hint(self, hint: str) -> None:
        self.drawn.append(hint)

    def start_clock(self) -> None:
        self.drawn.append("clock")

    def warm_up(self) -> None:
        self.drawn.append("warm")

    def start(self, work: Coroutine[Any, Any, T], group: str, *, exclusive: bool = False) -> Worker[T]:
        self.started.append(work)
        return Worker(Screen(), work, group=group)

    def open(self, dialog: Screen[Any]) -> None:
        self.drawn.append(type(dialog).__name__)

    async def show(self, dialog: Screen[T]) -> T | None:
        answer: T | None = self.answers.pop(0)
        return answer

    def post(self, message: Message) -> None:
        self.posted.append(message)

    def run_later(self, action: str) -> None:
        self.drawn.append(action)

    def suspend(self) -> None:
        self.drawn.append("suspended")

    def copy(self, text: str) -> None:
        self.copied = text

    def themes(self) -> Sequence[str]:
        return ["nord"]

    def use_theme(self, name: str) -> None:
        self.drawn.append(name)

    @property
    def theme(self) -> str:
        return "textual-dark"

    def exit(self) -> None:
        self.exited = True

    async def finish(self) -> None:
        """Runs what was started, in its order."""
        while self.started:
            await asyncio.wait_for(self.started.pop(0), 10)


def fake_ui(store: Memory | None = None) -> tuple[UI, FakeView]:
    """The context of the sample article with its facts, loaded and ready."""
    article = springfield.article()
    ui = UI(article)
    view = FakeView(ui)
    ui.view = view
    ui.review = Review(article, springfield.facts(article))
    ui.leave(Phase.OPENING)
    ui.opened = OpenedArticle(source=Replayed(), store=store)
    ui.source = ui.opened.source
    ui.extraction = Extraction(Stage.IDLE)
    return ui, view
