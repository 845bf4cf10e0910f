"""Context of an expression for the guards: the Doc with its lexemes, sentences and named entities."""

from __future__ import annotations

from newsview.extraction.dates.constructions import Match
from newsview.extraction.dates.lexicon import lexicon
from newsview.extraction.lexical.lexemes import BARRIER
from newsview.extraction.lexical.tokens import Tokens

_QUOTES = frozenset('"“”')
NAMES = {"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "LOC", "GPE", "EVENT", "LAW", "NORP"}


class Scene:
    """A Doc with its lexemes. ``tokens[i]`` is the token in which the lexeme *i* begins."""

    __slots__ = ("_business", "_quoted", "_sentences", "doc", "lex", "tokens")

    def __init__(self, tokens: Tokens) -> None:
        self.doc = tokens.doc
        self.lex = tokens.lexemes
        self.tokens = self.lex.tokens
        self._business: dict[int, bool] = {}
        self._quoted: list[bool] | None = None
        self._sentences = tokens.sentence_of

    def sentence(self, at: int) -> int:
        """The number of the sentence of the lexeme *at*."""
        return self._sentences[self.tokens[at]]

    def opens_sentence(self, at: int) -> bool:
        """Whether at most a preposition and an article stand before the lexeme *at* in its sentence."""
        return at < 3 or self.sentence(at - 3) != self.sentence(at) or self.lex.joins[at] == BARRIER

    def is_of_business(self, at: int) -> bool:
        """Whether the sentence of the lexeme *at* has financial terms: sales, profits, growth."""
        sentence = self.sentence(at)
        if sentence not in self._business:
            words = {token.lemma_.lower() for token in self.doc[self.tokens[at]].sent}
            self._business[sentence] = not words.isdisjoint(lexicon().guard_words.business)
        return self._business[sentence]

    def is_quoted(self, at: int) -> bool:
        """Whether the lexeme *at* is within quotation marks of its paragraph."""
        if self._quoted is None:
            self._quoted, inside = [], False
            for index, low in enumerate(self.lex.low[: self.lex.size]):
                if index and self.lex.blocks[index] != self.lex.blocks[index - 1]:
                    inside = False
                if low in _QUOTES:
                    inside = not inside if low == '"' else low == "“"
                self._quoted.append(inside)
        return self._quoted[at]

    def entity(self, at: int) -> str:
        """The label of the named entity at the lexeme *at*, or ""."""
        return self.doc[self.tokens[at]].ent_type_

    def before(self, at: int, back: int = 1) -> str:
        """The lexeme *back* places before *at* in the same paragraph, or ""."""
        for index in range(at, at - back, -1):
            if index <= 0 or self.lex.joins[index] == BARRIER:
                return ""
        return self.lex.low[at - back]

    def after(self, end: int) -> str:
        """The lexeme at *end* if it is in the same paragraph, or ""."""
        return self.lex.low[end] if self.lex.joins[end] != BARRIER else ""

    def within_name(self, match: Match) -> bool:
        """Whether the match is part of a longer name: "the Sunday Times", "Friday Night Lights"."""
        first, last = self.tokens[match.start], self.tokens[match.end - 1]
        token = self.doc[first]
        if token.ent_type_ not in NAMES:
            return False
        larger = token.ent_iob_ == "I" or (last + 1 < len(self.doc) and self.doc[last + 1].ent_iob_ == "I")
        return larger or token.ent_type_ in {"PERSON", "WORK_OF_ART"}
