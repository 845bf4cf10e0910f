"""Missed names found by adjacent words: employers, clubs, towns of councils and courts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsview.extraction.entities import person_or_organisation
from newsview.extraction.entities.countries import demonym
from newsview.extraction.entities.doc_words import Name, Taken, Words, together
from newsview.extraction.entities.lexicon import (
    BODIES,
    COLLECTIVES,
    NAMES,
    ORGANISATIONS,
    SURNAMES,
    junk_words,
    kinds,
    person_nouns,
    role_nouns,
    title_cut,
    title_words,
)


@cache
def _capital_business() -> frozenset[str]:
    """Capitalised words of companies that are not surnames."""
    return frozenset(word.capitalize() for word in ORGANISATIONS.business - SURNAMES.business_too)


def firms_by_word(words: Words, taken: Taken) -> list[Name]:
    """ORG of a proper noun and a word of companies: "Zorb Resources"."""
    found = []
    for token in words.indexes_of(_capital_business()):
        if not taken.free(token) or not words.proper(token):
            continue
        first = token - 1
        if not together(words, token) or not taken.free(first):
            continue
        single = words.proper(first) and words.heads[first] == token and words.lower[first] not in title_words()
        if single and words.lower[first] not in kinds() and not words.has_lowercase(words.lower[first]):
            found.append(Name(first, token + 1, "ORG"))
    return found


def towns_of_bodies(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """GPE at the start of the name of its council or police: "Fulda", given Fulda Borough Council."""
    towns = {
        words.words[name.start]
        for name in names
        if name.label == "ORG"
        and name.end - name.start > 1
        and words.lower[name.end - 1] in BODIES.local
        and words.lower[name.end - 2] not in BODIES.national
        and words.lower[name.start] not in kinds() | ORGANISATIONS.kind_nouns["GPE"] | title_words()
        and words.words[name.start].isalpha()
        and demonym(words.words[name.start]) is None
        and words.lower[name.start] not in BODIES.first_words
    }
    found = []
    for token in words.indexes_of(towns):
        alone = taken.free(token) and words.proper(token) and not words.has_lowercase(words.lower[token])
        if alone and not (together(words, token + 1) and words.proper(token + 1)):
            found.append(Name(token, token + 1, "GPE"))
    return found


def employers(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """ORG as employer, GPE as origin: "analysts at Zorb", "Jane Doe of Zorb"; "a weaver from Fulda"."""
    people = {name.end for name in names if name.label == "PERSON" and name.end - name.start > 1}
    kinds_before = ORGANISATIONS.kind_nouns["ORG"]
    found = []
    for token in words.capitals:
        if taken.owner[token] >= 0:
            continue
        before = words.before(token)
        if not (before in NAMES.prepositions or before in kinds_before or before == "tank") or not _lone(
            words, taken, token
        ):
            continue
        noun = words.before(token - 1) if before in NAMES.prepositions else ""
        person = _person_noun(noun)
        people_at = before == "at" and (person or _person_noun(noun.removesuffix("s")))
        if people_at or (before == "of" and token - 1 in people) or _kind_noun(words, token):
            found.append(Name(token, token + 1, "ORG"))
        elif before == "near" or (before == "from" and person):
            found.append(Name(token, token + 1, "GPE"))
    return found


def _person_noun(noun: str) -> bool:
    return noun in role_nouns() or noun in person_nouns()


def clubs_and_firms(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """ORG by score, plural verb or staff: "beat Fulda 3-2", "the Hornets have", "Zorb chairman Jane Doe"."""
    starts = {name.start for name in names if name.label == "PERSON"}
    found = []
    for token in words.capitals:
        if taken.owner[token] >= 0:
            continue
        after = words.after(token + 1)
        if not (after in COLLECTIVES.plural or after in COLLECTIVES.staff or after[:1].isdigit()):
            continue
        plural = words.tags[token] in {"NNS", "NNPS"} and words.before(token) == "the" and after == "have"
        if not _lone(words, taken, token) or words.lower[token] in role_nouns():
            continue
        if plural:
            found.append(Name(token, token + 1, "ORG"))
            continue
        if words.tags[token] != "NNP":
            continue
        name = Name(token, token + 1, "PERSON")
        office = after in COLLECTIVES.staff and token + 2 in starts and words.words[token + 1].islower()
        collective = not words.opens_sentence(token) and person_or_organisation.before_plural_verb(words, name)
        if office or collective or person_or_organisation.before_score(words, name):
            found.append(name._replace(label="ORG"))
    return found


def _lone(words: Words, taken: Taken, token: int) -> bool:
    """Whether *token* is a proper noun outside names, without another beside it, and not a title."""
    if not taken.free(token) or words.tags[token] not in {"NNP", "NNPS", "NNS"} or words.words[token].isupper():
        return False
    if not words.words[token].isalpha() or len(words.words[token]) < 3 or words.lower[token] in title_cut():
        return False
    if words.lower[token] in junk_words() or words.has_lowercase(words.lower[token]):
        return False
    beside = together(words, token + 1) and (words.proper(token + 1) or words.words[token + 1] == "-")
    return not beside and not (together(words, token) and words.proper(token - 1))


def _kind_noun(words: Words, token: int) -> bool:
    """Whether a noun for a kind of organisation is before *token* and in one phrase with it."""
    before = words.before(token)
    tank = before == "tank" and words.before(token - 1) in BODIES.before_tank
    if not tank and before not in ORGANISATIONS.kind_nouns["ORG"]:
        return False
    return words.heads[token] == token - 1 or words.heads[token - 1] == token
