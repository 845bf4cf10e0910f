"""Third stage: what a number counts, measures or names, with its rate; units that stand elsewhere in the text."""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.numbers.ages import find_age
from newsview.extraction.numbers.anaphora import recall_unit
from newsview.extraction.numbers.counts import find_counted
from newsview.extraction.numbers.currency_country import choose_currency
from newsview.extraction.numbers.dot_thousands import is_dot_thousands
from newsview.extraction.numbers.ellipsis import find_donor, is_gapped, is_other_age, or_noun
from newsview.extraction.numbers.label_numbers import cover_name, label_rule
from newsview.extraction.numbers.lexicon import COUNTS
from newsview.extraction.numbers.per_unit import base_of_rate, find_rate
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.provenance import Rule

FORM_KINDS = frozenset({"money", "percent", "percentage_point", "measure", "score", "ratio"})
"""Kinds determined by the notation alone."""
MEASURED = frozenset({"money", "measure", "duration", "percent", "percentage_point", "ratio"})
"""Kinds that a number takes over with the unit of another one."""


def classify(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* with their kinds, units and rates, without those that are no numbers ("the one", "no one")."""
    found: list[Quantity] = []
    for quantity in quantities:
        classified = _classified(pieces, found, quantity)
        if classified is not None:
            found.append(classified)
    found = _join_rates(pieces, found)
    _share_units(pieces, found)
    _recall_units(pieces, found)
    return [each if each.kind == "label" else _scaled(pieces, _rated(pieces, each)) for each in found]


def with_unit_of(quantity: Quantity, giver: Quantity, rule: Rule) -> Quantity:
    """*quantity* in the unit of *giver*, by *rule*."""
    return quantity._replace(
        kind=giver.kind if giver.kind in MEASURED else quantity.kind,
        unit=giver.unit,
        dimension=giver.dimension,
        inherited=True,
        rules=quantity.rules_with(rule),
    )


def lent(quantity: Quantity, giver: Quantity, rule: Rule) -> Quantity:
    """*quantity*, one end of a change, with what it lacks of the unit and rate of *giver*, the other end."""
    if quantity.unit is None and giver.unit is not None:
        quantity = with_unit_of(quantity, giver, rule)
    ratio = giver.kind == "ratio" and giver.unit == quantity.unit  # '2.9 times earnings, up from 2.2 times'
    return quantity._replace(kind="ratio" if ratio else quantity.kind, per=quantity.per or giver.per)


def counted_in(quantity: Quantity, unit: str, rule: Rule) -> Quantity:
    """*quantity* as a count of *unit*, by *rule*."""
    return quantity._replace(kind="cardinal", unit=unit, dimension=None, rules=quantity.rules_with(rule))


def aged(quantity: Quantity, unit: str | None, rule: Rule) -> Quantity:
    """*quantity* as an age in *unit*, by *rule*."""
    return quantity._replace(kind="age", unit=unit, rules=quantity.rules_with(rule))


def _classified(pieces: Pieces, before: Sequence[Quantity], quantity: Quantity) -> Quantity | None:
    """*quantity*, behind the classified numbers *before*, with its kind and unit; None if it is not a number."""
    age = find_age(pieces, quantity)
    if age is not None:
        return quantity._replace(
            end=age.end,
            high=quantity.high if age.high is None else age.high,
            vague=quantity.vague or age.high is not None,
            kind="age",
            unit=age.unit,
            unit_pieces=age.unit_pieces,
            dimension="time",
            rules=quantity.rules_with(age.rule),
        )
    label = label_rule(pieces, quantity)
    if label is not None:
        if quantity.numeral.spelled and quantity.value == 1 and pieces.at(quantity.first).text.islower():
            return None  # 'the first one'
        whole = is_gapped(pieces, before, quantity)
        return _label(pieces, quantity, label) if whole is None else with_unit_of(quantity, whole, is_gapped)
    return _counted(pieces, quantity)


def _label(pieces: Pieces, quantity: Quantity, rule: Rule) -> Quantity:
    first, end = cover_name(pieces, quantity)
    rules = quantity.rules_with(rule)
    return Quantity(quantity.numeral, first, end, quantity.value, kind="label", vague=quantity.vague, rules=rules)


def _counted(pieces: Pieces, quantity: Quantity) -> Quantity | None:
    if quantity.kind == "money":
        code = choose_currency(pieces, quantity)
        return quantity if code is None else quantity._replace(unit=code, rules=quantity.rules_with(choose_currency))
    if quantity.kind in FORM_KINDS or quantity.kind == "ordinal" or quantity.unit is not None:
        return quantity
    counted = find_counted(pieces, quantity)
    if quantity.numeral.spelled:
        hyphened = pieces.at(quantity.end).text == "-" and pieces.at(quantity.end + 1).glued
        if hyphened and pieces.word(quantity.end + 1) in COUNTS.agents:  # 'one-sided', 'two-tiered'
            return None
        if hyphened and quantity.value == 1 and pieces.token(quantity.end + 1).tag_ == "NNS":  # 'one-liners'
            return None
        if counted is None and (quantity.value == 1 or hyphened) and quantity.kind == "cardinal":
            return None
    if counted is None:
        return quantity
    return quantity._replace(
        kind="ratio" if counted.compares else quantity.kind,
        unit=counted.unit,
        unit_pieces=counted.pieces,
        attributive=counted.attributive,
        rules=quantity.rules_with(*counted.rules),
    )


def _join_rates(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* without the bases of rates, which become ``per``: "3.5 per 100,000 people", "2.3 per 1,000"."""
    joined: list[Quantity] = []
    for quantity in quantities:
        per = base_of_rate(pieces, joined[-1], quantity) if joined else None
        if per is None:
            joined.append(quantity)
        else:
            rules = joined[-1].rules_with(base_of_rate)
            joined[-1] = joined[-1]._replace(per=per, per_end=quantity.unit_end, rules=rules)
    return joined


def _share_units(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Replaces numbers without a unit in *quantities* by those with the unit of a parallel number in the sentence."""
    for position, quantity in enumerate(quantities):
        bare = quantity.kind == "cardinal" and quantity.unit is None
        if not bare or (quantity.numeral.spelled and quantity.value < 2):
            continue
        noun = or_noun(pieces, quantity)
        if noun is not None:
            quantities[position] = quantity._replace(
                first=noun.first,
                value=noun.value,
                high=noun.high,
                kind=noun.kind,
                unit=noun.unit,
                unit_pieces=noun.pieces,
                rules=quantity.rules_with(or_noun),
            )
        elif position and is_other_age(pieces, quantities[position - 1], quantity):
            quantities[position] = aged(quantity, quantities[position - 1].unit, is_other_age)
        elif (found := find_donor(pieces, quantities, position)) is not None:
            quantities[position] = with_unit_of(quantity, *found)


def _recall_units(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Replaces counts without a unit in *quantities* by those with the unit of what they refer to."""
    for position, quantity in enumerate(quantities):
        if quantity.kind not in ("cardinal", "fraction") or quantity.unit is not None:
            continue
        found = recall_unit(pieces, quantities, position)
        if found is not None:
            rules = quantity.rules_with(found.rule)
            quantities[position] = quantity._replace(unit=found.unit, inherited=found.inherited, rules=rules)


def _rated(pieces: Pieces, quantity: Quantity) -> Quantity:
    rate = find_rate(pieces, quantity) if quantity.per is None else None
    return quantity if rate is None else quantity._replace(per=rate.per, per_end=rate.end)


def _scaled(pieces: Pieces, quantity: Quantity) -> Quantity:
    if not is_dot_thousands(pieces, quantity):
        return quantity
    return quantity._replace(value=quantity.value * 1000, rules=quantity.rules_with(is_dot_thousands))
