"""Ports of the reader: the store of a review, the services and articles that it is opened with, and the screen."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from newsview.model.article import Article
from newsview.model.bookmark import Bookmark
from newsview.model.decisions import MergedReview, Step
from newsview.model.facts import Analysis, Facts, Part
from newsview.terminal.printable import printable
from newsview.workers.events import FactSource

if TYPE_CHECKING:
    from textual.message import Message
    from textual.screen import Screen
    from textual.worker import Worker

    from newsview.app.state.panes import Pane
    from newsview.app.state.review import Review
    from newsview.app.state.selection import Selection
    from newsview.model.differences import OldWords
    from newsview.model.finding import Finding

T = TypeVar("T")


class ReviewStore(Protocol):
    """The store of one article's facts and review: saves them, and journals each decision."""

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        """Writes *analysis*, to *path* or to where it belongs, and returns where that was. Called in a thread.

        Raises ``CannotWriteError`` with one line for the user; with *overwrite* a newer file is replaced.
        """
        ...

    def export(self, data: bytes, suffix: str, path: Path | None = None, *, overwrite: bool = False) -> Path:
        """Writes *data*, an export, to *path* or beside the facts with a name that ends in *suffix*. Called in a thread.

        Returns the absolute path. Raises ``ConflictError`` if another file is there, which *overwrite* replaces, and
        ``CannotWriteError`` with one line for the user.
        """
        ...

    def note(self, step: Step) -> None:
        """Notes a step of the review as it is made, undone or redone, so that no end of the program loses it.

        Must be quick and must not raise.
        """
        ...

    @property
    def failure(self) -> str:
        """Why the last step could not be noted, in one line; empty while all is well."""
        ...

    @property
    def lost(self) -> str:
        """Which unsaved decisions will not come back and why, in one line; empty if all of them do. Also once closed."""
        ...

    def merge(self, analysis: Analysis, shown: Facts) -> MergedReview:
        """*analysis*, a new extraction, with the decisions of its review at the facts that they are about now.

        *shown* are the facts that were on the screen until now.
        """
        ...

    def part(self, id_: str) -> Part | Finding | None:
        """What the decision with that id was about, where that was not found again; None where it is unknown."""
        ...

    def switch_text(self, article: Article, analysis: Analysis) -> MergedReview:
        """Goes on with *article*, a newer text of what *analysis*, everything as it is now, is about.

        The result has no facts but the reviewer's own, at their places in the new text, and the whole review.
        """
        ...

    def discard(self) -> None:
        """Forgets what was noted since the last save, so that it does not come back. Must not raise."""
        ...

    def leave(self, bookmark: Bookmark) -> None:
        """Remembers where the reader was. Must not raise."""
        ...

    def close(self) -> None:
        """Lets go of whatever it holds; it is not used again."""
        ...


class OpenedArticle(NamedTuple):
    """The services and the saved state that come with an article."""

    source: FactSource
    store: ReviewStore | None = None
    saved: Analysis | None = None
    """The saved facts and review of this article: shown at once, and nothing is extracted before that is wanted."""
    recovered: bool = False
    """The review in ``saved`` holds decisions that have not been saved, such as those of a journal."""
    notice: str = ""
    """One line that the reader sees first: "this does not look like English"."""
    hint: Sequence[tuple[str, str]] = ()
    """What a newcomer can try: actions of the key table, and what they do in a word or two.

    In the detail strip, until a few keys have moved something.
    """
    learned: Callable[[], None] = lambda: None
    """Called when these keys were used."""
    bookmark: Bookmark | None = None
    """The place in this article at which it was left the last time."""
    models: Callable[[], Sequence[str]] = tuple
    """Names of the models that the source may be exchanged for; looked for when the palette is opened."""
    exchange: Callable[[str], FactSource] | None = None
    """Makes a source that uses another model."""
    check: Callable[[Article, Facts], Sequence[Finding]] = lambda article, facts: ()
    """Finds what does not fit in an article with its facts. Called in a thread; raises ``NewsviewError``."""
    compare: Callable[[Article, Facts], OldWords | None] = lambda article, facts: None
    """What an older version has otherwise; None if there is none. Called in a thread."""
    older: str = ""
    """The file name of the older version; empty if there is none."""
    stale: bool = False
    """The facts in ``saved`` are of an earlier text of the article: extract again, and keep the review."""
    reopen: Callable[[], Article] | None = None
    """Reads the article's file again. Called in a thread; raises ``NewsviewError``."""


Prepare = Callable[[], OpenedArticle]
"""Prepares the services of an article. Called in a thread, once the article is on the screen: it may take its time."""


class ArticleSummary(NamedTuple):
    """What the list of articles says of one."""

    title: str = ""
    words: int = 0
    facts: int | None = None
    """The facts that are shown without a filter; None where none are saved."""
    open: int = 0
    """Those that are not reviewed."""
    true: int = 0
    false: int = 0
    unclear: int = 0
    unsaved: bool = False
    """Whether there are decisions that are not in the saved file."""
    error: str = ""
    """Why it cannot be read, in one line; empty if it can."""

    @classmethod
    def of(cls, review: Review, *, unsaved: bool) -> ArticleSummary:
        """The summary of an article whose facts are those of *review*."""
        title, words = printable(review.article.title or ""), len(review.article.text.split())
        tally = review.tally
        return cls(
            title, words, review.index.visible_count, tally.open, tally.true, tally.false, tally.unclear, unsaved
        )

    @property
    def to_review(self) -> bool:
        """Whether there is something to review, as far as is known."""
        return not self.error and (self.facts is None or self.open > 0)


class ArticleList(NamedTuple):
    """Several articles to read one at a time; the first is open at the beginning."""

    names: Sequence[str]
    open: Callable[[int], tuple[Article, Prepare]]
    """Reads the article with that number; returns it with the function that prepares its services. Called in a thread.

    Raises ``NewsviewError``.
    """
    summary: Callable[[int], ArticleSummary] = lambda number: ArticleSummary()
    """Describes the article with that number by its file and what is saved of it. Called in a thread."""
    listed: bool = False
    """Whether the reader begins with the list: the articles are those of a folder, or those that were read last."""


class View(Protocol):
    """The port to the screen: drawing, dialogs, background tasks and the services of the application."""

    def draw(self, notice: str = "") -> None:
        """Draws what has changed in the review, with *notice* in the status line until the next key."""
        ...

    def draw_progress(self) -> None:
        """Draws how far the extraction is, and nothing else."""
        ...

    def hold_frames(self) -> None:
        """Brings nothing to the terminal until ``release_frames``, or for a moment: what is drawn now is soon out of date."""
        ...

    def release_frames(self) -> None:
        """Brings to the terminal what has been drawn since ``hold_frames``."""
        ...

    def draw_colors(self) -> None:
        """Colours the article by its facts: some have come, gone or moved."""
        ...

    def draw_article(self) -> None:
        """Draws another text of the article."""
        ...

    def draw_matches(self) -> None:
        """Highlights the matches of the search in the article."""
        ...

    def draw_selection(self, selection: Selection) -> None:
        """Highlights *selection* in the article and scrolls to it."""
        ...

    def page_article(self, direction: int) -> int:
        """Scrolls the article by a page; the offset of the first text that is then visible."""
        ...

    def page_rows(self, pane: Pane) -> int:
        """How many rows of *pane* make a page."""
        ...

    def mouse_selection(self) -> tuple[int, int] | None:
        """The offsets of the text that is selected with the mouse."""
        ...

    def clear_mouse_selection(self) -> None:
        """Removes the selection that was made with the mouse."""
        ...

    def open_search_bar(self, label: str, words: str, keys: Sequence[tuple[str, str]]) -> None:
        """Puts a line to type in over the status line, and *keys* with their meanings into the footer."""
        ...

    def close_search_bar(self) -> None:
        """Restores status line and footer."""
        ...

    def show_count(self, words: str) -> None:
        """Writes *words* to the right end of the search bar."""
        ...

    def set_hint(self, hint: str) -> None:
        """Sets the status line's text for a newcomer, shown while there is no notice."""
        ...

    def start(self, work: Coroutine[Any, Any, T], group: str, *, exclusive: bool = False) -> Worker[T]:
        """Runs *work* in the background; an exclusive task cancels those of its group before."""
        ...

    def start_clock(self) -> None:
        """Counts the seconds while nothing else shows that something is under way."""
        ...

    def warm_up(self) -> None:
        """Imports the modules of all commands a moment from now."""
        ...

    def open(self, dialog: Screen[Any]) -> None:
        """Opens *dialog* over the reader, without waiting for its result."""
        ...

    async def show(self, dialog: Screen[T]) -> T | None:
        """Opens *dialog* over the reader; its result, once it is closed."""
        ...

    def post(self, message: Message) -> None:
        """Sends *message* to the screen and to the application."""
        ...

    def run_later(self, action: str) -> None:
        """Runs a key's action when the present message has been handled."""
        ...

    def suspend(self) -> None:
        """Gives the terminal back to the shell until the process is continued."""
        ...

    def copy(self, text: str) -> None:
        """Sends *text* to the terminal's clipboard."""
        ...

    def themes(self) -> Sequence[str]:
        """The names of all themes."""
        ...

    def use_theme(self, name: str) -> None:
        """Switches to the theme *name*."""
        ...

    @property
    def theme(self) -> str:
        """The name of the theme in use."""
        ...

    def exit(self) -> None:
        """Ends the program."""
        ...
