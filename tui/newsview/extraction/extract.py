"""From an Article to its facts: parse, merge, run the components, and put every offset back into the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock

from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from newsview._version import __version__
from newsview.extraction import components, doc_extensions
from newsview.extraction.article_offsets import Placer
from newsview.extraction.doc_text import Text
from newsview.extraction.models import Pipeline, load
from newsview.extraction.parse import SHOWN, WHOLE, MergedDoc, merge, parse
from newsview.model.article import Article, Paragraph
from newsview.model.facts import Analysis, Facts, Generator
from newsview.workers.events import Window

Report = Callable[[int, int], None]
"""Called with (paragraphs parsed, paragraphs in all)."""

WARM = 50_000
"""Tokens after which the common words have been seen: a hundred articles of usual length."""

_LEMMAS = 8_000
"""Words whose lemmas are kept between articles: some 2 MB."""

TIDY = 50_000
"""Tokens after which spaCy's table of strings is built anew: 12 ms in five seconds, and the table stays below 2 MB."""


class Extractor:
    """A loaded pipeline that finds the facts of one article after another.

    Threads may share it: one article is extracted at a time, the others wait. After *warm* tokens what spaCy took in for
    an article is let go with it, and its table of strings is built anew every *tidy* tokens.
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
        """An extractor on the pipeline *name* (package or folder) or the default. Raises ``ModelMissingError``."""
        return cls(load(name))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One article's turn. A zone belongs to the vocabulary, not to a thread: what another thread read meanwhile would go with it."""
        with self._one_article, self._zone():
            yield

    def _zone(self) -> AbstractContextManager[object]:
        """What spaCy keeps of an article: for ever at first, let go with the article once the common words are known.

        Without the zone every new word stays for ever; without the beginning every common one is made anew each time.
        """
        if self._tokens <= self._warm:
            return nullcontext()
        for _, component in self._nlp.pipeline:
            if isinstance(component, Lemmatizer) and len(component.cache) > _LEMMAS:
                component.cache.clear()  # no zone ends it
        if self._tokens - self._tidied > self._tidy:
            self._tidied = self._tokens
            # The places of strings that a zone has let go stay taken in the table, which grows by them for ever:
            # taking in no more strings builds it anew of those that it has.
            self._nlp.vocab.strings.from_bytes(b"[]")
        return self._nlp.memory_zone()

    def _parsed(self, article: Article, batch: int = SHOWN) -> Iterator[tuple[Paragraph, Doc]]:
        for paragraph, doc in parse(self._nlp, article, article.paragraphs, batch):
            self._tokens += len(doc)
            yield paragraph, doc

    def facts(self, article: Article) -> Facts:
        """All facts of *article*."""
        with self._alone():
            return _facts(article, merge(self._parsed(article, WHOLE), article.published))

    def analysis(self, article: Article) -> Analysis:
        """*article* with all its facts and an empty review, as it is saved."""
        facts = self.facts(article)
        return Analysis.of(article, facts, self.generator)

    def windows(self, article: Article, report: Report | None = None, first_words: int = 1500) -> Iterator[Window]:
        """The facts as they become known: of ever longer beginnings of the article, at last of all of it.

        Each window is twice as long as the one before, so that all of them together cost no more than
        running the components twice over the whole. A short article has one window. *report* is called
        after every paragraph; what it raises ends the work. The extractor is taken until the last window, or until
        the iterator is closed: any other article waits for that.
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
                # the double of what there is, not of the limit: one long paragraph may have jumped over several
                limit = 2 * words
                yield Window(_facts(article, merge(parsed, article.published)), done, total)
        yield Window(_facts(article, merge(parsed, article.published)), total, total)


def _facts(article: Article, merged: MergedDoc | None) -> Facts:
    if merged is None:
        return Facts()
    doc, place = merged.doc, Placer(article, merged)
    text = Text(doc)
    entities = components.entities(doc, text)
    doc_extensions.store_entities(doc, entities)  # quotes and numbers point to them
    return Facts(
        entities=[place.entity(each) for each in entities],
        quotes=[place.quote(each) for each in components.quotes(doc, text)],
        numbers=[place.number(each) for each in components.numbers(doc, doc_extensions.published(doc), text)],
    )
