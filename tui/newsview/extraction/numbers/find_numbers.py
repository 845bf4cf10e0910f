"""Number extraction: the stages from a parsed Doc to its records, in order."""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.classify import classify
from newsview.extraction.numbers.join_quantities import join_quantities
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.qualify import qualify
from newsview.extraction.numbers.quantity_reader import opening, read_quantities
from newsview.extraction.numbers.relate import relate
from newsview.extraction.provenance import Trace
from newsview.model.facts import Number


def find_numbers(tokens: Tokens, dates: Sequence[Number], trace: Trace | None = None) -> list[Number]:
    """Quantities and labels outside *dates*; *trace* receives the rules of each."""
    pieces = Pieces(tokens, dates, opening())
    quantities = read_quantities(pieces)
    for stage in (join_quantities, classify, qualify, relate):
        quantities = stage(pieces, quantities)
    records = [quantity.record(pieces, position) for position, quantity in enumerate(quantities)]
    if trace is not None:
        made = zip(records, quantities, strict=True)
        trace.update(((record.start, record.end), each.rules) for record, each in made if record is not None)
    return _apart([record for record in records if record is not None])


def _apart(numbers: list[Number]) -> list[Number]:
    """*numbers* without those that overlap the previous one: "A2-B3" is one label."""
    kept: list[Number] = []
    for number in numbers:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept
