"""From a parsed Doc to its quantities."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from newsview.extraction.numbers.ages import find_age
from newsview.extraction.numbers.counts import find_counted
from newsview.extraction.numbers.labels import is_label
from newsview.extraction.numbers.lexemes import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.ranges import join_ranges
from newsview.extraction.numbers.reading import read_quantities
from newsview.facts import Number


def find_numbers(doc: Doc, dates: Sequence[Number]) -> list[Number]:
    """The quantities and labels of *doc* that lie outside *dates*; offsets are code points into ``doc.text``."""
    pieces = Pieces(doc, dates)
    quantities = join_ranges(pieces, read_quantities(pieces))
    quantities = [quantity for quantity in quantities if _interpret(pieces, quantity)]
    records = [quantity.record(pieces, position) for position, quantity in enumerate(quantities)]
    return [record for record in records if record is not None]


def _interpret(pieces: Pieces, quantity: Quantity) -> bool:
    """Finds out what *quantity* counts or names; False when it is no number at all ('the one', 'no one')."""
    if quantity.kind in ("money", "percent", "percentage_point", "measure"):
        return True
    if is_label(pieces, quantity):
        quantity.kind, quantity.unit, quantity.unit_pieces = "label", None, None
        return True
    if find_age(pieces, quantity):
        return True
    if quantity.unit is None:
        counted = find_counted(pieces, quantity)
        if quantity.numeral.spelled and quantity.value == 1 and not counted:
            return False
    return True
