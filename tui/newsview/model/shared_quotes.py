"""Records of the same words quoted in several articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Literal, NamedTuple

DifferenceKind = Literal["cut", "bracket", "capital", "tense", "negation", "number", "name", "speaker", "word"]

SERIOUS: frozenset[DifferenceKind] = frozenset({"negation", "number", "name", "speaker"})
"""The differences that change what is said, or who said it."""


class QuotedIn(NamedTuple):
    """A quote in an article. ``article`` is the id of an archive's line as it was given, else the path."""

    article: Any
    id: str
    text: str
    speaker: str | None
    stance: str
    published: str | None


class Difference(NamedTuple):
    """How a version differs from the fullest one: removed words in ``[-…-]``, added ones in ``{+…+}``."""

    kind: DifferenceKind
    text: str


class SharedQuote(NamedTuple):
    """The same words in several articles: the longest run of words that all have, and every version.

    The first of ``quotes`` is the fullest version, with which the others are compared; they may be read from disk one
    by one. ``articles`` is the number of articles that have them.
    """

    words: str
    quotes: Collection[QuotedIn]
    differences: Sequence[Difference]
    articles: int

    def plain(self) -> dict[str, Any]:
        """The quote as JSON values."""
        return {
            "words": self.words,
            "quotes": [each._asdict() for each in self.quotes],
            "differences": [each._asdict() for each in self.differences],
        }
