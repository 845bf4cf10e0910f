"""Parts and their whole: groups of people, lists that are counted, "both", shares in words and in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsview.checks.evidence import Evidence, Found
from newsview.checks.intervals import Interval, of_number
from newsview.checks.words import LISTS, alternatives, words
from newsview.model.finding import Sum

_COUNT = rf"(?:\d{{1,3}}|(?i:{alternatives('small')}))"
_PEOPLE = rf"(?:{alternatives('people')}|police officers)"
_GROUPS = re.compile(
    rf"(?<![\d.,$£€-])\b(?P<all>{_COUNT}) (?:[a-z]+ ){{0,2}}?{_PEOPLE}(?P<mark> ?[—–:(] ?| - |, )"
    rf"(?P<parts>{_COUNT} [a-z ]{{0,20}}?{_PEOPLE}(?:,? (?:and )?{_COUNT} [a-z ]{{0,20}}?{_PEOPLE}){{0,3}},? and {_COUNT} [a-z ]{{0,20}}?{_PEOPLE}"
    rf"|{_COUNT} [a-z ]{{0,20}}?{_PEOPLE},? and {_COUNT} [a-z ]{{0,20}}?{_PEOPLE})(?=\s*(?:[—–).,;:\n]|-|$))"
)
_PART = re.compile(rf"\b({_COUNT}) (?:[a-z]+ ){{0,3}}?({_PEOPLE})\b")
_OPEN_ENDED = re.compile(rf"\b(?:{alternatives('hedges')}|including|among|than|dozens?) $", re.IGNORECASE)
_WHOLE: Final = frozenset(frozenset(each.split(",")) for each in LISTS["whole_groups"])


def _count(word: str) -> int:
    return int(word) if word.isdigit() else LISTS["small"].index(word.lower())


def parts_and_total(evidence: Evidence) -> Iterator[Found]:
    """A count of people and the counts of their groups: "11 people — six men and four women".

    Only groups that make up everybody, unless the groups are more than all; not "including", "among them".
    """
    for match in _GROUPS.finditer(evidence.text):
        total = _count(match["all"])
        parts = [(_count(part[1]), part[2]) for part in _PART.finditer(match["parts"])]
        added = sum(count for count, _ in parts)
        groups = frozenset(group for _, group in parts)
        if added == total or total < 2 or len(groups) != len(parts):
            continue
        if _OPEN_ENDED.search(evidence.text, max(0, match.start() - 20), match.start()) or groups not in _WHOLE:
            continue
        words = " and ".join(str(count) for count, _ in parts)
        yield Found(
            message=f"{words} are {added}, not {match['all'].lower()}",
            places=[evidence.place(*match.span("all")), evidence.place(*match.span("parts"))],
            sum=Sum(stated=total, expected=[added, added], unit="person", rule="sum of the parts"),
        )


_NAME = r"[A-Z][\w’'.-]{0,30}(?: (?:of |the |de |van |von |al-)?[A-Z0-9][\w’'.-]{0,30}){0,5}"
_LIST = re.compile(
    rf"(?<![\w-])(?P<count>(?i:two|three|four|five|six|seven|eight|nine|ten)) (?:[a-z-]+ ){{0,2}}[a-z]+s(?: ?[—–:] ?| - )"
    rf"(?P<names>{_NAME}(?:, {_NAME}){{0,11}},? and {_NAME})(?=[.;]| [—–-] |[—–]|\n|$)"
)

_OUT_OF = re.compile(r"\bof (?:the |its |their |his |her )?$")


def counted_list(evidence: Evidence) -> Iterator[Found]:
    """A count and a list of names: "five companies — Aro, Bex, Cym and Dax".

    Only lists that end their clause; a name may hold an "and" of its own. Not "three of the four companies".
    """
    for match in _LIST.finditer(evidence.text):
        names = re.split(r",? and |, ", match["names"])
        count = LISTS["small"].index(match["count"].lower())
        most = len(names)
        least = most - match["names"].count(" and ") + 1 if " and " in match["names"] else most
        before = evidence.text[max(0, match.start() - 16) : match.start()]
        if (
            min(least, most) <= count <= most
            or _OUT_OF.search(before)
            or re.search(r"\b(?:top|last|first|past) $", evidence.text[max(0, match.start() - 7) : match.start()])
        ):
            continue
        yield Found(
            message=f"{match['count']}, but {_named(most)} named",
            places=[evidence.place(*match.span("count")), evidence.place(*match.span("names"))],
            sum=Sum(stated=count, expected=[most, most], unit=None, rule="names in the list"),
        )


def _named(count: int) -> str:
    small = LISTS["small"]
    return f"{small[count] if count < len(small) else count} are"


_ONE = r"[A-Z][\w’'.-]{1,30}(?: [A-Z][\w’'.-]{1,30}){0,2}"
_COUNTRIES = words("countries")
_BOTH = re.compile(
    rf"\b[Bb]oth (?P<first>{_ONE}), (?P<second>{_ONE}),? and (?P<third>{_ONE})(?![\w’'-]| [A-Z]| and [A-Z]|,? [A-Z])"
)


def both(evidence: Evidence) -> Iterator[Found]:
    """Three names behind "both": "both Bonn, Paris and Rome"; not a place with its country ("both Paris, France and Rome")."""
    for match in _BOTH.finditer(evidence.text):
        if match["second"] in _COUNTRIES and match["first"] not in _COUNTRIES:
            continue
        yield Found(
            message="“both”, but three are named",
            places=[
                evidence.place(match.start(), match.start() + 4),
                evidence.place(match.start("first"), match.end()),
            ],
            sum=Sum(stated=2, expected=[3, 3], unit=None, rule="names in the list"),
        )


_SHARES: Final = {
    "half": 1 / 2,
    "a third": 1 / 3,
    "one third": 1 / 3,
    "one-third": 1 / 3,
    "two thirds": 2 / 3,
    "two-thirds": 2 / 3,
    "a quarter": 1 / 4,
    "one quarter": 1 / 4,
    "three quarters": 3 / 4,
    "three-quarters": 3 / 4,
    "a fifth": 1 / 5,
    "one fifth": 1 / 5,
    "a tenth": 1 / 10,
}
_SHARE = re.compile(
    rf"\b(?P<hedge>{alternatives('hedges')})? ?(?P<share>{'|'.join(_SHARES)})(?: of [a-z’' -]{{1,40}}?)? \($",
    re.IGNORECASE,
)
ROUGHLY: Final = 0.12
"""How far a share in words may be from its percentage, as a share of it."""
ROUGHLY_HEDGED: Final = 0.17
"""The same behind "almost" and the like."""

_ABOVE = re.compile(rf"\b(?:{alternatives('lower_bounds')}) $", re.IGNORECASE)
_BELOW = re.compile(rf"\b(?:{alternatives('upper_bounds')}) $", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween [a-z -]{1,20} and $", re.IGNORECASE)


def fraction_percent(evidence: Evidence) -> Iterator[Found]:
    """A share in words and another in brackets behind it: "a third (46%)"; not "almost a quarter (24%)".

    Not on the side of a bound on which it may be: "more than half (63%)", "under a quarter (18%)".
    """
    for number in evidence.numbers:
        if number.kind != "percent" or not number.value or evidence.text[number.end : number.end + 1] != ")":
            continue
        start, _ = evidence.sentence(number.start)
        before = evidence.text[max(start, number.start - 80) : number.start]
        match = _SHARE.search(before)
        if match is None:
            continue
        share = _SHARES[match["share"].lower()] * 100
        reach = ROUGHLY_HEDGED if match["hedge"] else ROUGHLY
        stated = of_number(number)
        if stated is None or stated.meets(Interval(share, share).wider(reach)):
            continue
        bound = before[: match.start("share")]
        if (_ABOVE.search(bound) and stated.high > share) or (_BELOW.search(bound) and stated.low < share):
            continue
        if _BETWEEN.search(bound):
            continue
        low = number.start - len(before)
        yield Found(
            message=f"{match['share']} is {share:.0f}%, not {number.text}",
            places=[
                evidence.place(number.start, number.end, number.id),
                evidence.place(low + match.start("share"), low + match.end("share")),
            ],
            sum=Sum(
                stated=number.value,
                expected=[share * (1 - reach), share * (1 + reach)],
                unit="percent",
                rule="share in words",
            ),
        )
