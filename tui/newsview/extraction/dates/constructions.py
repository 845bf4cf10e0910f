"""The table of date constructions, and the matcher that finds the longest one at a place of the text.

A pattern is a row of elements: a literal lexeme (``of``), a class of parts (``MONTH``), alternatives (``past|last``); a
``?`` after an element makes it optional, a ``+`` before it asks that no space comes between. Nothing repeats, so a match is bounded
and a text costs linear time whatever it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsview.codec import decode
from newsview.extraction.dates.lexemes import ADJACENT, BARRIER, Lexemes
from newsview.extraction.dates.lexicon import table
from newsview.extraction.dates.parts import Value, part_classes


@dataclass(frozen=True, slots=True)
class Construction:
    """A row of ``data/constructions.toml``: its patterns share one meaning."""

    name: str
    patterns: Sequence[str]
    example: str
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class _Table:
    construction: Sequence[Construction]


@dataclass(frozen=True, slots=True)
class _Element:
    literals: frozenset[str]
    classes: tuple[str, ...]
    optional: bool
    adjacent: bool

    @classmethod
    def of(cls, written: str) -> _Element:
        optional = written.endswith("?") and len(written) > 1
        adjacent = written.startswith("+") and len(written) > 1
        body = written[adjacent : len(written) - optional]
        choices = body.split("|")
        classes = tuple(choice for choice in choices if choice in part_classes())
        return cls(frozenset(choices) - set(classes), classes, optional, adjacent)

    def keys(self) -> frozenset[str]:
        """Keys of the lexemes that it can begin with."""
        return self.literals.union(*(part_classes()[name].keys for name in self.classes))


@dataclass(frozen=True, slots=True)
class Match:
    """The lexemes ``[start:end]`` read as *construction*; *parts* are by class, a second one of a class as ``DAY2``."""

    construction: Construction
    start: int
    end: int
    parts: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class _Pattern:
    construction: Construction
    elements: tuple[_Element, ...]

    def match(self, lex: Lexemes, at: int) -> Match | None:
        parts: dict[str, Value] = {}
        end = self._from(lex, at, 0, parts, at)
        return Match(self.construction, at, end, parts) if end is not None and end > at else None

    def _from(self, lex: Lexemes, at: int, index: int, parts: dict[str, Value], start: int) -> int | None:
        if index == len(self.elements):
            return at
        element = self.elements[index]
        for end, name, value in self._readings(lex, at, element, start):
            key = name + "2" if name in parts else name
            if name:
                parts[key] = value
            rest = self._from(lex, end, index + 1, parts, start)
            if rest is not None:
                return rest
            parts.pop(key, None)
        return self._from(lex, at, index + 1, parts, start) if element.optional else None

    def _readings(self, lex: Lexemes, at: int, element: _Element, start: int) -> Iterator[tuple[int, str, Value]]:
        if at >= len(lex) or (at > start and lex.joins[at] == BARRIER):
            return
        if element.adjacent and lex.joins[at] != ADJACENT:
            return
        if lex.low[at] in element.literals:
            yield at + 1, "", 0
        for name in element.classes:
            found = part_classes()[name].read(lex, at)
            if found is not None:
                yield found[0], name, found[1]


@cache
def constructions() -> Sequence[Construction]:
    """All rows of the table, in its order."""
    return decode(_Table, table("constructions")).construction


@cache
def _index() -> Mapping[str, Sequence[_Pattern]]:
    """Key of a first lexeme to the patterns that may begin there."""
    index: dict[str, list[_Pattern]] = {}
    for construction in constructions():
        for written in construction.patterns:
            pattern = _Pattern(construction, tuple(map(_Element.of, written.split())))
            for key in _first_keys(pattern.elements):
                index.setdefault(key, []).append(pattern)
    return index


def _first_keys(elements: Sequence[_Element]) -> frozenset[str]:
    keys: frozenset[str] = frozenset()
    for element in elements:
        keys |= element.keys()
        if not element.optional:
            break
    return keys


def matches_at(lex: Lexemes, at: int) -> list[Match]:
    """The constructions that begin at the lexeme *at*, the longest first; of two equally long ones the earlier row."""
    found = [match for pattern in _index().get(lex.keys[at], ()) if (match := pattern.match(lex, at)) is not None]
    return sorted(found, key=lambda match: -match.end)
