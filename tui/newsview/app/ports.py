"""What the reader needs of whoever keeps its work: saving, and noting every decision as it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from newsview.model.article import Article
from newsview.model.bookmark import Bookmark
from newsview.model.decisions import Step
from newsview.model.facts import Analysis, Facts, Part
from newsview.model.merge_result import MergedReview
from newsview.workers.events import FactSource


class Keeper(Protocol):
    """Keeps the facts and the review of one article."""

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        """Writes *analysis*, to *path* or to where it belongs, and returns where that was. Called in a thread.

        Raises ``CannotWriteError`` with one line for the user: ``ConflictError`` where another program has changed the
        file since, unless *overwrite* is given, and ``LinkedAwayError`` where it is a link out of its folder.
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

    def settle(self, analysis: Analysis, shown: Facts) -> MergedReview:
        """*analysis*, a new extraction, with the decisions of its review at the facts that they are about now.

        *shown* are the facts that the reader had until now.
        """
        ...

    def part(self, id_: str) -> Part | None:
        """What the decision with that id was about, where its fact was not found again; None where nobody knows."""
        ...

    def turn_to(self, article: Article, analysis: Analysis) -> MergedReview:
        """Goes on with *article*, a newer text of what *analysis*, everything as it is now, is about.

        The result has no facts but the reviewer's own, at their places in the new text, and the whole review.
        """
        ...

    def leave(self, bookmark: Bookmark) -> None:
        """Remembers where the reader was. Must not raise."""
        ...

    def close(self) -> None:
        """Lets go of whatever it holds; it is not used again."""
        ...


class Opening(NamedTuple):
    """What a reader works with, beyond the article itself."""

    source: FactSource
    keeper: Keeper | None = None
    opened: Analysis | None = None
    """What was saved of this article before: shown at once, nothing is extracted until ``r`` is pressed."""
    recovered: bool = False
    """The review in ``opened`` holds decisions that have not been saved, such as those of a journal."""
    notice: str = ""
    """One line that the reader sees first: "this does not look like English"."""
    hint: str = ""
    """What a newcomer should try: in the status line where nothing else is said, until a few keys have moved something."""
    bookmark: Bookmark | None = None
    """Where the reader was in this article the last time."""
    models: Callable[[], Sequence[str]] = tuple
    """Names of the models that the source may be exchanged for; looked for when somebody asks."""
    exchange: Callable[[str], FactSource] | None = None
    """Makes a source that uses another model."""
    stale: bool = False
    """The facts in ``opened`` are of an earlier text of the article: extract again, and keep the review."""
    reopen: Callable[[], Article] | None = None
    """Reads the article's file again. Called in a thread; raises ``NewsviewError``."""


Prepare = Callable[[], Opening]
"""Makes what the reader works with. Called in a thread, once the article is on the screen: it may take its time."""


class Shelf(NamedTuple):
    """Several articles to read one at a time; the first is open when the reader begins."""

    names: Sequence[str]
    open: Callable[[int], tuple[Article, Prepare]]
    """Reads the article with that number and says how its reader is prepared. Called in a thread.

    Raises ``NewsviewError``.
    """
