"""Messages from the widgets and from background work to the screen. Data only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from newsview.app.state.panes import Pane

if TYPE_CHECKING:
    from newsview.app.state.fact_index import FactIndex
    from newsview.app.state.review import Linked
    from newsview.model.differences import OldWords
    from newsview.model.finding import Finding
    from newsview.workers.events import Event


@dataclass(eq=False, repr=False)
class ArticlePicked(Message):
    """A place in the article was clicked."""

    offset: int
    """Code points into the article's text."""
    twice: bool
    """A double click: what Enter does."""


@dataclass(eq=False, repr=False)
class RowPicked(Message):
    """A row of a pane was clicked."""

    pane: Pane
    number: int
    twice: bool


@dataclass(eq=False, repr=False)
class TabPicked(Message):
    """The tab of a pane was clicked, where the panes share one place."""

    pane: Pane


@dataclass(eq=False, repr=False)
class KeyPicked(Message):
    """A key shown in the footer was clicked."""

    action: str


@dataclass(eq=False, repr=False)
class Extracted(Message):
    """An event of the source of facts."""

    event: Event
    linked: Linked | None = None
    """The facts of the event, linked with one another."""


@dataclass(eq=False, repr=False)
class SearchChanged(Message):
    """The words in the search bar have changed."""

    words: str


@dataclass(eq=False, repr=False)
class SearchEnded(Message):
    """The search bar was left."""

    words: str
    kept: bool
    """False when the search was cancelled."""


@dataclass(eq=False, repr=False)
class SearchStepped(Message):
    """The next (1) or previous (-1) match of the words in the search bar is wanted."""

    direction: int


@dataclass(eq=False, repr=False)
class Checked(Message):
    """The facts were checked."""

    index: FactIndex
    """The facts."""
    found: Sequence[Finding]
    """What does not fit in the article, or deserves a look."""
    error: str = ""
    """Why they could not be checked, in one line; empty if they were."""
    old: OldWords | None = None
    """What an older version has otherwise; None if there is none."""


@dataclass
class ArticleWanted(Message):
    """Another of the articles that were named on the command line is to be read."""

    number: int
    """Its place in the list of articles, from 0."""
