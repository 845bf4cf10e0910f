"""Lexicon of time words, loaded once from the tables in ``data/``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newsview.model.codec import decode
from newsview.model.facts import Modifier


@dataclass(frozen=True, slots=True)
class VerbClasses:
    """Lemmas of verbs by what they tell of time; the table says more."""

    expectant: Sequence[str]
    achieved: Sequence[str]
    adjourning: Sequence[str]
    intentions: Sequence[str]
    scheduled: Sequence[str]
    reporting: Sequence[str]


@dataclass(frozen=True, slots=True)
class GuardWords:
    """Words beside an expression that tell whether it is a date; the table says more."""

    counting: Sequence[str]
    counted: Sequence[str]
    amounts: Sequence[str]
    streets: Sequence[str]
    year_cues: Sequence[str]
    prefixes: Sequence[str]
    month_cues: Sequence[str]
    names_too: Sequence[str]
    named_weekdays: Sequence[str]
    after_weekday: Sequence[str]
    business: Sequence[str]


@dataclass(frozen=True, slots=True)
class ClockWords:
    """Words that make a number a time of day; ``named`` in hours from midnight."""

    cues: Sequence[str]
    unclear_zones: Sequence[str]
    named: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DayOfHistory:
    """A day of the year that events are named after, the year of them, and the words that follow it when it is."""

    year: int
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class RangeWords:
    """Words that decide whether two dates are the ends of a stretch."""

    moving: Sequence[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words to what they stand for. All keys are lower case; an abbreviation's full stop is not part of it."""

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    weekdays_plural: Mapping[str, int]
    adverbs: Mapping[str, str]
    seasons: Mapping[str, str]
    units: Mapping[str, str]
    parts: Mapping[str, str]
    days: Mapping[str, int]
    deixis: Mapping[str, str]
    decades: Mapping[str, int]
    edges: Mapping[str, str]
    ways: Mapping[str, str]
    edge_nouns: Mapping[str, str]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    zones: Mapping[str, float]
    wide_zones: Mapping[str, float]
    verb_classes: VerbClasses
    guard_words: GuardWords
    clock: ClockWords
    ranges: RangeWords
    hedges: Mapping[str, Modifier]
    events: Mapping[str, DayOfHistory]


def table(name: str) -> dict[str, object]:
    """The table ``data/<name>.toml``."""
    text = (files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def lexicon() -> Lexicon:
    """All word tables, read at the first call."""
    return decode(Lexicon, table("lexicon"))
