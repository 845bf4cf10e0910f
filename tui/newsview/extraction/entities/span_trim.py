"""Trimming of name spans: articles, possessives, web page residue, common words.

Each rule handles one construction: it takes a name and returns it, cut or unchanged, or None if nothing of it remains.
"""

from __future__ import annotations

import re

from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import (
    COLLECTIVES,
    JUNK,
    NAMES,
    ORGANISATIONS,
    PLACE_WORDS,
    TITLES,
    institution_heads,
    role_nouns,
)
from newsview.extraction.lexical.characters import JOINTS, POSSESSIVES

COMMON_TAGS = frozenset({"CD", "JJ", "JJR", "JJS", "RB", "VBG", "VBN", "DT", "PDT"})
"""Tags of a word that is capitalised because it begins a sentence."""
SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_ADDRESS = re.compile(r"@\w")
WORDLESS = re.compile(r"[\W\d_]*")


def drop_articles(words: Words, name: Name) -> Name | None:
    """Leading article: "the Wall Street Journal" gives Wall Street Journal."""
    start = name.start
    while start < name.end and (words.lower[start] in NAMES.determiners or WORDLESS.fullmatch(words.words[start])):
        if words.words[start][:1].isdigit():
            break
        start += 1
    return Name(start, name.end, name.label) if start < name.end else None


def drop_possessive(words: Words, name: Name) -> Name | None:
    """Final possessive token: "Jane Doe's" gives Jane Doe; one inside a token is cut with the offsets."""
    end = name.end
    while end > name.start and words.possessive(end - 1):
        end -= 1
    return Name(name.start, end, name.label) if end > name.start else None


def drop_trailing_words(words: Words, name: Name) -> Name | None:
    """Final function words: "Studio 9 and" gives Studio 9, "University of Elbonia of the" University of Elbonia."""
    end = name.end
    while end > name.start and (
        (words.lower[end - 1] in NAMES.trailing and words.words[end - 1] not in {"A", "I"})
        or _small_after_capital(words, name, end)
        or (words.lower[end - 1] in POSSESSIVES and (words.possessive(end - 1) or words.tags[end - 1] != "POS"))
        or (
            WORDLESS.fullmatch(words.words[end - 1])
            and not words.words[end - 1][0].isdigit()
            and words.words[end - 1] != "!"
        )
    ):
        end -= 1
    return Name(name.start, end, name.label) if end > name.start else None


def _small_after_capital(words: Words, name: Name, end: int) -> bool:
    """Whether the last token is a common word ("Fulda Town end") and not part of a hyphenated name."""
    if (
        name.label not in {"PERSON", "ORG", "GPE", "FAC", "LOC"}
        or end - name.start < 2
        or not words.words[end - 1].isalpha()
    ):
        return False
    if words.words[end - 1] in ORGANISATIONS.divisions or words.words[end - 1] in ORGANISATIONS.agreements:
        return False
    return words.words[end - 1].islower() and words.words[end - 2] not in JOINTS and words.capital(end - 2)


def cut_at_bracket(words: Words, name: Name) -> Name | None:
    """Open bracket: "Jeff [Drake" gives Jeff, "Jane Doe (pictured" Jane Doe."""
    for token in range(name.start + 1, name.end):
        if words.words[token] in "([{" and not any(mark in ")]}" for mark in words.words[token : name.end]):
            return Name(name.start, token, name.label)
    return name


def cut_at_address(words: Words, name: Name) -> Name | None:
    """Mail address or handle after a name: "Jane Doe - jane@example.org" gives Jane Doe."""
    for token in range(name.start + 1, name.end):
        if _ADDRESS.search(words.words[token]):
            return Name(name.start, token, name.label)
    return name


def cut_at_score(words: Words, name: Name) -> Name | None:
    """Score between two names: "Luton 2 - 2 Barnsley" gives Luton."""
    for token in range(name.start + 1, name.end - 3):
        left, dash, right = words.words[token : token + 3]
        if left.isdigit() and dash in JOINTS and right.isdigit() and words.capital(token + 3):
            return Name(name.start, token, name.label)
    return name


def drop_junk_at_edges(words: Words, name: Name) -> Name | None:
    """Word of a caption or credit: "Jane Doe Image" gives Jane Doe."""
    start, end = name.start, name.end
    while end - start > 1 and words.lower[end - 1] in JUNK.edges:
        end -= 1
    while end - start > 1 and words.lower[start] in JUNK.edges and words.after(start + 1) in NAMES.after_credit:
        start += 2
    return Name(start, end, name.label) if start < end else None


def drop_trailing_number(words: Words, name: Name) -> Name | None:
    """Final score: "South Elbonia 1 – 0" gives South Elbonia."""
    end = name.end
    while end - name.start > 1 and SCORE.fullmatch(words.words[end - 1]):
        end -= 1
    if end - name.start > 3 and SCORE.fullmatch("".join(words.words[end - 3 : end])):
        end -= 3
    if name.label in {"GPE", "PERSON", "NORP", "LOC"}:
        while end - name.start > 1 and words.words[end - 1][0].isdigit():
            end -= 1
    return Name(name.start, end, name.label)


def cut_common_words(words: Words, name: Name) -> Name | None:
    """Leading common words: "Evolution paper Bos" gives Bos, "united Freedonia" Freedonia."""
    start = name.start
    for token in range(name.start, name.end - 1):
        common = (
            words.words[token].islower() and words.words[token].isalpha() and words.lower[token] not in NAMES.trailing
        )
        if common and words.lower[token] not in TITLES.particles and words.capital(token + 1):
            if token > name.start and words.words[token - 1] in JOINTS:
                continue
            start = token + 1
    if start > name.start and name.label not in {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"}:
        return name
    return Name(start, name.end, name.label)


def drop_prefix(words: Words, name: Name) -> Name | None:
    """Lower-case prefix: "anti-Elbonian" gives Elbonian; not "the Anti-Bribery Board"."""
    start = name.start
    small = words.words[start].islower() or words.opens_sentence(start)
    if small and name.end - start > 2 and words.lower[start] in NAMES.prefixes and words.words[start + 1] in JOINTS:
        return Name(start + 2, name.end, name.label)
    return name


def drop_common_of(words: Words, name: Name) -> Name | None:
    """Common noun and "of": "Critics of Initech" gives Initech, "Founder of Zorb Inc." Zorb Inc.; not "Secretary of State"."""
    if name.end - name.start < 3 or words.lower[name.start + 1] != "of":
        return name
    holder = name.label == "ORG" and words.lower[name.start] in role_nouns() | TITLES.associates
    last = words.lower[name.end - 1].rstrip(".")
    body = last in institution_heads() or last in ORGANISATIONS.legal_forms or last in ORGANISATIONS.business
    cut = words.tags[name.start] == "NNS" or (holder and body)
    return Name(name.start + 2, name.end, name.label) if cut else name


def drop_first_word(words: Words, name: Name) -> Name | None:
    """Capitalised first word of a sentence before a country: "Two United States" gives United States; not "New Zealand"."""
    start = name.start
    if name.end - start < 2 or not words.opens_sentence(start) or words.tags[start] not in COMMON_TAGS:
        return name
    rest = words.text[words.offsets[start + 1] : words.ends[name.end - 1]]
    compass = words.lower[start] in PLACE_WORDS.compass | COLLECTIVES.compass  # "West German", "Northern Ireland"
    return Name(start + 1, name.end, name.label) if (country(rest) or demonym(rest)) and not compass else name


def cut_person_at_of(words: Words, name: Name) -> Name | None:
    """Affiliation after a person: "Jane Doe of Initech" gives Jane Doe; not "Catherine of Aragon"."""
    if name.label == "PERSON":
        for token in range(name.start + 2, name.end):
            if words.lower[token] in NAMES.before_place:
                return Name(name.start, token, name.label)
    return name
