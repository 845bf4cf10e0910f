"""Amounts that differ by a factor of a thousand, and figures whose commas stand elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from newsview.checks.conversions import pairs as amount_pairs
from newsview.checks.evidence import Evidence, Found, place_of
from newsview.checks.words import alternatives, words
from newsview.model.facts import Number
from newsview.model.finding import Sum

LEAST_DIGITS: Final = 2
MOST: Final = 5
"""Places of one figure that are compared with those of the other."""
_LIKE: Final = frozenset({"USD", "GBP", "EUR"})
"""Currencies of which one has never been worth five of another."""
NEAREST: Final = 200
FARTHEST: Final = 5000
"""Between these, one amount is about a thousand times the other, whatever the rate."""
_NO_SUBJECT: Final = frozenset(
    word.removesuffix("s") for name in ("function_words", "no_subject", "hedges") for word in words(name)
)
_DIGITS = re.compile(r"\d[\d,.]*")


def million_or_billion(evidence: Evidence) -> Iterator[Found]:
    """One figure with million and with billion: "$850 million … $850 billion", or an amount beside its conversion: "$850m (£440bn)".

    Not of one digit ("$2m and $2bn"), of two currencies, in one sentence, or where the sentences have no noun in common.
    """
    in_pairs: set[int] = set()
    for finding in _converted(evidence):
        in_pairs.update(place.start for place in finding.places)
        yield finding
    groups: dict[tuple[str, str], list[Number]] = defaultdict(list)
    for number in evidence.numbers:
        if number.kind not in ("money", "cardinal", "measure") or not number.value or number.value < 1e6:
            continue
        match = _DIGITS.search(number.text)
        digits = match[0].replace(",", "").rstrip(".") if match else ""
        if len(digits.replace(".", "").strip("0")) >= LEAST_DIGITS:
            groups[digits, number.unit or "" if number.kind == "money" else number.kind].append(number)
    for group in groups.values():
        values = sorted({number.value for number in group if number.value})
        if len(values) != 2 or round(values[1] / values[0]) != 1000:
            continue
        small = [number for number in group if number.value == values[0]]
        large = [number for number in group if number.value == values[1]]
        few, many = (small, large) if len(small) < len(large) else (large, small)
        pairs = ((odd, usual) for odd in few[:MOST] for usual in many[:MOST] if odd.sentence != usual.sentence)
        pair = next((each for each in pairs if _share_a_noun(evidence, *each)), None)
        if pair is None or in_pairs & {number.start for number in few}:
            continue
        odd, usual = pair
        yield Found(
            message=f"{odd.text} here, {usual.text} elsewhere",
            places=[place_of(odd), place_of(usual)],
            sum=Sum(stated=odd.value, expected=[usual.value or 0], unit=odd.unit, rule="the same digits"),
        )


def _converted(evidence: Evidence) -> Iterator[Found]:
    """Amounts of like currencies in brackets of which one has million and the other billion: "$850m (£440bn)"."""
    for number, other in amount_pairs(evidence):
        if not {number.unit, other.unit} <= _LIKE or number.unit == other.unit or not number.value or not other.value:
            continue
        if not NEAREST < max(number.value, other.value) / min(number.value, other.value) < FARTHEST:
            continue
        yield Found(
            message=f"{number.text} ({other.text}): one of them is about a thousand times the other",
            places=[place_of(number), place_of(other)],
            sum=Sum(stated=other.value, expected=[number.value], unit=other.unit, rule="like currencies"),
        )


def _share_a_noun(evidence: Evidence, one: Number, other: Number) -> bool:
    """Whether the sentences of two numbers have a word of four letters in common that is not a function word."""
    return bool(_content(evidence, one) & _content(evidence, other))


def _content(evidence: Evidence, number: Number) -> set[str]:
    window = evidence.window(number.start, number.end).replace(number.text.lower(), " ")
    return {word.removesuffix("s") for word in re.findall(r"[a-z]{4,}", window)} - _NO_SUBJECT


_GROUPS = re.compile(
    r"(?<![\w.,/-])(?P<sign>[$£€])?\d{1,3}(?:,\d{3})*,(?P<group>\d{1,2}|\d{4,12})(?:\.\d+)?(?![\w,]|-\w)"
)
_MONTH = re.compile(rf"(?:{alternatives('months')}|{alternatives('months_short')})\.? $")
_POINT_SIGNS: Final = frozenset("$£")
"""Signs of currencies whose prices have a point before the cents: "€12,50" is how it is written in Berlin."""
_LIST = re.compile(r"\d{1,2},(?:1[6-9]|20)\d\d")
"""Two figures without a blank between them: "on page 1,2019 was a good year"."""
MONTH_LENGTH: Final = 11
"""Characters of the longest month with a point and a blank."""


def figure_groups(evidence: Evidence) -> Iterator[Found]:
    """A comma that is not before groups of three digits: "20,0000 people", "$110,00".

    Not a date or a year without a blank ("June 5,2019"), a decimal comma ("2,5 million", "€12,50"), or the groups of
    India ("1,00,000").
    """
    for match in _GROUPS.finditer(evidence.text):
        group, start = match["group"], match.start()
        if len(group) < 3 and (match["sign"] not in _POINT_SIGNS or len(group) == 1):
            continue
        if _LIST.fullmatch(match[0]) or _MONTH.search(evidence.text, max(0, start - MONTH_LENGTH), start):
            continue
        yield Found(
            message=f"{match[0]}: {len(group)} digits behind a comma",
            places=[evidence.place(*match.span()), evidence.place(*match.span("group"))],
            sum=Sum(stated=len(group), expected=[3, 3], unit="digit", rule="digits of a group"),
        )
