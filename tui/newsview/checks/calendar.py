"""Dates that the calendar contradicts: weekdays, days that no month has, ages and years of birth, years ago."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from newsview.checks.evidence import Evidence, Found
from newsview.checks.words import LISTS, alternatives
from newsview.model.finding import Sum

_MONTH = rf"(?:{alternatives('months')}|(?:{alternatives('months_short')})\b\.?)"
_DAY = alternatives("days")
_YEAR = r"(?:1[6-9]|20)\d\d(?!\d|[,.:]\d| ?(?:GMT|UTC|BST|EST|EDT|CET|hrs|hours|local))"
_WEEKDAY = re.compile(
    rf"\b({_DAY}),? (?:the )?(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})|({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]))"
    rf"(?:,? ({_YEAR}))?(?!\w)"
)
_ANY_YEAR = re.compile(rf"\b{_YEAR}\b")
_OTHER_YEAR = re.compile(
    r"\b(?:(?:last|next|previous|following) year|years? (?:ago|earlier|before|later|since)|1[0-5]\d\d)\b", re.IGNORECASE
)
"""Words that set a year other than that of the publication, and years before the calendar."""
_SEVERAL = re.compile(rf"(?:{_DAY})(?: ?[-–—/] ?| (?:to|until|till|through|and|or) | & |, )$")
"""A weekday before the weekday of the date: a pair or range, of which it is open which the date belongs to."""
GREGORIAN: Final = 1753
"""The first full year of the calendar in Britain and its colonies; weekdays before it may be those of the older one."""
_MONTH_NUMBERS: Final = {name[:3]: number for number, name in enumerate(LISTS["months"], 1)}
NEAR: Final = 200
"""How many days from the publication a date without a year may be."""


def _month(name: str) -> int:
    return _MONTH_NUMBERS[name[:3]]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday(evidence: Evidence) -> Iterator[Found]:
    """A weekday before a date of another weekday: "Tuesday, 14 March 2024", a Thursday.

    Without a year, that next to the publication counts, if the sentence names no other ("on Friday, September 15", of
    a story about 1995, "last year's fair") and nobody is quoted. Not behind another weekday ("Thursday to Sunday, June
    13 to 16"), and not before 1753.
    """
    for match in _WEEKDAY.finditer(evidence.text):
        month, number = _month(match[3] or match[4]), int(match[2] or match[5])
        year = match[6]
        if (year and int(year) < GREGORIAN) or _SEVERAL.search(
            evidence.text, max(0, match.start() - 20), match.start()
        ):
            continue
        found = _day(int(year), month, number) if year else _nearest(evidence, month, number, match)
        if found is None or LISTS["days"][found.weekday()] == match[1]:
            continue
        name = LISTS["days"][found.weekday()]
        when = f"{found.day} {LISTS['months'][month - 1]} {found.year}"
        yield Found(
            message=f"{when} was a {name}"
            if evidence.published is None or found <= evidence.published
            else f"{when} is a {name}",
            places=[
                evidence.place(*match.span(1)),
                evidence.place(match.start(2) if match[2] else match.start(4), match.end()),
            ],
        )


def _nearest(evidence: Evidence, month: int, number: int, match: re.Match[str]) -> date | None:
    """The day of a date without a year, if it is certain."""
    published = evidence.published
    if published is None or evidence.is_quoted(match.start()):
        return None
    if any(year != published.year for year in _years_near(evidence, match, 400)):
        return None
    low, high = evidence.sentence(match.start())
    if _OTHER_YEAR.search(evidence.text, max(low, match.start() - 150), min(high, match.end() + 150)):
        return None
    days = filter(
        None, (_day(year, month, number) for year in (published.year - 1, published.year, published.year + 1))
    )
    near = [each for each in days if abs((each - published).days) <= NEAR]
    return near[0] if len(near) == 1 else None


def _years_near(evidence: Evidence, match: re.Match[str], before: int = 0) -> Iterator[int]:
    """The years that stand in the sentence of *match*, and *before* characters ahead of it."""
    low, high = evidence.sentence(match.start())
    start, end = max(low - before, match.start() - 400 - before, 0), min(high, match.end() + 400)
    yield from map(int, _ANY_YEAR.findall(evidence.text, start, end))


_SHORT = alternatives("short_months")
_NO_SUCH = re.compile(
    rf"(?<![\d.,:/–-])\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_SHORT})\b(?:\.?,? ({_YEAR}))?"
    rf"|\b({_SHORT})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?![\d:/%–-]|[.,]\d| ?(?:am|pm|a\.m|p\.m)\b)(?:,? ({_YEAR}))?"
)
_ENDS_DATE = re.compile(
    rf"[,.;:)!?\"”’]|$|\n| (?:{alternatives('after_day')})\b| [–—-] | (?:[–—-] )?[A-Z]| of (?:this|last|next) year\b"
)
"""What may follow a day behind its month, where a noun would make the number a count: "In April 31 people"."""
_AS_NOUN = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|['’]s) $")
"""What makes month and day one noun: "the April 31 deadline"."""
_WITHIN = re.compile(r"\b(?:in|of|during|since|for) $", re.IGNORECASE)
_NEAR_DATE: Final = 10
"""Code points before a date that are looked at."""

_SAID_ITSELF = re.compile(rf"\b(?:{alternatives('not_existing')})\b")
_NAMED = re.compile(r"\b(?:no|wrote|had an?) [“\"'‘]?$", re.IGNORECASE)
_COUNTED = re.compile(rf" (?:{alternatives('counted_by_month')})\b")


def no_such_date(evidence: Evidence) -> Iterator[Found]:
    """A day that its month does not have: "to September 31"; not a count beside a month ("In April 31 people").

    Not where the text says so itself ("There is no 31 June", "dated 31 April by mistake").
    """
    for match in _NO_SUCH.finditer(evidence.text):
        name, day, year = match[2] or match[4], int(match[1] or match[5]), match[3] or match[6]
        month = _month(name)
        name = LISTS["months"][month - 1]
        longest = calendar.monthrange(int(year) if year else 2000, month)[1]
        if not longest < day <= 31 or (name == "February" and day == 29 and not year):
            continue
        if _says_itself(evidence, match) or _is_count(evidence.text, match):
            continue
        yield Found(
            message=f"{name}{f' {year}' if year and day == 29 else ''} has {longest} days",
            places=[evidence.place(*match.span(group)) for group in ((1, 2) if match[2] else (5, 4))],
            sum=Sum(stated=day, expected=[1, longest], unit="day", rule="length of the month"),
        )


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Whether the number beside the month counts something: "the 31 April births", "In April 31 people"."""
    if match[2]:
        return _COUNTED.match(text, match.end()) is not None
    low = max(0, match.start() - _NEAR_DATE)
    if match[6] is not None:
        return False
    if _ENDS_DATE.match(text, match.end()) is not None or _AS_NOUN.search(text, low, match.start()) is not None:
        return False
    return text[match.end() : match.end() + 2] != " (" or _WITHIN.search(text, low, match.start()) is not None


_BORN = re.compile(rf"\bborn\b[^.;:\n\d]{{0,40}}?(?:\d{{1,2}},? (?:{_MONTH},? )?)?({_YEAR})\b")


def _says_itself(evidence: Evidence, match: re.Match[str]) -> bool:
    """Whether the text itself says that the day of *match* does not exist or is a mistake; also in the next sentence."""
    around = evidence.text[max(0, match.start() - 80) : match.end() + 40].lower()
    before = evidence.text[max(0, match.start() - 10) : match.start()]
    return _SAID_ITSELF.search(around) is not None or _NAMED.search(before) is not None


_NOT_BORN_IN = re.compile(
    r"born (?:since|after|before|until|between)\b|\b(?:people|those|anyone|everyone|men|women|children|a child|babies) (?:who (?:is|are|was|were) )?born\b",
    re.IGNORECASE,
)
_OF_HIM = re.compile(r"^, who (?:was|is) ")
"""What follows an age where the same person goes on."""
_DEAD = re.compile(r"\b(?:died|dead|death|late|buried|killed|then|was \d+ when|aged? \d+ (?:in|when|on)|at the age)\b")


def age_and_birth(evidence: Evidence) -> Iterator[Found]:
    """An age that the year of birth of the same person does not give: "Ada Quill, 45, born in 1990", published in 2024.

    Not an age at another time ("died in 2010, aged 45"), not "born since 1990" or "people born in 1960", and not without
    a day of publication.
    """
    if evidence.published is None:
        return
    year = evidence.published.year
    for match in _BORN.finditer(evidence.text):
        low, high = evidence.sentence(match.start())
        low, high = max(low, match.start() - 60), min(high, match.end() + 60)
        ages = [
            each
            for each in evidence.numbers_between(low, high)
            if each.kind == "age" and each.value and each.modifier == "="
        ]
        if len(ages) != 1 or _DEAD.search(evidence.text, low, high):
            continue
        if _NOT_BORN_IN.search(evidence.text, max(low, match.start() - 20), match.end()):
            continue
        age, born = ages[0], int(match[1])
        between = evidence.text[min(age.end, match.end()) : max(age.start, match.start())]
        if (
            re.search(r"\b[A-Z][a-z]+ [A-Z]|\b(?:his|her|their|whose|who|and) ", _OF_HIM.sub("", between))
            or age.value_max
            or "-" in age.text
        ):
            continue
        expected = (year - born - 1, year - born)
        if age.value is None or expected[0] <= age.value <= expected[1]:
            continue
        yield Found(
            message=f"born in {born} is {expected[0]} or {expected[1]} in {year}, not {age.value:g}",
            places=[evidence.place(age.start, age.end, age.id), evidence.place(*match.span(1))],
            sum=Sum(stated=age.value, expected=expected, unit="year", rule="year of publication minus year of birth"),
        )


_NUMBER = rf"\d{{1,3}}|(?:{alternatives('small')})"
_AGO = re.compile(
    rf"\b(?:in|since) ({_YEAR})(?:, | \(| – | — )({_NUMBER}) years ago\b"
    rf"|(?<!than )(?<!about )(?<!around )(?<!some )(?<!nearly )(?<!almost )(?<![\w-])({_NUMBER}) years (?:ago,? in|since) ({_YEAR})\b",
    re.IGNORECASE,
)
_PHRASES: Final = ("years ago", "years since")
"""Words of which the pattern needs one: most articles have none."""
_SPAN = re.compile(r"\b(?:the|first|last|next) $", re.IGNORECASE)


def years_ago(evidence: Evidence) -> Iterator[Found]:
    """A year and a count of years that do not meet in the year of publication: "250 years since 1761", in 2013.

    One year more or less fits, from 40 years on two; not "some 250 years", a span ("the first 10 years since 1990"),
    or beside another year, from which may be counted ("In 1995 it was 50 years since 1945").
    """
    if evidence.published is None or not any(words in evidence.text for words in _PHRASES):
        return
    for match in _AGO.finditer(evidence.text):
        past, stated = int(match[1] or match[4]), _count(match[2] or match[3])
        true = evidence.published.year - past
        if abs(true - stated) <= (1 if true < 40 else 2) or true <= 0:
            continue
        if match[3] and _SPAN.search(evidence.text, max(0, match.start() - 10), match.start()):
            continue
        if any(year != past for year in _years_near(evidence, match)):
            continue
        group = 2 if match[2] else 3
        yield Found(
            message=f"{past} is {true} years before {evidence.published.year}, not {stated}",
            places=[evidence.place(*match.span(group)), evidence.place(*match.span(1 if match[1] else 4))],
            sum=Sum(stated=stated, expected=[true - 1, true + 1], unit="year", rule="year of publication minus year"),
        )


def _count(word: str) -> int:
    return int(word) if word.isdigit() else LISTS["small"].index(word.lower())
