"""The reader's screen: lays out the panes and shows in them what the review says. What keys do is in its bases."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.reactive import Reactive
from textual.widget import Widget

from newsview.app import lazy_imports
from newsview.app.file_watch import ArticleFile
from newsview.app.key_queue import TakesKeys
from newsview.app.keymap import KEYS, Key
from newsview.app.messages import ArticlePicked, KeyPicked, RowPicked, TabPicked
from newsview.app.render import rows, status
from newsview.app.screens.reader_view import Showing
from newsview.app.state import bookmark, fact_index, navigation, word_search
from newsview.app.state import review as reviewing
from newsview.app.state.panes import PANES, Row
from newsview.app.widgets.article_view import ArticleView
from newsview.app.widgets.bars import Bar, Footer, PaneTabs, TooSmall
from newsview.app.widgets.fact_list import FactList
from newsview.model import decisions, facts
from newsview.model.article import Article
from newsview.terminal.plural import counted
from newsview.terminal.printable import printable
from newsview.workers.cooperative import in_slices

if TYPE_CHECKING:
    from newsview.app.ports import Opening, Prepare
    from newsview.app.state.review import Linked
    from newsview.model.decisions import Step
    from newsview.model.facts import Facts

MOMENT = 0.2
"""Seconds from the opening until what keys need is imported, if no key has needed it yet."""


class Reader(Showing):
    """An article beside its facts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(key.keys), key.action, key.help, show=False, id=key.name) for key in KEYS
    ]

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As every screen's; but a change is drawn by the two widgets that it is about, not by the whole screen."""

    def __init__(self, article: Article, prepare: Prepare, keys: Sequence[Key] = KEYS, *, classes: str = "") -> None:
        super().__init__(article, classes=classes)
        self.keys = keys
        self.ready = False
        """Whether there is a review: the article is shown before there is."""
        self._prepare = prepare
        self._leaving = False
        """``q`` was pressed before everything was opened; it is done when it is."""

    def compose(self) -> ComposeResult:
        """Header, article, panes, status line, footer."""
        yield Bar(id="header", gives_way=True)
        with Container(id="body"):
            yield ArticleView(self.article, id="article")
            yield PaneTabs(id="tabs")
            with Container(id="panes"):
                for pane in PANES:
                    front = "-front" if pane == self._front else None
                    yield FactList(pane, self._row_lines, self._row_state, classes=front)
        yield Bar(id="status")
        yield TooSmall(id="too-small")
        yield Footer(id="footer", keys=self.keys)

    def on_mount(self) -> None:
        """Shows the article at once; everything else is looked for when it is on the screen."""
        view = self.query_one("#article", ArticleView)
        if self.article.sentences:
            view.stand_on(self.article.sentences[0].start, self.article.sentences[0].end)
        self.query_one("#header", Bar).show(status.title(self.article, self._words, self._shelf_place()), Content(""))
        self.set_focus(view, scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until there is a review only leaving makes sense."""
        return self.ready or action == "quit"

    @property
    def occupied(self) -> bool:
        """Whether keys have to wait: for the review, for a question of a dialogue, for a line to type in or its end."""
        return (
            not self.ready
            or self.asking
            or self.turning
            or self.leaving
            or (self.entry is not None) != isinstance(self.focused, TakesKeys)
        )

    def begin(self) -> None:
        """Makes the review, and has everything else prepared in the background; the first time that it is called."""
        if self.ready:
            return
        lazy_imports.load(lazy_imports.FIRST)
        self.file = ArticleFile(self.article.path) if self.article.path is not None else None
        self.review = reviewing.Review(self.article)
        self.ready, self.reading = True, "opening"
        self.settle()
        gc.freeze()
        gc.enable()
        self.run_worker(self._open(), group="opening")

    async def _open(self) -> None:
        place = self.review.place
        opening: Opening = await asyncio.to_thread(self._prepare)
        self.source, self.keeper, self._notice = opening.source, opening.keeper, printable(opening.notice)
        self.models, self.exchange, self.reopen = opening.models, opening.exchange, opening.reopen
        self.reading = ""
        opened = opening.opened
        if opened is not None:
            self.generator = opened.generator
            self.article = self.review.article = opened.article  # the same text, dated as it was reviewed
            self.review.decisions = decisions.Decisions(opened.review, facts.added_by_reviewer(opened))
            if opening.recovered:
                self.review.decisions.unsaved()
            known = facts.extracted(opened)
            self.take_facts(known, await in_slices(self.review.linking(known)))
        moved = self.review.place[::2] != place[::2]
        if opening.bookmark is not None and not moved:  # nothing in the background moves the reader's place
            bookmark.restore(self.review, opening.bookmark)
        if opened is None or opening.stale:
            self.begin_extraction()
        else:
            self._notice = self._notice or _gone_words(len(self.review.gone))
        self.opened = True
        self._hint = printable(opening.hint)
        self.settle(self._notice)
        self.set_timer(MOMENT, partial(lazy_imports.load, lazy_imports.LAST))
        if self._leaving:
            self.action_quit()

    def action_quit(self) -> None:
        """Leaves once everything is opened, so that this article is the one that was read last; at once if asked again."""
        if self.source is None and not self._leaving:
            self._leaving = True
            return
        super().action_quit()

    async def let_go(self) -> None:
        """Ends what was opened with the article, and remembers where the reader was."""
        if self.keeper is not None and self.review.article.path is not None:
            self.keeper.leave(bookmark.bookmark(self.review, str(Path(self.review.article.path).absolute())))
        if self.source is not None:
            await self.source.close()
        if self.keeper is not None:
            self.keeper.close()

    def _row_lines(self, row: Row, width: int) -> list[list[rows.Piece]]:
        return rows.lines(self.review.index, row, self.review.decisions.get(row.fact), width)

    def _row_state(self, row: Row) -> object:
        return self.review.decisions.get(row.fact)

    def facts_changed(self) -> None:
        """Colours the article by the kinds of facts."""
        self.query_one("#article", ArticleView).colour(partial(fact_index.kinds_between, self.review.index))

    def take_facts(self, found: Facts, linked: Linked | None = None, *, final: bool = False) -> None:
        """Puts new facts on the screen; the reader stays where he is.

        With the *final* ones, decisions on facts that are gone go to what took their place.
        """
        shown = self.review.extracted
        self.review.receive(found, linked)
        if final and self.keeper is not None:
            settled, all_found = self.keeper.settle(self.analysis(), shown), self.review.all_found
            changed = self.review.tally.changed
            step = self.review.decisions.move(settled.moved, settled.analysis.review, settled)
            self.carry(step)
            if not all_found:
                self.review.receive(facts.extracted(settled.analysis))
            elif step:
                self.review.refill()
            news = (_gone_words(len(self.review.gone)), _changed_words(self.review.tally.changed - changed))
            self._notice = " · ".join(each for each in news if each) or self._notice
            self.come_back(dict(settled.moved))
        self.facts_changed()
        # the facts of a long article are a hundred thousand objects, none of them garbage: looking through them for
        # some would stop the reader for a tenth of a second every few hundred keys
        gc.freeze()

    def show_article(self) -> None:
        """Shows the text of the article, which is another one now."""
        sentences, place = self.article.sentences, self.review.place
        at = sentences[place.sentence] if sentences else None
        self.query_one("#article", ArticleView).take(self.article, (at.start, at.end) if at else (0, 0))
        self.clear_selection()
        self._words = len(self.article.text.split())
        if self.search is not None:
            self.search = word_search.Search(self.review, self.search.words, place)
            self.show_search()
        self.facts_changed()

    def noted(self, step: Step) -> None:
        """Hands a step of the review to its keeper."""
        if step and self.keeper is not None:
            self.keeper.note(step)
            self._unkept = printable(self.keeper.failure)

    # Keys and clicks that are not moves

    def action_escape(self) -> None:
        """Closes what is open, or stops the extraction."""
        if self.close_search():
            self.settle()
        elif self.show_everything():
            self.settle("showing everything again")
        else:
            self.settle("stopped reading · r reads again" if self.stop_extraction() else "")

    def action_help(self) -> None:
        """Opens the help."""
        from newsview.app.screens.help import Help  # not needed for the first paint

        self.app.push_screen(Help(self.keys))

    def on_article_picked(self, message: ArticlePicked) -> None:
        """A click in the article is a move there, a double click also crosses over."""
        if not self.ready:
            return
        navigation.to_offset(self.review, message.offset)
        if message.twice:
            navigation.cross(self.review)
        self.settle()

    def on_row_picked(self, message: RowPicked) -> None:
        """A click in a pane is a move there, a double click also crosses over."""
        if not self.ready:
            return
        navigation.to_row(self.review, message.pane, message.number)
        if message.twice:
            navigation.cross(self.review)
        self.settle()

    def on_tab_picked(self, message: TabPicked) -> None:
        """A click on a tab brings its pane to the front."""
        if not self.ready:
            return
        navigation.focus_on(self.review, message.pane)
        self.settle()

    async def on_key_picked(self, message: KeyPicked) -> None:
        """A click in the footer does what the key does."""
        await self.run_action(message.action)


def _changed_words(count: int) -> str:
    facts_have = "1 reviewed fact has" if count == 1 else f"{count:,} reviewed facts have"
    return f"{facts_have} changed: not reviewed any more" if count > 0 else ""


def _gone_words(count: int) -> str:
    have = "has" if count == 1 else "have"
    return (
        f"{counted(count, 'decision')} {have} no fact any more · d lists {'it' if count == 1 else 'them'}"
        if count
        else ""
    )
