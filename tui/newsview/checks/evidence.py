"""What checks read: the article's text and facts, with the lookups that several checks share.

Every lookup takes time linear in the article and is made when a check first needs it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby

from newsview.model.article import Article, Paragraph
from newsview.model.facts import Entity, Facts, Number, Quote
from newsview.model.finding import Level, Place, Sum


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One result of a check's function. ``level`` replaces the level of the check."""

    message: str
    places: Sequence[Place]
    sum: Sum | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text between quote marks; ``start`` and ``end`` are those of the words inside."""

    text: str
    start: int
    end: int


class Stretches:
    """The union of stretches of text, each a pair of its start and its end, in any order."""

    def __init__(self, parts: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(parts):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def has(self, offset: int) -> bool:
        """Whether one of the stretches has the character at *offset*."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


_MARKED = re.compile(r'“([^“”"\n]{1,2000})[”"]|"([^“”"\n]{1,2000})"')


@dataclass(frozen=True)
class Evidence:
    """One article with its facts. ``known`` are pairs of names (lower case) that are known to be two."""

    article: Article
    facts: Facts
    known: frozenset[frozenset[str]] = field(default_factory=frozenset)

    @property
    def text(self) -> str:
        """The text of the article."""
        return self.article.text

    @property
    def entities(self) -> Sequence[Entity]:
        """The entities of the article."""
        return self.facts.entities

    @property
    def quotes(self) -> Sequence[Quote]:
        """The quotes of the article that are speech."""
        return [quote for quote in self.facts.quotes if not quote.aside]

    @cached_property
    def numbers(self) -> Sequence[Number]:
        """The numbers that are no labels, in text order."""
        found = [number for number in self.facts.numbers if number.kind != "label"]
        return sorted(found, key=lambda number: (number.start, -number.end))

    @cached_property
    def by_sentence(self) -> Sequence[Sequence[Number]]:
        """The numbers of each sentence that has some, dates and those inside another left out, in text order."""
        kept: list[Number] = []
        for number in self.numbers:
            inside = bool(kept) and number.start < kept[-1].end
            if number.kind not in ("date", "time", "duration", "ordinal") and not inside:
                kept.append(number)
        return [list(group) for _, group in groupby(kept, key=lambda number: number.sentence)]

    @cached_property
    def published(self) -> date | None:
        """The day of publication, if it is known."""
        try:
            return date.fromisoformat(self.article.published or "")
        except ValueError:
            return None

    @cached_property
    def headline(self) -> Paragraph | None:
        """The first paragraph, if it is a headline."""
        first = self.article.paragraphs[0] if self.article.paragraphs else None
        return first if first is not None and first.role == "headline" else None

    @cached_property
    def body(self) -> int:
        """The offset at which the text below the headline begins."""
        return self.headline.end if self.headline is not None else 0

    @cached_property
    def quotations(self) -> Sequence[Quotation]:
        """The stretches between double quote marks, within one paragraph each, in text order."""
        found = []
        for match in _MARKED.finditer(self.text):
            group = 1 if match[1] is not None else 2
            found.append(Quotation(match[group], *match.span(group)))
        return found

    @cached_property
    def _spoken(self) -> Stretches:
        """The stretches in which somebody else speaks."""
        direct = [quote for quote in self.facts.quotes if quote.kind == "direct"]
        parts = [(part.start, part.end) for quote in direct for part in quote.content]
        return Stretches([*parts, *((each.start, each.end) for each in self.quotations)])

    def is_quoted(self, offset: int) -> bool:
        """Whether the character at *offset* is inside a quotation."""
        return self._spoken.has(offset)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence at *offset*."""
        index = self.article.sentence_index(offset)
        if index is None:
            return offset, offset
        found = self.article.sentences[index]
        return found.start, max(found.end, offset)

    def window(self, start: int, end: int, reach: int = 150) -> str:
        """The part of the sentence at *start* that is at most *reach* characters from ``start:end``, in lower case."""
        low, high = self.sentence(start)
        return self.text[max(low, start - reach) : min(max(high, end), end + reach)].lower()

    def numbers_between(self, start: int, end: int) -> Iterator[Number]:
        """The numbers that begin in ``text[start:end]``."""
        index = bisect_left(self.numbers, start, key=lambda number: number.start)
        while index < len(self.numbers) and self.numbers[index].start < end:
            yield self.numbers[index]
            index += 1

    def fact_at(self, start: int, end: int) -> str | None:
        """The id of the number that covers *start* or begins in ``text[start:end]``, else of the entity or quote there."""
        index = bisect_right(self.numbers, start, key=lambda number: number.start) - 1
        if index >= 0 and self.numbers[index].end > start:
            return self.numbers[index].id
        number = next(self.numbers_between(start, end), None)
        if number is not None:
            return number.id
        starts, ids = self._occurrences
        index = bisect_left(starts, start)
        return ids[index] if index < len(starts) and starts[index] < end else None

    @cached_property
    def _occurrences(self) -> tuple[list[int], list[str]]:
        """Starts of all mentions and quotes, in text order, and the ids of their facts."""
        found = [(mention.start, entity.id) for entity in self.entities for mention in entity.mentions]
        found += [(quote.start, quote.id) for quote in self.facts.quotes]
        found.sort()
        return [start for start, _ in found], [id_ for _, id_ in found]

    def place(self, start: int, end: int, fact: str | None = None) -> Place:
        """``text[start:end]`` as a place; without *fact*, with that of the number there."""
        return Place(text=self.text[start:end], start=start, end=end, fact=fact or self.fact_at(start, end))


def place_of(number: Number) -> Place:
    """The place of *number*."""
    return Place(text=number.text, start=number.start, end=number.end, fact=number.id)
