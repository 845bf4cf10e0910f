"""Extension of organisation names: phrases after an institution's head noun, words after a country."""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.doc_words import Name, Taken, Words, together
from newsview.extraction.entities.lexicon import (
    BODIES,
    ORGANISATIONS,
    ROLES,
    SURNAMES,
    institution_heads,
    kinds,
    title_cut,
)
from newsview.extraction.function_words import FUNCTION
from newsview.extraction.lexical.characters import JOINTS, POSSESSIVES, QUOTE_MARKS

_WITH_THE = frozenset({"Office", "Ministry", "Department", "Bureau", "Board", "Secretariat", "Council", "Treasury"})
"""Head nouns whose phrase may have an article: "Ministry of the Interior"."""


def hyphenated_word_of_body(words: Words, name: Name, names: Sequence[Name], taken: Taken) -> Name:
    """Rest of a hyphenated word: "Doe Co" before "-operative Society"."""
    hyphen, last = name.end, name.end + 2
    if (
        last < words.size
        and together(words, last)
        and words.words[hyphen] in JOINTS
        and words.offsets[hyphen] == words.ends[hyphen - 1]
        and words.offsets[hyphen + 1] == words.ends[hyphen]
        and words.words[hyphen + 1].islower()
        and words.capital(last)
        and words.lower[last] in kinds()
    ):
        alone = taken.free(last) or names[taken.owner[last]].end == last + 1
        return Name(name.start, last + 1, "ORG") if alone else name
    return name


def phrase_of_institution(words: Words, name: Name, taken: Taken) -> Name:
    """Phrase after an institution: "Doe Foundation" to Doe Foundation for the Visual Arts."""
    link = words.after(name.end)
    university = words.lower[name.start] == "university" and link == "at"
    if not (words.lower[name.end - 1] in institution_heads() and link in FUNCTION.of_or_for) and not university:
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


def _joins(words: Words, token: int) -> bool:
    """Whether *token* is "and" or "&" between two proper nouns of one name: "Trade and Industry"."""
    return words.lower[token] in FUNCTION.and_or_ampersand and together(words, token + 1) and words.proper(token + 1)


def party_of_creed(words: Words, name: Name, taken: Taken) -> Name:
    """Party after a creed, or the reverse: "Civic" before "Democrats", "Democrat" after "Liberal"."""
    if name.label == "NORP":
        before = words.words[name.start - 1] if together(words, name.start) else ""
        two = f"{before} {words.words[name.start]}" in ORGANISATIONS.creeds and taken.free(name.start - 1)
        return Name(name.start - 1, name.end, "NORP") if two else name
    end = name.end
    creed = words.tags[end] == "NNPS" and words.words[end] in ORGANISATIONS.creeds if end < words.size else False
    joined = creed and together(words, end) and taken.free(end) and words.heads[end - 1] == end
    return Name(name.start, end + 1, "ORG") if joined else name


def firm_of_word(words: Words, name: Name, taken: Taken) -> Name:
    """Company or institution with its last word: "Zorb" before "Resources", "National" before "Gallery"."""
    end = name.end
    after = words.after(end)
    kind = after in ORGANISATIONS.business and after not in SURNAMES.business_too
    kind = kind or (name.label == "ORG" and after in ORGANISATIONS.heads)
    if not kind or name.end - name.start > 1 or not _free_proper(words, taken, end) or words.heads[end - 1] != end:
        return name
    return Name(name.start, end + 1, "ORG")


def second_trade(words: Words, name: Name, taken: Taken) -> Name:
    """Firm with its second trade: "Zorb Hotels" before "and Resorts"; not before "and Sable Resorts"."""
    end = name.end + 1
    firm = words.lower[name.end - 1] in ORGANISATIONS.business and words.after(name.end) in FUNCTION.and_or_ampersand
    if not firm or not _free_proper(words, taken, end) or words.lower[end] not in BODIES.second_trades:
        return name
    return Name(name.start, end + 1, "ORG")


def _free_proper(words: Words, taken: Taken, token: int) -> bool:
    return taken.free(token) and together(words, token) and words.proper(token)


def office_of_the(words: Words, name: Name) -> Name:
    """Phrase with an article: "Office" before "of the State Auditor", "Ministry" before "of the Interior"."""
    token = name.end + 2
    article = words.after(name.end) in FUNCTION.of_or_for and words.after(name.end + 1) == "the"
    head = words.lower[name.end - 1] in institution_heads() and words.words[name.end - 1] in _WITH_THE
    alone = name.end - name.start == 1 or words.words[name.end - 1] == "Office"
    if not (article and head and alone) or not together(words, token) or not words.proper(token):
        return name
    last = token
    while last < words.size and together(words, last) and (words.proper(last) or _goes_on(words, last)):
        last += 1
    return Name(name.start, last, "ORG")


def _goes_on(words: Words, token: int) -> bool:
    """Whether *token* is "and" or "of" between two proper nouns of one name: "Southern District of Fulda"."""
    return _joins(words, token) or (
        words.lower[token] == "of" and together(words, token + 1) and words.proper(token + 1)
    )


def office_of_holder(words: Words, name: Name, left: int) -> Name:
    """Office after its holder: "Office" after "U.S. Attorney's"; not extended before *left*."""
    start = name.start
    if words.words[start] != "Office" or words.before(start) not in POSSESSIVES or start < 2:
        return name
    holder = start - 2
    if words.lower[holder] not in title_cut() | ROLES.presidents or not words.proper(holder):
        return name
    while holder > left and together(words, holder) and words.proper(holder - 1) and not words.initial[holder]:
        holder -= 1
    return Name(holder, name.end, "ORG")


def institution_of_country(words: Words, name: Name, taken: Taken) -> Name:
    """Institution after its country: "U.S." before "Department of Agriculture"."""
    if name.label not in {"GPE", "ORG"} or country(words.bare(name)) is None:
        return name
    end = name.end
    while _free_proper_noun(words, taken, end):
        end += 1
        if words.lower[end - 1] in institution_heads():
            return phrase_of_institution(words, Name(name.start, end, "ORG"), taken)
    return name


def quoted_phrase(words: Words, name: Name, taken: Taken) -> Name:
    """Capitalised phrase in quotation marks: "Mets" in 'The Mets Poet'."""
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


def _free_proper_noun(words: Words, taken: Taken, token: int) -> bool:
    """Whether *token* is a capitalised proper noun outside names, on the line of the word before it."""
    return (
        token < words.size
        and together(words, token)
        and taken.free(token)
        and words.tags[token] == "NNP"
        and words.capital(token)
    )
