"""Facts made by hand from words of an article, for tests of the store, the exports and the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newsview.model.article import Article
from newsview.model.facts import Entity, Mention, Number, NumberKind, Quote, Range, Reference, Span, Speaker
from newsview.model.ids import stable_ids

Place = tuple[int, int]


class Maker:
    """Makes facts of an article, with the ids that an extraction would give them."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def place(self, words: str, nth: int = 0) -> Place:
        """Where *words* stand, the first time or a later one."""
        at = -1
        for _ in range(nth + 1):
            at = self.article.text.index(words, at + 1)
        return at, at + len(words)

    def near(self, word: str, parts: Sequence[Place]) -> Place:
        """The place of *word* that is nearest to the end of one of *parts*, outside them."""
        found = [each.span() for each in re.finditer(rf"\b{re.escape(word)}\b", self.article.text)]
        outside = [each for each in found if all(each[1] <= start or each[0] >= end for start, end in parts)]
        return min(outside, key=lambda each: min(abs(each[0] - end) for _, end in parts))

    def span(self, words: str, nth: int = 0) -> Span:
        """The *words* as a cue."""
        start, end = self.place(words, nth)
        return Span(text=words, start=start, end=end)

    def reference(self, words: str, nth: int = 0) -> Reference:
        """The *words* as what is measured."""
        start, end = self.place(words, nth)
        return Reference(text=words, start=start, end=end)

    def sentences(self, start: int, end: int) -> tuple[str, ...]:
        """The ids of the sentences that ``start:end`` stands in."""
        return tuple(self.article.sentences[index].id for index in self.article.sentences_between(start, end))

    def sentence(self, start: int) -> str:
        """The id of the sentence at *start*."""
        return self.sentences(start, start + 1)[0]

    def id(self, prefix: str, words: str, start: int) -> str:
        """The id of a fact of *words* that begins at *start*."""
        sentence = self.article.sentences[self.article.sentence_index(start) or 0]
        return stable_ids(prefix, [(self.article.text[sentence.start : sentence.end], words)])[0]

    def entity(self, name: str, type_: str, *mentions: tuple[str, int], role: str | None = None) -> Entity:
        """An entity with a mention at every (words, which time) of *mentions*, or where its name stands first."""
        places = [(words, *self.place(words, nth)) for words, nth in mentions or ((name, 0),)]
        return Entity(
            id=self.id("e", name, places[0][1]),
            name=name,
            type=type_,
            role=role,
            mentions=tuple(
                Mention(id=self.id("m", words, start), text=words, start=start, end=end, sentence=self.sentence(start))
                for words, start, end in places
            ),
        )

    def quote(self, *words: str, speaker: tuple[str, str | None], cue: str | None = None) -> Quote:
        """A direct quote of one or several stretches of *words*; *speaker* is the words and the entity's id."""
        parts = [self.place(each) for each in words]
        start, end = parts[0][0], parts[-1][1]
        low, high = self.near(speaker[0], parts)
        at = self.near(cue, parts) if cue is not None else None
        return Quote(
            id=self.id("q", self.article.text[start:end], start),
            kind="direct",
            text=self.article.text[start:end],
            start=start,
            end=end,
            content=tuple(Range(start=first, end=last) for first, last in parts),
            speaker=Speaker(text=speaker[0], start=low, end=high, entity=speaker[1], sure=speaker[1] is not None),
            cue=Span(text=cue, start=at[0], end=at[1]) if cue is not None and at is not None else None,
            sentence=self.sentence(start),
            sentences=self.sentences(start, end),
        )

    def number(self, words: str, kind: NumberKind, nth: int = 0, about: str | None = None, **fields: Any) -> Number:
        """A number of that *kind*, *about* what it measures, with further *fields* of the record."""
        start, end = self.place(words, nth)
        base = Number(
            id=self.id("n", words, start),
            sentence=self.sentence(start),
            text=words,
            start=start,
            end=end,
            kind=kind,
            subject=self.reference(about) if about else None,
        )
        return replace(base, **fields)
