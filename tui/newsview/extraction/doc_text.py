"""Text of a Doc as plain lists: words, token offsets, paragraphs and sentences, read once for all extractors."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import numpy
from spacy.tokens import Doc

from newsview.extraction.doc_extensions import Block, paragraphs


class Text:
    """*doc* as plain lists with one entry for each token. It does not follow a Doc that changes."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        orth, offsets, spaces, self._begins = doc.to_array(["ORTH", "IDX", "SPACY", "SENT_START"]).T
        keys: list[int] = orth.tolist()
        written = self._written(keys)
        self.words = [*map(written.__getitem__, keys)]
        self.distinct = written.values()
        """Every word once."""
        self.offsets: list[int] = offsets.tolist()
        """For every token, the code point where it starts: sorted, for ``bisect``."""
        # what doc.text is, without a token for each word
        self.string = "".join(
            [word + " " if space else word for word, space in zip(self.words, spaces.tolist(), strict=True)]
        )

    def strings(self, keys: list[int]) -> list[str]:
        """The text of each of *keys* of the vocabulary."""
        return [*map(self._written(keys).__getitem__, keys)]

    def _written(self, keys: list[int]) -> dict[int, str]:
        """The text of each of *keys*, every one looked up once."""
        distinct = set(keys)
        return dict(zip(distinct, map(self.doc.vocab.strings.__getitem__, distinct), strict=True))

    @cached_property
    def blocks(self) -> list[Block]:
        """The paragraphs in order, none empty."""
        return paragraphs(self.doc)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The first token of every sentence. Raises ``ValueError`` where nothing has set sentences, as ``doc.sents`` does."""
        if len(self.doc) and not self.doc.has_annotation("SENT_START"):
            next(self.doc.sents)
        starts: list[int] = numpy.flatnonzero(self._begins == 1).tolist()
        return starts if starts[:1] == [0] or not self.words else [0, *starts]

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences; raises as ``sentence_starts``."""
        return Sentences(self)


class Sentences:
    """The sentences of a Doc by character offset. ``words`` keeps what ``stable_ids`` has made of their texts."""

    def __init__(self, text: Text) -> None:
        self._text = text.string
        offsets, words, starts = text.offsets, text.words, text.sentence_starts
        lasts = [*(start - 1 for start in starts[1:]), len(words) - 1] if words else []
        self._starts = [offsets[token] for token in starts]
        self._ends = [offsets[token] + len(words[token]) for token in lasts]
        self._texts: list[str | None] = [None] * len(starts)
        self.words: dict[str, str] = {}

    def number(self, offset: int) -> int:
        """Which sentence *offset* lies in: 1 is the first of the Doc."""
        return bisect_right(self._starts, offset) or 1

    def at(self, offset: int) -> str:
        """The id of the sentence that *offset* lies in: ``s1`` is the first of the Doc."""
        return f"s{self.number(offset)}"

    def text(self, number: int) -> str:
        """The sentence *number*."""
        text = self._texts[number - 1]
        if text is None:
            text = self._texts[number - 1] = self._text[self._starts[number - 1] : self._ends[number - 1]]
        return text

    def between(self, start: int, end: int) -> list[str]:
        """The ids of the sentences of ``text[start:end]``."""
        return [f"s{number}" for number in range(self.number(start), self.number(max(start, end - 1)) + 1)]
