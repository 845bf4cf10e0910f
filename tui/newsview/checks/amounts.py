"""Amounts that differ by a factor of a thousand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from newsview.checks.evidence import Evidence, Found, place_of
from newsview.model.facts import Number
from newsview.model.finding import Sum

LEAST_DIGITS: Final = 2
_DIGITS = re.compile(r"\d[\d,.]*")


def million_or_billion(evidence: Evidence) -> Iterator[Found]:
    """One figure with million and with billion: "$850 million … $850 billion".

    Not of one digit ("$2m and $2bn"), of two currencies, or in one sentence.
    """
    groups: dict[tuple[str, str], list[Number]] = defaultdict(list)
    for number in evidence.numbers:
        if number.kind not in ("money", "cardinal", "measure") or not number.value or number.value < 1e6:
            continue
        match = _DIGITS.search(number.text)
        digits = match[0].replace(",", "").rstrip(".") if match else ""
        if len(digits.replace(".", "").strip("0")) >= LEAST_DIGITS:
            groups[digits, number.unit or ""].append(number)
    for group in groups.values():
        values = sorted({number.value for number in group if number.value})
        if len(values) != 2 or round(values[1] / values[0]) != 1000:
            continue
        small = [number for number in group if number.value == values[0]]
        large = [number for number in group if number.value == values[1]]
        odd, usual = (small[0], large[0]) if len(small) < len(large) else (large[0], small[0])
        if odd.sentence == usual.sentence:
            continue
        yield Found(
            message=f"{odd.text} here, {usual.text} elsewhere",
            places=[place_of(odd), place_of(usual)],
            sum=Sum(stated=odd.value, expected=[usual.value or 0], unit=odd.unit, rule="the same digits"),
        )
