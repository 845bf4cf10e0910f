"""Dates before our era: "499 BC", "September 480 B.C.", "480-450 BCE", "the 470s BC", "the 5th century BC".

The calendar of ``datetime`` begins in the year 1, so these dates have no period. Their ``iso`` has the notation of TimeML,
"BC0499" for 499 BC; by ISO 8601 it would be "-0498", a year that no reader recognizes.
"""

from __future__ import annotations

import re

from newsview.extraction.dates.digit_parts import follows_number
from newsview.extraction.dates.meaning import Meaning, Parts, Reading, Setting
from newsview.extraction.dates.part_class import Found
from newsview.extraction.dates.periods import SEASON_START
from newsview.extraction.lexical.lexemes import BARRIER, Lexemes

_ERA = re.compile(r"BCE?(?!\w)|B\.\s?C\.(?:\s?E\.)?(?!\w)")
RECENT = range(1900, 2101)
"""Years that are of our era, whatever follows: "in 2010 BC Hydro said"."""
LAST_DAY = 31
LAST_MONTH = 12
_LAST_YEAR = re.compile(r"BC(\d{4})[\d-]*$")


def era(lex: Lexemes, at: int) -> Found:
    """Name of the era at *at*, in capitals: "BC", "B.C.", "BCE"."""
    found = _ERA.match(lex.text, lex.starts[at])
    if found is None:
        return None
    end = at + 1
    while end < lex.size and lex.starts[end] < found.end():
        end += 1
    return end, "BC"


def old_year(lex: Lexemes, at: int) -> Found:
    """Year of up to four digits, the era of which is named elsewhere: "499" in "499-493 BC"."""
    value = lex.number(at, 4)
    if not value or value in RECENT or follows_number(lex, at) or lex.joins[at + 1] == BARRIER:
        return None
    return at + 1, value


def _name(year: int, month: int | None = None, day: int | None = None) -> str:
    return "-".join([f"BC{year:04d}", *(f"{part:02d}" for part in (month, day) if part)])


def last_old_year(reading: Reading | None) -> int | None:
    """The year with which a date before our era ends, as a negative number: -493 for "499-493 BC"; None for others."""
    found = _LAST_YEAR.search(reading.iso) if reading is not None and reading.iso else None
    return -int(found[1]) if found else None


def in_old_year(parts: Parts, year: int) -> str | None:
    """The form of a date without a year in the *year* before our era: "in mid-August" of a story about 480 BC."""
    if parts.has("SEASON"):
        month = SEASON_START[parts.word("SEASON")]
        end = (year, month + 2) if month + 2 <= LAST_MONTH else (year - 1, month + 2 - LAST_MONTH)
        return f"{_name(year, month)}/{_name(*end)}" if end[0] > 0 else None
    return _name(year, parts.number("MONTH"), parts.day()) if parts.has("MONTH") else None


def old_date(parts: Parts, setting: Setting) -> Reading | None:
    """Year, season, month or day before our era: "499 BC", "spring 480 BC", "September 480 BC", "12 September 490 BC"."""
    if parts.has("SEASON"):
        return Reading(None, "season", iso=in_old_year(parts, parts.number("OLD")))
    month, day = parts.number("MONTH") if parts.has("MONTH") else None, parts.day()
    if day is not None and not 1 <= day <= LAST_DAY:
        return None
    granularity = "day" if day else "month" if month else "year"
    return Reading(None, granularity, iso=_name(parts.number("OLD"), month, day))


def old_years(parts: Parts, setting: Setting) -> Reading | None:
    """Span of years before our era, counted down: "499-493 BC"; not "450-480 BC"."""
    first, last = parts.number("OLD"), parts.number("OLD2")
    return Reading(None, "range", iso=f"{_name(first)}/{_name(last)}") if first > last else None


def old_decade(parts: Parts, setting: Setting) -> Reading | None:
    """Decade before our era: "the 470s BC" is 479 to 470."""
    first = parts.number("OLD")
    return Reading(None, "decade", iso=f"{_name(first + 9)}/{_name(first)}") if first % 10 == 0 else None


def old_century(parts: Parts, setting: Setting) -> Reading | None:
    """Century before our era: "the 5th century BC" is 500 to 401."""
    number = parts.number("NTH")
    return Reading(None, "century", iso=f"{_name(100 * number)}/{_name(100 * number - 99)}") if number > 0 else None


MEANINGS: dict[str, Meaning] = {each.__name__: each for each in (old_date, old_years, old_decade, old_century)}
