"""The reader's screen: lays out the widgets and forwards keys and messages to the commands."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from newsview.app import lazy_imports
from newsview.app.commands.context import UI, Phase
from newsview.app.key_queue import HandlesKeys
from newsview.app.keymap import KEYS, Key
from newsview.app.messages import (
    ArticlePicked,
    Checked,
    Extracted,
    KeyPicked,
    RowPicked,
    SearchChanged,
    SearchEnded,
    SearchStepped,
    TabPicked,
)
from newsview.app.reader.view import ReaderView
from newsview.app.screen_updates import LineCompositor
from newsview.app.state.panes import PANES
from newsview.app.widgets.article_view import ArticleView
from newsview.app.widgets.bars import Bar, DetailStrip, Footer, PaneTabs, TooSmall
from newsview.app.widgets.fact_list import FactList
from newsview.model.article import Article

if TYPE_CHECKING:
    from newsview.app.ports import Prepare
    from newsview.app.state.review import Review


class Reader(Screen[None]):
    """An article beside its facts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(key.keys), key.action, key.help, show=False, id=key.name) for key in KEYS
    ]

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As every screen's; but a change is drawn by the two widgets that it is about, not by the whole screen."""

    def __init__(
        self,
        article: Article,
        prepare: Prepare,
        keys: Sequence[Key] = KEYS,
        *,
        articles: Sequence[str] = (),
        number: int = 0,
        classes: str = "",
    ) -> None:
        super().__init__(classes=classes)
        self._compositor = LineCompositor()
        self._prepare = prepare
        self.ui = UI(article, keys, articles, number)
        self._view = self.ui.view = ReaderView(self, self.ui)

    def compose(self) -> ComposeResult:
        """Header, article, panes, detail strip, footer."""
        view = self._view
        yield Bar(id="header", gives_way=True, narrow=80)
        with Container(id="body"):
            yield ArticleView(self.ui.article, id="article")
            yield PaneTabs(id="tabs")
            with Container(id="panes"):
                for pane in PANES:
                    front = "-front" if pane == view.panes.front else None
                    yield FactList(pane, view.panes.row_lines, view.panes.row_state, classes=front)
        yield DetailStrip(view.detail_lines, id="status")
        yield TooSmall(id="too-small")
        yield Footer(id="footer", keys=self.ui.keys)

    @property
    def review(self) -> Review:
        """The review; there is none in ``Phase.OPENING``."""
        return self.ui.review

    @property
    def busy(self) -> bool:
        """Whether keys have to wait: for a phase to end, or for the search bar to be opened or closed."""
        typing = isinstance(self.focused, HandlesKeys)
        return self.ui.phase is not Phase.READY or (self.ui.bar is not None) != typing

    def on_mount(self) -> None:
        """Draws the article at once; everything else is loaded when it is on the screen."""
        self._view.draw_opening()

    async def begin(self) -> None:
        """Makes the review, and loads everything else in the background; the first time that it is called."""
        if self.ui.ready:
            return
        lazy_imports.load()
        await self.action_do("opening:begin", self._prepare)

    async def end(self) -> None:
        """Saves the bookmark and closes what was opened with the article."""
        if self.ui.ready:
            await self.action_do("opening:end")

    def on_resize(self) -> None:
        """Restores the focus: Textual takes it from what has no room, and leaves it wherever it is then."""
        # only where it is not right: the refresh that is waited for may bring another resize, for ever where there are two
        # sizes: Textual gives a terminal that is called dumb its own size in the one place and 80×25 in the other
        if self.ui.ready:
            self.call_after_refresh(self._view.panes.fit)
        if self.ui.ready and (self.focused is None or self.focused.id != self.review.place.focus):
            self.call_after_refresh(self._restore_focus)

    def _restore_focus(self) -> None:
        if self.ui.ready and self.is_current:
            self._view.draw_focus()

    def show_passage_above(self, box: Region) -> bool:
        """Scrolls the current fact, or the sentence, to where it can be read above *box*; False if that is not possible."""
        return not self.ui.ready or self._view.article.show_passage_above(box)

    # Keys and messages

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until there is a review only leaving makes sense."""
        return self.ui.ready or parameters[:1] == ("saving:quit",)

    async def action_do(self, command: str, *arguments: object) -> None:
        """Runs a command of the key table, ``module:function``; its module is imported when it is first needed."""
        module, _, name = command.partition(":")
        result = getattr(import_module(lazy_imports.COMMANDS + module), name)(self.ui, *arguments)
        if isawaitable(result):
            await result

    async def _do(self, command: str, *arguments: object) -> None:
        if self.ui.ready:
            await self.action_do(command, *arguments)

    async def on_article_picked(self, message: ArticlePicked) -> None:
        """A click in the article."""
        await self._do("navigate:click_article", message.offset, message.twice)

    async def on_row_picked(self, message: RowPicked) -> None:
        """A click in a pane."""
        await self._do("navigate:click_row", message.pane, message.number, message.twice)

    async def on_tab_picked(self, message: TabPicked) -> None:
        """A click on a tab brings its pane to the front."""
        await self._do("navigate:focus_on", message.pane)

    async def on_key_picked(self, message: KeyPicked) -> None:
        """A click in the footer does what the key does."""
        await self.run_action(message.action)

    async def on_search_changed(self, message: SearchChanged) -> None:
        """Something was typed into the search bar."""
        await self._do("search:type_words", message.words)

    async def on_search_stepped(self, message: SearchStepped) -> None:
        """Another match is wanted while the search bar is open."""
        await self._do("search:step_in_bar", message.direction)

    async def on_search_ended(self, message: SearchEnded) -> None:
        """The search bar was left."""
        await self._do("search:close_bar", message.words, message.kept)

    async def on_extracted(self, message: Extracted) -> None:
        """The source of facts has sent an event."""
        await self._do("extraction:take_event", message.event, message.linked)

    async def on_checked(self, message: Checked) -> None:
        """The facts were checked."""
        await self._do("findings:take", message.index, message.found, message.error, message.old)
