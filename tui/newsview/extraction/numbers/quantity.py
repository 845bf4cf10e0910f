"""Quantity: the mutable number that the stages of extraction complete, and its conversion to a record."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from newsview.extraction.numbers.numeral import Numeral, json_number
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.provenance import Rule, Rules
from newsview.model.facts import Modifier, Number, NumberKind, Reference, Span, Trend, TrendRole


@dataclass(slots=True)
class Quantity:
    """One number in the course of extraction. ``first`` to before ``end`` are the pieces of its text.

    ``numeral`` covers the digits or words alone (of a range: its first end), ``unit_pieces`` the words of the unit.
    ``rules`` are those that read it, joined it with others, and decided its kind and unit.
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
    iso: str | None = None
    attributive: bool = False
    inherited: bool = False
    rules: Rules = ()

    def by(self, rule: Rule) -> None:
        """Note that *rule* had a part in the quantity."""
        if rule not in self.rules:
            self.rules = (*self.rules, rule)

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
        )

    @staticmethod
    def _span(pieces: Pieces, part: tuple[int, int] | None) -> Span | None:
        if part is None:
            return None
        start, end = pieces.span(*part)
        return Span(text=pieces.text[start:end], start=start, end=end)
