"""The context of a command: the state of one article's reader, its ports, and the ways to draw, record and prompt."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeVar

from newsview.app.keymap import KEYS, Key, first_key
from newsview.app.state.extraction import Extraction, Stage
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from textual.worker import Worker

    from newsview.app.file_watch import ArticleFile
    from newsview.app.ports import ArticleList, OpenedArticle, ReviewStore, View
    from newsview.app.state.filters import Filter
    from newsview.app.state.review import Place, Review
    from newsview.app.state.word_search import Search
    from newsview.model.article import Article
    from newsview.model.decisions import Step
    from newsview.model.facts import Analysis, Generator
    from newsview.workers.events import FactSource

T = TypeVar("T")

NOT_YET: Final = "one moment; the article is still being opened"
GONE: Final = "the fact that this was about is not found any more; nothing was changed"


class Left(NamedTuple):
    """Where the overview was left for the article: the cursor, and the place of the article that was current before."""

    at: tuple[int, int]
    before: Place


class Phase(Enum):
    """What the reader is busy with. In every phase but ``READY`` keys wait."""

    OPENING = "opening"
    """The article is on the screen, but there is no review yet."""
    READY = "ready"
    ASKING = "asking"
    """A dialogue is under way, also while none of its questions is on the screen."""
    TURNING = "turning"
    """Another article is being opened."""
    LEAVING = "leaving"
    """Work is being saved, or a question about it is open, before the program ends."""


class OpenBar(NamedTuple):
    """An open search bar: what its words are for, and what to go back to when it is cancelled."""

    purpose: Literal["find", "filter"]
    place: Place
    filter: Filter


class UI:
    """The state of one article's reader, with its store, its source of facts and the view on it."""

    view: View
    """Set by the screen right after this object is made."""
    review: Review
    """Made when the article is on the screen: there is none in ``Phase.OPENING``."""

    def __init__(
        self, article: Article, keys: Sequence[Key] = KEYS, articles: Sequence[str] = (), number: int = 0
    ) -> None:
        self.article = article
        self.keys = keys
        """The key table as changed by the user's settings."""
        self.articles, self.number = articles, number
        """The names of all articles that can be turned to, and which of them this is."""
        self.others: Sequence[UI] = ()
        """The readers of the other articles that are open."""
        self.article_list: ArticleList | None = None
        """All articles that can be turned to; None if there is only this one."""
        self.opened: OpenedArticle | None = None
        """The services that were prepared in the background; None until then."""
        self.source: FactSource | None = None
        """Where facts come from now: the opened one, or that of another model."""
        self.file: ArticleFile | None = None
        """The file that the article was read from; None where there is none."""
        self.generator: Generator | None = None
        """What has extracted the facts; None before they are complete."""
        self.extraction = Extraction()
        self.left_out = ""
        """Which paragraphs the extraction has left out, in words; empty if it has none."""
        self.extracting: Worker[None] | None = None
        self.saving: Worker[bool] | None = None
        """The task that saves, or has saved last."""
        self.write_lock = asyncio.Lock()
        self.search: Search | None = None
        self.bar: OpenBar | None = None
        """The search bar while it is open."""
        self.zoomed = False
        """Whether the pane in use has the whole screen."""
        self.left: tuple[Place, Place] | None = None
        """The place before another text was read and the one it was replaced by, until that text's facts are here."""
        self.notice = ""
        """The notice in the status line."""
        self.unrecorded = ""
        """Why the last step could not be recorded, in one line; empty while all is well."""
        self.left_overview: Left | None = None
        """Where the overview was left for the article, for coming back to it."""
        self.quit_requested = False
        """Whether the program ends as soon as everything is opened."""
        self.waits = 0
        """The background tasks that only wait for an answer or for the source of facts."""
        self._under_way: list[Phase] = [Phase.OPENING]
        self._asked_about: str | None = None

    # The phase

    @property
    def phase(self) -> Phase:
        """What the reader is busy with: what began last of all that has not ended."""
        return self._under_way[-1] if self._under_way else Phase.READY

    def enter(self, phase: Phase) -> None:
        """Begins *phase*."""
        if phase not in self._under_way:
            self._under_way.append(phase)

    def leave(self, phase: Phase) -> None:
        """Ends *phase*; what began before it and has not ended goes on."""
        if phase in self._under_way:
            self._under_way.remove(phase)

    @property
    def ready(self) -> bool:
        """Whether there is a review."""
        return Phase.OPENING not in self._under_way

    @property
    def loaded(self) -> bool:
        """Whether everything that belongs to the article is here: what was saved of it, its store, its source."""
        return self.extraction.stage is not Stage.LOADING

    @property
    def notices(self) -> Sequence[str]:
        """What there is to know about the article and its review, from reading, opening and extracting it; each once."""
        opened = self.opened.notice if self.opened is not None else ""
        told = dict.fromkeys((*self.article.notices, opened, self.left_out))  # saved facts tell again what was left out
        return [printable(notice) for notice in told if notice]

    @property
    def unsaved(self) -> bool:
        """Whether there are decisions that are not on disk."""
        return self.ready and self.review.decisions.dirty

    async def outside(self, coming: Awaitable[T]) -> T:
        """What is *coming* from outside, an answer or an event of the source; the reader may be idle until it is here."""
        self.waits += 1
        try:
            return await coming
        finally:
            self.waits -= 1

    # The review

    @property
    def store(self) -> ReviewStore | None:
        """Where the review is saved and journalled."""
        return self.opened.store if self.opened is not None else None

    def analysis(self) -> Analysis:
        """Everything as it is saved: the article, the facts that are known now, the review."""
        from newsview.model import codec, facts

        generator, findings = self.generator or facts.NOT_EXTRACTED, self.review.findings
        whole = facts.Analysis.of(self.review.article, self.review.known, generator, dict(self.review.decisions.all))
        return replace(whole, extra={"findings": codec.encoded(findings.all)}) if findings is not None else whole

    def record(self, step: Step) -> None:
        """Hands a step of the review to the store, so that no end of the program loses it."""
        if step and self.store is not None:
            self.store.note(step)
            self.unrecorded = printable(self.store.failure)

    # What is shown

    def refresh(self, notice: str = "") -> None:
        """Draws what has changed in the review, with *notice* in the status line until the next key."""
        self.view.draw(notice)

    @property
    def finished(self) -> str:
        """What can be done once every fact is reviewed; empty before."""
        if not self.review.index.by_id or self.review.tally.open:
            return ""
        return f"all reviewed · {self.key('export')} writes a page, a table or a sheet"

    def key(self, name: str) -> str:
        """The first key of the action *name* as people read it, as changed by the user's settings."""
        return first_key(self.keys, name)

    def hint_learned(self) -> None:
        """Records that the keys of the first hint were used."""
        if self.opened is not None:
            self.opened.learned()

    # Questions

    def ask(self, dialogue: Coroutine[Any, Any, None], about: str | None = None) -> None:
        """Starts a dialogue; until it has ended keys go to its questions only. An ``EditError`` becomes the notice.

        *about* is the id of the fact that it asks about: answers go to that fact, whatever new facts come meanwhile.
        """
        self.enter(Phase.ASKING)
        self._asked_about = about
        self.view.start(self._follow(dialogue), "asking", exclusive=True)

    async def _follow(self, dialogue: Coroutine[Any, Any, None]) -> None:
        from newsview.app.state.field_values import EditError  # not needed for the first paint

        try:
            await dialogue
        except EditError as error:
            self.refresh(printable(str(error)))
        finally:
            self._asked_about = None
            self.leave(Phase.ASKING)

    def answered(self) -> bool:
        """Makes the fact that was asked about the current one again; False if it is not found any more."""
        from newsview.app.state import decide

        return self._asked_about is None or decide.come_back(self.review, self._asked_about)

    def _check_answered(self) -> None:
        from newsview.app.state.field_values import EditError

        if not self.answered():
            raise EditError(GONE)

    async def words(
        self, question: str, value: str = "", hint: str = "", last: str = "", recall: str = "again:"
    ) -> str | None:
        """What was typed; None if the question was closed.

        *last*: words that one key offers, such as those given before; *recall* is what this key does.
        """
        from newsview.app.screens.prompts import Prompt

        typed = await self.view.show(Prompt(question, value, hint, last, recall))
        while typed is not None and not self.answered():  # what was typed is not thrown away
            typed = await self.view.show(Prompt(question, typed, GONE, last, recall))
        return typed

    async def choice(self, question: str, choices: Mapping[str, str]) -> str:
        """The key of the answer that was given."""
        from newsview.app.screens.dialogs import Choice

        answer = await self.view.show(Choice(question, choices)) or "escape"
        if answer != "escape":
            self._check_answered()
        return answer

    async def pick(
        self,
        question: str,
        choices: Sequence[tuple[str, str]],
        marked: Callable[[str | None], None] | None = None,
        *,
        typed: bool = False,
    ) -> str | None:
        """The id of the one that was picked from *choices*; None if the question was closed.

        *marked* is called with the id of each that the user comes by, None where there is none. With *typed*, the words
        that were typed can be picked too: their id is ``typed:`` and the words.
        """
        from newsview.app.screens.prompts import Pick

        picked = await self.view.show(Pick(question, choices, marked, typed=typed))
        if picked is not None:
            self._check_answered()
        return picked
