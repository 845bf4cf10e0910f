"""Antecedents of pronouns and descriptions: the mentions before a speaker, weighted by place and grammar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from spacy.tokens import Token

from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.doc_layout import Layout
from newsview.extraction.quotes.gender import Gender
from newsview.extraction.syntax import SUBJECT_DEPS

_LOOK_BACK = 14
"""Maximum mentions examined before a pronoun; the bound makes the cost linear."""
_PARAGRAPHS = 3
_SENTENCE = 60
"""Maximum tokens behind a pronoun in which other names of its sentence are looked for."""
_SENTENCES = 4
"""Sentences after which distance counts no more."""
MARGIN = 1.0
"""Minimum distance of the weights of the first and the second antecedent."""
CERTAIN = 3.0
"""Minimum distance for an antecedent that is no guess."""
BODIES = frozenset({"ORG", "GPE", "NORP", "FAC", "WORK_OF_ART", "PRODUCT"})


@dataclass(frozen=True, slots=True)
class Place:
    """A mention: first token, end token, paragraph, sentence and entity."""

    first: int
    last: int
    block: int
    sentence: int
    entity: str


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The entity of a pronoun or description, and whether no other one is near."""

    entity: str
    sure: bool = False


class Antecedents:
    """The mentions of a Doc in text order, and the entities that a word after them may stand for."""

    def __init__(
        self, layout: Layout, owner: Mapping[int, str], types: Mapping[str, str], genders: Mapping[str, Gender]
    ) -> None:
        self.layout = layout
        self.owner = owner
        self.types = types
        self.genders = genders
        self._sentence = list(accumulate(map(int, layout.sentence_start)))
        self.places = self._places()
        self._starts = [place.first for place in self.places]

    def _places(self) -> list[Place]:
        places: list[Place] = []
        for at in sorted(self.owner):
            entity = self.owner[at]
            if places and places[-1].entity == entity and places[-1].last == at:
                places[-1] = Place(places[-1].first, at + 1, places[-1].block, places[-1].sentence, entity)
            else:
                places.append(Place(at, at + 1, self.layout.block_at(at), self._sentence[at], entity))
        return places

    def between(self, first: int, last: int) -> list[Place]:
        """The mentions that begin in the tokens ``first:last``."""
        return self.places[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def before(self, head: Token) -> list[Place]:
        """The last mentions before *head*, nearest first, outside quoted speech and within a few paragraphs."""
        at = bisect_left(self._starts, head.i)
        block = self.layout.block_at(head.i)
        return [
            place
            for place in reversed(self.places[max(0, at - _LOOK_BACK) : at])
            if block - place.block < _PARAGRAPHS and not self.layout.in_speech(place.first)
        ]

    def best(
        self, head: Token, each: Attribution, weight: Callable[[Place, float], float | None], margin: float = MARGIN
    ) -> Antecedent | None:
        """The entity with the greatest weight before *head*, outside the content of *each*; None if two are close.

        *weight* changes the weight of a mention by its place, or leaves it out (None).
        """
        scores: dict[str, float] = {}
        named = self._named_in_content(each) | self._named_behind(head)
        for rank, place in enumerate(self.before(head)):
            if self.is_in_content(place, each) or place.entity in named:
                continue
            score = weight(place, self._salience(place, head, rank))
            if score is not None:
                scores[place.entity] = max(scores.get(place.entity, 0.0), score)
        ranked = sorted(scores, key=lambda entity: scores[entity], reverse=True)
        if not ranked or scores[ranked[0]] <= 0:
            return None
        ahead = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else inf
        return Antecedent(ranked[0], ahead >= CERTAIN) if ahead >= margin else None

    def is_subject(self, place: Place) -> bool:
        """Whether the mention is the subject of its verb."""
        return self.layout.tokens[place.last - 1].dep_ in SUBJECT_DEPS

    def _salience(self, place: Place, head: Token, rank: int) -> float:
        """Weight by distance, and by subject position."""
        token = self.layout.tokens[place.last - 1]
        distance = self.layout.block_at(head.i) - place.block
        score = 4.0 - 1.5 * distance - 0.25 * rank
        score -= 0.5 * min(self._sentence[head.i] - place.sentence, _SENTENCES)
        if self.is_subject(place):
            score += 2.0
        elif token.dep_ in {"poss", "compound"}:
            score -= 0.5
        return score

    def _named_in_content(self, each: Attribution) -> frozenset[str]:
        """The entities that the content names: a speaker is rarely named in their own words."""
        tokens = self.layout.token_at
        return frozenset(
            place.entity for first, last in each.content for place in self.between(tokens(first), tokens(last - 1) + 1)
        )

    def _named_behind(self, pronoun: Token) -> frozenset[str]:
        """The entities named behind *pronoun* in its sentence, who are others: "He called Stone a liar and said A"."""
        tokens, last = self.layout.tokens, pronoun.i + 1
        end = min(len(tokens), last + _SENTENCE) if pronoun.pos_ == "PRON" else last
        while last < end and not self.layout.sentence_start[last] and not self.layout.in_speech(last):
            last += 1
        return frozenset(place.entity for place in self.between(pronoun.i + 1, last))

    def is_in_content(self, place: Place, each: Attribution) -> bool:
        """Whether the mention is inside the content of *each*."""
        start = self.layout.starts[place.first]
        return any(first <= start < last for first, last in each.content)
