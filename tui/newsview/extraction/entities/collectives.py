"""What tells a club, a company or a town from a person of that name: prepositions, plural verbs, offices held in it, lists of firms.

Constructions like those of ``context``, which asks them; they only doubt what the recognizer holds for a person.
"""

from __future__ import annotations

import re

from newsview.extraction.entities.lexicon import kinds, organisations, person_nouns, role_nouns
from newsview.extraction.entities.words import Name, Words

Vote = tuple[str, int] | None
"""A label and how strongly it is spoken for; the recognizer's own label counts 2 for each mention."""

_WITHIN = frozenset({"in", "near", "outside", "throughout"})
_MARKS_AFTER = frozenset({"'s", "’s", "-", "v", "v.", "vs", "vs."})
_TAKE_IN = frozenset(
    {
        *("interest", "interested", "confidence", "confident", "faith", "trust", "belief", "believe", "believes"),
        *("believed", "believer", "believers", "hope", "pride", "disappointed", "disappointment", "difference"),
        *("change", "role", "part", "invest", "invested", "investment", "investor", "investors", "stake", "share"),
        *("shares", "star", "starring", "starred", "appeared", "involved", "writing", "wrote", "published", "see"),
        *("saw", "found", "rival", "ally", "friend", "opponent", "candidate", "successor", "instilled"),
    }
)
"""Words whose "in" does not mean a place: "confidence in Doe"."""
_DIRECTED = frozenset(
    {
        *("aimed", "angry", "barb", "dig", "directed", "fired", "glanced", "jab", "laughed", "laughing", "look"),
        *("looked", "looking", "mad", "pointed", "pointing", "screamed", "shot", "shots", "shouted", "shouting"),
        *("smiled", "stared", "swipe", "swipes", "threw", "thrown", "waved", "yelled"),
    }
)
"""Words whose "at" does not mean a place: "shouted at Doe"."""
_EMPLOYED = frozenset({"is", "was", "been", "work", "works", "worked", "working", "taught", "studied", "job", "career"})
_COMPASS = frozenset(
    {
        *("northern", "southern", "eastern", "western", "central", "coastal", "rural", "downtown", "upstate"),
        *("north-western", "north-eastern", "south-western", "south-eastern", "northwestern", "northeastern"),
        *("southwestern", "southeastern", "mainland"),
    }
)
_MOTION = frozenset(
    {
        *(
            "bus",
            "buses",
            "cycled",
            "drive",
            "driving",
            "drove",
            "emigrated",
            "ferries",
            "ferry",
            "fled",
            "flew",
            "flight",
        ),
        *("flights", "fly", "flying", "go", "goes", "going", "hitchhiked", "journey", "march", "miles", "motorway"),
        *(
            "move",
            "moved",
            "moves",
            "moving",
            "pilgrimage",
            "relocated",
            "returned",
            "returning",
            "road",
            "sail",
            "sailed",
        ),
        *("train", "trains", "travel", "travelled", "traveled", "travelling", "traveling", "travels", "trip", "trips"),
        *("tour", "visit", "walked", "went", "kilometres", "kilometers", "km"),
    }
)
"""Words whose "to" or "from" means a place."""
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_STAFF = frozenset(
    {
        *("coach", "striker", "midfielder", "defender", "goalkeeper", "winger", "captain", "skipper", "quarterback"),
        *(
            "forward",
            "president",
            "chairman",
            "chairwoman",
            "ceo",
            "chief",
            "director",
            "founder",
            "co-founder",
            "boss",
        ),
        *("shares", "shareholders", "employees", "executives", "subsidiary", "factory"),
    }
)
"""Nouns that after a name make it one of an organisation: "Initech president Jane Doe", "Initech shares"."""
_CIVIC = frozenset({"mayor", "governor", "councillor", "residents", "suburb", "district"})
_FIRMS = frozenset(
    {
        *(
            "accountants",
            "advisers",
            "advisors",
            "agents",
            "architects",
            "auditors",
            "bankers",
            "bookmakers",
            "brokers",
        ),
        *("builders", "consultants", "contractors", "developers", "distributors", "engineers", "insurers", "lawyers"),
        *("lenders", "makers", "manufacturers", "operators", "organisers", "organizers", "owners", "promoters"),
        *("publishers", "retailers", "solicitors", "sponsors", "suppliers"),
    }
)
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "'s", "’s"})
_TO_NOUN = 6
"""How many tokens before the noun of an apposition its article is looked for."""


def within(words: Words, name: Name) -> Vote:
    """E.g. "a tailor in Fulda" a place; not "confidence in Doe", "in Doe's view"."""
    before = name.start - 1
    body = name.label == "ORG" and (name.end - name.start > 1 or not _may_be_place(words.words[name.start]))
    if name.label not in {"PERSON", "ORG"} or body:
        return None
    if words.before(name.start) not in _WITHIN or words.after(name.end) in _MARKS_AFTER:
        return None
    head = words.head(name)
    if words.heads[head] != before or words.before(before) in _TAKE_IN:
        return None
    return "GPE", 3


def _may_be_place(word: str) -> bool:
    """Is *word*, which the recognizer holds for a body, no acronym and no noun for one: not "Parliament"?"""
    small = word.lower()
    return word.isalpha() and word[1:].islower() and small not in kinds() | organisations().newspaper_heads


def at_work(words: Words, name: Name) -> Vote:
    """E.g. "a cook at Initech", "she works at Initech" an organisation, "landed at Fulda" a place; not "shouted at Doe"."""
    before = name.start - 1
    if name.label != "PERSON" or words.before(name.start) != "at" or words.after(name.end) in _MARKS_AFTER:
        return None
    governor = words.before(before)
    if words.heads[words.head(name)] != before or governor in _DIRECTED:
        return None
    single = governor.removesuffix("s")
    employed = governor in _EMPLOYED or single in role_nouns() or single in person_nouns()
    return ("ORG", 3) if employed else ("FAC", 3)


def moved_to(words: Words, name: Name) -> Vote:
    """E.g. "a ferry to Fulda", "flew from Fulda": a place."""
    if (
        name.label != "PERSON"
        or words.before(name.start) not in {"to", "from"}
        or words.after(name.end) in _MARKS_AFTER
    ):
        return None
    before = name.start - 1
    attached = words.heads[words.head(name)] == before
    return ("GPE", 3) if attached and words.before(before) in _MOTION else None


def before_score(words: Words, name: Name) -> Vote:
    """E.g. "beat Fulda 27-24", "Fulda 2-1 Marfleet": a club; a country stays one."""
    score = _SCORE.fullmatch("".join(words.words[name.end : name.end + 3])) or _SCORE.fullmatch(words.after(name.end))
    return (
        ("ORG", 4) if score and name.label in {"PERSON", "GPE", "FAC"} and words.before(name.start) != "won" else None
    )


def after_compass(words: Words, name: Name) -> Vote:
    """E.g. "western Fulda", "rural Fulda": a place."""
    return ("GPE", 3) if name.label == "PERSON" and words.before(name.start) in _COMPASS else None


def before_plural_verb(words: Words, name: Name) -> Vote:
    """E.g. "Fulda have signed Doe": one name with a plural verb is a club, a band or a firm; not "Doe and Roe have"."""
    if name.label not in {"PERSON", "GPE"} or words.after(name.end) not in {"have", "are", "were"}:
        return None
    plural = words.tags[name.end - 1] == "NNPS" or words.before(name.start) in {"and", "or", "nor", "&", ",", "if"}
    head, verb = words.head(name), name.end
    subject = words.deps[head] in {"nsubj", "nsubjpass"} and words.heads[head] in {verb, words.heads[verb]}
    listed = any(words.deps[token] == "conj" and words.heads[token] == head for token in range(name.start, verb))
    finite = words.tags[verb] in {"VBP", "VBD"}  # not "what did Doe have"
    return None if plural or listed or not (subject and finite) else ("ORG", 3)


def before_staff(words: Words, name: Name) -> Vote:
    """E.g. "Initech president Jane Doe", "Initech shares", "Initech's chief executive" an organisation, "Fulda mayor Jane Doe" a place."""
    if name.label != "PERSON":
        return None
    noun, token = words.after(name.end), name.end
    possessive = noun in {"'s", "’s"}
    if possessive:
        token += 1
        noun = words.after(token)
    if noun in _STAFF and words.words[token].islower() and words.tags[token].startswith("NN"):
        return ("ORG", 3) if not possessive or noun in {"chief", "shares", "shareholders", "employees"} else None
    return ("GPE", 3) if noun in _CIVIC and not possessive else None


def after_shares_of(words: Words, name: Name) -> Vote:
    """E.g. "shares of Initech", "shares in Initech": an organisation."""
    if name.label != "PERSON" or words.before(name.start) not in {"of", "in"} or name.start < 2:
        return None
    return ("ORG", 9) if words.lower[name.start - 2] in {"shares", "shareholders", "stake"} else None


def after_kind_and_comma(words: Words, name: Name) -> Vote:
    """E.g. "The regulator, Initech, said" an organisation; "the state capital, Fulda," a place; "its lawyers, Doe Roe, said" a firm."""
    comma = name.start - (2 if words.before(name.start) == "the" else 1)
    if comma < 1 or words.words[comma] != "," or words.after(name.end) not in {",", "."}:
        return None
    noun = words.before(comma)
    start = comma - 2
    while start > max(comma - _TO_NOUN, 0) and words.lower[start] not in _ARTICLES and words.words[start] != ",":
        start -= 1
    if not noun or words.lower[start] not in _ARTICLES or words.block[start] != words.block[comma]:
        return None
    if noun in _FIRMS:
        goes_on = name.end + 1 < words.size and words.tags[name.end + 1][:2] in {"VB", "MD"}
        return ("ORG", 4) if goes_on else None
    label = next((kind for kind, nouns in organisations().kind_nouns.items() if noun in nouns), None)
    return (label, 5) if label in {"ORG", "GPE"} and noun not in role_nouns() else None


def known_as(words: Words, name: Name) -> Vote:
    """E.g. "a gang leader known as Doe Roe", "a nurse named Doe": a person."""
    token = name.start - 1
    if words.before(name.start) == "as":
        token -= 1
    if token < 1 or words.lower[token] not in {"known", "named", "identified", "called"}:
        return None
    noun = words.before(token)
    return ("PERSON", 3) if noun in role_nouns() or noun in person_nouns() or noun in {"man", "woman"} else None
