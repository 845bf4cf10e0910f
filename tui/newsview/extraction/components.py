"""spaCy components for entities, quotes and numbers; each stores its results on the Doc as plain data.

``newsview_entities`` sets ``doc._.entities_grouped``, ``newsview_quotes`` ``doc._.quotes`` and ``newsview_numbers``
``doc._.numbers``: lists of dicts in the form of the saved file, with offsets in code points of ``doc.text`` and stable
ids. They survive ``Doc.to_bytes``. The components require a tagger, a parser, a lemmatizer and an entity recognizer
before them; quotes and numbers refer to entities if ``newsview_entities`` has run. Options, given as ``config`` to
``nlp.add_pipe`` and saved with the pipeline:

    newsview_entities   types      OntoNotes types to keep (default: all)
    newsview_quotes     kinds      direct, mixed, indirect (default: all)
    newsview_numbers    kinds      cardinal, money, date … (default: all)
                        published  publication date (YYYY-MM-DD) for Docs without one; anchors "last Friday"

    nlp = spacy.load("en_core_web_sm")
    nlp.add_pipe("newsview_entities")
    nlp.add_pipe("newsview_quotes", config={"kinds": ["direct"]})
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction import doc_extensions
from newsview.extraction.dates.find_dates import find_dates
from newsview.extraction.dates.unset_times import find_unset_times
from newsview.extraction.entities.find_entities import find_entities
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.find_numbers import find_numbers
from newsview.extraction.provenance import Trace
from newsview.extraction.quotes.find_quotes import find_quotes
from newsview.model.codec import encode
from newsview.model.facts import Entity, Number, NumberKind, Quote, QuoteKind
from newsview.model.ids import stable_ids


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
    return [
        replace(
            number,
            id=id_,
            sentence=sentences.at(number.start),
            same_as=renamed.get(number.same_as) if number.same_as else None,
            range=renamed.get(number.range) if number.range else None,
        )
        for number, id_ in zip(found, ids, strict=True)
    ]


def newsview_entities(doc: Doc) -> Doc:
    """Store all entities on *doc*."""
    doc_extensions.store_entities(doc, entities(Tokens(doc)))
    return doc


def newsview_quotes(doc: Doc) -> Doc:
    """Store all quotes on *doc*."""
    setattr(doc._, doc_extensions.QUOTES, [encode(quote) for quote in quotes(Tokens(doc))])
    return doc


def newsview_numbers(doc: Doc) -> Doc:
    """Store all numbers on *doc*."""
    setattr(
        doc._,
        doc_extensions.NUMBERS,
        [encode(number) for number in numbers(Tokens(doc), doc_extensions.published(doc))],
    )
    return doc


Component = Callable[[Doc], Doc]


def make_entities(nlp: Language, name: str, types: list[str]) -> Component:
    """The component ``newsview_entities`` for entities of *types*; an empty list selects all."""
    del nlp, name

    def component(doc: Doc) -> Doc:
        """Store the entities of *types* on the Doc."""
        doc_extensions.store_entities(doc, [each for each in entities(Tokens(doc)) if not types or each.type in types])
        return doc

    return component


def make_quotes(nlp: Language, name: str, kinds: list[str]) -> Component:
    """The component ``newsview_quotes`` for quotes of *kinds*. Raises ``ValueError`` for an unknown kind."""
    wanted = _known(name, kinds, get_args(QuoteKind))

    def component(doc: Doc) -> Doc:
        """Store the quotes of *kinds* on the Doc."""
        setattr(doc._, doc_extensions.QUOTES, [encode(each) for each in quotes(Tokens(doc)) if each.kind in wanted])
        return doc

    return component


def make_numbers(nlp: Language, name: str, kinds: list[str], published: str | None) -> Component:
    """The component ``newsview_numbers`` for numbers of *kinds*; *published* applies to Docs without a date."""
    wanted = _known(name, kinds, get_args(NumberKind))
    if published is not None:
        date.fromisoformat(published)

    def component(doc: Doc) -> Doc:
        """Store the numbers of *kinds* on the Doc."""
        found = numbers(Tokens(doc), doc_extensions.published(doc) or published)
        setattr(doc._, doc_extensions.NUMBERS, [encode(each) for each in found if each.kind in wanted])
        return doc

    return component


def _known(name: str, kinds: Sequence[str], all_kinds: Sequence[str]) -> frozenset[str]:
    unknown = sorted(set(kinds) - set(all_kinds))
    if unknown:
        raise ValueError(f"{name}: there is no kind {unknown[0]!r}: choose from {', '.join(all_kinds)}")
    return frozenset(kinds or all_kinds)


# registered by call: as decorators they would hide the types of the functions
Language.factory(
    "newsview_entities",
    default_config={"types": []},
    assigns=["doc._.entities_grouped"],
    requires=["doc.ents", "token.dep"],
    func=make_entities,
)
Language.factory(
    "newsview_quotes",
    default_config={"kinds": []},
    assigns=["doc._.quotes"],
    requires=["token.dep", "token.lemma"],
    func=make_quotes,
)
Language.factory(
    "newsview_numbers",
    default_config={"kinds": [], "published": None},
    assigns=["doc._.numbers"],
    requires=["token.dep", "token.lemma"],
    func=make_numbers,
)
