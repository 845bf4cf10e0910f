"""Fourth stage: modifiers, ISO durations, conversions, and trends with the roles of levels."""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.numbers.change_endpoints import (
    direction_between,
    is_left,
    is_level_of,
    left_by,
    level_reached,
    other_endpoint,
)
from newsview.extraction.numbers.classify import lent
from newsview.extraction.numbers.conversions import converts, restates
from newsview.extraction.numbers.gapping import gapped_subject, repeats
from newsview.extraction.numbers.iso_durations import iso_duration
from newsview.extraction.numbers.lexicon import CHANGES
from newsview.extraction.numbers.modifiers import Hedge, find_modifier
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.numbers.trends import find_trend

TRENDLESS = frozenset({"label", "ordinal", "score", "age", "ratio"})


def qualify(pieces: Pieces, quantities: Sequence[Quantity]) -> list[Quantity]:
    """*quantities* with modifiers, ISO durations, links of conversions, trends and roles."""
    found = [each if each.kind == "label" else _hedged(pieces, each) for each in quantities]
    _pair_endpoints(pieces, found)
    _link_conversions(pieces, found)
    for position, quantity in enumerate(found):
        found[position] = _with_trend(pieces, found[position - 1] if position else None, quantity)
    _link_levels(pieces, found)
    return [_like(each, found[each.same_as]) if each.same_as is not None else each for each in found]


def _hedged(pieces: Pieces, quantity: Quantity) -> Quantity:
    hedge = find_modifier(pieces, quantity)
    exact = quantity.kind == "duration" and quantity.high is None and quantity.unit is not None
    iso = iso_duration(quantity.value, quantity.unit or "") if exact else None
    if hedge is None and iso is None:
        return quantity
    hedge = hedge or Hedge()
    return quantity._replace(modifier=hedge.modifier, cue=hedge.cue, iso=iso)


def _pair_endpoints(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Gives both numbers of every "from … to" of a change their roles, and each what it lacks of the other's unit and rate.

    They have the direction of the change, and in this order they are linked.
    """
    for position in range(len(quantities)):
        other = other_endpoint(pieces, quantities, position)
        if other is not None:
            start = lent(quantities[position], quantities[other], other_endpoint)
            end = lent(quantities[other], start, other_endpoint)
            trend, pair = direction_between(pieces, start, end), position if position < other else None
            quantities[position] = start._replace(trend=trend, trend_role="from", range=pair)
            quantities[other] = end._replace(trend=trend, trend_role="to", range=pair)


def _link_conversions(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Links every conversion with its original, whose rate and modifier it takes if it has none."""
    for position in range(1, len(quantities)):
        original, converted = quantities[position - 1], quantities[position]
        if converts(pieces, original, converted):
            quantities[position] = converted._replace(
                same_as=position - 1 if original.same_as is None else original.same_as,
                per=converted.per or original.per,
                modifier=original.modifier if converted.modifier == "=" else converted.modifier,
            )


def _with_trend(pieces: Pieces, before: Quantity | None, quantity: Quantity) -> Quantity:
    if before is not None and (quantity.same_as is not None or restates(pieces, before, quantity)):
        return _like(quantity, before)
    if quantity.trend_role is not None or quantity.kind in TRENDLESS:
        return quantity
    if is_left(pieces, quantity):
        return quantity._replace(trend=left_by(pieces, quantity), trend_role="from")
    size = (
        before is not None and before.trend_role == "by" and pieces.word(quantity.begin - 1) not in CHANGES.before_level
    )
    if before is not None and size and gapped_subject(pieces, before, quantity) is not None:
        return _like(quantity, before)
    if before is not None and before.trend_role in ("by", "to") and repeats(pieces, before, quantity):
        return _like(quantity, before)
    change = find_trend(pieces, quantity)
    return quantity if change is None else quantity._replace(trend=change.trend, trend_role=change.role)


def _like(quantity: Quantity, original: Quantity) -> Quantity:
    return quantity._replace(trend=original.trend, trend_role=original.trend_role)


def _link_levels(pieces: Pieces, quantities: list[Quantity]) -> None:
    """Gives every level reached after "up from" its role, and the level left the unit and rate that it lacks."""
    for position, start in enumerate(quantities):
        left = start.range is None and is_left(pieces, start)
        reached = level_reached(pieces, quantities, position) if left else None
        if reached is not None:
            level = quantities[reached]
            quantities[position] = lent(start, level, level_reached)
            quantities[reached] = level._replace(trend=start.trend, trend_role=level.trend_role or "to")
    for position, level in enumerate(quantities):
        beside = quantities[max(0, position - 1) : position] + quantities[position + 1 : position + 2]
        if any(is_level_of(pieces, level, change) for change in beside):
            quantities[position] = level._replace(trend_role="to")
