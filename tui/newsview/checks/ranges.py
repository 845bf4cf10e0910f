"""Ranges whose ends are the wrong way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsview.checks.evidence import Evidence, Found
from newsview.checks.words import alternatives
from newsview.model.finding import Sum

_NO_RANGE = re.compile(rf"\b(?:{alternatives('no_range')})\b")
_COUNTS = re.compile(
    rf"\b(?:{alternatives('up')}|{alternatives('down')})(?: by [\w.,%]+(?: per cent| percent)?,?)? $|\bnumber\b"
)
_GOES_BACK = re.compile(rf"\b(?:{alternatives('goes_back')})\b")
_MOVED = re.compile(rf"\b(?:{alternatives('moved')})\b")
_FIGURE = r"(?:[$£€]|US\$)?\d[\d,]*(?:\.\d+)?(?: ?(?:%|per ?cent|percent|m|bn|million|billion|trillion))?"
_BETWEEN = re.compile(rf"\b[Bb]etween (?P<one>{_FIGURE}) (?P<unit>[a-z]+ )?and (?P<two>{_FIGURE})(?![\w:-]|[.,]\d)")
_FAR: Final = 100
_SCALES: Final = {"m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12}


def range_reversed(evidence: Evidence) -> Iterator[Found]:
    """A range from the larger to the smaller: "between 40 and 30 people".

    Not a comparison of two ("the gap between 40 and 30"), a score or a countdown.
    """
    for match in _BETWEEN.finditer(evidence.text):
        one, two = _value(match["one"]), _value(match["two"])
        if _scale(match["one"]) is None and _scale(match["two"]) is not None:
            one *= _SCALES[_scale(match["two"]) or "m"]
        if one <= two or not two or one / two > _FAR or _are_years(match["one"], match["two"]):
            continue
        if _sign(match["one"]) != _sign(match["two"]) and _sign(match["two"]) and _sign(match["one"]):
            continue
        if _NO_RANGE.search(evidence.window(match.start(), match.start(), 80)) or re.match(
            r" ?[A-Z]", evidence.text[match.end() : match.end() + 2]
        ):
            continue
        yield Found(
            message=f"between {match['one']} and {match['two']}: from the larger to the smaller",
            places=[evidence.place(*match.span("one")), evidence.place(*match.span("two"))],
            sum=Sum(stated=one, expected=[0, two], unit=None, rule="ends of a range"),
        )


def _value(text: str) -> float:
    figure = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    value = float(figure[0].replace(",", "")) if figure else 0.0
    return value * _SCALES.get(_scale(text) or "", 1.0)


def _scale(text: str) -> str | None:
    word = text.rpartition(" ")[2] if " " in text else re.sub(r".*\d", "", text)
    return word if word in _SCALES else None


def _sign(text: str) -> str:
    """The currency or per cent sign of a figure."""
    return "".join(each for each in text if each in "$£€%")


def _are_years(one: str, two: str) -> bool:
    return all(re.fullmatch(r"1[6-9]\d\d|20\d\d", each) for each in (one, two))


_LONGEST: Final = 40
"""Characters of the longest date that is a period of years."""
_YEARS = re.compile(
    r"\b(?:[Bb]etween (?P<a>1[6-9]\d\d|20\d\d) and (?P<b>1[6-9]\d\d|20\d\d)|[Ff]rom (?P<c>1[6-9]\d\d|20\d\d) (?:to|until) (?P<d>1[6-9]\d\d|20\d\d))\b(?![,.]\d|-|%| ?(?:GMT|hours|BST|EST))"
)


def years_reversed(evidence: Evidence) -> Iterator[Found]:
    """A range from a later year to an earlier: "from 2004 to 2001"; not a plan that was moved from 2029 to 2021.

    Not counts ("The number of pubs fell from 2030 to 1987"), and not what goes back on purpose: a film, a countdown.
    """
    dates = [number for number in evidence.numbers if number.kind == "date"]
    years = {start for number in dates for start in range(number.start, min(number.end, number.start + _LONGEST))}
    for match in _YEARS.finditer(evidence.text):
        one, two = ("a", "b") if match["a"] else ("c", "d")
        if int(match[one]) <= int(match[two]) or not _is_year(years, match, one) or not _is_year(years, match, two):
            continue
        window = evidence.window(match.start(), match.end())
        if _GOES_BACK.search(evidence.window(match.start(), match.end(), 45)):
            continue
        before = evidence.window(match.start(), match.start(), 40).partition(match[0].lower())[0]
        if _MOVED.search(window) or _NO_RANGE.search(before[-25:].rpartition(",")[2]) or _COUNTS.search(before):
            continue
        yield Found(
            message=f"from {match[one]} to {match[two]}: from the later year to the earlier",
            places=[evidence.place(*match.span(one)), evidence.place(*match.span(two))],
            sum=Sum(
                stated=int(match[two]), expected=[int(match[one]), int(match[one])], unit="year", rule="ends of a range"
            ),
        )


def _is_year(years: set[int], match: re.Match[str], group: str) -> bool:
    return match.start(group) in years
