"""Votes for an entity type by the context of a mention: one function per construction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from newsview.extraction.entities import person_or_organisation
from newsview.extraction.entities.countries import country
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import (
    COLLECTIVES,
    HONORIFICS,
    ORGANISATIONS,
    PLACE_WORDS,
    ROLES,
    TITLES,
    TYPES,
    person_nouns,
    role_nouns,
)
from newsview.extraction.entities.person_or_organisation import Vote
from newsview.extraction.entities.teams import in_play
from newsview.extraction.lexical.characters import CLAUSE_DASHES, POSSESSIVES

_THE = frozenset({"the"})
_APPOSITION = 9
"""Tokens after the comma that are searched for the noun of an apposition."""


def after_title(words: Words, name: Name) -> Vote:
    """PERSON after an honorific: "Mr. Doe", "Dr Doe"."""
    before = words.before(name.start).rstrip(".")
    return ("PERSON", 3) if before in TITLES.honorifics and before not in HONORIFICS.names_too else None


def after_office(words: Words, name: Name) -> Vote:
    """PERSON after an office in the same noun phrase: "President Doe", "designer Doe"."""
    before = name.start - 1
    if not words.before(name.start) or not name.start <= words.heads[before] < name.end:
        return None
    word = words.lower[before].rstrip(".")
    named_after = words.after(name.end) in {"-"} or country(words.bare(name)) is not None
    person = word in role_nouns() and word not in ROLES.of_companies
    if name.label == "ORG" and before and words.tags[before - 1] in {"NNS", "NNPS"}:
        return None  # "the Hornets host Fulda Rovers": the noun is a verb
    return ("PERSON", 3) if person and not named_after else None


def before_who(words: Words, name: Name) -> Vote:
    """PERSON before "who": "Doe, who"; not "a tailor in Fulda who", "the Fulda Watch, who"."""
    end = name.end
    if words.before(name.start) in TYPES.before_others:
        return None
    after = words.after(end)
    if after == "," and end + 1 < words.size:
        after = words.after(end + 1)
    return ("PERSON", 2) if after in TYPES.who and country(words.bare(name)) is None else None


def after_kind_of_thing(words: Words, name: Name) -> Vote:
    """Label by the noun before: "the town of Fulda" GPE, "the company Initech" ORG, "the ferry Marigold" PRODUCT."""
    before = name.start - 1
    noun = words.before(name.start)
    if noun == "of" and before > 0:
        kind = words.lower[before - 1]
        division = kind in ORGANISATIONS.kind_nouns["GPE"] or kind in PLACE_WORDS.divisions
        return ("GPE", 9) if division and words.before(before - 1) in TYPES.before_kind else None
    if noun in TYPES.aboard or (noun == "the" and before > 0 and words.lower[before - 1] in TYPES.aboard):
        return "PRODUCT", 9
    apposed = words.heads[words.head(name)] == before and words.deps[words.head(name)] == "appos"
    if noun == "tank" and "think" in words.lower[max(before - 2, 0) : before]:
        noun = "think-tank"
    if noun and (apposed or name.start <= words.heads[before] < name.end):
        for label, nouns in ORGANISATIONS.kind_nouns.items():
            if noun in nouns:
                return label, 9
        single = noun.removesuffix("s")
        if single in ORGANISATIONS.kind_nouns["ORG"] and single not in role_nouns() and name.label == "PERSON":
            return "ORG", 3  # "bookmakers Doe Hill" are a firm
    return None


def before_apposition(words: Words, name: Name) -> Vote:
    """Label by the apposition: "Doe, a former nurse," PERSON, "Initech, the software company," ORG."""
    if words.after(name.end) != ",":
        return None
    for token in range(name.end + 1, min(name.end + _APPOSITION, words.size)):
        if words.deps[token] == "appos" and name.start <= words.heads[token] < name.end:
            noun = words.lower[token]
            if noun in TITLES.occupations or noun in TITLES.offices:
                return "PERSON", 3
            if noun in ORGANISATIONS.kind_nouns["GPE"]:
                return "GPE", 3
            if noun in ORGANISATIONS.kind_nouns["WORK_OF_ART"]:
                return "WORK_OF_ART", 5
            if noun in ORGANISATIONS.kind_nouns["ORG"] or noun in ORGANISATIONS.heads:
                return "ORG", 3
            return ("PERSON", 3) if noun in person_nouns() else None
    return None


def after_office_and_comma(words: Words, name: Name) -> Vote:
    """PERSON between commas after an office: "Its chief negotiator, Doe, accused"."""
    if words.before(name.start) != "," or words.after(name.end) not in {",", "."} or name.start < 2:
        return None
    noun = words.lower[name.start - 2]
    return ("PERSON", 3) if noun in role_nouns() and noun not in ROLES.of_companies else None


def after_capital_the(words: Words, name: Name) -> Vote:
    """ORG after a capitalised article inside a sentence: "a writer for The Atlantic"; GPE in "a firm in The Wirral"."""
    before = name.start - 1
    if words.before(name.start) != "the" or words.words[before] != "The" or words.opens_sentence(before):
        return None
    return ("GPE", 3) if _within_the(words, name, before) else ("ORG", 3)


def _within_the(words: Words, name: Name, article: int) -> bool:
    """Does a preposition of place stand before the *article*, which what is written or invested does not lead to: "an article in"?"""
    if name.end - name.start > 1 or words.before(article) not in COLLECTIVES.within:
        return False
    led = {words.lower[words.heads[article - 1]], words.before(article - 1)}
    return led.isdisjoint(COLLECTIVES.publishing | COLLECTIVES.take_in)


def in_dateline(words: Words, name: Name) -> Vote:
    """GPE at the start of a dateline: "FULDA, N.D. —"."""
    heads_paragraph = name.label == "GPE" and words.before(name.start) == "" and words.words[name.start].isupper()
    return ("GPE", 6) if heads_paragraph and words.after(name.end) in CLAUSE_DASHES | {",", "(", "-"} else None


def after_the(words: Words, name: Name) -> Vote:
    """ORG after "the", instead of PERSON: "the Marigold sank", "the Fulda Hornets"; not "the Doe report".

    Not a family whose name the article has in the singular: "the Does" and Jane Doe.
    """
    if name.label != "PERSON" or words.before(name.start) != "the":
        return None
    last = words.words[name.end - 1]
    family = last.endswith("s") and name.end - name.start == 1
    if family and (words.contains(last[:-1]) or words.contains(last[:-2])):
        return None
    head = words.head(name)
    modifies = words.heads[head] >= name.end and words.deps[head] in {"compound", "nmod", "amod", "poss"}
    return None if modifies or words.after(name.end) in POSSESSIVES | {"-"} else ("ORG", 9)


Construction = Callable[[Words, Name], Vote]


@cache
def _by_word_before() -> Mapping[str, Sequence[Construction]]:
    """{word before a mention, in lower case without a full stop: constructions}; "" starts a paragraph."""
    kinds = ORGANISATIONS.kind_nouns
    nouns = {noun.rstrip(".") for each in kinds.values() for noun in each} | {f"{noun}s" for noun in kinds["ORG"]}
    return _index(
        (after_title, TITLES.honorifics),
        (after_office, role_nouns()),
        (after_kind_of_thing, nouns | TYPES.after_kind),
        (after_office_and_comma, {","}),
        (after_capital_the, _THE),
        (in_dateline, {""}),
        (after_the, _THE),
        (in_play, _THE),
        (person_or_organisation.within, COLLECTIVES.within),
        (person_or_organisation.at_work, {"at"}),
        (person_or_organisation.moved_to, COLLECTIVES.to_or_from),
        (person_or_organisation.after_compass, COLLECTIVES.compass),
        (person_or_organisation.after_shares_of, COLLECTIVES.of_or_in),
        (person_or_organisation.after_kind_and_comma, TYPES.before_kind),
        (person_or_organisation.known_as, COLLECTIVES.called | {"as"}),
        (person_or_organisation.after_residents_of, {"of"}),
        (person_or_organisation.after_producer, {"by"}),
        (person_or_organisation.beside_kind_noun, kinds["ORG"]),
        (person_or_organisation.after_its_rival, COLLECTIVES.rivals),
    )


@cache
def _by_word_after() -> Mapping[str, Sequence[Construction]]:
    """{word after a mention: constructions}."""
    return _index(
        (before_who, TYPES.who | {","}),
        (before_apposition, {","}),
        (person_or_organisation.before_plural_clause, {","}),
        (person_or_organisation.before_seat, {","}),
        (person_or_organisation.before_plural_verb, COLLECTIVES.plural),
        (person_or_organisation.before_staff, COLLECTIVES.staff | COLLECTIVES.civic | POSSESSIVES),
        (person_or_organisation.party, COLLECTIVES.kinds_after),
        (person_or_organisation.before_kind_of_place, PLACE_WORDS.kinds_after),
    )


def _index(*rows: tuple[Construction, AbstractSet[str]]) -> Mapping[str, Sequence[Construction]]:
    index: dict[str, list[Construction]] = {}
    for construction, cues in rows:
        for word in cues:
            index.setdefault(word, []).append(construction)
    return index


class Voice(NamedTuple):
    """The vote of one *construction* beside a name: its *label* and *strength*."""

    label: str
    strength: int
    construction: Construction


def voices(words: Words, name: Name) -> list[Voice]:
    """Votes by all constructions with the words beside *name*, each by itself."""
    after = words.after(name.end)
    constructions = [*_by_word_before().get(words.before(name.start).rstrip("."), ()), *_by_word_after().get(after, ())]
    if after[:1].isdigit():
        constructions.append(person_or_organisation.before_score)
    said = ((construction(words, name), construction) for construction in constructions)
    return [Voice(*vote, construction) for vote, construction in said if vote is not None]


def votes(words: Words, name: Name) -> dict[str, int]:
    """Votes by all constructions with the words beside *name*, added up by label."""
    counted: dict[str, int] = {}
    for label, strength, _ in voices(words, name):
        counted[label] = counted.get(label, 0) + strength
    return counted
