"""Events of an extraction (progress, window of facts, done, failed) and the protocol of a source of facts.

The worker's client, a replay in a test and an in-process extractor all produce these. Pure data.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal, NamedTuple, Protocol

from newsview.model.article import Article
from newsview.model.facts import Facts, Generator

FailureKind = Literal["model", "start", "died", "hung", "nonsense", "memory", "article"]
"""Why there are no facts: no usable pipeline; the process cannot be started, ended, fell silent, talked nonsense,
ran out of memory; or the article cannot be handed over."""


class Progress(NamedTuple):
    """How many of the article's paragraphs have been parsed; *done* is 0 while the model is being loaded."""

    done: int
    total: int


class Window(NamedTuple):
    """Provisional facts of the article's first *done* paragraphs. Ids are those that the final facts will have."""

    facts: Facts
    done: int
    total: int


class Done(NamedTuple):
    """All facts of the article; nothing comes after."""

    facts: Facts
    generator: Generator


class Failed(NamedTuple):
    """There will be no (more) facts; *message* is one line for the reader. Nothing comes after."""

    message: str
    kind: FailureKind


Event = Progress | Window | Done | Failed


class FactSource(Protocol):
    """Whoever finds the facts of an article, one article at a time."""

    def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        """Events until ``Done`` or ``Failed``. Leaving the iteration early cancels the work."""
        ...

    async def close(self) -> None:
        """Let go of whatever the source holds; it may not be used again."""
        ...
