"""Table of date constructions, and the matcher that finds the longest one at a lexeme.

A pattern is a sequence of elements: a literal lexeme (``of``), a class (``MONTH``), alternatives (``past|last``);
``?`` after an element makes it optional, ``+`` before it excludes white space between. Nothing repeats, so the length of
a match is bounded and the cost is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsview.extraction.dates.part_class import PartClass, Value
from newsview.extraction.dates.parts import part_classes
from newsview.extraction.lexical.lexemes import ADJACENT, BARRIER, Lexemes
from newsview.extraction.provenance import TableRow
from newsview.model.codec import decode
from newsview.model.data_files import toml


@dataclass(frozen=True, slots=True)
class Construction:
    """A row of ``data/constructions.toml``; its patterns share one meaning."""

    name: str
    patterns: Sequence[str]
    example: str
    meaning: str | None = None

    @property
    def row(self) -> TableRow:
        """The row itself, as the rule of the dates that it finds."""
        return TableRow("extraction/dates/data/constructions.toml", self.name)


@dataclass(frozen=True, slots=True)
class _Table:
    """Content of ``data/constructions.toml``."""

    construction: Sequence[Construction]


@dataclass(frozen=True, slots=True)
class Match:
    """The lexemes ``[start:end]`` matched by *construction*; *parts* by class, the second of a class as ``DAY2``."""

    construction: Construction
    start: int
    end: int
    parts: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class _Edge:
    """An edge of the pattern tree for lexemes with *keys*: a literal (``part`` is None) or a part for *field*."""

    keys: frozenset[str]
    adjacent: bool
    part: PartClass | None
    field: str
    node: _Node


class _Node:
    """A node of the pattern tree: its outgoing edges, and the rows that end here."""

    __slots__ = ("_known", "literals", "parts", "rows")

    def __init__(self) -> None:
        self._known: dict[str, list[_Edge]] | None = None
        self.literals: dict[str, list[_Edge]] = {}
        self.parts: list[_Edge] = []
        self.rows: list[int] = []

    def keys(self) -> frozenset[str]:
        """Keys of the lexemes that can come next."""
        return frozenset(self.literals).union(*(edge.keys for edge in self.parts))

    def edges(self, key: str) -> Sequence[_Edge]:
        """The outgoing edges for a lexeme with *key*; only of a finished tree, whose nodes are indexed at first use."""
        if self._known is None:
            known = {word: list(edges) for word, edges in self.literals.items()}
            for edge in self.parts:
                for word in edge.keys:
                    known.setdefault(word, []).append(edge)
            self._known = known
        return self._known.get(key, ())


@cache
def constructions() -> Sequence[Construction]:
    """All rows of the table, in order."""
    return decode(_Table, toml(__package__, "constructions")).construction


@cache
def followers() -> Mapping[str, frozenset[str] | None]:
    """{key of a first lexeme: the keys that can follow it}; None where any key can."""
    root = _tree()
    keys = set(root.literals).union(*(edge.keys for edge in root.parts))
    return {
        key: _after(key, [*root.literals.get(key, ()), *(edge for edge in root.parts if key in edge.keys)])
        for key in keys
    }


def _after(key: str, edges: Sequence[_Edge]) -> frozenset[str] | None:
    """The keys that can follow *key* by *edges*; None where it can be all of a date, or the first of a part of any length."""
    found = frozenset[str]()
    for edge in edges:
        if edge.part is not None:
            inner = edge.part.inner.get(key)
            if inner is None:
                return None
            found |= inner
            if key in edge.part.unfinished:
                continue
        if edge.node.rows:
            return None
        found |= edge.node.keys()
    return found


@cache
def _tree() -> _Node:
    """All patterns as one tree, so that common prefixes are matched once."""
    root, known = _Node(), dict[tuple[int, str, bool], _Node]()
    for row, construction in enumerate(constructions()):
        for pattern in construction.patterns:
            _add(root, [_choices(element) for element in pattern.split()], row, (), known)
    return root


def _choices(element: str) -> Sequence[str]:
    """The single elements of a pattern's *element*: of "A|B?" they are A, B and the empty one."""
    optional = element.endswith("?") and len(element) > 1
    adjacent = "+" if element.startswith("+") and len(element) > 1 else ""
    body = element[len(adjacent) : len(element) - optional]
    return [*(adjacent + word for word in body.split("|")), *([""] if optional else [])]


def _add(
    node: _Node,
    elements: Sequence[Sequence[str]],
    row: int,
    seen: tuple[str, ...],
    known: dict[tuple[int, str, bool], _Node],
) -> None:
    """Add every way through the *elements* below *node*, for *row*; *seen* are the classes on the way to it."""
    if not elements:
        if row not in node.rows:
            node.rows.append(row)
        return
    for word in elements[0]:
        below, behind = _grown(node, word, seen, known) if word else (node, seen)
        _add(below, elements[1:], row, behind, known)


def _grown(
    node: _Node, word: str, seen: tuple[str, ...], known: dict[tuple[int, str, bool], _Node]
) -> tuple[_Node, tuple[str, ...]]:
    """The node after *word* from *node*, created if missing, with the classes on the way to it.

    A second part of a class has a field of its own.
    """
    adjacent = word.startswith("+") and len(word) > 1
    name = word[adjacent:]
    part = part_classes().get(name)
    field = name + "2" if part is not None and name in seen else name
    key = (id(node), field, adjacent)
    if key not in known:
        known[key] = _Node()
        edge = _Edge(part.keys if part else frozenset({name}), adjacent, part, field if part else "", known[key])
        (node.parts if part else node.literals.setdefault(name, [])).append(edge)
    return known[key], (*seen, name) if part else seen


def matches_at(lex: Lexemes, at: int) -> list[Match]:
    """The constructions that begin at the lexeme *at*, longest first; of equal length, the earlier row first."""
    found: list[tuple[int, int, dict[str, Value]]] = []
    _walk(lex, at, at, _tree(), {}, found)
    if not found:
        return []
    found.sort(key=lambda each: (-each[0], each[1]))
    rows = constructions()
    return [Match(rows[row], at, end, parts) for end, row, parts in found]


def _walk(
    lex: Lexemes,
    start: int,
    at: int,
    node: _Node,
    parts: dict[str, Value],
    found: list[tuple[int, int, dict[str, Value]]],
) -> None:
    """Add to *found* every row that ends at or below *node*, with its parts."""
    for row in node.rows:
        found.append((at, row, parts))
    if at > start and lex.joins[at] == BARRIER:
        return
    keys = lex.keys
    for edge in node.edges(keys[at]):
        if edge.adjacent and lex.joins[at] != ADJACENT:
            continue
        below = edge.node
        if edge.part is None:
            if below.rows or below.edges(keys[at + 1]):  # most words begin nothing: "the", "in", "10"
                _walk(lex, start, at + 1, below, parts, found)
        elif (read := edge.part.read(lex, at)) is not None and (below.rows or below.edges(keys[read[0]])):
            _walk(lex, start, read[0], below, parts | {edge.field: read[1]}, found)
