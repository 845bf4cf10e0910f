"""The record of a place in an article, kept from one session of the reader to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["all", "open", "accepted", "rejected", "everything"]
"""Which facts are listed, by what was decided of them; only ``everything`` has labels and the facts of boilerplate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A place in an article, and what the panes were narrowed to.

    ``offset`` (code points) is the start of the current sentence. ``sentence``, its id, is there for whoever looks into
    the file.
    """

    path: str
    sentence: str
    offset: int
    focus: str = "article"
    state: State = "all"
    words: str = ""
    linked: str | None = None
