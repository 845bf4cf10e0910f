"""The record of a check, as the registry and other packages give it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

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


def measured(right: int, fired: int, found: int, planted: int) -> Measured:
    """A count on the articles that all checks were counted on."""
    sample = "1,614 edited news articles, on which the checks were also developed"
    return Measured(right=right, fired=fired, found=found, planted=planted, day="2026-11-30", sample=sample)


def recounted(right: int, fired: int, found: int, planted: int) -> Measured:
    """A later count of a check that was changed, on about half of those articles; the errors are newly planted."""
    sample = "830 edited news articles, on which the checks were also developed"
    return Measured(right=right, fired=fired, found=found, planted=planted, day="2026-12-01", sample=sample)
