"""Extension of personal names: initials, particles, nicknames, given names and surnames."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.doc_words import Name, Taken, Words, together
from newsview.extraction.entities.lexicon import (
    NAMES,
    ORGANISATIONS,
    TITLES,
    given_names,
    junk_words,
    kinds,
    title_cut,
    title_words,
)
from newsview.extraction.lexical.characters import JOINTS, OPENING_QUOTES, QUOTE_MARKS

_INITIAL = re.compile(r"[A-Z]\.?|(?:[A-Z]\.){2,3}")


def after_initial_or_particle(words: Words, name: Name, taken: Taken) -> Name:
    """Surname after an initial or particle: "Jane M." to Jane M. Doe, "Ursula von" to Ursula von der Leyen."""
    end = name.end
    while together(words, end) and taken.free(end):
        open_ended = words.lower[end - 1] in TITLES.particles or (
            end - name.start > 1 and len(words.words[end - 1]) == 2 and _INITIAL.fullmatch(words.words[end - 1])
        )
        continues = words.proper(end) or words.lower[end] in TITLES.particles
        if not (open_ended and continues):
            break
        end += 1
    if words.lower[end - 1] in TITLES.particles and end > name.end:
        end = name.end
    return Name(name.start, end, name.label)


def around_nickname(words: Words, name: Name, names: Sequence[Name], taken: Taken) -> Name:
    """Surname after a quoted nickname, which may be a name of its own: 'Jane' to Jane "The Wall" Doe."""
    end = name.end
    if end - name.start > 2 or not together(words, end) or words.words[end] not in OPENING_QUOTES:
        return name
    close = next((i for i in range(end + 2, min(end + 5, words.size)) if words.words[i] in QUOTE_MARKS), 0)
    surname = close + 1
    if not close or not together(words, surname) or words.block[surname] != words.block[name.start]:
        return name
    inside = range(end + 1, close)
    capitals = all(words.capital(token) for token in inside) and words.capital(name.end - 1)
    begun_inside = not taken.free(surname) and names[taken.owner[surname]].start in inside
    if capitals and words.proper(surname) and (begun_inside or taken.free(surname)):
        return Name(name.start, surname + 1, "PERSON")
    return name


def hyphenated_given_name(words: Words, name: Name, taken: Taken) -> Name:
    """Rest of a hyphenated given name: "Lee Jong" to Lee Jong-sup."""
    end = name.end
    while (
        together(words, end + 1)
        and taken.free(end)
        and taken.free(end + 1)
        and words.words[end] in JOINTS
        and words.offsets[end] == words.ends[end - 1]
        and words.offsets[end + 1] == words.ends[end]
        and words.words[end + 1].isalpha()
        and (words.capital(end + 1) or len(words.words[end + 1]) <= 5)
        and words.lower[end + 1] not in NAMES.participles
    ):
        end += 2
    return Name(name.start, end, name.label)


def surname_after_given_name(words: Words, name: Name, taken: Taken) -> Name:
    """Surname that governs the given name: "Jane" to Jane Doe."""
    end = name.end
    if (
        end - name.start <= 2
        and together(words, end)
        and taken.free(end)
        and words.tags[end] == "NNP"
        and words.capital(end)
        and name.start <= words.heads[end - 1] <= end
        and (words.heads[end - 1] == end or name.start <= words.heads[end] < end)
        and words.lower[end] not in junk_words()
        and words.lower[end] not in title_cut()
        and words.words[end].isalpha()
        and len(words.words[end]) > 1
        and not (end + 1 < words.size and words.tags[end + 1].startswith("NN") and together(words, end + 1))
    ):
        end += 1
    return Name(name.start, end, name.label)


def given_name_before_surname(words: Words, name: Name, taken: Taken, left: int) -> Name:
    """Given name or initials before the surname: "Doe" to J.K. Doe or Jane Doe."""
    start = name.start
    while start > left and together(words, start) and taken.free(start - 1) and name.end - start < 4:
        word = words.words[start - 1]
        if not (_INITIAL.fullmatch(word) and word not in {"A", "I"}) and not _given_name(words, name, start - 1):
            break
        start -= 1
    return Name(start, name.end, name.label)


def _given_name(words: Words, name: Name, token: int) -> bool:
    """Whether *token* is a proper noun governed by *name*, and no title, country or month."""
    word = words.lower[token].rstrip(".")
    return (
        name.end - name.start == 1
        and words.tags[token] == "NNP"
        and words.words[token].isalpha()
        and not words.words[token].isupper()
        and words.heads[token] == name.start
        and words.deps[token] in {"compound", "nmod", "flat"}
        and word not in title_words()
        and word not in TITLES.occupations
        and word not in junk_words()
        and word not in kinds()
        and country(words.words[token]) is None
        and demonym(words.words[token]) is None
    )


def ruler_of_place(words: Words, name: Name, names: Sequence[Name], taken: Taken) -> Name:
    """Realm after one given name: "Harald" to Harald of Nordmark after "King"; "Anne of Fulda" without a title.

    Not after a surname or a full name: "Doe of Elbonia", "Jane Doe of Elbonia".
    """
    place = name.end + 1
    if name.end - name.start > 1 or words.after(name.end) != "of" or not together(words, place):
        return name
    if not words.proper(place) or (not taken.free(place) and names[taken.owner[place]].end > place + 1):
        return name
    longer = together(words, place + 1) and (words.proper(place + 1) or words.words[place + 1] in JOINTS)
    titled = words.before(name.start) in TITLES.royals
    if longer or not (titled or words.lower[name.start] in given_names()):
        return name
    place_is_body = not taken.free(place) and names[taken.owner[place]].label == "ORG"
    surname = any(each.end - each.start > 1 and words.lower[each.end - 1] == words.lower[name.start] for each in names)
    return Name(name.start, place + 1, "PERSON") if titled or not (place_is_body or surname) else name


def kind_of_storm(words: Words, name: Name, taken: Taken) -> Name:
    """Storm with its kind: "Ciara" after "Storm"; not "Doe" after "storm"."""
    before = name.start - 1
    kind = words.before(name.start) in ORGANISATIONS.storms and words.capital(before) and taken.free(before)
    return Name(before, name.end, "EVENT") if kind and name.end - name.start == 1 else name
