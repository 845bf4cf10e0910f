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
    rf"|0\d{{2,4}}{_GAP}\d{{3,4}}{_GAP}?\d{{3,4}}"  # 020 7946 0958
    rf"|\d{{3}}-\d{{4}}"  # 555-0142, only after a word of calling
    rf")(?![\w%]|[.,-]\d)"
)
_LOCAL = 8
"""Characters of a number without area code, which may also be a range."""


def join_telephones(pieces: Pieces, quantities: list[Quantity]) -> list[Quantity]:
    """*quantities* with the parts of every telephone number joined into one label."""
    found = [match.span() for match in _NUMBER.finditer(pieces.text)] if quantities else []
    if not found:
        return quantities
    joined: list[Quantity] = []
    spans = iter(found)
    start, end = next(spans)
    for quantity in quantities:
        begin, stop = pieces.span(quantity.first, quantity.end)
        while end <= begin and (start, end) != found[-1]:
            start, end = next(spans)
        inside = start <= begin and stop <= end
        if (
            inside
            and joined
            and joined[-1].kind == "label"
            and pieces.span(joined[-1].first, joined[-1].end) == (start, end)
        ):
            continue
        if inside and _is_telephone(pieces, quantity, start, end):
            _cover(pieces, quantity, start, end)
            quantity.by(join_telephones)
        joined.append(quantity)
    return joined


def _is_telephone(pieces: Pieces, quantity: Quantity, start: int, end: int) -> bool:
    return end - start > _LOCAL or pieces.word(quantity.first - 1) in LABELS.calling


def _cover(pieces: Pieces, quantity: Quantity, start: int, end: int) -> None:
    quantity.kind, quantity.unit, quantity.unit_pieces, quantity.high = "label", None, None, None
    while pieces.at(quantity.first - 1).start >= start:
        quantity.first -= 1
    while start < pieces.at(quantity.end).end <= end:
        quantity.end += 1
