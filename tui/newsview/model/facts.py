"""What newsview finds in an article, and what a reviewer said of it. Pure data; the JSON form is in ``codec``.

Field names, order and meaning are those of the saved file, schema version 1. Offsets are code points into
``article.text``, and ``article.text[start:end] == text`` holds for every record that has the three.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, Self

from newsview.model.article import Article, nothing

SCHEMA_VERSION = 1

QuoteKind = Literal["direct", "mixed", "indirect"]
NumberKind = Literal[
    "cardinal",
    "money",
    "percent",
    "percentage_point",
    "measure",
    "duration",
    "age",
    "fraction",
    "ratio",
    "ordinal",
    "score",
    "date",
    "time",
    "label",
]
Modifier = Literal["=", "~", ">", ">=", "<", "<="]
Trend = Literal["up", "down"]
TrendRole = Literal["by", "from", "to"]
Origin = Literal["extracted", "reviewer"]
Status = Literal["accepted", "rejected"]
Verdict = Literal["true", "false", "unclear"]

LEFT_OUT: Final[Mapping[str, Any]] = {"left_out": True}
"""Metadata of a field that the JSON form does not have where its value is None."""

NameOf = Callable[[str | None], str | None]
"""The name of the entity with an id; None where there is no such entity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A stretch of the article, ``text[start:end]``."""

    start: int
    end: int
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the article with its words: a cue, a unit."""

    text: str
    start: int
    end: int
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A noun phrase that may stand for an entity: a speaker, what a number measures. ``entity`` is an entity's id."""

    text: str
    start: int
    end: int
    entity: str | None = None
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an entity is named: the bare name, without article, title or possessive."""

    id: str
    text: str
    start: int
    end: int
    sentence: str
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One real thing with all its mentions, in text order. ``name`` is the fullest form that the article gives."""

    id: str
    name: str
    type: str
    role: str | None
    mentions: Sequence[Mention]
    origin: Origin = "extracted"
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Who said what. ``content`` leaves out the quote marks around a span, and has both marks of a quotation within one.

    ``start`` and ``end`` enclose all of it.
    """

    id: str
    kind: QuoteKind
    text: str
    start: int
    end: int
    content: Sequence[Range]
    speaker: Reference | None
    cue: Span | None
    sentence: str
    sentences: Sequence[str]
    origin: Origin = "extracted"
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One quantity, date or label; a range is one record with both ends in ``value`` and ``value_max``."""

    id: str
    sentence: str
    text: str
    start: int
    end: int
    kind: NumberKind
    value: int | float | None = None
    value_max: int | float | None = None
    vague: bool = False
    unit: str | None = None
    unit_text: Span | None = None
    per: str | None = None
    modifier: Modifier = "="
    cue: Span | None = None
    trend: Trend | None = None
    trend_role: TrendRole | None = None
    subject: Reference | None = None
    same_as: str | None = None
    iso: str | None = None
    granularity: str | None = None
    relative: bool = False
    origin: Origin = "extracted"
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


Fact = Entity | Quote | Number

Part = Fact | Mention
"""Whatever has an id that a decision may be about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything found in one article, each kind in text order."""

    entities: Sequence[Entity] = ()
    quotes: Sequence[Quote] = ()
    numbers: Sequence[Number] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Was:
    """A decision that is out of force, because its fact has changed since: what was said, and of what.

    ``text`` has the words of the fact as it was; ``value`` what else it was about: a number's value or date, the name of
    a quote's speaker, the type of an entity.
    """

    text: str
    value: int | float | str | None = None
    status: Status | None = None
    verdict: Verdict | None = None
    source: str | None = None
    at: str | None = None
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reviewer said of one fact. ``status``: is the extraction right? ``verdict``: is the claim true?

    ``was`` is the earlier decision, where the fact has changed since and nothing has been decided anew.
    """

    status: Status | None = None
    verdict: Verdict | None = None
    source: str | None = None
    note: str | None = None
    edits: Mapping[str, Any] = field(default_factory=nothing)
    at: str | None = None
    was: Was | None = field(default=None, metadata=LEFT_OUT)
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """The program and model that found the facts."""

    name: str
    version: str
    spacy: str | None
    model: str | None
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


NOT_EXTRACTED: Final = Generator(name="newsview", version="", spacy=None, model=None)
"""Stands for the generator while the facts of an article are not extracted yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The whole of a saved file: the article, its facts, and the review of them (by fact id)."""

    schema_version: int
    generator: Generator
    article: Article
    entities: Sequence[Entity]
    quotes: Sequence[Quote]
    numbers: Sequence[Number]
    review: Mapping[str, Decision] = field(default_factory=nothing)
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)

    @classmethod
    def of(
        cls, article: Article, facts: Facts, generator: Generator, review: Mapping[str, Decision] | None = None
    ) -> Self:
        """*article* with the *facts* that *generator* found in it, as this version of newsview saves them."""
        return cls(
            schema_version=SCHEMA_VERSION,
            generator=generator,
            article=article,
            entities=facts.entities,
            quotes=facts.quotes,
            numbers=facts.numbers,
            review=review or {},
        )

    @property
    def facts(self) -> Facts:
        """The facts alone."""
        return Facts(entities=self.entities, quotes=self.quotes, numbers=self.numbers)

    def with_facts(self, facts: Facts) -> Self:
        """The same with these *facts*; its review stays as it is."""
        return replace(self, entities=facts.entities, quotes=facts.quotes, numbers=facts.numbers)


def all_facts(facts: Facts | Analysis) -> tuple[Fact, ...]:
    """Entities, quotes, numbers: each kind in text order, one kind after the other."""
    return (*facts.entities, *facts.quotes, *facts.numbers)


def parts_by_id(facts: Facts | Analysis) -> dict[str, Part]:
    """Every fact and every mention by its id."""
    parts: dict[str, Part] = {fact.id: fact for fact in all_facts(facts)}
    parts.update((mention.id, mention) for entity in facts.entities for mention in entity.mentions)
    return parts


def added_by_reviewer(facts: Facts | Analysis) -> dict[str, Fact]:
    """The facts that a reviewer added, by id."""
    return {fact.id: fact for fact in all_facts(facts) if fact.origin == "reviewer"}


def extracted(facts: Facts | Analysis) -> Facts:
    """The facts but those that a reviewer added."""
    return Facts(
        entities=[fact for fact in facts.entities if fact.origin == "extracted"],
        quotes=[fact for fact in facts.quotes if fact.origin == "extracted"],
        numbers=[fact for fact in facts.numbers if fact.origin == "extracted"],
    )


def start_of(fact: Fact) -> int:
    """The offset at which the fact first stands in the text."""
    return fact.mentions[0].start if isinstance(fact, Entity) else fact.start


def without(analysis: Analysis, ids: Collection[str]) -> Analysis:
    """*analysis* without the facts that have these ids; its review stays as it is."""
    return replace(
        analysis,
        entities=[fact for fact in analysis.entities if fact.id not in ids],
        quotes=[fact for fact in analysis.quotes if fact.id not in ids],
        numbers=[fact for fact in analysis.numbers if fact.id not in ids],
    )


def with_added(analysis: Analysis, facts: Sequence[Fact]) -> Analysis:
    """*analysis* with those of *facts* that it does not have yet, each kind in text order."""
    present = {fact.id for fact in all_facts(analysis)}
    added = [fact for fact in facts if fact.id not in present]
    if not added:
        return analysis
    entities = [*analysis.entities, *(fact for fact in added if isinstance(fact, Entity))]
    quotes = [*analysis.quotes, *(fact for fact in added if isinstance(fact, Quote))]
    numbers = [*analysis.numbers, *(fact for fact in added if isinstance(fact, Number))]
    return replace(
        analysis,
        entities=sorted(entities, key=start_of),
        quotes=sorted(quotes, key=lambda quote: quote.start),
        numbers=sorted(numbers, key=lambda number: number.start),
    )
