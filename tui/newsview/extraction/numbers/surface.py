"""Patterns of the words around a number, and the matcher for them.

A pattern is a sequence of elements around ``NUM``, the number itself: "NUM +DASH? old|olds", "as young|old as NUM". An
element is a literal piece, alternatives, or a class in capitals; ``?`` after it makes it optional, ``+`` before it
excludes white space before the piece. The syntax is that of the constructions of dates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from newsview.extraction.lexical.characters import JOINTS
from newsview.extraction.numbers.pieces import Piece, Pieces
from newsview.extraction.tables import Words

Test = Callable[[Piece], bool]
CLASSES: Mapping[str, Test] = {
    "WORD": lambda piece: piece.shape == "word",
    "DIGITS": lambda piece: piece.shape == "digits",
    "DASH": lambda piece: piece.text in JOINTS,
}
"""Classes that every table has."""


T = TypeVar("T")


class _Element(NamedTuple):
    test: Test
    glued: bool
    words: Words | None = None
    """What the element may be, if it is no class."""

    def fits(self, piece: Piece) -> bool:
        """Whether *piece* is this element."""
        return (piece.glued or not self.glued) and self.test(piece)


class Pattern(NamedTuple):
    """Elements before the number, nearest first, and after it; *glued*: no white space before the number."""

    before: Sequence[_Element]
    after: Sequence[_Element]
    glued: bool = False

    def around(self, pieces: Pieces, first: int, end: int) -> tuple[int, int] | None:
        """(first, end) of the pieces of the pattern around the number from *first* to before *end*; None if it is not there."""
        if self.glued and not pieces.at(first).glued:
            return None
        for element in self.before:
            first -= 1
            if not element.fits(pieces.at(first)):
                return None
        for element in self.after:
            if not element.fits(pieces.at(end)):
                return None
            end += 1
        return first, end


class PatternTable(Generic[T]):
    """Patterns with what each stands for, in order; those of a number are found by the word beside it."""

    def __init__(self, listed: Sequence[tuple[T, Pattern]]) -> None:
        self._listed = listed
        self._before: dict[str, list[int]] = {}
        self._after: dict[str, list[int]] = {}
        self._other: list[int] = []
        for position, (_, pattern) in enumerate(listed):
            for elements, places in ((pattern.after, self._after), (pattern.before, self._before)):
                if elements and elements[0].words is not None:
                    for word in elements[0].words:
                        places.setdefault(word, []).append(position)
                    break
            else:
                self._other.append(position)

    def around(self, pieces: Pieces, first: int, end: int) -> Iterator[tuple[T, tuple[int, int]]]:
        """What the patterns around the number from *first* to before *end* stand for, in order, with their pieces."""
        near = (
            *self._other,
            *self._after.get(pieces.word(end), ()),
            *self._before.get(pieces.word(first - 1), ()),
        )
        for position in sorted(near):
            meaning, pattern = self._listed[position]
            place = pattern.around(pieces, first, end)
            if place is not None:
                yield meaning, place


def patterns(written: str, lists: Mapping[str, Words], classes: Mapping[str, Test] = CLASSES) -> Iterator[Pattern]:
    """The pattern *written* in every combination of its optional elements; a class may be one of *lists* in capitals."""
    before, after = written.split("NUM")
    glued = before.endswith("+")
    before = before.removesuffix("+")
    for left, right in product(_expanded(before, lists, classes), _expanded(after, lists, classes)):
        yield Pattern(left[::-1], right, glued)


def _expanded(written: str, lists: Mapping[str, Words], classes: Mapping[str, Test]) -> Iterator[tuple[_Element, ...]]:
    choices: list[tuple[tuple[_Element, ...], ...]] = []
    for word in written.split():
        optional, glued = word.endswith("?"), word.startswith("+")
        name = word[glued : len(word) - optional]
        words = lists[name.lower()] if name.isupper() and name not in classes else frozenset(name.split("|"))
        test = classes.get(name)
        element = _Element(test, glued) if test is not None else _Element(_among(words), glued, words)
        choices.append(((element,), ()) if optional else ((element,),))
    for combination in product(*choices):
        yield tuple(element for part in combination for element in part)


def _among(words: Words) -> Test:
    return lambda piece: piece.lower in words
