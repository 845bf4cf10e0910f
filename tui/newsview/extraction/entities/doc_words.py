"""Words of a Doc as plain lists, and names as spans of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

import numpy

from newsview.extraction.lexical.characters import QUOTE_MARKS
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.provenance import Rule, Rules

_POSSESSIVE = re.compile(r"(?:['’‘`´]s|(?<=s)['’])$", re.IGNORECASE)
_GLUED = re.compile(r'(?<=\S)(?:[:)]?["“(](?=\S)|:$|\):)')
"""Marks inside a token that join it to the next word: 'Doe:"We'."""
_EDGES = ' \t\n"“”„«»()[]{},;:*_|<>•·–—-'
_OPENING = "'‘’`"


_CLOSING = frozenset("”’»")
"""Marks that only end a quotation: the word after “…,” opens nothing."""
_OPENERS = QUOTE_MARKS - _CLOSING

NUMERIC = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
"""Labels that the numbers component answers for."""
_BEGINS, _GOES_ON = 3, 1
"""spaCy's marks of the tokens of an entity."""


class Name(NamedTuple):
    """Name of the entity type *label* (OntoNotes) with the tokens ``doc[start:end]``."""

    start: int
    end: int
    label: str


class Words:
    """A Doc as lists with one entry per token."""

    def __init__(self, tokens: Tokens) -> None:
        self.size, self.text, self.blocks = tokens.size, tokens.text, tokens.blocks
        self.words, self.lower, self.offsets, self.ends = tokens.words, tokens.lower, tokens.offsets, tokens.ends
        self.tags, self.deps, self.heads, self.initial = tokens.tags, tokens.deps, tokens.heads, tokens.initial
        self.block = [-1] * self.size
        for number, block in enumerate(self.blocks):
            self.block[block.start : block.end] = [number] * (block.end - block.start)
        self._distinct = {*self.words}
        capital = {word for word in self._distinct if word[0].isupper() and word != word.lower()}
        self.capitals = [index for index, word in enumerate(self.words) if word in capital]
        self._rules: dict[Name, Rules] = {}
        self._extents: dict[Name, tuple[int, int]] = {}
        self._bare: dict[Name, str] = {}
        self._kept: frozenset[int] = frozenset()

    def keep_possessives(self, tokens: Iterable[int]) -> None:
        """Make the possessive *tokens* a part of the names that they end, before any ``extent`` is read."""
        self._kept = frozenset(tokens)

    def possessive(self, token: int) -> bool:
        """Whether *token* is a possessive that is no part of a name."""
        return self.tags[token] == "POS" and token not in self._kept

    def by(self, rule: Rule, name: Name, before: Name | None = None) -> Name:
        """Note that *rule* made *name*, out of the name *before* if there was one; returns *name*."""
        self._rules[name] = (rule,) if before is None else (*self.rules(before), rule)
        return name

    def rules(self, name: Name) -> Rules:
        """The rules that made *name*: what found it first, then those that repaired or typed it."""
        return self._rules.get(name, _RECOGNIZED)

    def has_lowercase(self, word: str) -> bool:
        """Whether *word* is in lower case and in the Doc."""
        return word in self._distinct and word.islower()

    def contains(self, word: str) -> bool:
        """Whether *word* is in the Doc with the same case."""
        return word in self._distinct

    def indexes_of(self, wanted: AbstractSet[str]) -> list[int]:
        """Indexes of the tokens in *wanted*, case-sensitive, in order."""
        here = self._distinct & wanted
        if not here:
            return []
        among = self.capitals if all(word[:1].isupper() for word in here) else range(self.size)
        words = self.words
        return [token for token in among if words[token] in here]

    def tokens(self, name: Name) -> list[str]:
        """Texts of the tokens of *name*."""
        return self.words[name.start : name.end]

    def capital(self, token: int) -> bool:
        """Whether *token* begins with a capital letter."""
        return self.words[token][:1].isupper()

    def proper(self, token: int) -> bool:
        """Whether *token* is tagged as a proper noun and begins with a capital letter."""
        return self.tags[token].startswith("NNP") and self.capital(token)

    def before(self, token: int) -> str:
        """Token before *token* in its paragraph, in lower case; empty at the start of the paragraph."""
        return self.lower[token - 1] if token > 0 and self.block[token - 1] == self.block[token] else ""

    def after(self, end: int) -> str:
        """Token at *end* in the paragraph of the token before it, in lower case; else empty."""
        return self.lower[end] if end < self.size and self.block[end] == self.block[end - 1] else ""

    def opens_sentence(self, token: int) -> bool:
        """Whether *token* begins a sentence, or a quotation in it."""
        quoted = token > 0 and self.words[token - 1] in _OPENERS
        return self.initial[token] or quoted or self.before(token) == ""

    def head(self, name: Name) -> int:
        """Token of *name* with a head outside it; the last one if there are several."""
        roots = [
            i for i in range(name.start, name.end) if not name.start <= self.heads[i] < name.end or self.heads[i] == i
        ]
        return roots[-1] if roots else name.end - 1

    def extent(self, name: Name) -> tuple[int, int]:
        """(start, end) of *name* in code points, without quotation marks, brackets and an attached possessive."""
        known = self._extents.get(name)
        if known is None:
            known = self._extents[name] = self._find_extent(name)
        return known

    def _find_extent(self, name: Name) -> tuple[int, int]:
        start, end = self.offsets[name.start], self.ends[name.end - 1]
        if self.text[start:end].replace(" ", "").isalnum():
            return start, end
        while start < end and self.text[start] in _EDGES + _OPENING:
            start += 1
        glued = _GLUED.search(self.text, start + 1, end)
        if glued:
            end = glued.start()
        while start < end and self.text[end - 1] in _EDGES:
            end -= 1
        possessive = None if name.end - 1 in self._kept else _POSSESSIVE.search(self.text, start, end)
        if possessive and possessive.start() > start:
            end = possessive.start()
        if end - start > 1 and self.text[end - 1] in _OPENING:
            end -= 1
        return start, end

    def bare(self, name: Name) -> str:
        """Text of *name* in its ``extent``."""
        known = self._bare.get(name)
        if known is None:
            start, end = self.extent(name)
            known = self._bare[name] = self.text[start:end]
        return known


@dataclass(frozen=True, slots=True)
class Taken:
    """Index into ``names`` of the name that contains each token, or -1."""

    owner: Sequence[int]

    @classmethod
    def by(cls, words: Words, names: Sequence[Name]) -> Taken:
        """The table of *names*."""
        owner = [-1] * words.size
        for index, name in enumerate(names):
            owner[name.start : name.end] = [index] * (name.end - name.start)
        return cls(owner)

    def free(self, token: int) -> bool:
        """Whether *token* exists and is in no name."""
        return 0 <= token < len(self.owner) and self.owner[token] < 0


def together(words: Words, token: int) -> bool:
    """Whether *token* and the one before it are in the same paragraph."""
    return 0 < token < words.size and words.block[token - 1] == words.block[token] != -1


def recognized(tokens: Tokens) -> list[Name]:
    """The names in ``doc.ents``, read without a span for each."""
    marks, keys = tokens.doc.to_array(["ENT_IOB", "ENT_TYPE"]).T
    goes_on = marks.tolist()
    starts: list[int] = numpy.flatnonzero(marks == _BEGINS).tolist()
    labels = tokens.strings(keys[starts].tolist())
    names = []
    for start, label in zip(starts, labels, strict=True):
        if label not in NUMERIC:
            end = start + 1
            while end < tokens.size and goes_on[end] == _GOES_ON:
                end += 1
            names.append(Name(start, end, label))
    return names


_RECOGNIZED: Rules = (recognized,)
"""Of the names that no rule has changed."""
