"""Year of dates without one, from a year named before; in a story about the past, where years are told once, from afar.

Whether a paragraph is about the past is decided by counts over the article and the paragraph, so that fresh news is
never read in an old year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newsview.extraction.dates.constructions import Match
from newsview.extraction.dates.context import Scene
from newsview.extraction.dates.date_expression import Dated
from newsview.extraction.dates.lexicon import GUARDS, PARTS, STORY, lexicon
from newsview.extraction.dates.meaning import Parts
from newsview.extraction.dates.old_dates import last_old_year
from newsview.extraction.dates.periods import Period

MANY_YEARS = 8
"""Mentions of past years in an article about the past, at least."""

TO_ONE = 4
"""Mentions of past years for each word of fresh news in such an article, at least."""

FEW_WORDS = 1
"""Words of fresh news in a paragraph about the past, as in what people of that time say."""

WRITTEN_IN_FULL = {"calendar_day", "calendar_month"}
"""Meanings of dates with month and year; the year applies to later dates without one."""

BORROWS_YEAR = {"yearless_day", "yearless_month", "day_span", "two_days"}
"""Meanings of dates that take the year named just before, in any article."""

OWN_YEAR = {"YEAR", "DEIXIS", "D4", "D2", "D22"}
"""Parts of a date with a year of its own, or a relative one."""

HALF_YEAR = 6
"""Months back from which a month without a year is one of the next year: January after December 2001."""


BRACKET_BACK = 12
"""Lexemes from an opening bracket to a date in it, at most."""


@dataclass(frozen=True, slots=True)
class _NamedYear:
    """A year named in the text, with its month if there is one, and its place; years before our era are negative.

    ``told``: in figures, not taken over from an earlier date.
    """

    year: int
    month: int | None
    lexeme: int
    sentence: int
    told: bool = False


@dataclass(slots=True)
class _Signs:
    """Mentions of past years, and words of fresh news ("yesterday", "Monday", the current year)."""

    past: int = 0
    fresh: int = 0


class NamedYears:
    """The years named in an article published on *published*, as far as it is read."""

    __slots__ = ("_about_past", "_aside", "_named", "_published", "_scene", "_signs")

    def __init__(self, scene: Scene, published: date | None) -> None:
        self._scene = scene
        self._published = published
        self._named: _NamedYear | None = None
        self._aside: _NamedYear | None = None
        self._signs = _signs(scene, published.year) if published is not None else {}
        past = sum(signs.past for signs in self._signs.values())
        fresh = sum(signs.fresh for signs in self._signs.values())
        lead = next(iter(self._signs.values()), _Signs())
        # a lead of fresh news makes the article news, however long its background
        self._about_past = lead.fresh <= lead.past and past >= MANY_YEARS and past >= TO_ONE * fresh

    def about_past(self, at: int) -> bool:
        """Whether the paragraph of the lexeme *at* is part of a story about the past."""
        signs = self._signs.get(self._scene.lex.blocks[at]) or _Signs()
        return self._about_past and signs.fresh <= max(signs.past, FEW_WORDS)

    def before_our_era(self, at: int) -> bool:
        """Whether the lexeme *at* is part of a story whose year is before our era."""
        return self._named is not None and self._named.year < 0 and self.about_past(at)

    def record(self, found: Dated) -> None:
        """Take the year of *found* for later dates; not of "until 1945"."""
        match, period, scene = found.match, found.period, self._scene
        if match is None:
            return
        if period is None:
            self._record_old(found)
            return
        if self.about_past(found.start) and period.granularity in STORY.granularities:
            self._go_on(found, period)
            return
        before, name = scene.before(found.start), match.construction.meaning or match.construction.name
        if "YEAR" not in match.parts or before in GUARDS.limits:
            return
        if name in WRITTEN_IN_FULL or (name == "calendar_year" and before == "in"):
            self._set(found, period, period.first.month if name in WRITTEN_IN_FULL else None)

    def _record_old(self, found: Dated) -> None:
        """Go on in the year of *found* if it is before our era."""
        year = last_old_year(found.reading)
        if year is not None and self.about_past(found.start) and not self._is_passing(found):
            self._named = _NamedYear(year, None, found.end, self._scene.sentence(found.start))

    def _go_on(self, found: Dated, period: Period) -> None:
        """Go on in the year of *found*; not of "the previous year", nor of a bare year within a sentence.

        "The plan of 1972 was to win by 1976": what follows is of 1972. An earlier year in the same paragraph is that of
        its sentence only: "It followed a vote in 1970".
        """
        named, scene, year = self._named, self._scene, period.first.year
        if self._published is None or year >= self._published.year or self._is_passing(found):
            return
        if named is not None and found.reading is not None and found.reading.anchored and year < named.year:
            return
        bare = period.granularity == "year"
        if bare and ((named is not None and year == named.year) or not scene.opens_sentence(found.start)):
            return
        month = None if bare else period.first.month
        blocks = scene.lex.blocks
        told = named is not None and named.told and blocks[named.lexeme - 1] == blocks[found.start]
        if told and named is not None and year < named.year and not scene.opens_sentence(found.start):
            self._aside = _NamedYear(year, month, found.end, scene.sentence(found.start))
            return
        self._set(found, period, month)

    def _is_passing(self, found: Dated) -> bool:
        """Date that a story does not go on from: "until 1945", "was to grow by December", "(as of 5 May 1946)"."""
        scene, at = self._scene, found.start
        before = scene.before(at)
        if before in STORY.limits or (before in STORY.targets and not scene.opens_sentence(at)):
            return True
        for back in range(1, BRACKET_BACK):
            word = scene.before(at, back)
            if word in {"", ")"}:
                return False
            if word == "(":
                return True
        return False

    def _set(self, found: Dated, period: Period, month: int | None) -> None:
        told = found.match is not None and "YEAR" in found.match.parts
        sentence = self._scene.sentence(found.start)
        self._named = _NamedYear(period.first.year, month, found.end, sentence, told)

    def borrowed(self, match: Match) -> int | None:
        """The year for *match*, a date without one; None if none was named.

        It is the last past year named in the same sentence or, with a month, in the previous one; in a story about the
        past, the last past year.
        """
        named, aside = self._named, self._aside
        if aside is not None and aside.sentence == self._scene.sentence(match.start):
            named = aside
        if named is None or (self._published is not None and named.year >= self._published.year):
            return None
        story = self.about_past(match.start) and OWN_YEAR.isdisjoint(match.parts)
        if not story and not self._is_near(named, match):
            return None
        parts = Parts(match.parts)
        month = parts.number("MONTH") if parts.has("MONTH") else None
        over = named.month is not None and month is not None and named.month - month >= HALF_YEAR
        if named.year < 0 and not story:
            return None
        return named.year + over

    def _is_near(self, named: _NamedYear, match: Match) -> bool:
        """Whether the year is named in the sentence of *match* or, with a month, in the previous one."""
        scene, blocks = self._scene, self._scene.lex.blocks
        if (match.construction.meaning or match.construction.name) not in BORROWS_YEAR:
            return False
        reach = 1 if named.month is not None and self._published is not None else 0
        apart = scene.sentence(match.start) - scene.sentence(named.lexeme - 1)
        return apart <= reach and blocks[named.lexeme - 1] == blocks[match.start]


def _signs(scene: Scene, current: int) -> dict[int, _Signs]:
    """The signs of each paragraph, by its number; the year before is no sign, since fresh news is full of it.

    "Last week" is fresh news, "the next week" of a story is not.
    """
    lex, words, found = scene.lex, lexicon(), dict[int, _Signs]()
    told = {"#1", "#2", "#3", "#4", *words.days, *words.weekdays, *STORY.fresh, *STORY.deixis}
    for at, key in enumerate(lex.keys[: len(lex)]):
        if key not in told:
            continue
        old = key[0] == "#" and lex.keys[at + 1] in PARTS.eras
        if key in {"#1", "#2", "#3"} and not old:
            continue
        year = int(lex.low[at]) if key == "#4" and not old else current
        past = old or 1000 <= year < current - 1
        fresh = year == current and not old
        if key in STORY.deixis:
            fresh = lex.keys[at + 1] in words.units and scene.before(at) != "the"
        if past or fresh:
            signs = found.setdefault(lex.blocks[at], _Signs())
            signs.past += past
            signs.fresh += fresh
    return found
