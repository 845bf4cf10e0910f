"""Record of a reader's place in an article, saved between sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from newsview.model.article import nothing

State = Literal["all", "open", "accepted", "rejected", "everything"]
"""Filter of the listed facts by decision; only ``everything`` includes labels and facts in boilerplate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A place in the article at ``path`` and the filter of the panes.

    ``offset`` (code points) is the start of the current sentence.
    """

    path: str
    offset: int
    focus: str = "article"
    state: State = "all"
    words: str = ""
    linked: str | None = None
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)
