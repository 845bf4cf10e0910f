"""Events of an extraction (progress, window of facts, done, failed) and the ``FactSource`` protocol.

Produced by the worker's client, by an in-process extractor, and by replays in tests. Pure data.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from typing import Literal, NamedTuple, Protocol

from newsview.model.article import Article
from newsview.model.facts import Facts, Generator

FailureKind = Literal["model", "start", "died", "hung", "protocol", "memory", "article"]
"""Kinds of failure: no usable pipeline; process not started, exited, not responding, protocol error, out of memory;
article that cannot be sent or extracted."""


class Progress(NamedTuple):
    """Number of parsed paragraphs and of all paragraphs; *done* is 0 while the model is loaded."""

    done: int
    total: int


class Window(NamedTuple):
    """Provisional facts of the first *done* paragraphs, with the ids of the final facts."""

    facts: Facts
    done: int
    total: int


class Done(NamedTuple):
    """All facts of the article; the last event."""

    facts: Facts
    generator: Generator
    left_out: tuple[int, ...] = ()
    """The numbers, from 1, of paragraphs without facts because their extraction does not end."""


class Failed(NamedTuple):
    """Failure of the extraction, with a one-line message for the user; the last event."""

    message: str
    kind: FailureKind


Event = Progress | Window | Done | Failed


def left_out_notice(paragraphs: Sequence[int]) -> str:
    """Which *paragraphs*, counted from 1, have no facts because their extraction does not end; empty if there are none."""
    if not paragraphs:
        return ""
    if len(paragraphs) == 1:
        which = f"paragraph {paragraphs[0]} was"
    else:
        which = f"paragraphs {', '.join(map(str, paragraphs))} were"
    return f"{which} left out: the extraction does not get to its end there"


class FactSource(Protocol):
    """Source of facts, for one article at a time."""

    def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        """Events until ``Done`` or ``Failed``. Closing the iterator cancels the extraction."""
        ...

    async def close(self) -> None:
        """Release all resources; the source cannot be used afterwards."""
        ...
