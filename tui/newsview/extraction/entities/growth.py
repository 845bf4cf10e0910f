"""Names that the recognizer cut too short or in two grow to their whole: rules that need to know what lies beside a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.lexicon import (
    institution_heads,
    junk_words,
    kinds,
    organisations,
    title_cut,
    title_words,
    titles,
)
from newsview.extraction.entities.words import QUOTE_MARKS, Name, Taken, Words, together

_INITIAL = re.compile(r"[A-Z]\.?|(?:[A-Z]\.){2,3}")
_QUOTES_OF_NICKNAMES = frozenset({'"', "“", "‘", "'"})
_DASHES = frozenset({"-", "‑", "–"})
_CAPITAL_DISTRICT = frozenset({"d.c.", "dc", "d.c", "d."})


def grow(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with each grown to its whole, still without overlap."""
    taken = Taken.by(words, names)
    grown: list[Name] = []
    for name in names:
        left = grown[-1].end if grown else 0
        name = Name(max(name.start, left), name.end, name.label)
        if name.start >= name.end:
            continue
        if name.label == "PERSON":
            name = _grow_person(words, around_nickname(words, name, names, taken), taken, left)
        elif name.label == "ORG":
            name = hyphenated_word_of_body(words, name, names, taken)
            name = institution_of_country(words, phrase_of_institution(words, name, taken), taken)
        elif name.label in {"GPE", "LOC"}:
            name = _grow_place(words, name, taken)
        grown.append(name)
    return grown


def grow_last(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """The rules that also hold for names that were found by their form."""
    return [quoted_phrase(words, figure_of_country(words, name, taken), taken) for name in names]


def _grow_place(words: Words, name: Name, taken: Taken) -> Name:
    for rule in (division_of_place, agreement_of_place, institution_of_country, team_of_country):
        grown = rule(words, name, taken)
        if grown != name:
            return grown
    return name


def _grow_person(words: Words, name: Name, taken: Taken, left: int) -> Name:
    name = after_initial_or_particle(words, name, taken)
    name = hyphenated_given_name(words, name, taken)
    name = surname_after_given_name(words, name, taken)
    return given_name_before_surname(words, name, taken, left)


def after_initial_or_particle(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Jane M." grows to Jane M. Doe, "Ursula von" to Ursula von der Leyen."""
    end = name.end
    while together(words, end) and taken.free(end):
        open_ended = words.lower[end - 1] in titles().particles or (
            end - name.start > 1 and len(words.words[end - 1]) == 2 and _INITIAL.fullmatch(words.words[end - 1])
        )
        continues = words.proper(end) or words.lower[end] in titles().particles
        if not (open_ended and continues):
            break
        end += 1
    if words.lower[end - 1] in titles().particles and end > name.end:
        end = name.end
    return Name(name.start, end, name.label)


def around_nickname(words: Words, name: Name, names: Sequence[Name], taken: Taken) -> Name:
    """E.g. 'Jane' before '"The Wall" Doe' grows to Jane "The Wall" Doe, also where the recognizer holds the nickname for a name."""
    end = name.end
    if end - name.start > 2 or not together(words, end) or words.words[end] not in _QUOTES_OF_NICKNAMES:
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
    """E.g. "Lee Jong" before "-sup" grows to Lee Jong-sup."""
    end = name.end
    while (
        together(words, end + 1)
        and taken.free(end)
        and taken.free(end + 1)
        and words.words[end] in _DASHES
        and words.offsets[end] == words.end_of(end - 1)
        and words.offsets[end + 1] == words.end_of(end)
        and words.words[end + 1].isalpha()
        and (words.capital(end + 1) or len(words.words[end + 1]) <= 5)
        and words.lower[end + 1] not in {"led", "based", "era", "style", "like", "backed", "owned", "run", "born"}
    ):
        end += 2
    return Name(name.start, end, name.label)


def surname_after_given_name(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Jane" grows to Jane Doe where the parse makes it a part of "Doe"."""
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
    """E.g. "Doe" grows to J.K. Doe, and to Jane Doe where the parse makes "Jane" a part of it."""
    start = name.start
    while start > left and together(words, start) and taken.free(start - 1) and name.end - start < 4:
        word = words.words[start - 1]
        if not (_INITIAL.fullmatch(word) and word not in {"A", "I"}) and not _given_name(words, name, start - 1):
            break
        start -= 1
    return Name(start, name.end, name.label)


def _given_name(words: Words, name: Name, token: int) -> bool:
    """Is *token* a proper noun that belongs to *name*, and no title, country, month or the like?"""
    word = words.lower[token].rstrip(".")
    return (
        name.end - name.start == 1
        and words.tags[token] == "NNP"
        and words.words[token].isalpha()
        and not words.words[token].isupper()
        and words.heads[token] == name.start
        and words.deps[token] in {"compound", "nmod", "flat"}
        and word not in title_words()
        and word not in titles().occupations
        and word not in junk_words()
        and word not in kinds()
        and country(words.words[token]) is None
        and demonym(words.words[token]) is None
    )


def hyphenated_word_of_body(words: Words, name: Name, names: Sequence[Name], taken: Taken) -> Name:
    """E.g. "Doe Co" before "-operative Society" grows to Doe Co-operative Society."""
    hyphen, last = name.end, name.end + 2
    if (
        last < words.size
        and together(words, last)
        and words.words[hyphen] in _DASHES
        and words.offsets[hyphen] == words.end_of(hyphen - 1)
        and words.offsets[hyphen + 1] == words.end_of(hyphen)
        and words.words[hyphen + 1].islower()
        and words.capital(last)
        and words.lower[last] in kinds()
    ):
        alone = taken.free(last) or names[taken.owner[last]].end == last + 1
        return Name(name.start, last + 1, "ORG") if alone else name
    return name


def phrase_of_institution(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Doe Foundation" grows to Doe Foundation for the Visual Arts, "Ministry" to Ministry of Culture."""
    link = words.after(name.end)
    university = words.lower[name.start] == "university" and link == "at"
    if not (words.lower[name.end - 1] in institution_heads() and link in {"of", "for"}) and not university:
        return name
    token = name.end + 1
    if words.after(token) == "the" and link == "for":
        token += 1
    if not taken.free(name.end) or not together(words, token) or not words.proper(token):
        return name
    bare_head = name.end - name.start == 1
    if not bare_head and link == "of" and (country(words.words[token]) or demonym(words.words[token])):
        return name
    last = token
    while last < words.size and together(words, last) and (words.proper(last) or _joins(words, last)):
        last += 1
    return Name(name.start, last, name.label)


def _free_proper_noun(words: Words, taken: Taken, token: int) -> bool:
    """Is *token* a capitalised proper noun of no name, on one line with the word before it?"""
    return (
        token < words.size
        and together(words, token)
        and taken.free(token)
        and words.tags[token] == "NNP"
        and words.capital(token)
    )


def institution_of_country(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "U.S." grows to U.S. Department of Agriculture, where the recognizer stops at the country."""
    if name.label not in {"GPE", "ORG"} or country(words.bare(name)) is None:
        return name
    end = name.end
    while _free_proper_noun(words, taken, end):
        end += 1
        if words.lower[end - 1] in institution_heads():
            return phrase_of_institution(words, Name(name.start, end, "ORG"), taken)
    return name


def figure_of_country(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "America" after "Captain" or "Miss" is a figure, no country: Captain America."""
    start = name.start
    titled = (
        start > 0 and together(words, start) and words.words[start - 1] in {"Captain", "Miss"} and taken.free(start - 1)
    )
    if titled and country(words.bare(name)) is not None:
        return Name(start - 1, name.end, "PERSON")
    return name


def quoted_phrase(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Mets" in 'The Mets Poet' grows to Mets Poet: marks that hold capitals only hold one name."""
    opening = name.start - 1
    if opening > 0 and words.lower[opening] == "the":
        opening -= 1
    if opening < 0 or words.words[opening] not in QUOTE_MARKS or words.block[opening] != words.block[name.start]:
        return name
    end = name.end
    while _free_proper_noun(words, taken, end):
        end += 1
    closed = (
        end < words.size and words.block[end] == words.block[name.start] and words.words[end][0] in QUOTE_MARKS | {"."}
    )
    return Name(name.start, end, name.label) if closed and end - name.start <= 4 else name


def team_of_country(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Elbonia" after "Team" is an organisation: Team Elbonia."""
    start = name.start
    if start and together(words, start) and words.words[start - 1] == "Team" and taken.free(start - 1):
        return Name(start - 1, name.end, "ORG")
    return name


def _joins(words: Words, token: int) -> bool:
    """Is *token* an "and" or "&" between two proper nouns of one name ("Trade and Industry")?"""
    return words.lower[token] in {"and", "&"} and together(words, token + 1) and words.proper(token + 1)


def division_of_place(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Kunar" before "province" is Kunar province."""
    end = name.end
    division = words.after(end) in organisations().divisions and words.tags[end] in {"NN", "NNP"} and taken.free(end)
    if division and country(words.bare(name)) is None:
        return Name(name.start, end + 1, "GPE")
    return name


def agreement_of_place(words: Words, name: Name, taken: Taken) -> Name:
    """E.g. "Minsk" before "agreements" is a law: Minsk agreements."""
    if (
        words.after(name.end) in organisations().agreements
        and taken.free(name.end)
        and country(words.bare(name)) is None
    ):
        after = words.after(name.end + 1) if name.end + 1 < words.size else ""
        if words.tags[name.end].startswith("NN") and after not in organisations().agreements:
            return Name(name.start, name.end + 1, "LAW")
    return name


def join(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with the two halves of one name put together."""
    joined: list[Name] = []
    for name in names:
        if joined:
            before = joined[-1]
            if halves_of_person(words, before, name):
                joined[-1] = Name(before.start, name.end, "PERSON")
                continue
            if capital_district(words, before, name):
                joined[-1] = Name(before.start, name.end, "GPE")
                continue
        joined.append(name)
    return joined


def halves_of_person(words: Words, first: Name, second: Name) -> bool:
    """Are "Jane" and "Doe" one name, one token each, beside each other, the first a part of the second?"""
    if first.end != second.start or not together(words, second.start) or second.end - second.start != 1:
        return False
    if first.end - first.start != 1 or not {"PERSON"} & {first.label, second.label}:
        return False
    if words.initial[second.start] or not (words.proper(first.start) and words.proper(second.start)):
        return False
    texts = words.words[first.start], words.words[second.start]
    if any(country(text) or demonym(text) for text in texts) or any(len(text) > 2 and text.isupper() for text in texts):
        return False
    return bool(words.heads[first.start] == second.start or words.heads[second.start] == first.start)


def capital_district(words: Words, first: Name, second: Name) -> bool:
    """Are they "Washington" and "D.C."?"""
    between = words.words[first.end : second.start]
    return (
        words.lower[first.end - 1] == "washington"
        and words.lower[second.start] in _CAPITAL_DISTRICT
        and between in ([], [","])
    )
