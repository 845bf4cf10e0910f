"""Tokens of a Doc as plain lists, its paragraphs, sentences and lexemes, read once for all extractors."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import numpy
from spacy.tokens import Doc

from newsview.extraction.doc_extensions import Block, paragraphs
from newsview.extraction.lexical.lexemes import Lexemes


class Tokens:
    """*doc* as lists with one entry per token, a snapshot of the Doc at construction; each list is read when needed."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.size = len(doc)
        orth, offsets, spaces, begins = doc.to_array(["ORTH", "IDX", "SPACY", "SENT_START"]).T
        self.words = self.strings(orth.tolist())
        self.offsets: list[int] = offsets.tolist()
        """Start of every token in code points, ascending, for ``bisect``."""
        self.initial: list[bool] = (begins == 1).tolist()
        """Whether a token begins a sentence; only marked sentences, so that the first token may be False."""
        # equal to doc.text, without a Token object per word
        self.text = "".join(
            [word + " " if space else word for word, space in zip(self.words, spaces.tolist(), strict=True)]
        )

    def strings(self, keys: list[int]) -> list[str]:
        """The strings of the vocabulary *keys*, each distinct one looked up once."""
        distinct = set(keys)
        strings = dict(zip(distinct, map(self.doc.vocab.strings.__getitem__, distinct), strict=True))
        return [*map(strings.__getitem__, keys)]

    @cached_property
    def lower(self) -> list[str]:
        """The words in lower case."""
        lower = {word: word.lower() for word in {*self.words}}
        return [*map(lower.__getitem__, self.words)]

    @cached_property
    def tags(self) -> list[str]:
        """The tag of every token."""
        return self.strings(self.doc.to_array("TAG").tolist())

    @cached_property
    def deps(self) -> list[str]:
        """The dependency of every token on its head."""
        return self.strings(self.doc.to_array("DEP").tolist())

    @cached_property
    def heads(self) -> list[int]:
        """The head of every token; the root of a sentence is its own."""
        # stored as a distance, a negative one wrapped round
        heads: list[int] = (self.doc.to_array("HEAD").astype("int64") + numpy.arange(self.size)).tolist()
        return heads

    @cached_property
    def ends(self) -> list[int]:
        """End of every token in code points."""
        return [start + len(word) for start, word in zip(self.offsets, self.words, strict=True)]

    @cached_property
    def blocks(self) -> list[Block]:
        """The non-empty paragraphs in order."""
        return paragraphs(self.doc)

    @cached_property
    def lexemes(self) -> Lexemes:
        """The lexemes of the text."""
        return Lexemes(self.text, [self.offsets[block.start] for block in self.blocks], self.ends)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The first token of every sentence. Raises ``ValueError`` without sentence boundaries, like ``doc.sents``."""
        if self.size and not self.doc.has_annotation("SENT_START"):
            next(self.doc.sents)
        return [token for token, initial in enumerate(self.initial) if initial or not token]

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence of every token."""
        numbers: list[int] = numpy.cumsum(self.initial).tolist()
        return numbers

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences. Raises as ``sentence_starts``."""
        return Sentences(self)


class Sentences:
    """The sentences of a Doc by offset in code points. ``words`` is the cache of ``stable_ids`` for their texts."""

    def __init__(self, tokens: Tokens) -> None:
        self._text = tokens.text
        starts = tokens.sentence_starts
        lasts = [*(start - 1 for start in starts[1:]), tokens.size - 1] if starts else []
        self._starts = [tokens.offsets[token] for token in starts]
        self._ends = [tokens.ends[token] for token in lasts]
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
