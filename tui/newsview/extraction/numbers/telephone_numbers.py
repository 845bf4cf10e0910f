"""Telephone numbers (labels): "555-0142", "(555) 123-4567", "1-800-555-0199", "020 7946 0958", "+44 20 7946 0958"."""

from __future__ import annotations

import re

from newsview.extraction.numbers.lexicon import LABELS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity

_GAP = r"[ \u00a0.-]"
_NUMBER = re.compile(
    rf"(?<![\w$£€.,-])(?:"
    rf"\+\d{{1,3}}(?:{_GAP}?\(?\d{{1,4}}\)?){{2,5}}"  # +44 20 7946 0958
    rf"|(?:1{_GAP})?(?:\(\d{{3}}\) ?|\d{{3}}{_GAP})\d{{3}}[.-]\d{{4}}"  # 1-800-555-0199, (555) 123-4567
    rf"|1[38]00{_GAP}\d{{3}}{_GAP}\d{{3}}"  # 1800 333 000
    rf"|0\d{{1,4}}{_GAP}\d{{3,4}}{_GAP}?\d{{3,4}}"  # 020 7946 0958
    rf"|\d{{3}}-\d{{4}}"  # 555-0142, only after a word of calling
    rf")(?![\w%]|[.,-]\d)"
)
_LOCAL = 8
"""Characters of a number without area code, which may also be a range."""


def telephones(pieces: Pieces) -> list[tuple[int, int]]:
    """(start, end) in code points of everything in the text that has the form of a telephone number, in order."""
    return [match.span() for match in _NUMBER.finditer(pieces.text)]


def is_telephone(pieces: Pieces, quantity: Quantity, start: int, end: int) -> bool:
    """Whether the form from *start* to *end*, of which *quantity* is the first part, is no range."""
    return end - start > _LOCAL or pieces.word(quantity.first - 1) in LABELS.calling


def is_listed(pieces: Pieces, before: Quantity, quantity: Quantity) -> bool:
    """Whether *quantity* goes on a list of telephone numbers: "624-0456; 225-0452 or 225-0458"."""
    return before.kind == "label" and pieces.words(before.end, quantity.first) in LABELS.list_links


def covered(pieces: Pieces, quantity: Quantity, start: int, end: int) -> tuple[int, int]:
    """(first, end) of the pieces from *start* to *end*, some of which are *quantity*."""
    first, stop = quantity.first, quantity.end
    while pieces.at(first - 1).start >= start:
        first -= 1
    while start < pieces.at(stop).end <= end:
        stop += 1
    return first, stop
