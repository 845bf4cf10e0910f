"""Word lists of this package, one table a file of ``data/``, where each list is explained."""

from collections.abc import Mapping

from newsview.extraction.tables import Groups, Order, Table, Words, load


class PronounWords(Table):
    """Pronouns of speakers and of things."""

    relative: Words
    dummy: Words
    him_or_her: Words
    this_or_that: Words
    who: Words
    reflexive: Words
    indefinite: Words
    in_talk: Words
    he: Words
    she: Words
    it: Words


class SpeakerWords(Table):
    """Words of and beside speakers, and classes of the nouns in speakers.tsv."""

    gendered: Words
    one_person: Words
    people: Words
    endings: Order
    groups: Words
    definite: Words
    titles: Words
    titles_man: Words
    titles_woman: Words
    bodies: Words
    companies: Words
    offices: Words
    of_office: Words
    abbreviations: Mapping[str, str]


class CueWords(Table):
    """Verbs, nouns and prepositions of rules for single constructions; the lexicon of cues is in verbs.tsv, nouns.tsv and adjectives.tsv."""

    citing: Words
    questioning: Words
    means: Words
    causes: Words
    that: Words
    beside: Words
    talks: Words
    sessions: Words
    made_clear: Words
    noun_prepositions: Words
    venues: Words
    sources: Words
    topics: Words
    anonymous: Words
    topical: Words
    targets: Words
    told: Words
    unsaid: Words
    chances: Words
    authors: Words
    hearsay: Words
    results: Words
    controls: Words
    issues: Words
    lends: Words
    voices: Words
    copulas: Words
    asked: Words
    quoted: Words
    said: Words
    views: Words
    factive: Words
    interrogate: Words
    refusing: Words
    measuring: Words
    addressing: Groups
    empty_objects: Groups
    about: Words


class StanceWords(Table):
    """Words that decide whether a cue states, denies, doubts, asks or withholds its content, and whether it is speech."""

    denies: Words
    belittles: Words
    judges: Words
    opposed: Words
    doubts: Words
    asks: Words
    asks_in_marks: Words
    wants: Words
    withholds: Words
    fails: Words
    refuses: Words
    withheld: Words
    unwilling: Words
    negations: Words
    not_only: Words
    nobody: Words
    no: Words
    anyone: Words
    anybody: Words
    any: Words
    first_person: Words
    duties: Words
    possible: Words
    future: Words
    conditions: Words
    writing: Words
    meanwhile: Words
    unreal: Words
    agrees: Words
    alternatives: Words
    findings: Words
    lacking: Words
    contrast: Words
    pro_verbs: Words


class ClauseWords(Table):
    """Words that open or follow a clause, and words of layout."""

    what: Words
    counting: Words
    questions: Words
    reasons: Words
    titled: Words
    works: Words
    sections: Words
    salutations: Words


PRONOUNS = load(PronounWords, __package__, "pronouns")
SPEAKERS = load(SpeakerWords, __package__, "speaker_words")
STANCES = load(StanceWords, __package__, "stances")
CUES = load(CueWords, __package__, "cues")
CLAUSES = load(ClauseWords, __package__, "clauses")
