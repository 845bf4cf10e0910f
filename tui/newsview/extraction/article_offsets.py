"""Offsets of facts: from code points of a merged Doc to code points of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsview.extraction.parse import MergedDoc
from newsview.model.article import Article
from newsview.model.facts import Entity, Mention, Number, Quote, Range, Reference, Span, Speaker


class Placer:
    """Converter of facts from offsets in *merged* to offsets, texts and sentences of *article*."""

    def __init__(self, article: Article, merged: MergedDoc) -> None:
        self._article = article
        self._merged = merged

    def entity(self, entity: Entity) -> Entity:
        """The entity with all its mentions in the article."""
        return replace(entity, mentions=tuple(self._mention(mention) for mention in entity.mentions))

    def quote(self, quote: Quote) -> Quote:
        """The quote with content, speaker and cue in the article."""
        start, end = self._ends(quote.start, quote.end)
        inside = self._sentences(start, end)
        return replace(
            quote,
            text=self._article.text[start:end],
            start=start,
            end=end,
            content=tuple(self._range(each) for each in quote.content),
            speaker=self._speaker(quote.speaker),
            cue=self._span(quote.cue),
            sentence=inside[0],
            sentences=tuple(inside),
        )

    def number(self, number: Number) -> Number:
        """The number with unit, cue and subject in the article."""
        start, end = self._ends(number.start, number.end)
        return Number(  # field by field: dataclasses.replace takes three times as long
            id=number.id,
            sentence=self._sentences(start, end)[0],
            text=self._article.text[start:end],
            start=start,
            end=end,
            kind=number.kind,
            value=number.value,
            value_max=number.value_max,
            vague=number.vague,
            unit=number.unit,
            unit_text=self._span(number.unit_text),
            per=number.per,
            modifier=number.modifier,
            cue=self._span(number.cue),
            trend=number.trend,
            trend_role=number.trend_role,
            subject=self._reference(number.subject),
            same_as=number.same_as,
            range=number.range,
            iso=number.iso,
            granularity=number.granularity,
            relative=number.relative,
            origin=number.origin,
            aside=number.aside,
            extra=number.extra,
        )

    def _mention(self, mention: Mention) -> Mention:
        start, end = self._ends(mention.start, mention.end)
        sentence = self._sentences(start, end)[0]
        return Mention(id=mention.id, text=self._article.text[start:end], start=start, end=end, sentence=sentence)

    def _range(self, each: Range) -> Range:
        start, end = self._ends(each.start, each.end)
        return Range(start=start, end=end)

    def _span(self, span: Span | None) -> Span | None:
        if span is None:
            return None
        start, end = self._ends(span.start, span.end)
        return Span(text=self._article.text[start:end], start=start, end=end)

    def _speaker(self, speaker: Speaker | None) -> Speaker | None:
        if speaker is None:
            return None
        start, end = self._ends(speaker.start, speaker.end)
        return replace(speaker, text=self._article.text[start:end], start=start, end=end)

    def _reference(self, reference: Reference | None) -> Reference | None:
        if reference is None:
            return None
        start, end = self._ends(reference.start, reference.end)
        return Reference(text=self._article.text[start:end], start=start, end=end, entity=reference.entity)

    def _sentences(self, start: int, end: int) -> Sequence[str]:
        sentences = self._article.sentences
        return [sentences[index].id for index in self._article.sentences_between(start, end)]

    def _ends(self, start: int, end: int) -> tuple[int, int]:
        return self._merged.article_offset(start), self._merged.article_offset(max(start, end - 1)) + 1
