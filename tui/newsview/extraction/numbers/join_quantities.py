"""Second stage: numbers that are parts of one, joined: telephone numbers, scores, compounds, fractions, ranges."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from newsview.extraction.numbers.compound_amounts import compounds, parts_in
from newsview.extraction.numbers.fractions import is_share
from newsview.extraction.numbers.lexicon import FRACTIONS
from newsview.extraction.numbers.numeral import Numeral
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.ranges import is_range, value_from
from newsview.extraction.numbers.scores import has_third_side, is_record, level_score, result
from newsview.extraction.numbers.telephone_numbers import covered, is_listed, is_telephone, telephones


def join_quantities(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* with those that are parts of one number replaced by it."""
    joined = join_telephones(pieces, quantities)
    for step in (join_results, join_compounds, join_shares, join_ranges):
        joined = step(pieces, joined)
    return joined


def join_telephones(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* with the parts of every telephone number joined into one label."""
    found = telephones(pieces) if quantities else []
    joined: list[Quantity] = []
    position = whole = 0
    for quantity in quantities:
        start, end = pieces.span(quantity.first, quantity.end)
        while position < len(found) and found[position][1] <= start:
            position += 1
        if position < len(found) and found[position][0] <= start and end <= found[position][1]:
            if start < whole:
                continue
            listed = bool(joined) and start > whole > 0 and is_listed(pieces, joined[-1], quantity)
            if listed or is_telephone(pieces, quantity, *found[position]):
                whole = found[position][1]
                quantity = _label(pieces, quantity, found[position])
        joined.append(quantity)
    return joined


def _label(pieces: Pieces, part: Quantity, span: tuple[int, int]) -> Quantity:
    first, end = covered(pieces, part, *span)
    rules = part.rules_with(join_telephones)
    return Quantity(part.numeral, first, end, part.value, kind="label", vague=part.vague, rules=rules)


def join_results(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* with the two sides of every score or ratio joined; three sides ("4-4-2") become a label."""
    joined: list[Quantity] = []
    for quantity in quantities:
        left, before = next(iter(joined[-1:]), None), next(iter(joined[-2:-1]), None)
        if level_score(pieces, quantity):
            end, rules = quantity.end + 2, quantity.rules_with(level_score)
            joined.append(quantity._replace(high=quantity.value, kind="score", end=end, rules=rules))
        elif before is not None and left is not None and is_record(pieces, before, left, quantity):
            rules = before.rules_with(is_record)
            joined[-2:] = [before._replace(kind="label", end=quantity.end, rules=rules)]
        elif left is not None and left.kind == "score" and has_third_side(pieces, left, quantity):
            rules = left.rules_with(has_third_side)
            joined[-1] = left._replace(high=None, kind="label", end=quantity.end, rules=rules)
        elif left is not None and (found := result(pieces, left, quantity, before)) is not None:
            kind, value, high, rule = found
            rules = left.rules_with(rule)
            joined[-1] = left._replace(value=value, high=high, kind=kind, end=quantity.end, rules=rules)
        else:
            joined.append(quantity)
    return joined


def join_compounds(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* with each amount in several units joined into one, exact, in the smallest unit."""
    joined: list[Quantity] = []
    for run, one in compounds(pieces, quantities):
        joined += [reduce(_with_rest, run)] if one else run
    return joined


def _with_rest(whole: Quantity, rest: Quantity) -> Quantity:
    return whole._replace(
        value=whole.value * (parts_in(whole, rest) or 1) + rest.value,
        end=rest.end,
        unit=rest.unit,
        unit_pieces=rest.unit_pieces,
        rules=whole.rules_with(join_compounds),
    )


def join_shares(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* with "one of four", "2 in 5", "nine out of ten", "one household in five" joined into fractions."""
    joined: list[Quantity] = []
    for quantity in quantities:
        if joined and is_share(pieces, joined[-1], quantity):
            joined[-1] = _share(pieces, joined[-1], quantity)
        else:
            joined.append(quantity)
    return joined


def _share(pieces: Pieces, part: Quantity, whole: Quantity) -> Quantity:
    value = part.value / whole.value
    noun = whole.first - part.end >= 2 and pieces.word(part.end) not in FRACTIONS.links
    return part._replace(
        numeral=Numeral(part.first, whole.end, value, spelled=part.numeral.spelled),
        value=value,
        end=whole.end,
        kind="fraction",
        unit=pieces.token(whole.first - 2).lemma_.lower() if noun else None,
        unit_pieces=(part.end, whole.first - 1) if noun else None,
        rules=part.rules_with(join_shares),
    )


def join_ranges(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* with the two ends of every range joined; the numeral is that of the first end."""
    joined: list[Quantity] = []
    for quantity in quantities:
        if joined and is_range(pieces, joined[-1], quantity):
            joined[-1] = _range(joined[-1], quantity)
        else:
            joined.append(quantity)
    return joined


def _range(low: Quantity, high: Quantity) -> Quantity:
    value, highest = sorted((value_from(low, high), high.value))
    rules = low.rules_with(*high.rules, join_ranges)
    whole = low._replace(value=value, high=highest, end=high.end, rules=rules)
    if low.unit is not None and high.unit_pieces is None:
        return whole
    return whole._replace(
        kind=high.kind if high.unit else low.kind,
        unit=high.unit or low.unit,
        unit_pieces=high.unit_pieces or low.unit_pieces,
        dimension=high.dimension or low.dimension,
    )
