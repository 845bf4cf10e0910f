"""spaCy components for paragraphs, entities, quotes and numbers; each stores its results on the Doc as plain data.

``newsview_paragraphs`` comes first, before the parser: it sets sentence starts, so that no sentence and no quote runs
over a headline or a blank line, and the day of publication if the text has one. ``newsview_entities`` sets
``doc._.newsview_entities``, ``newsview_quotes`` ``doc._.newsview_quotes`` and ``newsview_numbers``
``doc._.newsview_numbers``: lists of dicts in the form of the saved file, with offsets in code points of ``doc.text`` and
stable ids. They survive ``Doc.to_bytes``. The spans are in ``doc.spans`` under the same names, each with the type or kind
as its label and the fact's id as its id; ``displacy.render(doc, style="span", options={"spans_key": "newsview_quotes"})``
shows them. ``doc._.entities_grouped``, ``doc._.quotes`` and ``doc._.numbers`` are older names of the same lists.

The last three require a tagger, a parser, a lemmatizer and an entity recognizer before them; quotes and numbers refer
to entities if ``newsview_entities`` has run. Options, given as ``config`` to ``nlp.add_pipe`` and saved with the
pipeline:

    newsview_entities   types      OntoNotes types to keep (default: all)
    newsview_quotes     kinds      direct, mixed, indirect (default: all)
    newsview_numbers    kinds      cardinal, money, date … (default: all)
                        published  publication date (YYYY-MM-DD) for Docs without one; anchors "last Friday"

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("newsview_paragraphs", first=True)
    nlp.add_pipe("newsview_entities")
    nlp.add_pipe("newsview_quotes", config={"kinds": ["direct"]})

The components can be pickled, also for ``nlp.pipe(n_process=2)`` where processes are spawned. ``newsview.extract``
parses each paragraph by itself, which no component can: some facts differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction import doc_extensions, doc_paragraphs
from newsview.extraction.dates.find_dates import find_dates
from newsview.extraction.dates.unset_times import find_unset_times
from newsview.extraction.entities.find_entities import find_entities
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.find_numbers import find_numbers
from newsview.extraction.provenance import Trace
from newsview.extraction.quotes.find_quotes import find_quotes
from newsview.model.aside import with_aside
from newsview.model.codec import decode
from newsview.model.facts import Entity, Facts, Number, NumberKind, Quote, QuoteKind
from newsview.model.ids import stable_ids
from newsview.model.speakers import with_names


def entities(tokens: Tokens, trace: Trace | None = None) -> list[Entity]:
    """The grouped entities, in the order of their first mentions. *trace* receives the rules of each mention."""
    return find_entities(tokens, trace)


def quotes(tokens: Tokens, trace: Trace | None = None) -> list[Quote]:
    """The quotes in text order, with stable ids and sentences. *trace* receives the rules of each."""
    found = sorted(find_quotes(tokens, trace), key=lambda quote: (quote.start, quote.end))
    sentences = tokens.sentences
    ids = stable_ids(
        "q", [(sentences.text(sentences.number(quote.start)), quote.text) for quote in found], sentences.words
    )
    named = []
    for quote, id_ in zip(found, ids, strict=True):
        inside = sentences.between(quote.start, quote.end)
        named.append(replace(quote, id=id_, sentence=inside[0], sentences=inside))
    return named


def numbers(tokens: Tokens, published: str | None, trace: Trace | None = None) -> list[Number]:
    """The numbers and dates in text order; *published*: publication date or None.

    *trace* receives the rules of each.
    """
    dates = find_dates(tokens, published, trace)
    figures = [*dates, *find_numbers(tokens, dates, trace)]
    unset = find_unset_times(tokens, figures, trace)
    found = sorted([*figures, *unset], key=lambda number: (number.start, number.end))
    sentences = tokens.sentences
    ids = stable_ids(
        "n", [(sentences.text(sentences.number(number.start)), number.text) for number in found], sentences.words
    )
    renamed = {number.id: id_ for number, id_ in zip(found, ids, strict=True)}
    return [_numbered(number, id_, renamed, sentences.at(number.start)) for number, id_ in zip(found, ids, strict=True)]


def _numbered(number: Number, id_: str, ids: Mapping[str, str], sentence: str) -> Number:
    """*number* as *id_* of *sentence*; those that it refers to are renamed by *ids*."""
    return Number(  # field by field: dataclasses.replace takes three times as long
        id=id_,
        sentence=sentence,
        text=number.text,
        start=number.start,
        end=number.end,
        kind=number.kind,
        value=number.value,
        value_max=number.value_max,
        vague=number.vague,
        unit=number.unit,
        unit_text=number.unit_text,
        per=number.per,
        modifier=number.modifier,
        cue=number.cue,
        trend=number.trend,
        trend_role=number.trend_role,
        subject=number.subject,
        same_as=ids.get(number.same_as) if number.same_as else None,
        iso=number.iso,
        granularity=number.granularity,
        relative=number.relative,
        aside=number.aside,
        range=ids.get(number.range) if number.range else None,
    )


class Paragraphs:
    """The component ``newsview_paragraphs``: paragraphs, sentence starts and day of publication, before the parser."""

    def __call__(self, doc: Doc) -> Doc:
        """Store the paragraphs on *doc*, and set its sentence starts for the parser."""
        return doc_paragraphs.store(doc)


class Entities:
    """The component ``newsview_entities`` for entities of *types*; an empty list selects all."""

    def __init__(self, types: Sequence[str] = ()) -> None:
        self._types = frozenset(types)

    def __call__(self, doc: Doc) -> Doc:
        """Store the entities on *doc*."""
        found = [each for each in entities(Tokens(doc)) if not self._types or each.type in self._types]
        found = list(with_aside(doc_paragraphs.article(doc), Facts(entities=found)).entities)
        doc_extensions.store_entities(doc, found)
        doc_extensions.store_spans(
            doc,
            doc_extensions.ENTITIES,
            ((m.start, m.end, each.type, each.id) for each in found for m in each.mentions),
        )
        return doc


class Quotes:
    """The component ``newsview_quotes`` for quotes of *kinds*."""

    def __init__(self, kinds: Sequence[str] = get_args(QuoteKind)) -> None:
        self._kinds = frozenset(kinds)

    def __call__(self, doc: Doc) -> Doc:
        """Store the quotes on *doc*."""
        found = [each for each in quotes(Tokens(doc)) if each.kind in self._kinds]
        named = with_names(
            Facts(entities=[decode(Entity, each) for each in doc_extensions.grouped_entities(doc)], quotes=found)
        )
        doc_extensions.store_facts(doc, doc_extensions.QUOTES, with_aside(doc_paragraphs.article(doc), named).quotes)
        return doc


class Numbers:
    """The component ``newsview_numbers`` for numbers of *kinds*; *published* applies to Docs without a date."""

    def __init__(self, kinds: Sequence[str] = get_args(NumberKind), published: str | None = None) -> None:
        self._kinds, self._published = frozenset(kinds), published

    def __call__(self, doc: Doc) -> Doc:
        """Store the numbers on *doc*."""
        found = numbers(Tokens(doc), doc_extensions.published(doc) or self._published)
        kept = Facts(numbers=[each for each in found if each.kind in self._kinds])
        doc_extensions.store_facts(doc, doc_extensions.NUMBERS, with_aside(doc_paragraphs.article(doc), kept).numbers)
        return doc


newsview_paragraphs = Paragraphs()
newsview_entities = Entities()
newsview_quotes = Quotes()
newsview_numbers = Numbers()
"""The components with default options; the entry points that register the factories name them."""


def make_paragraphs(nlp: Language, name: str) -> Paragraphs:
    """The component ``newsview_paragraphs``."""
    del nlp, name
    return Paragraphs()


def make_entities(nlp: Language, name: str, types: list[str]) -> Entities:
    """The component ``newsview_entities`` for entities of *types*; an empty list selects all."""
    del nlp, name
    return Entities(types)


def make_quotes(nlp: Language, name: str, kinds: list[str]) -> Quotes:
    """The component ``newsview_quotes`` for quotes of *kinds*. Raises ``ValueError`` for an unknown kind."""
    return Quotes(sorted(_known(name, kinds, get_args(QuoteKind))))


def make_numbers(nlp: Language, name: str, kinds: list[str], published: str | None) -> Numbers:
    """The component ``newsview_numbers`` for numbers of *kinds*. Raises ``ValueError`` for an unknown kind or date."""
    if published is not None:
        date.fromisoformat(published)
    return Numbers(sorted(_known(name, kinds, get_args(NumberKind))), published)


def _known(name: str, kinds: Sequence[str], all_kinds: Sequence[str]) -> frozenset[str]:
    unknown = sorted(set(kinds) - set(all_kinds))
    if unknown:
        raise ValueError(f"{name}: there is no kind {unknown[0]!r}: choose from {', '.join(all_kinds)}")
    return frozenset(kinds or all_kinds)


# registered by call: as decorators they would hide the types of the functions
Language.factory(
    "newsview_paragraphs",
    assigns=["token.sent_start", "doc._.newsview_paragraphs"],
    func=make_paragraphs,
)
Language.factory(
    "newsview_entities",
    default_config={"types": []},
    assigns=["doc._.newsview_entities", "doc._.entities_grouped", "doc.spans"],
    requires=["doc.ents", "token.dep"],
    func=make_entities,
)
Language.factory(
    "newsview_quotes",
    default_config={"kinds": []},
    assigns=["doc._.newsview_quotes", "doc._.quotes", "doc.spans"],
    requires=["token.dep", "token.lemma"],
    func=make_quotes,
)
Language.factory(
    "newsview_numbers",
    default_config={"kinds": [], "published": None},
    assigns=["doc._.newsview_numbers", "doc._.numbers", "doc.spans"],
    requires=["token.dep", "token.lemma"],
    func=make_numbers,
)
