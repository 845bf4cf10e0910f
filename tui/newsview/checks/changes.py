"""Changes: from, to and by of one quantity in one sentence, and the verb that gives the direction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal

from newsview.checks.change_pairs import DOWN, HEDGE, UP, Change, interval_of, pairs, with_amounts, words_before
from newsview.checks.evidence import Evidence, Found, place_of
from newsview.checks.intervals import Interval, shown
from newsview.checks.words import alternatives
from newsview.model.finding import Sum

_VERB = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?P<rest>(?: [a-z]+){{0,3}})\s*$")
_REVISED = re.compile(rf"\b(?:{alternatives('revised')})\b")
_INVERSE = re.compile(r" (?:per|to the|to an?) [a-z]+|[^.;]{0,20} 1 is\b", re.IGNORECASE)
"""What follows an exchange rate, which is higher when the currency is weaker, or a mark of which 1 is the best."""
_SIGNED = re.compile(rf"\b(?:{alternatives('signed')})\b")
_RANKED = re.compile(rf"\b(?:{alternatives('ranks')})\b|\b(?:no\.|number) ?\d")
_MAY_TURN = re.compile(rf"\b(?:{alternatives('may_turn_negative')})\b")
_IN_MONTH = re.compile(rf" in (?:{alternatives('months')})\b")
_EARLIER = re.compile(r" (?:an?|one|two|three|\d+) (?:year|month|week)s? (?:ago|earlier|before)\b")

_SECOND = re.compile(rf"\b(?:and|but|then|or) (?:[a-z]+ )?[a-z]+ {HEDGE}$")
"""A second verb before an amount, which is a part of the change: "gained 12 seats and lost 2"."""

LEAST: Final = 0.02
"""Share of the figure by which a percentage may be off besides rounding: from rounded figures, and rounded itself."""


def _is_revised(evidence: Evidence, change: Change) -> bool:
    parts = [each for each in change if each is not None]
    start, end = min(each.start for each in parts), max(each.end for each in parts)
    return _REVISED.search(evidence.window(start, end, 60)) is not None


def _is_of_another_time(evidence: Evidence, change: Change) -> bool:
    """Whether "from" stands apart behind "to" and has a time of its own: "to 97p, down from 150p a year ago"."""
    text, first = evidence.text, change.first
    if first.start < change.last.start:
        return False
    gap = text[change.last.end : first.start]
    if _IN_MONTH.match(text, first.end):
        return gap.startswith(",")
    return re.search(r"\b(?:up|down|compared)\b", gap) is not None and _EARLIER.match(text, first.end) is not None


def change_percent(evidence: Evidence) -> Iterator[Found]:
    """A percentage that its from and to do not give: "up nearly 240% from 11,300 to 27,200".

    Not of percentages ("from 40% to 50%, a rise of 25%"), not against a forecast or a revised figure, or
    the level of another time ("fell 3% to 97p, down from 150p a year ago").
    """
    for change in with_amounts(evidence):
        by = change.by
        if (
            by is None
            or by.kind != "percent"
            or change.first.kind in ("percent", "percentage_point")
            or _is_revised(evidence, change)
            or _is_of_another_time(evidence, change)
        ):
            continue
        first, last = interval_of(change.first), interval_of(change.last)
        ratio = last.over(first)
        expected = Interval((ratio.low - 1) * 100, (ratio.high - 1) * 100)
        if (change.last.value or 0) < (change.first.value or 0):
            expected = expected.times(-1)
        if expected.wider(LEAST).meets(interval_of(by).wider(LEAST)):
            continue
        right = abs((change.last.value or 0) / (change.first.value or 1) - 1) * 100
        yield Found(
            message=f"from {change.first.text} to {change.last.text} is {shown(right)}%, not {by.text}",
            places=[place_of(by), place_of(change.first), place_of(change.last)],
            sum=Sum(stated=by.value, expected=list(expected), unit="percent", rule="(to − from) / from"),
        )


def change_amount(evidence: Evidence) -> Iterator[Found]:
    """An amount that its from and to do not give: "fell £65 from £184,520 to £183,870".

    Not against a forecast or a revised figure, or of two steps ("gained 12 and lost 2, from 48 to 58"); percentages have
    a check of their own.
    """
    for change in with_amounts(evidence):
        by = change.by
        if (
            by is None
            or by.kind in ("percent", "percentage_point")
            or by.kind != change.first.kind
            or by.unit != change.first.unit
        ):
            continue
        first, last, stated = interval_of(change.first), interval_of(change.last), interval_of(by)
        expected = last.minus(first) if (change.last.value or 0) > (change.first.value or 0) else first.minus(last)
        if expected.wider(LEAST).meets(stated.wider(LEAST)) or _is_revised(evidence, change):
            continue
        if _SECOND.search(words_before(evidence, by)):
            continue
        right = abs((change.last.value or 0) - (change.first.value or 0))
        yield Found(
            message=f"{change.first.text} and {change.last.text} differ by {shown(right)}, not by {by.text}",
            places=[place_of(by), place_of(change.first), place_of(change.last)],
            sum=Sum(stated=by.value, expected=list(expected), unit=by.unit, rule="to − from"),
        )


def change_direction(evidence: Evidence) -> Iterator[Found]:
    """A verb of a rise with a fall, or the other way round: "rose from 50 to 45".

    Not of ranks ("fell from 5 to 13 in the table"), of losses and deficits, or of forecasts.
    """
    for change in pairs(evidence):
        first, last = interval_of(change.first), interval_of(change.last)
        start = min(change.first.start, change.last.start)
        if first.meets(last) or not _is_shown(evidence, change):
            continue
        verb, rises = _verb(evidence, start)
        if verb is None or rises == (last.low > first.high):
            continue
        yield Found(
            message=f"“{verb[0]}”, but from {change.first.text} to {change.last.text}",
            places=[evidence.place(*verb[1]), place_of(change.first), place_of(change.last)],
            sum=None
            if rises
            else Sum(
                stated=change.last.value,
                expected=[0, change.first.value or 0],
                unit=change.last.unit,
                rule="at most what it was before",
            ),
        )


def _is_shown(evidence: Evidence, change: Change) -> bool:
    """Whether the figures rise and fall as the words say: no ranks, no figures with a sign, no forecasts."""
    window = evidence.window(change.first.start, change.last.end, 120)
    ranked = change.first.kind == "cardinal" and not change.first.unit and _RANKED.search(window) is not None
    if _INVERSE.match(evidence.text, max(change.first.end, change.last.end)):
        return False
    return not ranked and not _SIGNED.search(window) and not _REVISED.search(window)


_Verb = tuple[str, tuple[int, int]]


def _verb(evidence: Evidence, start: int) -> tuple[_Verb | None, bool]:
    """The verb directly before a from–to that begins at *start*, with its place, and whether it is one of a rise."""
    low, _ = evidence.sentence(start)
    low = max(low, start - 60)
    before = re.sub(rf"(?:^| )(?:from|to) {HEDGE}$", "", evidence.text[low:start])
    match = _VERB.search(before)
    if match is None or re.search(r"\b(?:and|but|while|with|as|than|of|for|on|the|a)\b", match["rest"]):
        return None, False
    which: Literal["up", "down"] = "up" if match["up"] else "down"
    return (match[which], (low + match.start(which), low + match.end(which))), which == "up"


_MULTIPLES: Final = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}
_MULTIPLE = re.compile(rf"\b({'|'.join(_MULTIPLES)})(?: [a-z]+){{0,3}} from {HEDGE}$")
_OTHER_VERB = re.compile(r" (?:since|when|after|as|and|but|while)\b")
_HOURS = re.compile(r" (?:in the (?:morning|afternoon|evening)|at night|[ap]\.?m\b)")
_ALMOST = re.compile(r"(?:than|nearly|almost|about|virtually|roughly|practically|around|over|not) $")
NOT_FAR: Final = 0.12
"""How far from twice "doubled" reaches."""


def multiple(evidence: Evidence) -> Iterator[Found]:
    """A from and to that are no double, triple or half: "doubled from 4 to 6"; not "more than doubled", or hours."""
    for change in pairs(evidence):
        start = min(change.first.start, change.last.start)
        match = _MULTIPLE.search(before := words_before(evidence, change.first))
        if change.first.start != start or match is None or _ALMOST.search(before[: match.start()]):
            continue
        if _OTHER_VERB.search(match[0]) or _HOURS.match(evidence.text, change.last.end):
            continue
        factor = _MULTIPLES[match[1]]
        ratio = interval_of(change.last).over(interval_of(change.first))
        if ratio.meets(Interval(factor, factor).wider(NOT_FAR)) or not _is_shown(evidence, change):
            continue
        at = change.first.start - len(before) + match.start(1)
        right = (change.last.value or 0) / (change.first.value or 1)
        yield Found(
            message=f"“{match[1]}”, but from {change.first.text} to {change.last.text} is {shown(right)} times",
            places=[evidence.place(at, at + len(match[1])), place_of(change.first), place_of(change.last)],
            sum=Sum(stated=factor, expected=list(ratio), unit=None, rule="to / from"),
        )


def percent_or_points(evidence: Evidence) -> Iterator[Found]:
    """A difference of percentages that is called a percentage: "from 40% to 60%, a rise of 20%".

    Not "a rise of 51%", and not percentage points.
    """
    for change in with_amounts(evidence):
        first, last, by = change.first.value, change.last.value, change.by
        if by is None or not change.first.kind == change.last.kind == by.kind == "percent" or not first or not last:
            continue
        points, share = abs(last - first), abs(last / first - 1) * 100
        stated = interval_of(by)
        if not stated.meets(Interval(points, points)) or stated.wider(LEAST).meets(Interval(share, share)):
            continue
        yield Found(
            message=f"from {change.first.text} to {change.last.text} is {shown(points)} percentage points; as a percentage {shown(share)}%",
            places=[place_of(by), place_of(change.first), place_of(change.last)],
            sum=Sum(stated=by.value, expected=[share, share], unit="percent", rule="(to − from) / from"),
        )


_FALLS = re.compile(rf"\b(?:{DOWN})(?: by)? {HEDGE}$")
_FALL_IN = re.compile(rf"(?: [a-z]+)? (?:{alternatives('fall_nouns')}) in [^.;,\n]{{1,40}}")


def fall_over_100(evidence: Evidence) -> Iterator[Found]:
    """A fall by more than all there was: "sales fell 164%", "a 164% drop in sales"; not of profit, which may become a loss."""
    for number in evidence.numbers:
        if number.kind != "percent" or (number.value or 0) <= 100 or number.trend_role in ("from", "to"):
            continue
        before = words_before(evidence, number)
        falls = _FALLS.search(before)
        noun = _FALL_IN.match(evidence.text, number.end)
        if falls is not None and not re.match(r" (?:of|to|from)\b", evidence.text[number.end : number.end + 6]):
            start, end, about = number.start - len(falls[0]), number.start - 1, before
        elif noun is not None:
            start, end, about = *noun.span(), noun[0]
        else:
            continue
        if _MAY_TURN.search(about.lower()):
            continue
        yield Found(
            message=f"nothing falls by {number.text}",
            places=[place_of(number), evidence.place(start, end)],
            sum=Sum(stated=number.value, expected=[0, 100], unit="percent", rule="a fall is at most 100%"),
        )


ALL: Final[tuple[Callable[[Evidence], Iterator[Found]], ...]] = (
    change_percent,
    change_amount,
    change_direction,
    multiple,
    percent_or_points,
    fall_over_100,
)
