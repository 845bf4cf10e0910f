"""Full dates near the top of an article: a line that is only a date, or the date of a dateline.

A date counts only with its year, and only when it is unambiguous: "03/04/2022" is not.
"""

from __future__ import annotations

import re
from functools import cache

from newsview.model.data_files import sections

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?)"
)
_DAY = r"(?<!\d)(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"


@cache
def _date() -> re.Pattern[str]:
    forms = (
        f"{_MONTH.format('m1')}\\s{{0,3}}{_DAY.format('d1')},?\\s{{1,3}}{_YEAR.format('y1')}",  # November 11, 2022
        f"{_DAY.format('d2')}[\\s-]{{1,3}}(?:of\\s)?{_MONTH.format('m2')},?[\\s-]{{1,3}}{_YEAR.format('y2')}",  # 11 Nov 2022
        r"(?<!\d)(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>[01]\d)[-/.](?P<d3>[0-3]\d)(?!\d)",  # 2022-11-11
        r"(?<!\d)(?P<a4>[0-3]?\d)(?P<sep>[./])(?P<b4>[0-3]?\d)(?P=sep)(?P<y4>(?:19|20)\d\d)(?!\d)",  # 25/12/2022
    )
    return re.compile("|".join(forms), re.IGNORECASE)


_CLOCK = (
    r"(?:\bT)?(?<!\d)[0-2]?\d(?:[:.][0-5]\d){1,2}(?:\.\d+)?\s{0,2}(?:[ap]\.?m\b\.?)?(?:Z\b|[+-]\d\d:?\d\d)?"
    r"|\b1?\d\s{0,2}[ap]\.?m\b\.?"
)
_WORD = re.compile(r"[^\W_]+")


@cache
def _labels() -> frozenset[str]:
    """Words that a date line may contain beside the date: "Published", "GMT"."""
    return sections("newsview.reading", "dates")["labels"] | _updates() | sections("newsview.reading", "dates")["zones"]


@cache
def _updates() -> frozenset[str]:
    return sections("newsview.reading", "dates")["updates"]


def full_date(text: str) -> str | None:
    """The first full date in *text* (at most its first 200 characters) as ``YYYY-MM-DD``, or None."""
    for match in _date().finditer(text[:200]):
        date = _iso(match)
        if date is not None:
            return date
    return None


@cache
def _address() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[-/_.])(?:(?P<m>[01]?\d)|(?P<name>[a-z]{3,9}))(?P=sep)(?P<d>[0-3]?\d)(?!\d)"
        r"|(?<!\d)(?P<yc>20\d\d)(?P<mc>[01]\d)(?P<dc>[0-3]\d)(?!\d)",
        re.IGNORECASE,
    )


def date_in_address(address: str) -> str | None:
    """The day (``YYYY-MM-DD``) in the path of a URL: "/2022/11/11/", "/2022/nov/11/", "-20221111"; None if none."""
    path = address.partition("://")[2].partition("/")[2]
    for match in _address().finditer(path[:1000]):
        parts = match.groupdict()
        name = (parts["name"] or "")[:3].lower()
        month = _MONTHS.index(name) + 1 if name in _MONTHS else int(parts["m"] or parts["mc"] or 0)
        date = iso_date(int(parts["y"] or parts["yc"]), month, int(parts["d"] or parts["dc"]))
        if date is not None:
            return date
    return None


def date_line(line: str) -> tuple[str, bool] | None:
    """(``YYYY-MM-DD``, whether of an update) of a line that is only a date: "Published: 11 Nov 2022, 14:05 GMT"."""
    if len(line) > 120 or ("20" not in line and "19" not in line):
        return None
    dates = [date for date in map(_iso, _date().finditer(line)) if date is not None]
    if not dates:
        return None
    rest = [word.lower() for word in _WORD.findall(re.sub(_CLOCK, " ", _date().sub(" ", line), flags=re.IGNORECASE))]
    if not _labels().issuperset(rest):
        return None
    return dates[0], rest[:1] != [] and not _updates().isdisjoint(rest[:2])


_COLON = re.compile(
    r"[A-Z][A-Z .’'-]{1,40}, (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? [0-3]?\d"
    r"(?: \([^)]{1,40}\))?:\s{1,3}(?=\S)"
)
"""Dateline with a colon, as in Indian newspapers: "KOCHI, Jan. 9: "."""
_BYLINE = re.compile(r"By [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}:\s{1,3}(?=[A-Z])")
"""Author in front of the first sentence: "By Jane Doe: "."""
_AGENCY = re.compile(r"\([A-Z][A-Za-z.]*[A-Z][A-Za-z.]*\)\s{1,3}(?=[A-Z])")
"""Agency alone in front of the first sentence: "(CNN) "; not "(May) "."""
_STATE = re.compile(r", [A-Z]{2}$")
_PREFIX = re.compile(r"(?P<prefix>[^\n—–]{2,100}?)(?:\s?[—–―]|\s(?:--?|_{1,2}))\s{0,3}(?=\S)")
"""Up to a dash, or the underscore that agencies' wires have for it."""


def story_start(paragraph: str) -> int | None:
    """Offset of the first sentence after a dateline or an author; None for other paragraphs.

    After "LONDON, March 3 (Reuters) - ", "OSLO (AP) _ ", "Leeds, AL – ", "(CNN) ", "By Jane Doe: ".

    Stricter than ``dateline``, because it splits a sentence: not "Mary Hill – the poet – ", "NASA – the agency – ".
    """
    match = _COLON.match(paragraph[:130]) or _BYLINE.match(paragraph[:130]) or _AGENCY.match(paragraph[:130])
    if match is not None:
        return match.end()
    head = dateline(paragraph)
    match = _PREFIX.match(paragraph[:130], _length_of_first_date(paragraph)) if head else None
    if head is None or match is None:
        return None
    begin = match.end() + len(paragraph[match.end() :]) - len(paragraph[match.end() :].lstrip())
    place = match["prefix"].split()[0].rstrip(",.")
    sure = (place.isupper() and len(place) > 1) or "(" in head or _STATE.search(head)
    return begin if sure and not paragraph[begin].islower() else None


def dateline(paragraph: str) -> str | None:
    """Dateline of a body paragraph, without its dash: "LONDON, March 3 (Reuters)"; None if there is none."""
    begin = _length_of_first_date(paragraph)
    match = _PREFIX.match(paragraph[:130], begin)
    if match is None:
        return None
    prefix = match["prefix"].strip()
    if begin and not (prefix[0].isalpha() and prefix.split()[0].rstrip(",").isupper()):
        return None
    prefix = paragraph[: begin + len(match["prefix"])].strip()
    bare = re.sub(r"\([^)]{1,40}\)", " ", _date().sub(" ", prefix))
    date_first = _date().match(prefix) is not None
    if date_first and not bare.strip(" ,") and prefix.endswith(")"):
        bare = prefix[prefix.find("(") + 1 : -1]  # March 3, 2015 (OSLO)
    words = re.findall(r"[^\W\d_][\w.’'-]*", bare)
    place_words = sections("newsview.reading", "dates")["place words"]
    place = words and words[0][0].isupper() and len(words) <= 8
    if not place or not all(word[0].isupper() or word in place_words for word in words):
        return None
    known = words[0].isupper() and len(words[0]) > 1  # PARIS
    marked = "(" in prefix or full_date(prefix) is not None or len(words) <= 3  # Geneva, 12 November 2021
    return prefix if known or marked else None


def _length_of_first_date(paragraph: str) -> int:
    """Length of a date that stands before the place, with the mark behind it: "9 May 2024, HALDEN — ", "May 9 / HALDEN —"."""
    match = _date().match(paragraph[:60])
    if match is None:
        return 0
    behind = re.compile(r"\s?(?:[,:/|]|[—–―]|--?)\s{1,3}").match(paragraph, match.end())
    return behind.end() if behind else 0


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if parts["y1"] or parts["y2"]:
        which = "1" if parts["y1"] else "2"
        month = _MONTHS.index(parts["m" + which][:3].lower()) + 1
        return iso_date(int(parts["y" + which]), month, int(parts["d" + which]))
    if parts["y3"]:
        return iso_date(int(parts["y3"]), int(parts["m3"]), int(parts["d3"]))
    year, first, second = int(parts["y4"]), int(parts["a4"]), int(parts["b4"])
    readings = {iso_date(year, first, second), iso_date(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def iso_date(year: int, month: int, day: int) -> str | None:
    """``YYYY-MM-DD``, or None if the calendar has no such day."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= days[month - 1] else None


def is_iso_date(text: str) -> bool:
    """Whether *text* is a valid calendar day written as ``YYYY-MM-DD``."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    return match is not None and int(match[1]) > 0 and iso_date(*map(int, match.groups())) is not None
