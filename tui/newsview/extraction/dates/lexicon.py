"""Word lists of this package, one table a file of ``data/``, where each list is explained."""

from collections.abc import Mapping
from functools import cache

from newsview.extraction.tables import Names, Numbers, Table, Words, load
from newsview.model.facts import Modifier


class VerbClasses(Table):
    """Lemmas of verbs and nouns by their evidence for tense; explained in ``data/lexicon.toml``."""

    expectant: Words
    achieved: Words
    adjourning: Words
    intentions: Words
    scheduled: Words
    reporting: Words


class GuardWords(Table):
    """Words beside an expression that decide whether it is a date; explained in ``data/lexicon.toml``."""

    counting: Words
    counted: Words
    amounts: Words
    streets: Words
    year_cues: Words
    prefixes: Words
    month_cues: Words
    names_too: Words
    named_weekdays: Words
    after_weekday: Words
    business: Words


class ClockWords(Table):
    """Cues of a time of day; ``named`` in hours from midnight."""

    cues: Words
    unclear_zones: Words
    named: Numbers


class DayOfHistory(Table):
    """A day of the year as the name of an event: the year of the event, and the words after its name."""

    year: int
    words: Words


class RangeWords(Table):
    """Words that decide whether two dates are a range."""

    moving: Words


class Lexicon(Table):
    """Time words with their values. All keys are lower-case, abbreviations without the full stop."""

    months: Numbers
    month_abbreviations: Numbers
    weekdays: Numbers
    weekday_abbreviations: Numbers
    weekdays_plural: Numbers
    adverbs: Names
    seasons: Names
    units: Names
    parts: Names
    days: Numbers
    deixis: Names
    decades: Numbers
    edges: Names
    ways: Names
    edge_nouns: Names
    cardinals: Numbers
    ordinals: Numbers
    zones: Mapping[str, float]
    wide_zones: Mapping[str, float]
    verb_classes: VerbClasses
    guard_words: GuardWords
    clock: ClockWords
    ranges: RangeWords
    hedges: Mapping[str, Modifier]
    events: Mapping[str, DayOfHistory]


class ClockTimes(Table):
    """Words of and beside a time of day."""

    ranged: Words
    am_or_pm: Words
    joints: Words
    am_or_pm_letters: Words
    hours: Words
    after_midnight: Words
    past_or_to: Words
    past_after_or_to: Words
    before_evening: Words
    standard: Words


class Counts(Table):
    """Words of counts of units of time."""

    vague: Words
    multiples: Words
    collective: Words


class Deixis(Table):
    """Words that relate a period to the day of publication."""

    past_or_coming: Words
    this_or_last: Words
    nights: Words
    of_quarters: Words
    durations: Words


class Edges(Table):
    """Words that relate a period to a date named before."""

    late: Words
    beside: Words
    same_or_next: Words
    after_or_earlier: Words


class Guards(Table):
    """Words beside an expression that decide whether it is a date."""

    before_season: Words
    before_weekday: Words
    after_its_day: Words
    joins_clauses: Words
    of_quarters: Words
    before_month: Words
    limits: Words
    before_clock: Words
    before_second_date: Words
    before_about: Words
    eras: Words
    unbound: Words
    before_names: Words
    determiners: Words
    months_too: Words
    durations: Words
    before_or_after: Words
    no_dates: Words
    rates: Words
    ends: Words


class Hedges(Table):
    """Words of and beside modifiers of dates and durations."""

    counted: Words
    of_durations: Words


class PartWords(Table):
    """Words that parts of a date open with."""

    quarter_letters: Words
    second_of_two: Words
    eras: Words


class Ranges(Table):
    """Words of a range of dates."""

    joints: Words
    openings: Words
    clear: Words


class Reports(Table):
    """Words beside the periods of business news."""

    comparing: Words
    of_amounts: Words
    endings: Words
    ended: Words
    determiners: Words
    granularities: Words
    months: Numbers


class Story(Table):
    """Words of fresh news."""

    fresh: Words
    limits: Words
    targets: Words
    deixis: Words
    granularities: Words


class TenseWords(Table):
    """Auxiliaries and other words of the tense of a clause."""

    will: Words
    will_only: Words
    payable: Words
    openings: Words
    openers: Words
    facing: Words
    may: Words
    have: Words
    perfect: Words
    did: Words
    is_or_does: Words
    since_or_than: Words
    until: Words
    pronouns: Words


class UnsetWords(Table):
    """Words beside times and spans without a figure; explained in ``data/unset.toml``."""

    other_before: Words
    other_after: Words
    before_units: Words
    before_the: Words
    several: Words
    other_units: Words
    points: Words


class Unset(Table):
    """Times near the day of publication by their side of it, and the words beside them and spans without a figure."""

    near: Names
    words: UnsetWords


CLOCK = load(ClockTimes, __package__, "clock")
COUNTS = load(Counts, __package__, "counts")
DEIXIS = load(Deixis, __package__, "deixis")
EDGES = load(Edges, __package__, "anchored")
GUARDS = load(Guards, __package__, "guards")
HEDGES = load(Hedges, __package__, "hedges")
PARTS = load(PartWords, __package__, "parts")
RANGES = load(Ranges, __package__, "ranges")
REPORTS = load(Reports, __package__, "reports")
STORY = load(Story, __package__, "story")
TENSE = load(TenseWords, __package__, "tense")
UNSET = load(Unset, __package__, "unset")


@cache
def lexicon() -> Lexicon:
    """The time words, loaded at the first call."""
    return load(Lexicon, __package__, "lexicon")
