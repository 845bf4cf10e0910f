"""The lines of an overview: speakers, dates, figures, and the state of the review, each with where it leads."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

STANCES: Final[Mapping[str, str]] = {
    "said": "states",
    "denied": "denies",
    "doubted": "doubts",
    "asked": "asks",
    "refused": "withholds",
}
"""The columns of a speaker, and the stances of the quotes that they count."""


class Place(NamedTuple):
    """Where a line leads: a fact, or only an offset in the article (in code points)."""

    start: int
    fact: str | None = None


Places = Sequence[Place]


class SpeakerLine(NamedTuple):
    """A speaker: what they said, denied …, by the names of ``STANCES``, and which of it is not reviewed."""

    name: str
    role: str | None
    counts: Mapping[str, Places]
    open: Places
    guessed: Collection[str]
    """The ids of quotes whose speaker is a guess."""

    @property
    def places(self) -> Places:
        """All of it, in text order."""
        return sorted(place for places in self.counts.values() for place in places)


class DateLine(NamedTuple):
    """A dated fact: its day or period, its words, and the sentence that it stands in."""

    label: str
    words: str
    sentence: str
    later: bool
    """Whether it begins after the article was published."""
    place: Place


class Figure(NamedTuple):
    """A figure: its words, who says so if it is in a quote, and how it is joined to the one before it."""

    words: str
    by: str
    joint: str
    place: Place


class FigureLine(NamedTuple):
    """The figures of one subject, in text order."""

    subject: str
    figures: Sequence[Figure]


class Overview(NamedTuple):
    """An article in sum. ``review`` is the facts by what was decided on them."""

    speakers: Sequence[SpeakerLine]
    dates: Sequence[DateLine]
    figures: Sequence[FigureLine]
    review: Mapping[str, Places]
    facts: int

    @property
    def stances(self) -> list[str]:
        """The columns of speakers that have something in them; always what was said, denied and refused."""
        always = ("said", "denied", "refused")
        return [name for name in STANCES if name in always or any(line.counts[name] for line in self.speakers)]
