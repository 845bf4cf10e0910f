"""Pieces of a Doc: digit runs, words and marks, split more finely than spaCy's tokens.

Numerals are read from pieces because spaCy's tokenization of "155mm" varies with its context. Each piece has the
index of the token that contains it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from newsview.extraction import doc_extensions
from newsview.extraction.doc_text import Text
from newsview.model.facts import Number

Shape = Literal["digits", "glyph", "word", "mark", "edge"]

_PIECE = re.compile(
    r"(\d+(?:[.,]\d+)*|(?<![\w.,])\.\d+)"
    r"|([¼-¾⅐-⅞↉])"
    r"|([^\W\d_¼-¾⅐-⅟↉²³¹⁰⁴-⁹]+)"
    r"|([^\s\w]|_|\w)"
)
"""Each alternative consumes its match once, so matching is linear in the length of the text."""
_DIGIT = re.compile(r"\d[\d.,]*|[¼-¾⅐-⅞↉]")
_ONE_OF = re.compile(r"\ban? (([^\W\d_]+)(?:[- ][^\W\d_]+)?)")
"""'a year', 'a metric ton', 'a light-year': one of something, in one word and in two."""
_SHAPES: tuple[Shape, ...] = ("edge", "digits", "glyph", "word", "mark")


class Piece(NamedTuple):
    """``text[start:end]`` in the token with index *token*; *glued* if there is no white space before it."""

    shape: Shape
    text: str
    lower: str
    start: int
    end: int
    token: int
    glued: bool


LONGEST_TOKEN = 80
"""Characters of the longest token that may contain a number; longer ones are web addresses, hashes and noise."""
EDGE = Piece("edge", "", "", -1, -1, -1, False)
"""Piece between two sentences and outside the Doc, so that no rule crosses a sentence boundary."""


class Opening(NamedTuple):
    """What shows that a sentence may hold a number besides a digit: a token among *words*, or 'a' and one of *units*; all in lower case."""

    words: frozenset[str]
    units: frozenset[str]


class Pieces:
    """The pieces of a Doc in order; those inside *dates* are marked as taken.

    Only sentences with a digit or with what *opening* names are split, since most sentences of an article contain no
    number; None splits all. *text* is the text of *doc*, if it has been read already.
    """

    def __init__(
        self, doc: Doc, dates: Sequence[Number], opening: Opening | None = None, text: Text | None = None
    ) -> None:
        text = text or Text(doc)
        self.doc = doc
        self.text = text.string
        self.offsets = text.offsets
        self._pieces = _cut(doc, self.text, opening)
        self.taken = _inside(self._pieces, dates)
        self._people = doc_extensions.people_tokens(doc, self.offsets)

    def __len__(self) -> int:
        return len(self._pieces)

    def at(self, index: int) -> Piece:
        """The piece *index*, or EDGE outside the Doc."""
        return self._pieces[index] if 0 <= index < len(self._pieces) else EDGE

    def word(self, index: int) -> str:
        """The piece *index* in lower case."""
        return self.at(index).lower

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
        while near < len(self._pieces) and self._pieces[near].token < token:
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
            and len(self.doc[piece.token]) <= LONGEST_TOKEN
        ]


def _cut(doc: Doc, text: str, opening: Opening | None) -> list[Piece]:
    """Pieces of the sentences of *doc* that may contain a number, with EDGE before each sentence."""
    pieces: list[Piece] = []
    if not len(doc):
        return pieces
    starts, lengths, firsts, lower = doc.to_array(["IDX", "LENGTH", "SENT_START", "LOWER"]).T.tolist()
    bounds = [start for start, first in zip(starts, firsts, strict=True) if first == 1 or start == starts[0]]
    bounds.append(len(text))
    last, token = len(starts) - 1, 0
    for begin, close in pairwise(bounds) if opening is None else _promising(doc, text, bounds, starts, lower, opening):
        pieces.append(EDGE)
        last_end = -1
        for match in _PIECE.finditer(text, begin, close):
            start, end = match.span()
            while token < last and starts[token] + lengths[token] <= start:
                token += 1
            piece = match[0]
            shape = _SHAPES[match.lastindex or 0]
            pieces.append(Piece(shape, piece, piece.lower(), start, end, token, start == last_end))
            last_end = end
    return pieces


def _promising(
    doc: Doc, text: str, bounds: Sequence[int], starts: Sequence[int], lower: Sequence[int], opening: Opening
) -> list[tuple[int, int]]:
    """Spans between *bounds* that contain a digit or what *opening* names."""
    strings = doc.vocab.strings
    wanted = {strings[word] for word in opening.words}
    offsets = [start for start, key in zip(starts, lower, strict=True) if key in wanted]
    offsets += [match.start() for match in _DIGIT.finditer(text)]
    units = opening.units
    offsets += [match.start() for match in _ONE_OF.finditer(text) if match[1] in units or match[2] in units]
    numbers = sorted({bisect_right(bounds, offset) - 1 for offset in offsets})
    return [(bounds[number], bounds[number + 1]) for number in numbers if 0 <= number < len(bounds) - 1]


def _inside(pieces: Sequence[Piece], dates: Sequence[Number]) -> frozenset[int]:
    """Indexes of the pieces that overlap one of *dates*."""
    if not dates:
        return frozenset()
    taken: list[int] = []
    spans = sorted((date.start, date.end) for date in dates)
    at = 0
    for index, piece in enumerate(pieces):
        if piece.shape == "edge":
            continue
        while at < len(spans) and spans[at][1] <= piece.start:
            at += 1
        if at < len(spans) and spans[at][0] < piece.end:
            taken.append(index)
    return frozenset(taken)
