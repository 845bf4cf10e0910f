"""Text of a Doc as plain lists: words, token offsets, paragraphs and sentences, read once for all extractors."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import numpy
from spacy.tokens import Doc

from newsview.extraction.doc_extensions import Block, paragraphs


class Text:
    """*doc* as lists with one entry per token, a snapshot of the Doc at construction."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        orth, offsets, spaces, self._begins = doc.to_array(["ORTH", "IDX", "SPACY", "SENT_START"]).T
        keys: list[int] = orth.tolist()
        written = self._written(keys)
        self.words = [*map(written.__getitem__, keys)]
        self.distinct = written.values()
        """The distinct words."""
        self.offsets: list[int] = offsets.tolist()
        """Start of every token in code points, ascending, for ``bisect``."""
        # equal to doc.text, without a Token object per word
        self.string = "".join(
            [word + " " if space else word for word, space in zip(self.words, spaces.tolist(), strict=True)]
        )

    def strings(self, keys: list[int]) -> list[str]:
        """The strings of the vocabulary *keys*."""
        return [*map(self._written(keys).__getitem__, keys)]

    def _written(self, keys: list[int]) -> dict[int, str]:
        """The strings of the distinct *keys*, each looked up once."""
        distinct = set(keys)
        return dict(zip(distinct, map(self.doc.vocab.strings.__getitem__, distinct), strict=True))

    @cached_property
    def blocks(self) -> list[Block]:
        """The non-empty paragraphs in order."""
        return paragraphs(self.doc)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The first token of every sentence. Raises ``ValueError`` without sentence boundaries, like ``doc.sents``."""
        if len(self.doc) and not self.doc.has_annotation("SENT_START"):
            next(self.doc.sents)
        starts: list[int] = numpy.flatnonzero(self._begins == 1).tolist()
        return starts if starts[:1] == [0] or not self.words else [0, *starts]

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences. Raises as ``sentence_starts``."""
        return Sentences(self)


class Sentences:
    """The sentences of a Doc by offset in code points. ``words`` is the cache of ``stable_ids`` for their texts."""

    def __init__(self, text: Text) -> None:
        self._text = text.string
        offsets, words, starts = text.offsets, text.words, text.sentence_starts
        lasts = [*(start - 1 for start in starts[1:]), len(words) - 1] if words else []
        self._starts = [offsets[token] for token in starts]
        self._ends = [offsets[token] + len(words[token]) for token in lasts]
        self._texts: list[str | None] = [None] * len(starts)
        self.words: dict[str, str] = {}

    def number(self, offset: int) -> int:
        """The number of the sentence at *offset*, from 1."""
        return bisect_right(self._starts, offset) or 1

    def at(self, offset: int) -> str:
        """The id of the sentence at *offset*; the first is ``s1``."""
        return f"s{self.number(offset)}"

    def text(self, number: int) -> str:
        """The text of the sentence *number*."""
        text = self._texts[number - 1]
        if text is None:
            text = self._texts[number - 1] = self._text[self._starts[number - 1] : self._ends[number - 1]]
        return text

    def between(self, start: int, end: int) -> list[str]:
        """The ids of the sentences that overlap ``text[start:end]``."""
        return [f"s{number}" for number in range(self.number(start), self.number(max(start, end - 1)) + 1)]
