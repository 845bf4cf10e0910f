"""Extraction pipeline: parse an Article, merge the paragraphs, run the components, map offsets back to the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock
from typing import Any, Final, NamedTuple

# isort: off
from newsview.extraction.spacy_import import spacy_version  # before the others import spaCy, with its command line

# isort: on
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from newsview._version import __version__
from newsview.extraction import components, doc_extensions
from newsview.extraction.article_offsets import Placer
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.models import Pipeline, load
from newsview.extraction.parse import SHOWN, WHOLE, MergedDoc, merge, parse
from newsview.extraction.provenance import Rules, Trace
from newsview.model.article import Article, Paragraph
from newsview.model.aside import with_aside
from newsview.model.facts import Analysis, Entity, Fact, Facts, Generator, Number, of_kinds
from newsview.model.kinds import KIND_NAMES, KindName, PerKind
from newsview.model.speakers import with_names
from newsview.workers.events import Window

Report = Callable[[int, int], None]
"""Called with (paragraphs parsed, paragraphs in all)."""

WARM = 50_000
"""Tokens after which the common words are in the string table: a hundred articles of usual length."""

_LEMMAS = 8_000
"""Maximum lemmas cached between articles, some 2 MB."""

TIDY = 50_000
"""Tokens between rebuilds of spaCy's string table; they cost 12 ms per five seconds, the table stays below 2 MB."""


class Explained(NamedTuple):
    """A fact and the rules that made it; of an entity those of all its mentions."""

    fact: Fact
    rules: Rules


class Extractor:
    """A loaded pipeline for the extraction of one article after another.

    Safe for threads: one article is extracted at a time, the others wait. After *warm* tokens, the memory that spaCy
    allocates for an article is freed with it, and the string table is rebuilt every *tidy* tokens.
    """

    def __init__(self, pipeline: Pipeline, *, warm: int = WARM, tidy: int = TIDY) -> None:
        self._nlp: Language = pipeline.nlp
        self._one_article = Lock()
        self._warm, self._tidy = warm, tidy
        self._tokens = 0
        self._tidied = 0
        self.generator = Generator(name="newsview", version=__version__, spacy=spacy_version, model=pipeline.name)

    @classmethod
    def for_model(cls, name: str | None = None) -> Extractor:
        """An extractor with the pipeline *name* (package or folder) or the default. Raises ``ModelMissingError``."""
        return cls(load(name))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Exclusive use for one article; a memory zone of the vocabulary would free the strings of other threads."""
        with self._one_article, self._zone():
            yield

    def _zone(self) -> AbstractContextManager[object]:
        """Memory zone for one article: none until the common words are in the table, then freed with the article.

        Without a zone every new word remains in memory; without the start phase common words are allocated each time.
        """
        if self._tokens <= self._warm:
            return nullcontext()
        for _, component in self._nlp.pipeline:
            if isinstance(component, Lemmatizer) and len(component.cache) > _LEMMAS:
                component.cache.clear()  # not part of memory zones
        if self._tokens - self._tidied > self._tidy:
            self._tidied = self._tokens
            # The table slots of strings freed by a zone remain in use, so the table grows without limit; loading an
            # empty list rebuilds it with the present strings only.
            self._nlp.vocab.strings.from_bytes(b"[]")
        return self._nlp.memory_zone()

    def _parsed(self, article: Article, batch: int = SHOWN) -> Iterator[tuple[Paragraph, Doc]]:
        for paragraph, doc in parse(self._nlp, article, article.paragraphs, batch):
            self._tokens += len(doc)
            yield paragraph, doc

    def facts(self, article: Article) -> Facts:
        """All facts of *article*."""
        with self._alone():
            return _facts(article, merge(self._parsed(article, WHOLE), article))

    def explained(self, article: Article) -> list[Explained]:
        """All facts of *article*, entities first, then quotes, then numbers, each with the rules that made it."""
        with self._alone():
            return _explained(article, merge(self._parsed(article, WHOLE), article))

    def analysis(self, article: Article) -> Analysis:
        """*article* with all its facts and an empty review, as it is saved."""
        facts = self.facts(article)
        return Analysis.of(article, facts, self.generator)

    def windows(self, article: Article, report: Report | None = None, first_words: int = 1500) -> Iterator[Window]:
        """The facts of increasing initial parts of the article, and last of all of it.

        Each window is twice as long as the one before, so that together they cost at most two runs of the components
        over the whole. A short article has one window. *report* is called after every paragraph; its exceptions end
        the extraction. The extractor is locked until the last window, or until the iterator is closed; other articles
        wait.
        """
        with self._alone():
            yield from self._windows(article, report, first_words)

    def _windows(self, article: Article, report: Report | None, limit: int) -> Iterator[Window]:
        total, words = len(article.paragraphs), 0
        parsed: list[tuple[Paragraph, Doc]] = []
        place = {paragraph.id: index for index, paragraph in enumerate(article.paragraphs, 1)}
        for paragraph, doc in self._parsed(article):
            parsed.append((paragraph, doc))
            done = place[paragraph.id]
            if report is not None:
                report(done, total)
            words += len(doc)
            if words >= limit and done < total:
                # twice the present length, not twice the limit: a long paragraph can exceed several limits
                limit = 2 * words
                yield Window(_facts(article, merge(parsed, article)), done, total)
        yield Window(_facts(article, merge(parsed, article)), total, total)


def _facts(article: Article, merged: MergedDoc | None) -> Facts:
    found = of_kinds({name: [placed for _, placed in pairs] for name, pairs in _found(article, merged)})
    return with_aside(article, with_names(found))


def _explained(article: Article, merged: MergedDoc | None) -> list[Explained]:
    """The same facts as ``_facts`` finds, each with its rules."""
    traces: dict[KindName, Trace] = {name: {} for name in KIND_NAMES}
    return [
        Explained(placed, _rules(fact, traces[name]))
        for name, found in _found(article, merged, traces)
        for fact, placed in found
    ]


def _rules(fact: Fact, trace: Trace) -> Rules:
    if isinstance(fact, Entity):
        return tuple(dict.fromkeys(rule for each in fact.mentions for rule in trace[each.start, each.end]))
    return trace[fact.start, fact.end]


def _found(
    article: Article, merged: MergedDoc | None, traces: Mapping[KindName, Trace] | None = None
) -> Iterator[tuple[KindName, list[tuple[Fact, Fact]]]]:
    """The facts of each kind, twice: as they are in the merged Doc, and at their places in the article.

    *traces* take the rules of each kind by the places in the merged Doc.
    """
    if merged is None:
        return
    place, tokens = Placer(article, merged), Tokens(merged.doc)
    for name in KIND_NAMES:
        finder, placed = _STEPS[name]
        yield name, [(each, placed(place, each)) for each in finder(tokens, traces[name] if traces else None)]


def _entities(tokens: Tokens, trace: Trace | None) -> list[Entity]:
    entities = components.entities(tokens, trace)
    doc_extensions.store_entities(tokens.doc, entities)  # quotes and numbers refer to them
    return entities


def _numbers(tokens: Tokens, trace: Trace | None) -> list[Number]:
    return components.numbers(tokens, doc_extensions.published(tokens.doc), trace)


_STEPS: Final[PerKind[tuple[Callable[[Tokens, Trace | None], Sequence[Any]], Callable[[Placer, Any], Fact]]]] = {
    "entities": (_entities, Placer.entity),
    "quotes": (components.quotes, Placer.quote),
    "numbers": (_numbers, Placer.number),
}
"""How the facts of each kind are found in a merged Doc, and put at their places in the article; run in the order of ``KINDS``."""
