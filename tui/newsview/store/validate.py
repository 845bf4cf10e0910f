"""Validation of a decoded analysis: offsets, words, ids, references. ``codec`` has checked the types.

A fact whose words are not at its offsets is refused (``FormatError``), because either may be wrong; a reference to a
missing record is dropped or restored, and reported in a line.
"""

from __future__ import annotations

from collections.abc import Generator, Hashable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Protocol, cast, get_args, get_type_hints

from newsview.model.article import Article, Paragraph, Sentence
from newsview.model.codec import FormatError
from newsview.model.facts import (
    Analysis,
    Entity,
    Fact,
    Facts,
    Number,
    Occurrence,
    Quote,
    Reference,
    Speaker,
    by_kind,
    changed,
    reference_of,
    with_reference,
)
from newsview.workers.cooperative import at_once


class _Placed(Protocol):
    """A record with a span of the text."""

    @property
    def start(self) -> int:
        """The offset of its first character, in code points."""
        ...

    @property
    def end(self) -> int:
        """The offset after its last character, in code points."""
        ...


class _Named(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """The id by which decisions and other facts refer to it."""
        ...


def checked(analysis: Analysis) -> tuple[Analysis, tuple[str, ...]]:
    """*analysis*, repaired, and a line for each kind of repair. Raises ``FormatError`` if it is invalid."""
    article = analysis.article
    check_article(article)
    facts = analysis.facts
    check_facts(article, facts)
    repair = _Repair(article, facts)
    mended = repair.facts()
    if not repair.notes:
        return analysis, ()
    return analysis.with_facts(mended), tuple(repair.notes)


def check_article(article: Article) -> None:
    """Check that paragraphs and sentences are in the text, ordered and disjoint, each sentence in its paragraph."""
    _check_order(article.text, "article.paragraphs", article.paragraphs)
    _check_order(article.text, "article.sentences", article.sentences)
    _check_unique("article.paragraphs", article.paragraphs)
    _check_unique("article.sentences", article.sentences)
    paragraphs = {paragraph.id: paragraph for paragraph in article.paragraphs}
    for index, sentence in enumerate(article.sentences):
        paragraph = paragraphs.get(sentence.paragraph)
        if paragraph is None or not paragraph.start <= sentence.start <= sentence.end <= paragraph.end:
            raise FormatError(f"article.sentences[{index}]: it is not inside its paragraph")


def check_facts(article: Article, facts: Facts) -> None:
    """Check that every span of every fact is in the text and has its words, and that ids are unique."""
    at_once(checking(article, facts))


def checking(article: Article, facts: Facts) -> Generator[None, None, None]:
    """``check_facts`` as a generator that yields after every few facts."""
    seen: set[str] = set()
    mentions: set[str] = set()
    for number, (where, fact) in enumerate(_facts(facts)):
        for name, span in _places(fact):
            _check_span(article.text, where, name, span)
        _check_new_id(seen, "the facts", fact)
        for mention in fact.mentions if isinstance(fact, Entity) else ():
            _check_new_id(mentions, "the mentions", mention)
        if number % 64 == 63:
            yield


def _check_order(text: str, where: str, parts: Iterable[Paragraph | Sentence]) -> None:
    end = 0
    for index, part in enumerate(parts):
        if not end <= part.start <= part.end <= len(text):
            raise FormatError(f"{where}[{index}]: {part.start}–{part.end} is out of order or outside the text")
        end = part.end


def _check_unique(where: str, parts: Iterable[_Named]) -> None:
    seen: set[str] = set()
    for part in parts:
        _check_new_id(seen, where, part)


def _check_new_id(seen: set[str], where: str, part: _Named) -> None:
    if part.id in seen:
        raise FormatError(f"{where}: the id {part.id[:40]!r} occurs twice")
    seen.add(part.id)


def _facts(facts: Facts) -> Iterator[tuple[tuple[str, int], Fact]]:
    """Every fact, with its position in the file."""
    for name, records in by_kind(facts).items():
        for index, fact in enumerate(records):
            if isinstance(fact, Entity) and not fact.mentions:
                raise FormatError(f"{name}[{index}]: it has no mention")
            yield (name, index), fact


def _places(fact: Fact) -> Iterator[tuple[str, _Placed]]:
    """The spans of *fact*: its own, unless it is an entity, and those in its fields."""
    if not isinstance(fact, Entity):
        yield "", fact
    for name in _fields_with_places(cast(Hashable, type(fact))):
        value = getattr(fact, name)
        if isinstance(value, Sequence):
            yield from ((f".{name}[{at}]", each) for at, each in enumerate(value))
        elif value is not None:
            yield f".{name}", value


@cache
def _fields_with_places(record: Hashable) -> tuple[str, ...]:
    """The fields of *record* whose type includes records with a span: ``cue: Span | None``."""
    hints = get_type_hints(record)
    return tuple(each.name for each in fields(cast(Any, record)) if _holds_places(hints[each.name]))


def _holds_places(hint: Any) -> bool:
    if is_dataclass(hint):
        return {"start", "end"} <= {each.name for each in fields(hint)}
    return any(_holds_places(each) for each in get_args(hint))


def _check_span(text: str, where: tuple[str, int], name: str, span: _Placed) -> None:
    words = getattr(span, "text", None)
    if 0 <= span.start <= span.end <= len(text) and words in (None, text[span.start : span.end]):
        return
    kind, index = where
    place = f"{kind}[{index}]{name}: "
    if not 0 <= span.start <= span.end <= len(text):
        raise FormatError(f"{place}{span.start}–{span.end} is outside the text ({len(text)} characters)")
    raise FormatError(f"{place}its words are not those of the text at {span.start}–{span.end}")


class _Repair:
    """Repair of references, with a count for each kind of repair."""

    def __init__(self, article: Article, facts: Facts) -> None:
        self._article = article
        self._facts = facts
        self._sentences = {sentence.id for sentence in article.sentences}
        self._entities = {entity.id for entity in facts.entities}
        self._numbers = {number.id for number in facts.numbers}
        self._counts: dict[str, int] = {}

    @property
    def notes(self) -> list[str]:
        """One line for each kind of repair."""
        return [f"{count} {what}" for what, count in self._counts.items()]

    def facts(self) -> Facts:
        """The facts, repaired."""
        return changed(self._facts, lambda _, records: tuple(map(self._fact, records)))

    def _fact(self, fact: Fact) -> Fact:
        if isinstance(fact, Entity):
            return self._entity(fact)
        sentence = self._sentence(fact)
        placed: Fact = fact
        if isinstance(fact, Quote):
            placed = self._quote(fact, sentence)
        elif sentence != fact.sentence:
            placed = replace(fact, sentence=sentence)
        whole = with_reference(placed, self._reference(reference_of(fact)))
        return self._number(whole) if isinstance(whole, Number) else whole

    def _count(self, what: str) -> None:
        self._counts[what] = self._counts.get(what, 0) + 1

    def _sentence(self, fact: Occurrence) -> str:
        if fact.sentence in self._sentences:
            return fact.sentence
        self._count("references to a missing sentence: restored from the place of the fact")
        inside = self._article.sentences_between(fact.start, fact.end)
        index = inside[0] if inside else self._article.sentence_index(fact.start)
        if index is None:
            raise FormatError(f"the fact at {fact.start}–{fact.end} is in no sentence")
        return self._article.sentences[index].id

    def _reference(self, reference: Speaker | Reference | None) -> Speaker | Reference | None:
        if reference is None or reference.entity is None or reference.entity in self._entities:
            return reference
        self._count("references to a missing entity: dropped")
        if isinstance(reference, Speaker):
            return replace(reference, entity=None, link=None, sure=False)
        return replace(reference, entity=None)

    def _entity(self, entity: Entity) -> Entity:
        if all(mention.sentence in self._sentences for mention in entity.mentions):
            return entity
        return replace(
            entity, mentions=tuple(replace(mention, sentence=self._sentence(mention)) for mention in entity.mentions)
        )

    def _quote(self, quote: Quote, sentence: str) -> Quote:
        sentences = quote.sentences
        if not sentences or any(each not in self._sentences for each in sentences):
            inside = self._article.sentences_between(quote.start, quote.end)
            sentences = tuple(self._article.sentences[index].id for index in inside) or (sentence,)
            if sentence == quote.sentence:
                self._count("references to a missing sentence: restored from the place of the fact")
        if (sentence, sentences) == (quote.sentence, quote.sentences):
            return quote
        return replace(quote, sentence=sentence, sentences=sentences)

    def _number(self, number: Number) -> Number:
        if number.same_as is None or number.same_as in self._numbers:
            return number
        self._count("references to a missing number: dropped")
        return replace(number, same_as=None)
