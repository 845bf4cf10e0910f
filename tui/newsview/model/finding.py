"""Records of findings: what does not fit in an article, or deserves a look, with its places and its arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from newsview.model.article import Extensible

Level = Literal["contradiction", "look", "note"]
"""``contradiction``: the article does not fit itself; ``look``: one of two readings is odd; ``note``: only counted."""

LEVELS: Final[tuple[Level, ...]] = ("contradiction", "look", "note")
"""The levels, highest first."""

MARKS: Final = {"contradiction": "!", "look": "*", "note": "-"}
"""The mark of a finding of each level at the start of its line and at its facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Extensible):
    """A place of a finding, ``article.text[start:end] == text``; ``fact`` is the id of the fact that stands there."""

    text: str
    start: int
    end: int
    fact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum(Extensible):
    """The arithmetic of a finding: the figure that is stated, the lowest and highest that would fit, and the rule."""

    stated: int | float | None
    expected: Sequence[int | float]
    unit: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Extensible):
    """One result of a check. ``check`` and ``code`` name it; the first place is what does not fit the others."""

    id: str
    check: str
    code: str
    level: Level
    message: str
    places: Sequence[Place]
    sum: Sum | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A sentence to check: its id and place, its score, and the reasons that make it up, at least one."""

    sentence: str
    text: str
    start: int
    end: int
    score: float
    reasons: Sequence[str]


class Rule(NamedTuple):
    """Name, code, level and explanation of a check, for outputs that list their rules."""

    name: str
    code: str
    level: Level
    message: str
    explanation: str


def is_shown(level: Level, lowest: Level) -> bool:
    """Whether findings of *level* are shown where those of *lowest* and above are."""
    return LEVELS.index(level) <= LEVELS.index(lowest)


def lowered(level: Level) -> Level:
    """The level below *level*; ``note`` is the lowest."""
    return LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)]
