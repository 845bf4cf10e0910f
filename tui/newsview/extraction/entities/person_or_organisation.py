"""Cues of a club, company or town against PERSON: prepositions, plural verbs, offices held in it, lists of firms.

The votes apply to mentions that the recognizer labelled PERSON; ``type_votes`` runs them with its own.
"""

from __future__ import annotations

import re

from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import (
    BODIES,
    COLLECTIVES,
    ORGANISATIONS,
    PLACE_WORDS,
    kinds,
    person_nouns,
    role_nouns,
)
from newsview.extraction.entities.span_trim import SCORE
from newsview.extraction.lexical.characters import POSSESSIVES
from newsview.extraction.syntax import SUBJECT_DEPS

Vote = tuple[str, int] | None
"""Label and number of votes; the recognizer's label has two votes per mention."""

_SET = re.compile(r"[67][-–][0-7]|[0-5][-–][67]")
"""A set of tennis, from either side."""
_AFTER_TOWN = frozenset({",", ".", ";", ""})
_TO_NOUN = 6
"""Tokens between the noun of an apposition and its article, at most."""


def within(words: Words, name: Name) -> Vote:
    """GPE after a locative preposition: "a tailor in Fulda"; not "confidence in Doe", "in Doe's view"."""
    before = name.start - 1
    body = name.label == "ORG" and (name.end - name.start > 1 or not _may_be_place(words.words[name.start]))
    if name.label not in {"PERSON", "ORG"} or body:
        return None
    if words.before(name.start) not in COLLECTIVES.within or words.after(name.end) in COLLECTIVES.marks_after:
        return None
    head = words.head(name)
    if words.heads[head] != before or words.before(before) in COLLECTIVES.take_in:
        return None
    return "GPE", 3


def _may_be_place(word: str) -> bool:
    """Whether *word*, labelled ORG, is neither an acronym nor a noun of organisations such as "Parliament"."""
    small = word.lower()
    return word.isalpha() and word[1:].islower() and small not in kinds() | ORGANISATIONS.newspaper_heads


def at_work(words: Words, name: Name) -> Vote:
    """ORG or FAC after "at": "a cook at Initech", "she works at Initech"; "landed at Fulda"; not "shouted at Doe"."""
    before = name.start - 1
    if (
        name.label not in {"PERSON", "GPE"}
        or words.before(name.start) != "at"
        or words.after(name.end) in COLLECTIVES.marks_after
    ):
        return None
    governor = words.before(before)
    if words.heads[words.head(name)] != before or governor in COLLECTIVES.directed:
        return None
    single = governor.removesuffix("s")
    employed = governor in COLLECTIVES.employed or single in role_nouns() or single in person_nouns()
    if name.label == "GPE":
        return ("ORG", 3) if governor in role_nouns() or governor in person_nouns() else None
    return ("ORG", 3) if employed else ("FAC", 3)


def moved_to(words: Words, name: Name) -> Vote:
    """GPE after a verb or noun of movement: "a ferry to Fulda", "flew from Fulda"."""
    single = name.end - name.start == 1 and _may_be_place(words.words[name.start])
    if not (name.label == "PERSON" or (name.label == "ORG" and single)):
        return None
    if words.before(name.start) not in COLLECTIVES.to_or_from or words.after(name.end) in COLLECTIVES.marks_after:
        return None
    before = name.start - 1
    attached = words.heads[words.head(name)] == before
    return ("GPE", 3) if attached and words.before(before) in COLLECTIVES.motion else None


def before_score(words: Words, name: Name) -> Vote:
    """ORG before a score: "beat Fulda 27-24"; PERSON before sets: "beat Doe 6-4, 7-6 (5)"; neither in "won Fulda 6-4"."""
    size = _score_at(words, name.end)
    if not size or words.before(name.start) in COLLECTIVES.winning:
        return None
    if _goes_on_in_sets(words, name.end, size):
        return ("PERSON", 3) if name.label in {"ORG", "GPE", "FAC", "PRODUCT", "NORP"} else None
    return ("ORG", 4) if name.label in {"PERSON", "GPE", "FAC", "PRODUCT"} else None


def _score_at(words: Words, token: int) -> int:
    """Number of tokens of the score at *token*: "27-24" is one or three; 0 for none."""
    if SCORE.fullmatch("".join(words.words[token : token + 3])):
        return 3
    return 1 if SCORE.fullmatch(words.after(token)) else 0


def _goes_on_in_sets(words: Words, token: int, size: int) -> bool:
    """Whether a set of tennis is at *token*, and a further one after it, perhaps behind a tie-break: "7-6 (5), 6-2"."""
    after = token + size
    if words.after(after) == "(" and words.after(after + 2) == ")":
        after += 3
    one_set = _SET.fullmatch("".join(words.words[token : token + size])) is not None
    return one_set and words.after(after) == "," and _score_at(words, after + 1) > 0


def after_compass(words: Words, name: Name) -> Vote:
    """GPE after a compass point or "rural": "western Fulda", "rural Fulda"."""
    return ("GPE", 3) if name.label == "PERSON" and words.before(name.start) in COLLECTIVES.compass else None


def before_plural_verb(words: Words, name: Name) -> Vote:
    """ORG, singular in form, with a plural verb: "Fulda have signed Doe"; not "Doe and Roe have"."""
    if name.label not in {"PERSON", "GPE", "PRODUCT"} or words.after(name.end) not in COLLECTIVES.plural:
        return None
    common = words.opens_sentence(name.start) and words.words[name.end - 1].endswith("s")  # "Scholars have"
    plural = common or words.tags[name.end - 1] == "NNPS" or words.before(name.start) in COLLECTIVES.joined
    head, verb = words.head(name), name.end
    subject = words.deps[head] in SUBJECT_DEPS and words.heads[head] in {verb, words.heads[verb]}
    listed = any(words.deps[token] == "conj" and words.heads[token] == head for token in range(name.start, verb))
    finite = words.tags[verb] in {"VBP", "VBD"}  # not "what did Doe have"
    return None if plural or listed or not (subject and finite) else ("ORG", 3)


def before_plural_clause(words: Words, name: Name) -> Vote:
    """ORG with a plural relative clause: "behind Fulda, who play Marfleet"; not "Doe and Roe, who play"."""
    verb = name.end + 2
    clause = words.after(name.end) == "," and words.after(name.end + 1) == "who" if verb < words.size else False
    if not clause or name.label not in {"PERSON", "GPE"} or words.before(name.start) in COLLECTIVES.joined:
        return None
    return ("ORG", 4) if words.tags[verb] == "VBP" else None


def before_seat(words: Words, name: Name) -> Vote:
    """ORG before a participle that applies to organisations: "Zorb, based in Fulda, said", "Zorb, owned by"."""
    verb = name.end + 1
    if name.label not in {"PERSON", "GPE"} or verb + 1 >= words.size or words.words[name.end] != ",":
        return None
    return ("ORG", 4) if (words.lower[verb], words.lower[verb + 1]) in BODIES.seats else None


def after_its_rival(words: Words, name: Name) -> Vote:
    """ORG after "its" and a noun of rivalry: "to its rival Zorb"."""
    before = name.start - 1
    if name.label != "PERSON" or words.before(name.start) not in COLLECTIVES.rivals:
        return None
    return ("ORG", 3) if words.before(before) == "its" else None


def before_staff(words: Words, name: Name) -> Vote:
    """ORG before staff or shares, GPE before an office: "Initech president Jane Doe"; "Fulda mayor Jane Doe"."""
    if name.label not in {"PERSON", "GPE", "PRODUCT"}:
        return None
    if name.label == "GPE":
        return ("ORG", 3) if words.after(name.end) in COLLECTIVES.players and words.tags[name.end] == "NN" else None
    noun, token = words.after(name.end), name.end
    possessive = noun in POSSESSIVES
    if possessive:
        token += 1
        noun = words.after(token)
    if noun in COLLECTIVES.staff and words.words[token].islower() and words.tags[token].startswith("NN"):
        return ("ORG", 3) if not possessive or noun in COLLECTIVES.owned else None
    return ("GPE", 3) if noun in COLLECTIVES.civic and not possessive else None


def party(words: Words, name: Name) -> Vote:
    """ORG before a noun for its kind: "the opposition Nauli party", "the Zorb newspaper"."""
    if name.label not in {"PERSON", "GPE", "LOC"} or words.after(name.end) not in COLLECTIVES.kinds_after:
        return None
    return ("ORG", 4) if words.heads[words.head(name)] == name.end and words.words[name.end].islower() else None


def before_kind_of_place(words: Words, name: Name) -> Vote:
    """GPE before a noun of places in one phrase: "the Nauli settlement", "Nauli area"; not "the NATO area", "Doe's village"."""
    if name.label not in {"PERSON", "ORG"} or words.after(name.end) not in PLACE_WORDS.kinds_after:
        return None
    body = name.label == "ORG" and not all(map(_may_be_place, words.tokens(name)))
    attached = words.heads[words.head(name)] == name.end and words.deps[words.head(name)] == "compound"
    return ("GPE", 4) if attached and not body else None


def after_residents_of(words: Words, name: Name) -> Vote:
    """GPE after residents or an age: "residents of Fulda", "Jane Doe, 47, of Fulda;"; not "Jane Doe, 47, of Fulda Research"."""
    before = name.start - 1
    if name.label not in {"PERSON", "ORG"} or words.before(name.start) != "of" or name.end - name.start > 2:
        return None
    noun = words.before(before)
    body = name.end - name.start > 1 and (words.lower[name.end - 1] in kinds() or _subject_of_firm(words, name))
    aged = noun == "," and before > 1 and words.words[before - 2].isdigit() and words.after(name.end) in _AFTER_TOWN
    return ("GPE", 4) if noun in COLLECTIVES.civic or noun in COLLECTIVES.people_of or (aged and not body) else None


def _subject_of_firm(words: Words, name: Name) -> bool:
    """Whether *name* ends in a trade or subject: "Fulda Research", "Fulda Foods"."""
    return words.lower[name.end - 1] in ORGANISATIONS.business | ORGANISATIONS.company_ends | BODIES.subjects


def after_producer(words: Words, name: Name) -> Vote:
    """ORG after a participle of production or trade: "sold by Zorb"."""
    if name.label != "PERSON" or words.before(name.start) != "by":
        return None
    return ("ORG", 3) if words.before(name.start - 1) in COLLECTIVES.produced else None


def beside_kind_noun(words: Words, name: Name) -> Vote:
    """ORG with its noun as subjects of one verb: "The watchdog Zorb said"; not "the firm Doe founded"."""
    before = name.start - 1
    if name.label not in {"PERSON", "GPE"} or words.before(name.start) not in ORGANISATIONS.kind_nouns["ORG"]:
        return None
    head = words.head(name)
    both = words.deps[before] == words.deps[head] == "nsubj" and words.heads[before] == words.heads[head]
    return ("ORG", 5) if both else None


def after_shares_of(words: Words, name: Name) -> Vote:
    """ORG after a noun of ownership or leadership: "shares of Initech", "a director of Initech"."""
    if name.label != "PERSON" or words.before(name.start) not in COLLECTIVES.of_or_in or name.start < 2:
        return None
    noun = words.lower[name.start - 2]
    if noun in COLLECTIVES.leaders and words.before(name.start) == "of":
        return "ORG", 3
    return ("ORG", 9) if noun in COLLECTIVES.held else None


def after_kind_and_comma(words: Words, name: Name) -> Vote:
    """Apposition after a noun: "The regulator, Initech, said" is ORG, "the state capital, Fulda," GPE."""
    comma = name.start - (2 if words.before(name.start) == "the" else 1)
    if comma < 1 or words.words[comma] != "," or words.after(name.end) not in {",", "."}:
        return None
    noun = words.before(comma)
    start = comma - 2
    while (
        start > max(comma - _TO_NOUN, 0)
        and words.lower[start] not in COLLECTIVES.articles
        and words.words[start] != ","
    ):
        start -= 1
    if not noun or words.lower[start] not in COLLECTIVES.articles or words.block[start] != words.block[comma]:
        return None
    if noun in COLLECTIVES.firms:
        goes_on = name.end + 1 < words.size and words.tags[name.end + 1][:2] in {"VB", "MD"}
        return ("ORG", 4) if goes_on else None
    label = next((kind for kind, nouns in ORGANISATIONS.kind_nouns.items() if noun in nouns), None)
    return (label, 5) if label in {"ORG", "GPE"} and noun not in role_nouns() else None


def known_as(words: Words, name: Name) -> Vote:
    """PERSON after a noun of people and a verb of naming: "a gang leader known as Doe Roe", "a nurse named Doe"."""
    token = name.start - 1
    if words.before(name.start) == "as":
        token -= 1
    if token < 1 or words.lower[token] not in COLLECTIVES.called:
        return None
    noun = words.before(token)
    return ("PERSON", 3) if noun in role_nouns() or noun in person_nouns() or noun in COLLECTIVES.people else None
