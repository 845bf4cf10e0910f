"""The spaCy components: each runs one extractor over a Doc and leaves what it found as plain data.

``newsview_entities`` fills ``doc._.entities_grouped``, ``newsview_quotes`` ``doc._.quotes`` and ``newsview_numbers``
``doc._.numbers``: lists of dicts in the form of the saved file, offsets into ``doc.text``, ids stable.
They need a tagger, a parser, a lemmatizer and an entity recognizer before them; quotes and numbers point to
entities where ``newsview_entities`` has run.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsview.codec import encode
from newsview.extraction import document
from newsview.extraction.dates.find import find_dates
from newsview.extraction.entities.find import find_entities
from newsview.extraction.numbers.find import find_numbers
from newsview.extraction.quotes.find import find_quotes
from newsview.facts import Entity, Mention
from newsview.ids import stable_ids


def newsview_entities(doc: Doc) -> Doc:
    """Group the named entities of *doc* into real things, in the order of their first mentions."""
    found = sorted(find_entities(doc), key=lambda entity: (entity.mentions[0].start, entity.mentions[0].end))
    setattr(doc._, document.ENTITIES, [encode(entity) for entity in _with_ids(doc, _each_place_once(found))])
    return doc


def newsview_quotes(doc: Doc) -> Doc:
    """Find who said what in *doc*, in text order."""
    quotes = sorted(find_quotes(doc), key=lambda quote: (quote.start, quote.end))
    sentences = _Sentences(doc)
    ids = stable_ids("q", [(sentences.text(quote.start), quote.text) for quote in quotes])
    plain = []
    for quote, id_ in zip(quotes, ids, strict=True):
        inside = sentences.between(quote.start, quote.end)
        plain.append(encode(replace(quote, id=id_, sentence=inside[0], sentences=inside)))
    setattr(doc._, document.QUOTES, plain)
    return doc


def newsview_numbers(doc: Doc) -> Doc:
    """Find every quantity, date and label of *doc*, in text order."""
    dates = find_dates(doc, document.published(doc))
    numbers = sorted([*dates, *find_numbers(doc, dates)], key=lambda number: (number.start, number.end))
    sentences = _Sentences(doc)
    ids = stable_ids("n", [(sentences.text(number.start), number.text) for number in numbers])
    renamed = {number.id: id_ for number, id_ in zip(numbers, ids, strict=True)}
    plain: list[dict[str, Any]] = []
    for number, id_ in zip(numbers, ids, strict=True):
        same_as = renamed.get(number.same_as) if number.same_as else None
        plain.append(encode(replace(number, id=id_, sentence=sentences.at(number.start), same_as=same_as)))
    setattr(doc._, document.NUMBERS, plain)
    return doc


# registered by call, not as decorators, which would hide the functions' types
Language.component(
    "newsview_entities",
    assigns=["doc._.entities_grouped"],
    requires=["doc.ents", "token.dep"],
    func=newsview_entities,
)
Language.component(
    "newsview_quotes", assigns=["doc._.quotes"], requires=["token.dep", "token.lemma"], func=newsview_quotes
)
Language.component(
    "newsview_numbers", assigns=["doc._.numbers"], requires=["token.dep", "token.lemma"], func=newsview_numbers
)


class _Sentences:
    """The sentences of a Doc by character offset."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._offsets = document.token_offsets(doc)
        self._starts = document.sentence_starts(doc)
        self._texts: dict[int, str] = {}

    def _index(self, offset: int) -> int:
        token = max(0, bisect_right(self._offsets, offset) - 1)
        return bisect_right(self._starts, token) - 1

    def at(self, offset: int) -> str:
        return f"s{self._index(offset) + 1}"

    def text(self, offset: int) -> str:
        index = self._index(offset)
        if index not in self._texts:
            end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._doc)
            self._texts[index] = self._doc[self._starts[index] : end].text
        return self._texts[index]

    def between(self, start: int, end: int) -> list[str]:
        return [f"s{index + 1}" for index in range(self._index(start), self._index(max(start, end - 1)) + 1)]


def _each_place_once(entities: list[Entity]) -> list[Entity]:
    """The entities without mentions of places that were taken already: a place in the text names one thing, once."""
    taken: set[tuple[int, int]] = set()
    kept = []
    for entity in entities:
        mentions = []
        for mention in entity.mentions:
            if (mention.start, mention.end) not in taken:
                taken.add((mention.start, mention.end))
                mentions.append(mention)
        if mentions:
            kept.append(replace(entity, mentions=mentions))
    return kept


def _with_ids(doc: Doc, entities: list[Entity]) -> list[Entity]:
    """An entity's id comes from its first mention; a mention's from its own sentence."""
    sentences = _Sentences(doc)

    def key(mention: Mention) -> tuple[str, str]:
        return sentences.text(mention.start), mention.text

    entity_ids = stable_ids("e", [key(entity.mentions[0]) for entity in entities])
    in_order = sorted((mention for entity in entities for mention in entity.mentions), key=lambda m: (m.start, m.end))
    mention_ids = {
        (mention.start, mention.end): id_
        for mention, id_ in zip(in_order, stable_ids("m", map(key, in_order)), strict=True)
    }
    return [
        replace(
            entity,
            id=id_,
            mentions=[
                replace(mention, id=mention_ids[mention.start, mention.end], sentence=sentences.at(mention.start))
                for mention in entity.mentions
            ],
        )
        for entity, id_ in zip(entities, entity_ids, strict=True)
    ]
