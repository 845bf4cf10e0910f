"""Records of the facts of an article (entities, quotes, numbers) and of the whole analysis.

Field names, order and meaning are those of the saved file, schema version 1; ``codec`` converts them to JSON.
Offsets are code points into ``article.text``; ``article.text[start:end] == text`` for every record with these fields.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, Literal, Self, TypeVar

from newsview.model import json_text
from newsview.model.article import Article, Extensible, nothing
from newsview.model.codec import decode, encode
from newsview.model.decision import Decision as Decision
from newsview.model.decision import Status as Status
from newsview.model.decision import Verdict as Verdict
from newsview.model.decision import Was as Was
from newsview.model.kinds import BY_NAME, KIND_NAMES, KindName, PerKind
from newsview.model.spans import Link as Link
from newsview.model.spans import Range as Range
from newsview.model.spans import Reference as Reference
from newsview.model.spans import Span as Span
from newsview.model.spans import Speaker as Speaker

if TYPE_CHECKING:
    from newsview.model.finding import Finding  # not needed for the first screen

SCHEMA_VERSION = 1

QuoteKind = Literal["direct", "mixed", "indirect"]
Act = Literal["speech", "belief", "plan"]
Stance = Literal["states", "denies", "doubts", "asks", "withholds"]
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
Modifier = Literal["=", "~", ">", ">=", "<", "<=", "±"]
Trend = Literal["up", "down"]
TrendRole = Literal["by", "from", "to"]
Origin = Literal["extracted", "reviewer"]

NameOf = Callable[[str | None], str | None]
"""From an entity's id to its name; None if there is no such entity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Extensible):
    """One place where an entity is named: the bare name, without article, title or possessive."""

    id: str
    text: str
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Extensible):
    """One entity with all its mentions, in text order. ``name`` is the fullest form in the article.

    ``aside``, here and on the other facts: the fact is hidden by default.
    """

    id: str
    name: str
    type: str
    role: str | None
    mentions: Sequence[Mention]
    origin: Origin = "extracted"
    aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Extensible):
    """One quotation with its speaker and cue.

    ``content`` excludes the quote marks around a span and includes those of a quotation inside it. ``start`` and
    ``end`` enclose all content spans.
    """

    id: str
    kind: QuoteKind
    text: str
    start: int
    end: int
    content: Sequence[Range]
    speaker: Speaker | None
    cue: Span | None
    sentence: str
    sentences: Sequence[str]
    origin: Origin = "extracted"
    aside: bool = False
    act: Act = "speech"
    stance: Stance = "states"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Extensible):
    """One quantity, date or label; a range is one record with both ends in ``value`` and ``value_max``.

    ``range`` connects the two numbers of a change "from X to Y": on both, the id of the first in the text.
    """

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
    aside: bool = False
    range: str | None = None


Fact = Entity | Quote | Number

Occurrence = Mention | Quote | Number
"""A record with one place in the text, its words and its sentence."""

Part = Fact | Mention
"""A record that a decision may refer to by id."""

RECORDS: Final[PerKind[type[Fact]]] = {"entities": Entity, "quotes": Quote, "numbers": Number}
"""The record type of each kind of fact."""

RECORD_NAMED: Final[Mapping[str, type[Fact]]] = {name: RECORDS[name] for name in KIND_NAMES}
"""The same by plain strings, for names read from files."""

REFERENCES: Final[PerKind[str | None]] = {"entities": None, "quotes": "speaker", "numbers": "subject"}
"""The name of each kind's field that refers to an entity (``Speaker``, ``Reference``), None if it has none."""

_KIND_OF: Final[Mapping[type, KindName]] = {RECORDS[name]: name for name in KIND_NAMES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All facts of one article, each kind in text order. ``by_kind`` and ``changed`` iterate over the kinds."""

    entities: Sequence[Entity] = ()
    quotes: Sequence[Quote] = ()
    numbers: Sequence[Number] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator(Extensible):
    """The program and model that extracted the facts."""

    name: str
    version: str
    spacy: str | None
    model: str | None


NOT_EXTRACTED: Final = Generator(name="newsview", version="", spacy=None, model=None)
"""Placeholder for the generator before the facts are extracted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis(Extensible):
    """The content of a saved file: the article, its facts, and their review (by fact id)."""

    schema_version: int
    generator: Generator
    article: Article
    entities: Sequence[Entity]
    quotes: Sequence[Quote]
    numbers: Sequence[Number]
    review: Mapping[str, Decision] = field(default_factory=nothing)

    @classmethod
    def of(
        cls, article: Article, facts: Facts, generator: Generator, review: Mapping[str, Decision] | None = None
    ) -> Self:
        """The analysis of *article* with *facts* found by *generator*, in this version's schema.

        Its sequences are tuples, as those of a loaded analysis are, so that the two are equal.
        """
        found: dict[str, Any] = {name: tuple(each) for name, each in _fields(facts).items()}
        return cls(schema_version=SCHEMA_VERSION, generator=generator, article=article, review=review or {}, **found)

    @property
    def facts(self) -> Facts:
        """The facts alone."""
        return Facts(**_fields(self))

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        """The analysis in plain JSON values, as ``to_dict`` returns them or a saved file has them.

        Raises ``codec.FormatError``, a ``ValueError``, that names the first place which does not match the schema.
        """
        return decode(cls, plain)

    def to_dict(self) -> dict[str, Any]:
        """The analysis as plain JSON values: dictionaries, lists, strings, numbers; unknown keys included."""
        return encode(self)

    def to_json(self) -> str:
        """The analysis as JSON on one line, without a line break."""
        return json_text.line(encode(self)).decode().rstrip("\n")

    @property
    def entities_by_id(self) -> dict[str, Entity]:
        """The entities by id, as quotes' speakers and numbers' subjects refer to them."""
        return {entity.id: entity for entity in self.entities}

    @property
    def findings(self) -> Sequence[Finding]:
        """What does not fit in the article, or deserves a look, in text order: computed anew at each access.

        Findings that were rejected in the review are left out. Available once ``newsview.api`` is imported, as it is
        by ``newsview.extract``.
        """
        from newsview.model import display  # the reader and the command line need no registered checks

        return display.findings(self)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(found)} {name}" for name, found in by_kind(self).items())
        return f"<Analysis of {self.article.title or self.article.path or 'a text'!r}: {counts}>"

    def _repr_html_(self) -> str | None:
        """The page that a notebook shows: the article with its facts."""
        from newsview.model import display  # only notebooks need it

        return display.framed(self)

    def with_facts(self, facts: Facts) -> Self:
        """The analysis with *facts* in place of its own; the review is unchanged."""
        return replace(self, **_fields(facts))


F = TypeVar("F", bound=Fact)
H = TypeVar("H", Facts, Analysis)


def _fields(facts: Facts | Analysis) -> dict[str, Any]:
    return {name: records for name, records in by_kind(facts).items()}


def content_texts(quote: Quote) -> list[str]:
    """The texts of the content spans of *quote*, in their order."""
    return [quote.text[part.start - quote.start : part.end - quote.start] for part in quote.content]


def kind_name(fact: Fact) -> KindName:
    """The name of the kind of *fact*."""
    return _KIND_OF[type(fact)]


def fact_text(fact: Fact) -> str:
    """The text by which *fact* is listed: the name of an entity, the text of another fact."""
    text: str = getattr(fact, BY_NAME[kind_name(fact)].text)
    return text


def subtype(fact: Fact) -> str:
    """The finer kind of *fact*: the type of an entity, the kind of a quote or number."""
    found: str = getattr(fact, BY_NAME[kind_name(fact)].subtype)
    return found


def by_kind(facts: Facts | Analysis) -> dict[KindName, Sequence[Fact]]:
    """The facts by the name of their kind, in the order of ``KINDS``."""
    return {name: getattr(facts, name) for name in KIND_NAMES}


def of_kinds(found: Mapping[str, Sequence[Any]]) -> Facts:
    """Facts from lists by kind name; a kind missing in *found* is empty."""
    return Facts(**found)


def changed(facts: H, change: Callable[[KindName, Sequence[Any]], Sequence[Any]]) -> H:
    """*facts* with the facts of each kind replaced by the result of *change*."""
    made: dict[str, Any] = {name: change(name, records) for name, records in by_kind(facts).items()}
    return replace(facts, **made)


def all_facts(facts: Facts | Analysis) -> tuple[Fact, ...]:
    """All facts, kind after kind, each in text order."""
    return tuple(chain.from_iterable(by_kind(facts).values()))


def occurrences(fact: Fact) -> Sequence[Occurrence]:
    """The places of *fact* in the text: the mentions of an entity, else the fact itself."""
    return fact.mentions if isinstance(fact, Entity) else (fact,)


def start_of(fact: Fact) -> int:
    """The offset of the first occurrence of *fact*."""
    return occurrences(fact)[0].start


def stretches(fact: Fact) -> Sequence[tuple[int, int]]:
    """(start, end) of all parts of *fact*: an entity's mentions, a quote's content spans, a number's span."""
    if isinstance(fact, Quote) and fact.content:
        return [(each.start, each.end) for each in fact.content]
    return [(each.start, each.end) for each in occurrences(fact)]


def is_label(fact: Fact) -> bool:
    """Whether *fact* is a number used as a name: the 4 of "Channel 4"."""
    return isinstance(fact, Number) and fact.kind == "label"


def is_aside(fact: Fact) -> bool:
    """Whether *fact* is hidden by default. Older files do not mark labels."""
    return fact.aside or is_label(fact)


def reference_of(fact: Fact) -> Speaker | Reference | None:
    """The reference of *fact* to an entity: the speaker of a quote, the subject of a number."""
    field_name = REFERENCES[kind_name(fact)]
    found: Speaker | Reference | None = getattr(fact, field_name) if field_name is not None else None
    return found


def with_reference(fact: F, reference: Speaker | Reference | None) -> F:
    """*fact* with *reference* in place of its own; unchanged if its kind has no reference."""
    field_name = REFERENCES[kind_name(fact)]
    if field_name is None or getattr(fact, field_name) == reference:
        return fact
    fields: dict[str, Any] = {field_name: reference}
    return replace(fact, **fields)


def parts_by_id(facts: Facts | Analysis) -> dict[str, Part]:
    """Every fact and every mention by its id."""
    parts: dict[str, Part] = {fact.id: fact for fact in all_facts(facts)}
    parts.update((mention.id, mention) for entity in facts.entities for mention in entity.mentions)
    return parts


def added_by_reviewer(facts: Facts | Analysis) -> dict[str, Fact]:
    """The facts added by a reviewer, by id."""
    return {fact.id: fact for fact in all_facts(facts) if fact.origin == "reviewer"}


def extracted(facts: Facts | Analysis) -> Facts:
    """*facts* without those added by a reviewer."""
    return of_kinds(
        {name: [fact for fact in records if fact.origin == "extracted"] for name, records in by_kind(facts).items()}
    )


def without(facts: H, ids: Collection[str]) -> H:
    """*facts* without those with the given *ids*; the review of an analysis is unchanged."""
    return changed(facts, lambda _, records: [fact for fact in records if fact.id not in ids])


def with_added(facts: H, added: Collection[Fact]) -> H:
    """*facts* with those of *added* whose ids are new, each kind in text order."""
    present = {fact.id for fact in all_facts(facts)}
    new: list[Fact] = [fact for fact in added if fact.id not in present]
    if not new:
        return facts

    def with_new(name: KindName, records: Sequence[Fact]) -> list[Fact]:
        """The facts of one kind with its new ones, in text order."""
        return sorted([*records, *(fact for fact in new if kind_name(fact) == name)], key=start_of)

    return changed(facts, with_new)
