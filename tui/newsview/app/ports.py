"""Ports of the reader: the store of a review, and the services and articles that it is opened with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from newsview.model.article import Article
from newsview.model.bookmark import Bookmark
from newsview.model.decisions import Step
from newsview.model.facts import Analysis, Facts, Part
from newsview.model.merge_result import MergedReview
from newsview.workers.events import FactSource

if TYPE_CHECKING:
    from newsview.model.finding import Finding


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
    compare: Callable[[Article, Facts], Mapping[str, str]] = lambda article, facts: {}
    """The facts that an older version has otherwise, by id, with its sentence, empty if it has none. Called in a thread."""
    stale: bool = False
    """The facts in ``saved`` are of an earlier text of the article: extract again, and keep the review."""
    reopen: Callable[[], Article] | None = None
    """Reads the article's file again. Called in a thread; raises ``NewsviewError``."""


Prepare = Callable[[], OpenedArticle]
"""Prepares the services of an article. Called in a thread, once the article is on the screen: it may take its time."""


class ArticleList(NamedTuple):
    """Several articles to read one at a time; the first is open at the beginning."""

    names: Sequence[str]
    open: Callable[[int], tuple[Article, Prepare]]
    """Reads the article with that number; returns it with the function that prepares its services. Called in a thread.

    Raises ``NewsviewError``.
    """
