"""Date expression: extent in lexemes, meaning, modifier and clock time, and its conversion to a record."""

from __future__ import annotations

from dataclasses import dataclass

from newsview.extraction.dates.clock_times import Clock
from newsview.extraction.dates.constructions import Match
from newsview.extraction.dates.lexicon import COUNTS, lexicon
from newsview.extraction.dates.meaning import Reading
from newsview.extraction.dates.periods import Period
from newsview.extraction.lexical.lexemes import Lexemes
from newsview.extraction.provenance import Rules
from newsview.model.facts import Modifier, Number, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The lexemes ``[start:end]`` as a date, a time on a day, or a time alone (then ``reading`` is None).

    ``match`` is the matched construction, None for a combination of expressions. ``cue`` are the lexemes of the
    modifier ("late", "more than"), whose meaning is ``modifier``. ``counted`` are count and unit of a date without a
    match ("the three months to March"). ``rules`` are the rules that made it.
    """

    start: int
    end: int
    reading: Reading | None
    match: Match | None = None
    clock: Clock | None = None
    modifier: Modifier = "="
    cue: tuple[int, int] | None = None
    iso: str | None = None
    granularity: str | None = None
    counted: tuple[int, str] | None = None
    rules: Rules = ()

    @property
    def period(self) -> Period | None:
        """The calendar period, None if the article does not determine it."""
        return self.reading.period if self.reading is not None else None

    @property
    def is_day(self) -> bool:
        """Whether it is a single day, with or without a period."""
        return self.reading is not None and self.reading.granularity == "day"

    def number(self, lex: Lexemes) -> Number:
        """The record; the component sets its id and sentence."""
        reading, clock = self.reading, self.clock
        start, end = lex.starts[self.start], lex.ends[self.end - 1]
        return Number(
            id="",
            sentence="",
            text=lex.text[start:end],
            start=start,
            end=end,
            kind="time" if reading is None else "date",
            value=self._count(lex),
            unit=self._unit(lex),
            vague=reading.vague if reading else False,
            modifier=self.modifier,
            cue=self._cue(lex),
            iso=self.iso or self._iso(),
            granularity=self.granularity
            or (reading.granularity if reading and not clock else self._clock_granularity()),
            relative=reading.anchored if reading else False,
            aside=self._is_vague_span,
        )

    @property
    def _is_vague_span(self) -> bool:
        """Whether it is a span of time without a figure: "recent months", "the last few years"."""
        name = self.match.construction.name if self.match else ""
        return name in VAGUE_SPANS and self.reading is not None and self.reading.vague

    def _count(self, lex: Lexemes) -> int | float | None:
        """The figure of a date that counts ("the last three months"), in digits or words; not that of "a year ago"."""
        match = self.match
        if self.counted is not None:
            return self.counted[0]
        if match is None or self.reading is None or self.reading.recurring is not None:
            return None
        value = match.parts.get("COUNT")
        if not isinstance(value, (int, float)) or value < 0 or "UNIT" not in match.parts:
            return None
        words = {*lexicon().cardinals, *COUNTS.multiples, *COUNTS.collective}
        spelled = not words.isdisjoint(lex.low[match.start : match.end])
        if not spelled and not any(lex.is_number(at) for at in range(match.start, match.end)):
            return None
        return int(value) if value == int(value) else value

    def _unit(self, lex: Lexemes) -> str | None:
        """The unit of a date that counts."""
        if self.counted is not None:
            return self.counted[1]
        if self.match is None or self._count(lex) is None:
            return None
        unit = str(self.match.parts["UNIT"])
        own = next(
            (low for low in lex.low[self.match.start : self.match.end] if lexicon().units.get(low) == unit), unit
        )
        return own.removesuffix("s") if unit == "day" else unit

    def _iso(self) -> str | None:
        if self.clock is not None:
            if self.reading is None:
                return self.clock.iso(None)
            return self.clock.iso(self.period.first) if self.period else None
        if self.period is not None:
            return self.period.iso
        return (self.reading.recurring or self.reading.iso if self.reading else None) or None

    def _clock_granularity(self) -> str:
        return "minute" if self.clock is not None and self.clock.fine else "hour"

    def _cue(self, lex: Lexemes) -> Span | None:
        if self.cue is None:
            return None
        start, end = lex.starts[self.cue[0]], lex.ends[self.cue[1] - 1]
        return Span(text=lex.text[start:end], start=start, end=end)


VAGUE_SPANS = {"vague_span", "span_of_units"}
"""Constructions of spans of time."""

FLIPPED: dict[Modifier, Modifier] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "~": "~", "±": "±"}
"""Modifier of a date by the modifier of its distance: "more than two years ago" is before that year."""
