"""What the compared programs found in one article, in one shape for all of them. No program and no score lives here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

JsonObject = Mapping[str, Any]


@dataclass(frozen=True)
class Name:
    """One mention; two mentions with one ``thing`` are said to be one real thing."""

    start: int
    end: int
    type: str
    thing: str


@dataclass(frozen=True)
class Speech:
    """One quotation: its content without marks, the span that names its speaker, and the speaker's full name if found.

    ``act`` and ``stance`` are None where nobody says them. What is not ``shown`` (belief, plans, boilerplate) is neither
    asked for nor counted as speech.
    """

    content: Sequence[tuple[int, int]]
    kind: str
    speaker: tuple[int, int] | None
    person: str | None = None
    act: str | None = None
    stance: str | None = None
    shown: bool = True


@dataclass(frozen=True)
class Context:
    """How sure a quantity is ("about"), its part in a change (up, down, from, to), and the words for what is measured."""

    modifier: str
    trend: str | None
    subject: str | None


@dataclass(frozen=True)
class Quantity:
    """One quantity with both ends of a range; ``unit`` in newsview's names, ``kind`` only where the program tells it.

    ``context`` is what the words around it say; None of a program that does not read them.
    """

    start: int
    end: int
    kind: str
    value: float | None
    value_max: float | None
    unit: str | None
    context: Context | None = None


@dataclass(frozen=True)
class Day:
    """One date, in ISO 8601 or without a known day."""

    start: int
    end: int
    iso: str | None


@dataclass
class Found:
    """All that one program found in one article; None for what it does not look for."""

    names: list[Name] | None = None
    speech: list[Speech] | None = None
    quantities: list[Quantity] | None = None
    days: list[Day] | None = None


@dataclass(frozen=True)
class Gold:
    """One hand-annotated article as saved in ``seeds/gold``."""

    stem: str
    data: JsonObject = field(repr=False)

    @property
    def text(self) -> str:
        return str(self.data["article"]["text"])

    @property
    def published(self) -> str | None:
        published: str | None = self.data["article"]["published"]
        return published

    def names_of(self) -> Mapping[str, str]:
        """The full name of each entity by its id."""
        return {entity["id"]: entity["name"] for entity in self.data["entities"]}
