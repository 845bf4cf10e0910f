"""Quantity: a number in the course of extraction, completed by five stages in order.

    read      quantity_reader   the numeral with its sign and the unit beside it, without the parse
    join      join_quantities   two numbers that are one: ranges, compounds, scores, fractions
    classify  classify          what it counts, measures or names; its rate; units that are elsewhere
    qualify   qualify           modifier, ISO duration, conversion, trend
    relate    relate            what it is about

Only these modules make quantities or replace their fields; the rules in the other modules return what they find.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from newsview.extraction.numbers.numeral import Numeral, json_number
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.units import Measure, Unit, unit_kind
from newsview.extraction.provenance import Rule, Rules
from newsview.model.facts import Modifier, Number, NumberKind, Reference, Span, Trend, TrendRole


class Form(NamedTuple):
    """A number whose notation alone shows its kind and unit: an ordinal, a fraction, "a year", a race time."""

    numeral: Numeral
    end: int
    kind: NumberKind
    unit: Unit | None = None
    unit_pieces: tuple[int, int] | None = None
    attributive: bool = False
    rules: Rules = ()


def measured(numeral: Numeral, end: int, measure: Measure) -> Form:
    """The form of an amount in the unit of *measure*, which ends before the piece *end*."""
    return Form(numeral, end, unit_kind(measure.unit), measure.unit, (measure.first, measure.end))


class Quantity(NamedTuple):
    """One number. ``first`` to before ``end`` are the pieces of its text.

    ``numeral`` covers the digits or words alone (of a range: its first end), ``unit_pieces`` the words of the unit.
    ``inherited``: the unit is that of another number. ``same_as`` and ``range`` are positions: of the original of a
    conversion, and of the first number of a change "from X to Y". ``rules`` are those that read it, joined it with others, and
    decided its kind and unit.
    """

    numeral: Numeral
    first: int
    end: int
    value: Fraction
    high: Fraction | None = None
    kind: NumberKind = "cardinal"
    unit: str | None = None
    unit_pieces: tuple[int, int] | None = None
    per: str | None = None
    per_end: int = 0
    dimension: str | None = None
    vague: bool = False
    modifier: Modifier = "="
    cue: tuple[int, int] | None = None
    trend: Trend | None = None
    trend_role: TrendRole | None = None
    subject: Reference | None = None
    same_as: int | None = None
    range: int | None = None
    iso: str | None = None
    attributive: bool = False
    inherited: bool = False
    rules: Rules = ()

    def rules_with(self, *rules: Rule) -> Rules:
        """The rules of the quantity and *rules*, each once."""
        return tuple(dict.fromkeys((*self.rules, *rules)))

    @property
    def begin(self) -> int:
        """First piece of the number or of its modifier."""
        return self.first if self.cue is None else min(self.first, self.cue[0])

    @property
    def unit_end(self) -> int:
        """End (exclusive) of the number and its unit."""
        unit = self.unit_pieces
        return self.end if unit is None or unit[1] < self.end else unit[1]

    @property
    def rate_end(self) -> int:
        """End (exclusive) of the number, its unit and its rate."""
        end = self.unit_end
        return end if self.per_end < end else self.per_end

    def record(self, pieces: Pieces, position: int) -> Number | None:
        """The record, with an id from its *position*; None if its value is beyond the range of floats."""
        value, high = json_number(self.value), None if self.high is None else json_number(self.high)
        if value is None or (self.high is not None and high is None):
            return None
        start, end = pieces.span(self.first, self.end)
        unit, unit_text = self.unit, self._span(pieces, self.unit_pieces)
        if unit_text is not None and not unit_text.text:
            unit = unit_text = None  # a line break is no unit: "one \\nin five"
        return Number(
            id=f"quantity{position}",
            sentence="",
            text=pieces.text[start:end],
            start=start,
            end=end,
            kind=self.kind,
            value=value,
            value_max=high,
            vague=self.vague,
            unit=unit,
            unit_text=unit_text,
            per=self.per,
            modifier=self.modifier,
            cue=self._span(pieces, self.cue),
            trend=self.trend,
            trend_role=self.trend_role,
            subject=self.subject,
            same_as=None if self.same_as is None else f"quantity{self.same_as}",
            iso=self.iso,
            range=None if self.range is None else f"quantity{self.range}",
        )

    @staticmethod
    def _span(pieces: Pieces, part: tuple[int, int] | None) -> Span | None:
        if part is None:
            return None
        start, end = pieces.span(*part)
        return Span(text=pieces.text[start:end], start=start, end=end)
