"""Layout of a Doc for the quote rules: tokens, paragraphs, sentence starts and quotations.

Built once per Doc; every look-up is an index or a binary search.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.lexicon import CLAUSES
from newsview.extraction.quotes.quotation_marks import Quotation, quotations
from newsview.extraction.syntax import FINITE, SENTENCE, is_readable

_SMALL_WORD = 3
_LONGEST_TITLE = 12
"""Maximum words of a title; "said on the programme “…”" is followed by speech."""
_SMALL = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART"})
_SENTENCE_END = frozenset(".!?…")
_SHOUTS = frozenset({"VB", "UH"})
"""Tags of the first word of a shout: "“Look out!”", "“Oh no!”"."""


@dataclass(slots=True)
class Region:
    """A quotation in tokens: ``doc[first:last]`` is inside the marks, ``doc[before:after]`` includes them.

    ``is_speech`` is False for quoted words within another sentence: a scare quote, a title, a nickname. ``last_mark``
    is the last character before closing inner marks; ``opens_sentence`` is False for a lower-case first letter.
    """

    quotation: Quotation
    block: int
    first: int
    last: int
    before: int
    after: int
    is_speech: bool = False
    is_title: bool = False
    last_mark: str = ""
    opens_sentence: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The text inside the marks, in code points."""
        return self.quotation.start, self.quotation.end


class Layout:
    """Tokens, paragraphs, sentence starts and quoted regions of one Doc."""

    def __init__(self, tokens: Tokens) -> None:
        self.doc = tokens.doc
        self.text = tokens.text
        self.tokens: list[Token] = list(tokens.doc)
        self.starts, self.ends = tokens.offsets, tokens.ends
        self._heads = tokens.heads
        lemmas, lower, deps = tokens.doc.to_array(["LEMMA", "LOWER", "DEP"]).T
        self._columns = {"LEMMA": lemmas, "LOWER": lower, "DEP": deps}
        self.subjects: dict[int, Token | None] = {}
        """The subjects of verbs, as far as they were looked up."""
        self.blocks = tokens.blocks
        self._block_starts = [block.start for block in self.blocks]
        self.sentence_start = [True, *tokens.initial[1:]]
        self._sentences = [*(at for at, begins in enumerate(self.sentence_start) if begins), tokens.size]
        self._has_long_sentence = any(last - first > SENTENCE for first, last in pairwise(self._sentences))
        spans = [(self.starts[block.start], self.ends[block.end - 1]) for block in self.blocks]
        self.regions: list[list[Region]] = [
            [region for each in found if (region := self._region(each, index)).first < region.last]
            for index, found in enumerate(quotations(self.text, spans))
        ]
        self._quoted = [region for found in self.regions for region in found]
        self._quoted_starts = [region.quotation.start for region in self._quoted]
        self.region_of: list[Region | None] = [None] * len(self.tokens)
        for found in self.regions:
            for region in found:
                self.region_of[region.first : region.last] = [region] * (region.last - region.first)

    def having(self, column: Literal["LEMMA", "LOWER", "DEP"], wanted: NDArray[np.uint64]) -> list[int]:
        """The tokens whose lemma, lower form or dependency is one of the sorted ids *wanted*, by an array look-up."""
        ids = self._columns[column]
        nearest = np.minimum(np.searchsorted(wanted, ids), len(wanted) - 1)
        found: list[int] = np.flatnonzero(wanted[nearest] == ids).tolist()
        return found

    def is_readable(self, token: Token) -> bool:
        """Whether the subtree of *token* has the size of a sentence, see ``syntax.is_readable``."""
        return not self._has_long_sentence or is_readable(token)

    def subtree(self, head: Token) -> set[int]:
        """The tokens of the subtree of *head*; by the list of heads, in a fifth of the time of ``head.subtree``."""
        heads, first, last = self._heads, head.left_edge.i, head.right_edge.i + 1
        inside, outside = {head.i}, set[int]()
        for at in range(first, last):
            path = []
            while at not in inside and at not in outside:
                path.append(at)
                above = heads[at]
                if above == at or not first <= above < last:
                    outside.add(at)
                at = above
            (inside if at in inside else outside).update(path)
        return inside

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """The code points of the tokens ``first:last``."""
        return self.starts[first], self.ends[last - 1]

    def sentence(self, token: int) -> tuple[int, int]:
        """The first and the end token of the sentence of *token*."""
        index = bisect_right(self._sentences, token)
        return self._sentences[index - 1], self._sentences[min(index, len(self._sentences) - 1)]

    def token_at(self, offset: int) -> int:
        """The token at the code point *offset*, or the one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def block_at(self, token: int) -> int:
        """The index of the paragraph of *token*."""
        return max(0, bisect_right(self._block_starts, token) - 1)

    def in_speech(self, token: int) -> bool:
        """Whether *token* is inside quoted speech; False inside a quoted phrase."""
        region = self.region_of[token]
        return region is not None and region.is_speech

    def quoted_between(self, start: int, end: int) -> int:
        """The number of code points of ``text[start:end]`` inside quotation marks."""
        within = (region.span for region in self.regions_between(start, end))
        return sum(max(0, min(end, last) - max(start, first)) for first, last in within)

    def has_marks(self, spans: Iterable[tuple[int, int]]) -> bool:
        """Whether quotation marks stand in one of *spans* (code points)."""
        return any(self.quoted_between(start, end) for start, end in spans)

    def regions_between(self, start: int, end: int) -> Iterator[Region]:
        """The quotations that overlap ``text[start:end]`` or end directly before it."""
        for at in range(max(0, bisect_right(self._quoted_starts, start) - 1), len(self._quoted)):
            if self._quoted[at].quotation.start >= end:
                break
            yield self._quoted[at]

    def _region(self, quotation: Quotation, block: int) -> Region:
        first = bisect_left(self.starts, quotation.start)
        last = max(first, bisect_left(self.starts, quotation.end))
        before = min(self.token_at(quotation.outer_start), first)
        after = max(last, bisect_left(self.starts, quotation.outer_end))
        region = Region(quotation, block, first, last, before, after)
        inside = self.tokens[first:last]
        words = [token for token in inside if token.is_alpha]
        work = len(words) <= _LONGEST_TITLE and self._is_behind_work(before, block)
        region.is_speech = not work and _is_speech(inside, words, quotation)
        region.is_title = work or (not region.is_speech and _is_title(words))
        region.last_mark = self.text[quotation.start : quotation.end].rstrip("’'” ")[-1:]
        region.opens_sentence = bool(inside) and (inside[0].text[:1].isupper() or not inside[0].text[:1].isalpha())
        return region

    def _is_behind_work(self, before: int, block: int) -> bool:
        """Whether the quotation is the title of a work: "the article “Who pays?”", "a song titled “We will win”".

        Also that of the article that a letter answers: "Re: “Tax hurts shops”".
        """
        start = self.blocks[block].start
        at = before - 2 if before - 2 >= start and self.tokens[before - 1].text == ":" else before - 1
        if at < start:
            return False
        word = self.tokens[at]
        if at < before - 1:
            return word.lower_ in CLAUSES.titled
        return word.lower_ in CLAUSES.titled or (word.lower_ in CLAUSES.works and word.tag_ == "NN")


def _is_speech(tokens: list[Token], words: list[Token], quotation: Quotation) -> bool:
    """Quoted speech, a clause or a sentence with capital and full stop: "“We will win”", "“Never!”".

    Not a "“special operation”" or "“The Godfather”".
    """
    if not words:
        return False
    if not quotation.closed or quotation.carried:
        return True
    opens_sentence = words[0].text[0].isupper()
    ends_sentence = tokens[-1].text[-1] in _SENTENCE_END
    if tokens[-1].text == "!" and words[0].tag_ in _SHOUTS and len(words) <= _SMALL_WORD:
        return True
    finite = any(token.tag_ in FINITE for token in tokens)
    if opens_sentence and _is_title(words) and (len(words) > _SMALL_WORD or not (ends_sentence and finite)):
        return False
    if finite and len(words) >= _SMALL_WORD:
        return True
    return opens_sentence and ends_sentence


def _is_title(words: list[Token]) -> bool:
    """Title, with capitals on all content words: "“Gone With the Wind”", "“This Week with Jane Doe”"."""
    content = [word for word in words if word.pos_ not in _SMALL]
    capitals = all(word.text[0].isupper() for word in content) and not all(word.is_upper for word in words)
    return len(words) > 1 and bool(content) and capitals
