"""Record of a reader's place in an article, saved between sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsview.model.article import Extensible

State = Literal[
    "all",
    "open",
    "accepted",
    "rejected",
    "true",
    "false",
    "unclear",
    "noted",
    "corrected",
    "changed",
    "guessed",
    "finding",
    "everything",
]
"""Filter of the listed facts by decision; only ``everything`` includes labels and facts in boilerplate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark(Extensible):
    """A place in the article at ``path`` and the filter of the panes.

    ``offset`` (code points) is the start of the current sentence.
    """

    path: str
    offset: int
    focus: str = "article"
    state: State = "all"
    words: str = ""
    linked: str | None = None
