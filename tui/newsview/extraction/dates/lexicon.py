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
    """Lemmas of verbs and nouns by their evidence for tense; explained in ``data/lexicon.toml``."""

    expectant: Sequence[str]
    achieved: Sequence[str]
    adjourning: Sequence[str]
    intentions: Sequence[str]
    scheduled: Sequence[str]
    reporting: Sequence[str]


@dataclass(frozen=True, slots=True)
class GuardWords:
    """Words beside an expression that decide whether it is a date; explained in ``data/lexicon.toml``."""

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
    """Cues of a time of day; ``named`` in hours from midnight."""

    cues: Sequence[str]
    unclear_zones: Sequence[str]
    named: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DayOfHistory:
    """A day of the year as the name of an event: the year of the event, and the words after its name."""

    year: int
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class RangeWords:
    """Words that decide whether two dates are a range."""

    moving: Sequence[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Time words with their values. All keys are lower-case, abbreviations without the full stop."""

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
    """The content of ``data/<name>.toml``."""
    text = (files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def lexicon() -> Lexicon:
    """All word tables, loaded at the first call."""
    return decode(Lexicon, table("lexicon"))
