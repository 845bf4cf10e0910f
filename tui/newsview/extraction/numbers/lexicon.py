"""Word lists of this package, one table a file of ``data/``, where each list is explained."""

from collections.abc import Mapping

from newsview.extraction.tables import Names, Numbers, Order, Phrases, Table, Words, load
from newsview.model.facts import Modifier, Trend


class NumberWords(Table):
    """Number words of English and of South Asian English."""

    small: Numbers
    tens: Numbers
    magnitudes: Numbers
    plural_magnitudes: Numbers
    short_magnitudes: Numbers
    abbreviated: Words
    shares: Mapping[str, tuple[int, ...]]
    ordinals: Numbers
    no_fold: Words
    negative: Words
    before_quarter: Words
    quarters: Words
    tens_or_scores: Words
    openers: Words
    vague: Words
    multiplying: Words


class FractionWords(Table):
    """Words of fractions and beside them."""

    not_before_half: Words
    determiners: Words
    before_share: Words
    steps: Words
    starters: Words
    points: Phrases
    hedges: Words
    bounds: Phrases
    as_much: Words
    links: Words
    wholes: Words
    in_or_out_of: Phrases


class HedgeWords(Table):
    """Modifiers (hedges) of numbers and their cues."""

    before: Mapping[Modifier, Words]
    after: Mapping[Modifier, Words]
    skipped: Words
    holding: Words
    also_prepositions: Words
    extremes: Words
    closing: Words


class ImplicitOneWords(Table):
    """Words beside "a year" that make it an amount: "nearly a year"."""

    hedges: Words
    comparing: Words
    loose: Words
    frames: Words
    taking: Words
    points: Words
    earlier: Words
    after_at: Words


class CountWords(Table):
    """Nouns that are counted, and words of noun phrases after a number."""

    multiples: Words
    divisible: Words
    containers: Words
    empty: Words
    not_kinds: Words
    no_order: Words
    lemmas: Names
    compares: Words
    casualties: Words
    states: Words
    agents: Words
    peopled: Words
    events: Words
    periods: Words
    ordering: Words
    vague: Words
    sides: Words
    no_nouns: Words
    repeated: Words
    of_times: Words
    after_hyphen: Words
    after_or: Words
    plus: Words


class EllipsisWords(Table):
    """Words beside a number whose noun is elided."""

    continues: Words
    frames: Words
    margins: Words
    winning: Words
    articles: Words
    joints: Phrases
    directions: Phrases
    prepositions: Words
    name_parts: Words
    gap_links: Words
    wholes: Words
    joining: Words
    before_dates: Words
    respective: Words
    alternatives: Phrases
    adverbs: Words


class AnaphoraWords(Table):
    """Words that refer to something counted before."""

    pronouns: Words
    relatives: Words
    rest: Words
    subjects: Words
    hedges: Words
    copulas: Words


class UnitWords(Table):
    """Ambiguous symbols and names of units, and words between two units."""

    wordlike: Words
    after_digits: Words
    nounlike: Words
    restating: Words
    square: Words
    cubic: Words
    dimensions: Words


class ExtentWords(Table):
    """Words of length, height and duration beside a measure."""

    across: Words
    adjectives: Words
    dimensions: Words
    verbs: Words


class CompoundWords(Table):
    """Words of amounts in two units: "5 ft 11 in", "two hours and 10 minutes"."""

    links: Phrases
    compared: Words
    parts: Mapping[str, Numbers]


class MoneyWords(Table):
    """Names, symbols and coins of money as English-language news writes them."""

    bare: Names
    names: Names
    not_alone: Words
    symbols: Names
    lower_codes: Words
    wordlike_codes: Words
    letters: Words
    hundredths: Names
    glued_hundredths: Names
    plural_forms: Names
    coin_countries: Words
    before_won: Words
    magnitudes: Words
    coins: Words


class PoundWords(Table):
    """Words beside "pounds" as money and as weight."""

    owed: Words
    money: Words
    weight: Words
    joints: Words
    nouns: Words


class PerWords(Table):
    """Words of rates: "$40 a barrel"."""

    nouns: Words
    not_before: Words
    hyphenated: Phrases
    articles: Words
    periods: Words
    of_shares: Words
    joining: Words
    prepositions: Phrases


class AgeRow(Table):
    """A construction of ages."""

    name: str
    patterns: Order
    example: str
    kinds: Words
    covers: bool
    unit: str
    guard: str


class AgeWords(Table):
    """Words beside the age of a person, and the constructions of ages."""

    rows: tuple[AgeRow, ...]
    turning: Words
    before_limit: Words

    units: Words
    followers: Words
    compared: Words
    comparatives: Words
    nouns: Words
    cues: Words
    hedges: Words
    adverbs: Words
    no_people: Words
    left: Words
    events: Words
    ends: Words
    limits: Words
    people: Words
    pronouns: Words
    parts_of_decade: Words
    subjects: Words


class HumanWords(Table):
    """Nouns that denote people."""

    nouns: Words
    endings: Order


class LabelWords(Table):
    """Words beside a number that is a name: a chapter, an address, a telephone number."""

    resolutions: Words
    video: Words
    nouns: Words
    titled: Words
    street: Words
    months: Words
    no_names: Words
    am_or_pm: Words
    before_am: Words
    number: Words
    ranking: Words
    in_manner: Words
    calling: Words
    list_links: Phrases
    patterns: Order


class RaceWords(Table):
    """Words of races beside a distance: "a 10k run"."""

    nouns: Words
    verbs: Words
    articles: Words
    clocks: Words


class RangeWords(Table):
    """Words between the ends of a range."""

    hyphenated: Phrases


class ScoreWords(Table):
    """Words of results and votes."""

    cricket: Words
    results: Words
    nouns: Words
    ratios: Words
    of_odds: Words
    betting: Phrases
    votes: Words
    joints: Phrases


class ChangeWords(Table):
    """Verbs, nouns and adverbs of change."""

    particles: Mapping[str, Trend]
    verbs: Mapping[Trend, Mapping[str, Words]]
    go_verbs: Words
    forms: Words
    nouns: Mapping[Trend, Words]
    motions: Words
    acts: Words
    posts: Words
    takes_from: Words
    before_amount: Words
    openings: Words
    shifts: Words
    up_or_down: Words
    before_level: Words
    beyond: Words
    bringing: Words
    moving: Words
    determiners: Words
    points: Words
    lower_or_higher: Words
    endpoints: Words
    no_roles: Words
    counting: Words


class ComparisonWords(Table):
    """Comparatives after an amount."""

    comparatives: Mapping[Trend, Words]
    earlier: Words
    unreal: Words
    stops: Words
    of_length: Words
    of_duration: Words


class SubjectWords(Table):
    """Words for the subject of a number."""

    empty: Words
    occasions: Words
    dimensions: Words
    bases: Words
    levels: Words
    restating: Phrases
    comparing: Phrases
    against: Words
    part_of: Words
    no_complements: Words
    bought: Words
    taken: Words
    changed: Words
    showing: Words
    apart: Words
    exchanged: Words
    priced: Words
    before_level: Phrases
    worth: Words
    relatives: Words
    they_or_it: Words


NUMBER_WORDS = load(NumberWords, __package__, "number_words")
FRACTIONS = load(FractionWords, __package__, "fractions")
HEDGES = load(HedgeWords, __package__, "hedges")
IMPLICIT_ONE = load(ImplicitOneWords, __package__, "implicit_one")
COUNTS = load(CountWords, __package__, "counts")
ELLIPSIS = load(EllipsisWords, __package__, "ellipsis")
ANAPHORA = load(AnaphoraWords, __package__, "anaphora")
UNITS = load(UnitWords, __package__, "units")
EXTENTS = load(ExtentWords, __package__, "extents")
COMPOUNDS = load(CompoundWords, __package__, "compounds")
MONEY = load(MoneyWords, __package__, "money")
POUNDS = load(PoundWords, __package__, "pounds")
PER = load(PerWords, __package__, "per")
AGES = load(AgeWords, __package__, "ages")
HUMANS = load(HumanWords, __package__, "humans")
LABELS = load(LabelWords, __package__, "labels")
RACES = load(RaceWords, __package__, "races")
RANGES = load(RangeWords, __package__, "ranges")
SCORES = load(ScoreWords, __package__, "scores")
CHANGES = load(ChangeWords, __package__, "changes")
COMPARISONS = load(ComparisonWords, __package__, "comparisons")
SUBJECT_WORDS = load(SubjectWords, __package__, "subjects")
