"""The record of a check, as the registry and other packages give it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from newsview.checks.evidence import Evidence, Found
from newsview.model.finding import Level, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How often a check was right: *right* of *fired* findings on *sample*, counted on *day* (``YYYY-MM-DD``).

    *planted* and *found* are errors put into clean articles, and how many of them the check found.
    """

    right: int
    fired: int
    planted: int
    found: int
    day: str
    sample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: what it is called, what it says, and the function that finds.

    ``look_alikes`` are texts that it leaves alone. ``about_words``: it compares the words of quotations, so that its
    findings keep their level inside them.
    """

    name: str
    code: str
    level: Level
    message: str
    explanation: str
    example: str
    look_alikes: tuple[str, str, str]
    function: Callable[[Evidence], Iterator[Found]]
    measured: Measured | None = None
    about_words: bool = False

    @property
    def rule(self) -> Rule:
        """The check's name, code, level and explanation."""
        return Rule(self.name, self.code, self.level, self.message, self.explanation)


class Count(NamedTuple):
    """A count of findings and planted errors: its day and the articles."""

    day: str
    sample: str


_OF_ALL: Final = Count("2026-11-30", "1,614 edited news articles, on which the checks were also developed")

RECOUNT: Final = Count("2026-12-01", "830 edited news articles, on which the checks were also developed")
"""A later count of checks that were changed, on about half of those articles; the errors are newly planted."""


def measured(right: int, fired: int, found: int, planted: int, count: Count = _OF_ALL) -> Measured:
    """What a *count* gave, by default that of all checks."""
    return Measured(right=right, fired=fired, found=found, planted=planted, day=count.day, sample=count.sample)
