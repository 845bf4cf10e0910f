"""Which facts stand in which sentence, and where: the index behind every move between article and panes. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsview.app.panes import PANES as PANES
from newsview.app.panes import Pane as Pane
from newsview.app.panes import Row as Row
from newsview.article import Article
from newsview.facts import Entity, Fact, Facts, Number, Quote


class Anchor(NamedTuple):
    """One place in the text where a fact stands. *part* counts an entity's mentions."""

    start: int
    end: int
    rank: int
    fact: str
    part: int


def pane_of(fact: Fact) -> Pane:
    """The pane that lists *fact*."""
    if isinstance(fact, Entity):
        return "entities"
    return "quotes" if isinstance(fact, Quote) else "numbers"


def anchors(fact: Fact) -> Iterator[Anchor]:
    """Every place in the text where *fact* stands, in text order: all mentions of an entity, one place of the others."""
    if isinstance(fact, Entity):
        for part, mention in enumerate(fact.mentions):
            yield Anchor(mention.start, mention.end, 0, fact.id, part)
    else:
        yield Anchor(fact.start, fact.end, 1 if isinstance(fact, Quote) else 2, fact.id, 0)


class FactIndex:
    """The facts of an article by id, by pane, in text order and by sentence. Built once for each set of facts."""

    def __init__(self, article: Article, facts: Facts) -> None:
        self.article = article
        self.facts = facts
        self.by_id: dict[str, Fact] = {}
        self.panes: dict[Pane, list[str]] = {}
        self.first: dict[str, Anchor] = {}
        every: list[Anchor] = []
        self.panes["entities"] = self._add(facts.entities, every)
        self.panes["quotes"] = self._add(facts.quotes, every)
        self.panes["numbers"] = self._add(facts.numbers, every)
        every.sort()
        self._sentences: dict[int, list[Anchor]] = {}
        self._link(every)
        self.order: list[Anchor] = sorted(self.first.values())

    def _add(self, group: Sequence[Fact], every: list[Anchor]) -> list[str]:
        places = []
        for fact in group:
            own = list(anchors(fact))
            if own and fact.id not in self.by_id:
                self.by_id[fact.id] = fact
                self.first[fact.id] = own[0]
                places.append(own[0])
                every += own
        return [anchor.fact for anchor in sorted(places)]

    def _link(self, every: Iterable[Anchor]) -> None:
        """Enters each anchor under every sentence that it touches, in one sweep over both."""
        sentences, low = self.article.sentences, 0
        for anchor in every:
            while low < len(sentences) and sentences[low].end <= anchor.start:
                low += 1
            at = low
            while at < len(sentences) and sentences[at].start < anchor.end:
                self._sentences.setdefault(at, []).append(anchor)
                at += 1

    def in_sentence(self, sentence: int) -> Sequence[Anchor]:
        """What stands in the sentence with index *sentence*, in text order."""
        return self._sentences.get(sentence, ())

    def anchor(self, row: Row) -> Anchor | None:
        """Where *row* stands in the text: its mention, or the fact's first place; None when the fact is gone."""
        fact = self.by_id.get(row.fact)
        if fact is None:
            return None
        if row.part > 0 and isinstance(fact, Entity) and row.part < len(fact.mentions):
            mention = fact.mentions[row.part]
            return Anchor(mention.start, mention.end, 0, fact.id, row.part)
        return self.first[row.fact]

    def sentence_of(self, anchor: Anchor) -> int:
        """Index of the sentence that *anchor* begins in; 0 for an article without sentences."""
        return self.article.sentence_index(anchor.start) or 0

    def paragraph_of(self, anchor: Anchor) -> int:
        """Index of the paragraph that *anchor* begins in."""
        return self.article.paragraph_index(anchor.start) or 0

    def name_of(self, entity: str | None) -> str | None:
        """The canonical name of an entity, None when there is no such entity."""
        found = self.by_id.get(entity) if entity else None
        return found.name if isinstance(found, Entity) else None


def emphasis(fact: Fact, part: int) -> dict[str, list[tuple[int, int]]]:
    """The stretches to emphasise while *fact* is current: its ``own`` words, and a quote's ``speaker`` and ``cue``.

    Of an entity that is the mention number *part*; a number also shows its ``subject``.
    """
    if isinstance(fact, Entity):
        mention = fact.mentions[min(max(part, 0), len(fact.mentions) - 1)]
        return {"own": [(mention.start, mention.end)]}
    shown: dict[str, list[tuple[int, int]]] = {"own": [(fact.start, fact.end)]}
    if isinstance(fact, Quote):
        if fact.content:
            shown["own"] = [(each.start, each.end) for each in fact.content]
        parts: dict[str, tuple[int, int] | None] = {
            "speaker": (fact.speaker.start, fact.speaker.end) if fact.speaker else None,
            "cue": (fact.cue.start, fact.cue.end) if fact.cue else None,
        }
    elif isinstance(fact, Number):
        parts = {"speaker": (fact.subject.start, fact.subject.end) if fact.subject else None}
    shown.update((name, [stretch]) for name, stretch in parts.items() if stretch)
    return shown
