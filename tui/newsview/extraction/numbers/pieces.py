"""Pieces of a Doc: its lexemes in the sentences that may hold a number, digits joined with their points and commas.

Numerals are read from pieces because spaCy's tokenization of "155mm" varies with its context.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Token

from newsview.extraction import doc_extensions
from newsview.extraction.lexical.characters import APOSTROPHES
from newsview.extraction.lexical.lexemes import ADJACENT, Lexemes, Shape
from newsview.extraction.lexical.tokens import Tokens
from newsview.model.facts import Number

_ONE_OF = re.compile(r"\ban? (([^\W\d_]+)(?:[- ][^\W\d_]+)?)")
"""'a year', 'a metric ton', 'a light-year': one of something, in one word and in two."""


class Piece(NamedTuple):
    """``text[start:end]`` in the token with index *token*; *glued* if there is no white space before it."""

    shape: Shape
    text: str
    lower: str
    start: int
    end: int
    token: int
    glued: bool


_POINTS = frozenset(".,")
_BEFORE_POINT = frozenset({"_", *_POINTS})
LONGEST_TOKEN = 80
"""Characters of the longest token that may contain a number; longer ones are web addresses, hashes and noise."""
MARGIN = 64
"""Edges after the last piece, also found at negative indexes: rules look back and ahead without asking for the bounds."""
EDGE = Piece("edge", "", "", -1, -1, -1, False)
"""Piece between two sentences and outside the Doc, so that no rule crosses a sentence boundary."""


class Opening(NamedTuple):
    """What shows that a sentence may hold a number besides a digit: a token among *words*, or 'a' and one of *units*; all in lower case."""

    words: frozenset[str]
    units: frozenset[str]


class Pieces:
    """The pieces of a Doc in order; those inside *dates* are marked as taken.

    Only sentences with a digit or with what *opening* names outside *dates* are read, since most sentences of an
    article contain no number; None reads all.
    """

    def __init__(self, tokens: Tokens, dates: Sequence[Number], opening: Opening | None = None) -> None:
        self.doc, self.text, self.offsets, self.heads = tokens.doc, tokens.text, tokens.offsets, tokens.heads
        self._ends = tokens.ends
        self._pieces = _cut(tokens, dates, opening)
        self._size = len(self._pieces)
        self.taken = _inside(self._pieces, dates)
        self._pieces += [EDGE] * MARGIN
        self._lower = [piece.lower for piece in self._pieces]
        self._people = doc_extensions.people_tokens(self.doc, self.offsets)

    def __len__(self) -> int:
        return self._size

    def at(self, index: int) -> Piece:
        """The piece *index*, or EDGE outside the Doc; *index* is at least -MARGIN."""
        try:
            return self._pieces[index]
        except IndexError:
            return EDGE

    def word(self, index: int) -> str:
        """The piece *index* in lower case."""
        try:
            return self._lower[index]
        except IndexError:
            return ""

    def words(self, first: int, end: int) -> tuple[str, ...]:
        """The pieces from *first* to before *end* in lower case."""
        return tuple(self._lower[first:end]) if first >= 0 else tuple(self.word(index) for index in range(first, end))

    def in_one_sentence(self, first: int, end: int) -> bool:
        """Whether no sentence begins in the pieces from *first* to before *end*."""
        return all(self.at(index).shape != "edge" for index in range(first, end))

    def token(self, index: int) -> Token:
        """The spaCy token that contains the piece *index*."""
        return self.doc[self._pieces[index].token]

    def is_person(self, token: Token) -> bool:
        """Whether *token* is part of a person's name, by the grouped entities or else by the recognizer."""
        return token.i in self._people or token.ent_type_ == "PERSON"

    def tokens(self, first: int, end: int) -> tuple[int, int]:
        """Token range (start, end) that contains the pieces from *first* to before *end*."""
        return self._pieces[first].token, self._pieces[end - 1].token + 1

    def first_of_token(self, token: int, near: int) -> int:
        """First piece of the token with index *token*, searched from the piece *near*."""
        while near > 0 and self.at(near).token >= token:
            near -= 1
        while near < self._size and self._pieces[near].token < token:
            near += 1
        return near

    def span(self, first: int, end: int) -> tuple[int, int]:
        """(start, end), in code points, of the pieces from *first* to before *end*."""
        return self._pieces[first].start, self._pieces[end - 1].end

    def numeral_starts(self, words: frozenset[str]) -> list[int]:
        """Indexes at which a numeral may begin: digits, glyphs and *words*, outside dates and long tokens."""
        return [
            index
            for index, piece in enumerate(self._pieces)
            if (piece.shape in ("digits", "glyph") or piece.lower in words)
            and index not in self.taken
            and self._ends[piece.token] - self.offsets[piece.token] <= LONGEST_TOKEN
        ]


def before_owner(pieces: Pieces, at: int) -> int:
    """First piece of a date that possesses what begins at the piece *at*, else *at*: "last year's 36.5m"."""
    if pieces.word(at - 1) != "s" or pieces.word(at - 2) not in APOSTROPHES or at - 3 not in pieces.taken:
        return at
    at -= 3
    while at - 1 in pieces.taken:
        at -= 1
    return at


def _cut(tokens: Tokens, dates: Sequence[Number], opening: Opening | None) -> list[Piece]:
    """Pieces of the sentences of the Doc that may contain a number, with EDGE before each sentence."""
    pieces: list[Piece] = []
    lexemes, whole = tokens.lexemes, tokens.text
    shapes, starts, ends, owners, low = lexemes.shapes, lexemes.starts, lexemes.ends, lexemes.tokens, lexemes.low
    bounds = [start for token, start in enumerate(tokens.offsets) if tokens.initial[token] or not token]
    bounds.append(len(tokens.text))
    for begin, close in pairwise(bounds) if opening is None else _promising(tokens, bounds, dates, opening):
        pieces.append(EDGE)
        at, last = bisect_left(lexemes.starts, begin, 0, lexemes.size), -1
        stop = bisect_left(lexemes.starts, close, at, lexemes.size)
        while at < stop:
            shape, start, end = shapes[at], starts[at], ends[at]
            text, behind = whole[start:end], at + 1
            if shape == "digits" or text == ".":
                behind = _behind_digits(lexemes, at, stop)
                if behind > at + 1:
                    shape, end = "digits", ends[behind - 1]
                    text = whole[start:end]
            lower = low[at] if shape == "word" else text.lower()
            pieces.append(Piece(shape, text, lower, start, end, owners[at], start == last))
            at, last = behind, end
    return pieces


def _behind_digits(lexemes: Lexemes, at: int, stop: int) -> int:
    """End of the digits with points and commas between that begin at *at*, before *stop*: "1,200.5", ".5"."""
    if lexemes.shapes[at] == "digits":
        at += 1
        while (
            at + 1 < stop and lexemes.low[at] in _POINTS and lexemes.joins[at] == ADJACENT and _digits(lexemes, at + 1)
        ):
            at += 2
        return at
    before = lexemes.text[lexemes.starts[at] - 1 : lexemes.starts[at]]
    leads = at + 1 < stop and _digits(lexemes, at + 1) and not (before.isalnum() or before in _BEFORE_POINT)
    return at + 2 if leads else at + 1


def _digits(lexemes: Lexemes, at: int) -> bool:
    return lexemes.shapes[at] == "digits" and lexemes.joins[at] == ADJACENT


def _promising(
    tokens: Tokens, bounds: Sequence[int], dates: Sequence[Number], opening: Opening
) -> list[tuple[int, int]]:
    """Spans between *bounds* that contain a digit or what *opening* names outside *dates*."""
    lexemes, units = tokens.lexemes, opening.units
    offsets = [start for start, word in zip(tokens.offsets, tokens.lower, strict=True) if word in opening.words]
    offsets += [lexemes.starts[at] for at, shape in enumerate(lexemes.shapes) if shape in ("digits", "glyph")]
    offsets += [found.start() for found in _ONE_OF.finditer(tokens.text) if found[1] in units or found[2] in units]
    dated = {offset for date in dates for offset in range(date.start, date.end)}
    numbers = sorted({bisect_right(bounds, offset) - 1 for offset in offsets if offset not in dated})
    return [(bounds[number], bounds[number + 1]) for number in numbers if 0 <= number < len(bounds) - 1]


def _inside(pieces: Sequence[Piece], dates: Sequence[Number]) -> frozenset[int]:
    """Indexes of the pieces that overlap one of *dates*."""
    if not dates:
        return frozenset()
    taken: list[int] = []
    spans = sorted((date.start, date.end) for date in dates)
    starts = [piece.start for piece in pieces if piece.shape != "edge"]
    places = [index for index, piece in enumerate(pieces) if piece.shape != "edge"]
    for start, end in spans:
        at = max(0, bisect_right(starts, start) - 1)
        at += at < len(places) and pieces[places[at]].end <= start
        while at < len(places) and starts[at] < end:
            taken.append(places[at])
            at += 1
    return frozenset(taken)
