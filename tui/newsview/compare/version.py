"""One version of an article for a comparison: its facts, its tokens, and the sentences as ranges of tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from newsview.compare.tokens import Token, tokens
from newsview.model.article import Article
from newsview.model.facts import Analysis, Facts

TokenRange = tuple[int, int]
"""First token, and the one behind the last."""


class Version:
    """One version. Tokens are counted over the whole article; no token reaches over the end of its sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self.facts: Facts = analysis.facts
        self.article: Article = analysis.article
        self.text = analysis.article.text
        self.tokens: list[Token] = []
        self.sentences: list[TokenRange] = []
        for sentence in analysis.article.sentences:
            first = len(self.tokens)
            self.tokens += tokens(self.text, sentence.start, sentence.end)
            self.sentences.append((first, len(self.tokens)))
        self._names = {entity.id: entity.name for entity in analysis.entities}
        self._starts = [token.start for token in self.tokens]
        self._ends = [token.end for token in self.tokens]

    def name_of(self, entity: str | None) -> str | None:
        """The name of the entity with the id *entity*; None if there is none."""
        return self._names.get(entity) if entity is not None else None

    def token_range(self, start: int, end: int) -> TokenRange:
        """The tokens that share a character with ``text[start:end]``."""
        first = bisect_right(self._ends, start)
        return first, max(first, bisect_left(self._starts, end))

    def forms(self, span: TokenRange) -> tuple[str, ...]:
        """The normal forms of the tokens in *span*."""
        return tuple(token.form for token in self.tokens[span[0] : span[1]])

    def offsets(self, span: TokenRange) -> tuple[int, int]:
        """Start and end of the tokens in *span*, which is not empty, in code points."""
        return self.tokens[span[0]].start, self.tokens[span[1] - 1].end

    def words(self, span: TokenRange) -> str:
        """The text from the first to the last token in *span*."""
        if span[0] >= span[1]:
            return ""
        start, end = self.offsets(span)
        return self.text[start:end]

    def passage(self, span: TokenRange) -> str:
        """The text of the tokens in *span* with the marks that are glued to them: "“We can pay,"."""
        if span[0] >= span[1]:
            return ""
        start, end = self.offsets(span)
        low = self.tokens[span[0] - 1].end if span[0] else 0
        high = self.tokens[span[1]].start if span[1] < len(self.tokens) else len(self.text)
        while end < high and not self.text[end].isspace():
            end += 1
        before = self.text[low:start]
        if not span[0] or any(map(str.isspace, before)):  # without a blank, the marks belong to the word before
            while start > low and not self.text[start - 1].isspace():
                start -= 1
        return self.text[start:end]

    def sentence_text(self, offset: int) -> str:
        """The sentence at *offset*."""
        index = self.article.sentence_index(offset)
        if index is None:
            return ""
        sentence = self.article.sentences[index]
        return self.text[sentence.start : sentence.end]

    def sentence_of(self, token: int) -> int:
        """Index of the sentence of *token*."""
        return bisect_right(self._firsts, token) - 1

    def is_boilerplate(self, offset: int) -> bool:
        """Whether the paragraph at *offset* belongs to the page rather than to the article."""
        index = self.article.paragraph_index(offset)
        return index is not None and self.article.paragraphs[index].role == "boilerplate"

    @cached_property
    def _firsts(self) -> Sequence[int]:
        return [first for first, _ in self.sentences]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The normal forms of all tokens."""
        return frozenset(token.form for token in self.tokens)
