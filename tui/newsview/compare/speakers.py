"""Speakers: who is quoted in articles, how often, with how many words, stating, denying, refusing to speak.

Within an article a speaker is an entity, or the words that name it ("the report"). Across articles the same person is
only who has the same full name and the same role: two people of one name are never added up. Nothing is guessed about
a person, neither gender nor anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from newsview.compare.refusals import PRONOUNS, Refusal, key_of_name, refusals
from newsview.model.article import Article
from newsview.model.facts import Entity, Facts, Quote, content_texts

STANCES: Final[Mapping[str, str]] = {
    "states": "states",
    "denies": "denies",
    "doubts": "doubts",
    "asks": "asks",
    "withholds": "refused",
}
"""From the stance of a quote to what is counted."""


class First(NamedTuple):
    """Where a speaker first speaks: the article's id or path, and the offset in code points."""

    article: Any
    start: int


@dataclass(slots=True)
class Speaker:
    """A speaker with counts: of quotes by kind and by stance, of their words, and of refusals to speak.

    ``guessed`` counts the quotes whose words name the speaker by a pronoun or description that may be somebody else's.
    """

    name: str
    roles: list[str]
    first: First
    articles: int = 1
    direct: int = 0
    mixed: int = 0
    indirect: int = 0
    words: int = 0
    states: int = 0
    denies: int = 0
    doubts: int = 0
    asks: int = 0
    refused: int = 0
    guessed: int = 0

    def add(self, other: Speaker) -> None:
        """Add the counts of *other*, the same person in a later article."""
        for name in _COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))


_COUNTS: Final = (
    "articles",
    "direct",
    "mixed",
    "indirect",
    "words",
    "states",
    "denies",
    "doubts",
    "asks",
    "refused",
    "guessed",
)
COLUMNS: Final = ("name", "roles", *_COUNTS[:-1], "share", "first", "guessed")
"""The keys of a speaker in JSON, in their order; ``share`` is that of the words of all speakers."""


class Speech(NamedTuple):
    """All that one speaker says or refuses to say in an article; ``entity`` is None for one who is only described."""

    name: str
    entity: Entity | None
    quotes: list[Quote]
    refusals: list[Refusal]

    @property
    def start(self) -> int:
        """The offset of the first of them."""
        return min([quote.start for quote in self.quotes] + [refusal.start for refusal in self.refusals])


def speeches(article: Article, facts: Facts) -> list[Speech]:
    """What each speaker of *article* says, in the order in which they first speak; ``facts`` are those to count.

    Quotes without a speaker, or whose speaker is only a pronoun, are left out.
    """
    owners = {entity.id: entity for entity in facts.entities}
    named = {key_of_name(entity.name): entity for entity in reversed(facts.entities)}
    found: dict[str, Speech] = {}

    def of(name: str, id_: str | None) -> Speech | None:
        """The speech of that speaker, begun with the first of it; None for a pronoun."""
        owner = owners.get(id_ or "") or named.get(key_of_name(name))
        if owner is None and key_of_name(name) in PRONOUNS:
            return None
        key = f"id {owner.id}" if owner is not None else key_of_name(name)
        return found.setdefault(key, Speech(owner.name if owner else " ".join(name.split()), owner, [], []))

    for quote in facts.quotes:
        speech = of(quote.speaker.name or quote.speaker.text, quote.speaker.entity) if quote.speaker else None
        if speech is not None:
            speech.quotes.append(quote)
    for refusal in refusals(article, facts):
        speech = of(refusal.name, refusal.entity)
        if speech is not None:
            speech.refusals.append(refusal)
    return sorted(found.values(), key=lambda speech: speech.start)


def is_guess(quote: Quote) -> bool:
    """Whether the entity of the speaker of *quote* is a guess."""
    return quote.speaker is not None and quote.speaker.entity is not None and not quote.speaker.sure


def word_count(quote: Quote) -> int:
    """The words of the content of *quote*; signs that stand alone are none."""
    return sum(any(map(str.isalnum, word)) for text in content_texts(quote) for word in text.split())


def summed(speech: Speech, name: Any) -> Speaker:
    """The counts of *speech* in the article called *name*."""
    role = speech.entity.role if speech.entity is not None else None
    counts = Speaker(speech.name, [role] if role else [], First(name, speech.start), refused=len(speech.refusals))
    for quote in speech.quotes:
        counts.words += word_count(quote)
        counts.guessed += is_guess(quote)
        for counted in (quote.kind, STANCES[quote.stance]):
            setattr(counts, counted, getattr(counts, counted) + 1)
    return counts


@dataclass
class Sheet:
    """The speakers of several articles, added one article after the other."""

    unnamed: int = 0
    """Quotes whose speaker has no name: they are counted nowhere else."""
    articles: int = 0
    _same: dict[tuple[str, str], Speaker] = field(default_factory=dict)
    _all: list[Speaker] = field(default_factory=list)

    def add(self, name: Any, article: Article, facts: Facts) -> None:
        """Add what is said in *article*, called *name* in the output: its id in an archive or its path."""
        self.articles += 1
        found = speeches(article, facts)
        self.unnamed += len(facts.quotes) - sum(len(speech.quotes) for speech in found)
        for speech in found:
            counts, key = summed(speech, name), _person(speech)
            before = self._same.get(key) if key is not None else None
            if before is not None:
                before.add(counts)
                continue
            self._all.append(counts)
            if key is not None:
                self._same[key] = counts

    def rows(self) -> list[Speaker]:
        """The speakers, those with the most words first."""
        return sorted(self._all, key=lambda each: -each.words)

    def plain(self) -> Iterator[dict[str, Any]]:
        """The speakers as JSON values, those with the most words first."""
        total = sum(each.words for each in self._all)
        for each in self.rows():
            share = {"share": round(each.words / total, 4) if total else 0.0, "first": each.first._asdict()}
            yield {column: share[column] if column in share else getattr(each, column) for column in COLUMNS}


def _person(speech: Speech) -> tuple[str, str] | None:
    """The full name and the role by which a person is the same in other articles; None for who lacks one of them."""
    owner = speech.entity
    if owner is None or owner.type != "PERSON" or not owner.role or len(owner.name.split()) < 2:
        return None
    return owner.name.casefold(), " ".join(owner.role.split()).casefold()
