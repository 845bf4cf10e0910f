"""Index of the facts by id, pane and sentence, for navigation between article and panes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from newsview.app.state.panes import FOLD as FOLD
from newsview.app.state.panes import PANES as PANES
from newsview.app.state.panes import Pane as Pane
from newsview.app.state.panes import Row as Row
from newsview.describe import words_of
from newsview.model.article import Article
from newsview.model.facts import (
    Entity,
    Fact,
    Facts,
    Number,
    Quote,
    by_kind,
    is_aside,
    kind_name,
    occurrences,
    reference_of,
    stretches,
)
from newsview.model.kinds import KINDS
from newsview.workers.cooperative import at_once

if TYPE_CHECKING:
    from newsview.app.state.text_index import TextIndex

_END = attrgetter("end")


class Occurrence(NamedTuple):
    """One occurrence of a fact in the text; *part* is the number of an entity's mention."""

    start: int
    end: int
    rank: int
    fact: str
    part: int


def pane_of(fact: Fact) -> Pane:
    """The pane that lists *fact*."""
    return kind_name(fact)


SLICE: Final = 400
"""Facts that are indexed between two yields, while keys are handled: a few milliseconds."""

_RANKS: Final[dict[Pane, int]] = {pane: rank for rank, pane in enumerate(PANES)}


class FactIndex:
    """The facts of an article by id, by pane in text order, and by sentence.

    Occurrences are made on demand: a long article has a hundred thousand.
    """

    def __init__(self, article: Article, facts: Facts) -> None:
        self.article = article
        self.facts = facts
        self.by_id: dict[str, Fact] = {}
        self.panes: dict[Pane, list[Row]] = {pane: [] for pane in PANES}
        """The rows of all facts of a pane, in text order."""
        self.visible: dict[Pane, list[Row]] = {pane: [] for pane in PANES}
        """The rows that are shown without a filter: without those that are hidden by default."""
        self.hidden: set[str] = set()
        """The ids of the facts in ``panes`` that are not in ``visible``."""
        self.folds: dict[str, str] = {}
        """The facts that share one row with others of their sort, by id, with the name of the fold."""
        self.ordered: dict[tuple[str, Pane], Sequence[Row]] = {}
        """The rows of a pane in another order, by the name of the order; filled on demand."""
        self._touching: dict[int, list[Fact]] = {}
        self._occurrences: dict[int, list[Occurrence]] = {}
        self._haystacks: dict[Pane, TextIndex] = {}
        for _ in self._build():
            pass

    @classmethod
    def building(cls, article: Article, facts: Facts) -> Generator[None, None, FactIndex]:
        """The index, built by a generator that yields after every few facts and returns it."""
        index = cls(article, Facts())
        index.facts = facts
        yield from index._build()
        return index

    def _build(self) -> Iterator[None]:
        ground = _Regions(self.article)
        for pane, group in by_kind(self.facts).items():
            in_order = True
            for first in range(0, len(group), SLICE):
                in_order &= self._append(pane, group[first : first + SLICE], ground)
                yield
            if not in_order:  # after facts were added or edited by the reviewer
                self.panes[pane].sort(key=self._place_of)
                self.visible[pane].sort(key=self._place_of)

    def _place_of(self, row: Row) -> tuple[int, int, str]:
        fact = self.by_id[row.fact]
        first = occurrences(fact)[0]
        return first.start, first.end, row.fact

    def _append(self, pane: Pane, facts: Sequence[Fact], ground: _Regions) -> bool:
        """Append *facts*; returns whether all facts are still in text order."""
        every, visible, in_order = self.panes[pane], self.visible[pane], True
        before = self._place_of(every[-1]) if every else (-1, -1, "")
        for fact in facts:
            if isinstance(fact, Entity):
                fact = _in_text_order(fact)
            places = occurrences(fact)
            if not places or fact.id in self.by_id:
                continue
            self.by_id[fact.id] = fact
            row, place = Row(fact.id), (places[0].start, places[0].end, fact.id)
            in_order, before = in_order and before <= place, place
            every.append(row)
            if isinstance(fact, Number) and (fold := _fold_of(fact, bisect_right(ground.headlines, place[0]) % 2)):
                self.folds[fact.id] = fold
            if is_aside(fact) or bisect_right(ground.boilerplate, place[0]) % 2:
                self.hidden.add(fact.id)
            else:
                visible.append(row)
            for each in places:
                for sentence in ground.sentences(each.start, each.end):
                    here = self._touching.setdefault(sentence, [])
                    if not here or here[-1] is not fact:
                        here.append(fact)
        return in_order

    def is_visible(self, fact: str) -> bool:
        """Whether the fact is shown without a filter."""
        return fact in self.by_id and fact not in self.hidden

    @property
    def visible_count(self) -> int:
        """The number of facts that are shown without a filter."""
        return len(self.by_id) - len(self.hidden)

    def facts_in(self, sentence: int) -> Sequence[Fact]:
        """The facts that overlap the sentence with index *sentence*, unordered."""
        return self._touching.get(sentence, ())

    def in_sentence(self, sentence: int) -> Sequence[Occurrence]:
        """The occurrences in the sentence with index *sentence*, in text order."""
        found = self._occurrences.get(sentence)
        if found is None:
            if len(self._occurrences) > 64:
                self._occurrences.clear()
            found = self._occurrences[sentence] = sorted(self._occurrences_in(sentence))
        return found

    def _occurrences_in(self, sentence: int) -> Iterator[Occurrence]:
        for fact in self.facts_in(sentence):
            if isinstance(fact, Entity):
                place = self.article.sentences[sentence]
                at = bisect_right(fact.mentions, place.start, key=_END)
                while at < len(fact.mentions) and fact.mentions[at].start < place.end:
                    yield self._mention_occurrence(fact, at)
                    at += 1
            else:
                yield self.first(fact.id)

    def _mention_occurrence(self, entity: Entity, part: int) -> Occurrence:
        mention = entity.mentions[part]
        return Occurrence(mention.start, mention.end, _RANKS["entities"], entity.id, part)

    def first(self, fact_id: str) -> Occurrence:
        """The first occurrence of a fact in the text."""
        fact = self.by_id[fact_id]
        place = occurrences(fact)[0]
        return Occurrence(place.start, place.end, _RANKS[pane_of(fact)], fact.id, 0)

    def occurrence(self, row: Row) -> Occurrence | None:
        """The place of *row* in the text: its mention, or the fact's first occurrence; None if the fact is missing."""
        fact = self.by_id.get(row.fact)
        if fact is None:
            return None
        if row.part > 0 and isinstance(fact, Entity) and row.part < len(fact.mentions):
            return self._mention_occurrence(fact, row.part)
        return self.first(row.fact)

    def sentence_of(self, occurrence: Occurrence) -> int:
        """Index of the sentence that *occurrence* begins in; 0 for an article without sentences."""
        return self.article.sentence_index(occurrence.start) or 0

    def paragraph_of(self, occurrence: Occurrence) -> int:
        """Index of the paragraph that *occurrence* begins in."""
        return self.article.paragraph_index(occurrence.start) or 0

    def name_of(self, entity: str | None) -> str | None:
        """The canonical name of an entity; None if there is no such entity."""
        found = self.by_id.get(entity) if entity else None
        return found.name if isinstance(found, Entity) else None

    def words(self, pane: Pane) -> TextIndex:
        """The searchable words of the facts of *pane*, in the order of its rows."""
        if pane not in self._haystacks:
            at_once(self._gather(pane))
        return self._haystacks[pane]

    def gathering_words(self) -> Generator[None, None, None]:
        """Compute the result of ``words`` for all panes: a generator that yields after every few facts."""
        for pane in PANES:
            yield from self._gather(pane)

    def _gather(self, pane: Pane) -> Generator[None, None, None]:
        from newsview.app.state.text_index import TextIndex  # for searching only

        texts: list[str] = []
        for row in self.panes[pane]:
            texts.append(words_of(self.name_of, self.by_id[row.fact]))
            if len(texts) % SLICE == 0:
                yield
        self._haystacks[pane] = TextIndex(texts)


def _in_text_order(entity: Entity) -> Entity:
    starts = [mention.start for mention in entity.mentions]
    if len(starts) < 2 or sorted(starts) == starts:
        return entity
    return replace(entity, mentions=sorted(entity.mentions, key=lambda mention: (mention.start, mention.end)))


class _Regions:
    """Lookup of sentences and boilerplate by offset."""

    def __init__(self, article: Article) -> None:
        self._starts = [each.start for each in article.sentences]
        self._ends = [each.end for each in article.sentences]
        self.boilerplate = _borders(article, "boilerplate")
        """Alternating start and end offsets: an offset inside boilerplate has an odd number of them before it."""
        self.headlines = _borders(article, "headline")
        """The same of headlines."""

    def sentences(self, start: int, end: int) -> Sequence[int]:
        """The indexes of the sentences that overlap ``start:end``."""
        starts, ends = self._starts, self._ends
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= ends[at]:
            return (at,)
        if at < 0 or ends[at] <= start:
            at += 1
        last = at
        while last < len(starts) and starts[last] < end:
            last += 1
        return range(at, last)


def _borders(article: Article, role: str) -> list[int]:
    """The offsets at which paragraphs of *role* begin and end, alternating; without the end of the article."""
    borders: list[int] = []
    for index, paragraph in enumerate(article.paragraphs):
        if (paragraph.role == role) != len(borders) % 2:
            borders.append(paragraph.start if index else 0)
    return borders


SMALL: Final = 10
"""A count up to this that is written as a word may be a small one."""
FOLDS: Final = ("small counts", "ordinals", "labels")
"""The names of the folds, in their order below the other rows."""


def _fold_of(number: Number, in_headline: int) -> str:
    """The fold of a number that weighs little: "one official", "third", "Boeing 737"; not "three dead", "at least two".

    A count is small if it is a word, exact, and measures nothing that the article names. Facts of the reviewer and of
    headlines are never folded. Empty for all others.
    """
    if number.origin == "reviewer" or in_headline:
        return ""
    if number.kind in ("ordinal", "label"):
        return f"{number.kind}s"
    counts = number.kind == "cardinal" and number.value is not None and number.value <= SMALL
    qualified = number.modifier != "=" or number.trend or number.per or number.range or number.same_as
    if counts and not (qualified or number.subject or number.value_max is not None):
        return "" if any(letter.isdigit() for letter in number.text) else "small counts"
    return ""


def emphasis(fact: Fact, part: int) -> dict[str, list[tuple[int, int]]]:
    """The ranges to emphasise while *fact* is current: ``own``, a quote's ``speaker`` and ``cue``, a number's ``subject``.

    For an entity, ``own`` is the mention number *part*.
    """
    if isinstance(fact, Entity):
        mention = fact.mentions[min(max(part, 0), len(fact.mentions) - 1)]
        return {"own": [(mention.start, mention.end)]}
    shown = {"own": [*stretches(fact)]}
    reference, cue = reference_of(fact), fact.cue if isinstance(fact, Quote) else None
    if reference is not None:
        shown["speaker"] = [(reference.start, reference.end)]
    if cue is not None:
        shown["cue"] = [(cue.start, cue.end)]
    return shown


def kinds_between(
    index: FactIndex, is_rejected: Callable[[str], bool], start: int, end: int
) -> Mapping[str, list[tuple[int, int]]]:
    """The ranges of facts in and around ``start:end``, by the singular name of their kind; without rejected facts (ids)."""
    found: dict[Pane, list[tuple[int, int]]] = {pane: [] for pane in PANES}
    for sentence in index.article.sentences_between(start, end):
        for fact in index.facts_in(sentence):
            if not isinstance(fact, Entity) and not is_rejected(fact.id):
                found[pane_of(fact)] += stretches(fact)
        # only the mentions in the sentence: an entity may have a thousand
        found["entities"] += [
            (each.start, each.end)
            for each in index.in_sentence(sentence)
            if each.rank == _RANKS["entities"] and not is_rejected(each.fact)
        ]
    return {kind.one: found[kind.name] for kind in KINDS}
