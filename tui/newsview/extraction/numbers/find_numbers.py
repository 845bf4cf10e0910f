"""Number extraction: the stages from a parsed Doc to its records, in order."""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.numbers.ages import find_age
from newsview.extraction.numbers.anaphora import recall_units
from newsview.extraction.numbers.change_endpoints import link_levels
from newsview.extraction.numbers.compound_amounts import join_compounds
from newsview.extraction.numbers.conversions import link_conversions
from newsview.extraction.numbers.counts import find_counted
from newsview.extraction.numbers.currency_country import choose_currency
from newsview.extraction.numbers.dot_thousands import scale_dot_thousands
from newsview.extraction.numbers.ellipsis import share_units
from newsview.extraction.numbers.fractions import join_shares
from newsview.extraction.numbers.iso_durations import iso_duration
from newsview.extraction.numbers.label_numbers import cover_name, is_label
from newsview.extraction.numbers.lexicon import COUNTS
from newsview.extraction.numbers.modifiers import find_modifier
from newsview.extraction.numbers.per_unit import find_per, join_rates
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.quantity_reader import opening, read_quantities
from newsview.extraction.numbers.ranges import join_ranges
from newsview.extraction.numbers.scores import join_results
from newsview.extraction.numbers.shared_subjects import share_subjects
from newsview.extraction.numbers.subject import Subjects
from newsview.extraction.numbers.telephone_numbers import join_telephones
from newsview.extraction.numbers.trends import find_trend
from newsview.extraction.provenance import Trace
from newsview.model.facts import Number

FORM_KINDS = frozenset({"money", "percent", "percentage_point", "measure", "score", "ratio"})
"""Kinds determined by the notation alone."""

TRENDLESS = frozenset({"ordinal", "score", "age", "ratio"})
SUBJECTLESS = frozenset({"label", "ordinal", "score"})


def find_numbers(tokens: Tokens, dates: Sequence[Number], trace: Trace | None = None) -> list[Number]:
    """Quantities and labels outside *dates*; *trace* receives the rules of each."""
    pieces = Pieces(tokens, dates, opening())
    quantities = join_results(pieces, join_telephones(pieces, read_quantities(pieces)))
    quantities = join_ranges(pieces, join_shares(pieces, join_compounds(pieces, quantities)))
    quantities = [quantity for quantity in quantities if _interpret(pieces, quantity)]
    quantities = join_rates(pieces, quantities)
    share_units(pieces, quantities)
    recall_units(pieces, quantities)
    for quantity in quantities:
        if quantity.kind != "label":
            _qualify(pieces, quantity)
    link_levels(pieces, quantities)
    subjects = Subjects(pieces, quantities)
    for quantity in quantities:
        if quantity.kind not in SUBJECTLESS:
            subjects.set_subject(quantity)
    share_subjects(pieces, quantities)
    link_conversions(pieces, quantities)
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


def _interpret(pieces: Pieces, quantity: Quantity) -> bool:
    """Sets what *quantity* counts or names; False if it is not a number ("the one", "no one")."""
    if quantity.kind in ("cardinal", "duration") and find_age(pieces, quantity):
        return True
    if is_label(pieces, quantity):
        if quantity.numeral.spelled and quantity.value == 1 and pieces.at(quantity.first).text.islower():
            return False  # 'the first one'
        quantity.kind, quantity.unit, quantity.unit_pieces, quantity.high = "label", None, None, None
        cover_name(pieces, quantity)
        return True
    choose_currency(pieces, quantity)
    if quantity.kind in FORM_KINDS:
        return True
    if quantity.unit is None and quantity.kind != "ordinal":
        counted = find_counted(pieces, quantity)
        hyphened = (
            pieces.at(quantity.end).text == "-" and pieces.at(quantity.end + 1).glued
        )  # 'one-sided', 'two-tiered'
        if quantity.numeral.spelled and hyphened and pieces.word(quantity.end + 1) in COUNTS.agents:
            return False
        if (
            quantity.numeral.spelled
            and not counted
            and (quantity.value == 1 or hyphened)
            and quantity.kind == "cardinal"
        ):
            return False
    return True


def _qualify(pieces: Pieces, quantity: Quantity) -> None:
    """Sets rate, modifier, trend and ISO duration of *quantity* from the words around it."""
    if quantity.per is None:
        find_per(pieces, quantity)
    scale_dot_thousands(pieces, quantity)
    find_modifier(pieces, quantity)
    if quantity.kind not in TRENDLESS:
        find_trend(pieces, quantity)
    if quantity.kind == "duration" and quantity.high is None and quantity.unit is not None:
        quantity.iso = iso_duration(quantity.value, quantity.unit)
