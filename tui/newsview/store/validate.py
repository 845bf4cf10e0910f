"""Whether a decoded analysis holds together: offsets, words, ids, references. Neither files nor JSON.

``codec`` has seen to the types. What is wrong about a fact's place is refused (``FormatError``), because nobody can
tell which half is right; a reference to something that is not there is dropped or made again, and said.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from newsview.model.article import Article, Paragraph, Sentence
from newsview.model.codec import FormatError
from newsview.model.facts import Analysis, Entity, Facts, Mention, Number, Quote, Reference
from newsview.workers.cooperative import at_once


class _Placed(Protocol):
    """A stretch of the text."""

    @property
    def start(self) -> int:
        """The offset of its first character, in code points."""
        ...

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        ...


class _Named(Protocol):
    """A fact, or a part of one that has an id."""

    @property
    def id(self) -> str:
        """What decisions and other facts know it by."""
        ...


def checked(analysis: Analysis) -> tuple[Analysis, tuple[str, ...]]:
    """*analysis* as it can be used, and a line for each kind of repair. Raises ``FormatError`` if it cannot."""
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
    """Paragraphs and sentences lie in the text, in order, apart; each sentence in its paragraph."""
    _in_order(article.text, "article.paragraphs", article.paragraphs)
    _in_order(article.text, "article.sentences", article.sentences)
    _unique("article.paragraphs", article.paragraphs)
    _unique("article.sentences", article.sentences)
    paragraphs = {paragraph.id: paragraph for paragraph in article.paragraphs}
    for index, sentence in enumerate(article.sentences):
        paragraph = paragraphs.get(sentence.paragraph)
        if paragraph is None or not paragraph.start <= sentence.start <= sentence.end <= paragraph.end:
            raise FormatError(f"article.sentences[{index}]: it does not lie in its paragraph")


def check_facts(article: Article, facts: Facts) -> None:
    """Every span of every fact lies in the text and has its words; ids are unique."""
    at_once(checking(article, facts))


def checking(article: Article, facts: Facts) -> Generator[None, None, None]:
    """As ``check_facts``: a generator that stops after every few facts."""
    seen: set[str] = set()
    mentions: set[str] = set()
    for number, (where, spans, fact) in enumerate(_facts(facts)):
        for name, span in spans:
            _check_span(article.text, f"{where}{name}", span)
        _new(seen, "the facts", fact)
        for mention in fact.mentions if isinstance(fact, Entity) else ():
            _new(mentions, "the mentions", mention)
        if number % 64 == 63:
            yield


def _in_order(text: str, where: str, parts: Iterable[Paragraph | Sentence]) -> None:
    end = 0
    for index, part in enumerate(parts):
        if not end <= part.start <= part.end <= len(text):
            raise FormatError(f"{where}[{index}]: {part.start}–{part.end} is out of order or outside the text")
        end = part.end


def _unique(where: str, parts: Iterable[_Named]) -> None:
    seen: set[str] = set()
    for part in parts:
        _new(seen, where, part)


def _new(seen: set[str], where: str, part: _Named) -> None:
    if part.id in seen:
        raise FormatError(f"{where}: the id {part.id[:40]!r} is there twice")
    seen.add(part.id)


def _facts(facts: Facts) -> Iterator[tuple[str, list[tuple[str, _Placed]], _Named]]:
    """Every fact with its place in the file and the spans it has, each by its name."""
    for index, entity in enumerate(facts.entities):
        where = f"entities[{index}]"
        if not entity.mentions:
            raise FormatError(f"{where}: it has no mention")
        yield where, [(f".mentions[{at}]", mention) for at, mention in enumerate(entity.mentions)], entity
    for index, quote in enumerate(facts.quotes):
        spans: list[tuple[str, _Placed | None]] = [("", quote), (".speaker", quote.speaker), (".cue", quote.cue)]
        spans += [(f".content[{at}]", part) for at, part in enumerate(quote.content)]
        yield f"quotes[{index}]", [(name, span) for name, span in spans if span is not None], quote
    for index, number in enumerate(facts.numbers):
        spans = [("", number), (".unit_text", number.unit_text), (".cue", number.cue), (".subject", number.subject)]
        yield f"numbers[{index}]", [(name, span) for name, span in spans if span is not None], number


def _check_span(text: str, where: str, span: _Placed) -> None:
    if not 0 <= span.start <= span.end <= len(text):
        raise FormatError(f"{where}: {span.start}–{span.end} lies outside the text ({len(text)} characters)")
    words = getattr(span, "text", None)
    if words is not None and text[span.start : span.end] != words:
        raise FormatError(f"{where}: its words are not those of the text at {span.start}–{span.end}")


class _Repair:
    """Makes references whole again, and keeps a line for each kind of repair with its count."""

    def __init__(self, article: Article, facts: Facts) -> None:
        self._article = article
        self._facts = facts
        self._sentences = {sentence.id for sentence in article.sentences}
        self._entities = {entity.id for entity in facts.entities}
        self._numbers = {number.id for number in facts.numbers}
        self._counts: dict[str, int] = {}

    @property
    def notes(self) -> list[str]:
        """One line for every kind of repair that was made."""
        return [f"{count} {what}" for what, count in self._counts.items()]

    def facts(self) -> Facts:
        """The facts, repaired."""
        return Facts(
            entities=tuple(map(self._entity, self._facts.entities)),
            quotes=tuple(map(self._quote, self._facts.quotes)),
            numbers=tuple(map(self._number, self._facts.numbers)),
        )

    def _count(self, what: str) -> None:
        self._counts[what] = self._counts.get(what, 0) + 1

    def _sentence(self, fact: Mention | Quote | Number) -> str:
        if fact.sentence in self._sentences:
            return fact.sentence
        self._count("facts named a sentence that is not there: found again by their place")
        inside = self._article.sentences_between(fact.start, fact.end)
        index = inside[0] if inside else self._article.sentence_index(fact.start)
        if index is None:
            raise FormatError(f"the fact at {fact.start}–{fact.end} lies in no sentence")
        return self._article.sentences[index].id

    def _reference(self, reference: Reference | None) -> Reference | None:
        if reference is None or reference.entity is None or reference.entity in self._entities:
            return reference
        self._count("references to an entity that is not there: dropped")
        return replace(reference, entity=None)

    def _entity(self, entity: Entity) -> Entity:
        if all(mention.sentence in self._sentences for mention in entity.mentions):
            return entity
        return replace(
            entity, mentions=tuple(replace(mention, sentence=self._sentence(mention)) for mention in entity.mentions)
        )

    def _quote(self, quote: Quote) -> Quote:
        sentence, speaker = self._sentence(quote), self._reference(quote.speaker)
        sentences = quote.sentences
        if not sentences or any(each not in self._sentences for each in sentences):
            inside = self._article.sentences_between(quote.start, quote.end)
            sentences = tuple(self._article.sentences[index].id for index in inside) or (sentence,)
            if sentence == quote.sentence:
                self._count("facts named a sentence that is not there: found again by their place")
        if (sentence, speaker, sentences) == (quote.sentence, quote.speaker, quote.sentences):
            return quote
        return replace(quote, sentence=sentence, sentences=sentences, speaker=speaker)

    def _number(self, number: Number) -> Number:
        sentence, subject, same_as = self._sentence(number), self._reference(number.subject), number.same_as
        if same_as is not None and same_as not in self._numbers:
            self._count("references to a number that is not there: dropped")
            same_as = None
        if (sentence, subject, same_as) == (number.sentence, number.subject, number.same_as):
            return number
        return replace(number, sentence=sentence, subject=subject, same_as=same_as)
