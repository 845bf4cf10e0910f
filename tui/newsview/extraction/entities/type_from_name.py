"""Entity type from the words of the name alone: tables, and the noun that heads it."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from newsview.extraction.entities.countries import AMBIGUOUS, country, demonym
from newsview.extraction.entities.lexicon import BODIES, ORGANISATIONS, PLACE_WORDS, TITLES, TYPES, given_names, kinds
from newsview.extraction.entities.name_strings import form

PLACES = frozenset({"GPE", "LOC", "FAC"})
_FIXED = frozenset({"WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LANGUAGE"})
_ORDER = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")
"""Precedence of labels with equal votes."""
_NEVER_PEOPLE = PLACE_WORDS.facilities | BODIES.never_people


def winner(ballot: Mapping[str, int]) -> str:
    """Label with the most votes; among equals the first in _ORDER."""
    if len(ballot) == 1:
        return next(iter(ballot))

    def rank(label: str) -> tuple[int, int, str]:
        """Sort key of a label: votes, then position in _ORDER."""
        return -ballot[label], _ORDER.index(label) if label in _ORDER else len(_ORDER), label

    return min(ballot, key=rank)


def by_table(text: str, ballot: Mapping[str, int]) -> str | None:
    """Label of a country, nationality or well-known organisation, independently of the recognizer; else None."""
    if text not in AMBIGUOUS or "GPE" in ballot:
        if demonym(text):
            return "LANGUAGE" if winner(ballot) == "LANGUAGE" else "NORP"
        if country(text):
            return "GPE"
    if text in ORGANISATIONS.creeds:
        return "NORP"
    for label, places in ORGANISATIONS.known_places.items():
        if text in places:
            return label
    return "ORG" if known_organisation(text) is not None else None


@cache
def _known() -> Mapping[str, int]:
    return {form(name): row for row, names in enumerate(ORGANISATIONS.known) for name in names}


def known_organisation(text: str) -> int | None:
    """Row of *text* in the table of well-known organisations, or None."""
    return _known().get(form(text))


def has_given_name(text: str) -> bool:
    """Whether *text* has two or three words, a given name first and no noun of organisations or places last."""
    parts = form(text).split()
    return (
        2 <= len(parts) <= 3
        and parts[0] in given_names()
        and parts[-1].replace("-", "").isalpha()
        and parts[-1] not in kinds()
        and not BODIES.links & set(parts)
    )


class _Row(NamedTuple):
    """Type of a name of one of *labels* (of any if empty) whose *word* is among *words*, and whose other word is not excepted."""

    type: str
    labels: Set[str]
    word: str
    words: Set[str]
    unless: tuple[str, Container[str]] | None = None


@cache
def _rows() -> tuple[Sequence[_Row], Sequence[_Row]]:
    """The rows in the order in which they are tried: those for all names, and those that are not for a name like a person's."""
    table, no_person = ORGANISATIONS, ("first", given_names())
    return (
        _Row("ORG", {"EVENT", "LAW"}, "last", BODIES.always),
        *(
            _Row(kind, {"PERSON", "GPE"} if kind == "ORG" else {"PERSON"}, "first", words)
            for kind, words in table.first_words.items()
        ),
        _Row("EVENT", {"PERSON", "PRODUCT", "ORG", "GPE", "FAC"}, "first", table.storms),
        _Row("WORK_OF_ART", {"PERSON", "ORG", "GPE", "FAC"}, "last", table.awards),
        _Row("LAW", {"PERSON", "ORG", "GPE", "FAC"}, "last", table.laws),
        _Row("LAW", {"ORG", "FAC"}, "last", table.drafts),
        _Row("EVENT", {"PERSON", "ORG", "GPE", "FAC"}, "last", table.events),
        _Row("ORG", {"PERSON", "FAC"}, "head", table.club_suffixes, no_person),
        _Row("ORG", {"GPE", "LOC"}, "last", table.clubs_only),
        _Row("ORG", {"PERSON"}, "last", BODIES.businesses, no_person),
        _Row("ORG", {"FAC"}, "last", {"court"}),
        _Row("FAC", {"ORG"}, "last", PLACE_WORDS.roads),
        _Row("FAC", {"ORG"}, "last", {"street"}, ("first", PLACE_WORDS.metonymic_streets)),
        _Row("ORG", {"PERSON", "GPE", "LOC"}, "last", BODIES.always),
        _Row("ORG", {"PERSON"}, "head", table.newspaper_heads, no_person),
    ), (
        _Row("FAC", set(), "head", PLACE_WORDS.facilities, ("ending", table.no_facilities)),
        _Row("FAC", set(), "ending", table.facility_phrases),
        _Row("FAC", {"PERSON", "GPE", "LOC", "FAC"}, "head", table.facility_heads),
        _Row("LOC", set(), "ending", {"national park"}),
        _Row("LOC", {"ORG", "FAC", "PERSON"}, "head", table.location_heads),
        _Row("ORG", {"PERSON", "GPE", "LOC"}, "head", table.heads),
    )


def by_head(text: str, label: str) -> str | None:
    """Label by the head noun: "Fulda Stadium" FAC, "Gulf of Elbonia" LOC, "Ministry of Silly Walks" ORG; else None."""
    parts = form(text).split()
    if len(parts) < 2 or label == "NORP":
        return None
    head = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    words = {"first": parts[0], "head": head, "last": parts[-1], "ending": " ".join(parts[-2:])}
    certain, likely = _rows()
    found = _first(certain, words, label)
    like_a_person = label == "PERSON" and len(parts) == 2 and head not in _NEVER_PEOPLE
    return found if found or label in _FIXED or like_a_person else _first(likely, words, label)


def _first(rows: Sequence[_Row], words: Mapping[str, str], label: str) -> str | None:
    for row in rows:
        excepted = row.unless is not None and words[row.unless[0]] in row.unless[1]
        if words[row.word] in row.words and (not row.labels or label in row.labels) and not excepted:
            return row.type
    return None


def ruler(text: str, label: str) -> str | None:
    """PERSON of one given name and a place: "Eleanor of Fulda"; not "Bank of Fulda"."""
    parts = form(text).split()
    royal = len(parts) == 3 and parts[1] == "of" and parts[0] in given_names()
    return "PERSON" if royal and label in {"ORG", "GPE", "LOC", "FAC"} else None


_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z][a-z]+[A-Z]\w+")


def inner_capital(text: str, label: str) -> str | None:
    """ORG with a capital inside the word: "ZorbWork"; not "McNauli", "DeNauli"."""
    return "ORG" if label in PLACES and _CAMEL.fullmatch(text) else None


def titled(text: str, label: str) -> str | None:
    """PERSON after a royal title ("Prince Edward") or before letters ("Ann Doe QC"); not "King Street", "Ann Doe Inc"."""
    parts = form(text).split()
    if label not in {"ORG", "GPE", "LOC", "FAC", "PRODUCT"} or not 2 <= len(parts) <= 3:
        return None
    royal = len(parts) == 2 and parts[0] in TITLES.royals and parts[1] not in kinds() and parts[1].isalpha()
    certain = parts[-1] in given_names() or (label == "ORG" and text.split()[-1][1:].islower())
    letters = len(parts) == 3 and parts[2] in TITLES.suffixes and parts[1] not in kinds()
    return "PERSON" if (royal and certain) or letters else None


def storms(labels: Mapping[str, str], _context: Mapping[str, Mapping[str, int]]) -> Mapping[str, str]:
    """New labels of storms without their kind: "haiyan", given "typhoon haiyan"."""
    named = {key.partition(" ")[2] for key in labels if key.partition(" ")[0] in ORGANISATIONS.storms}
    return dict.fromkeys(named & labels.keys(), "EVENT")


def creed(text: str, label: str) -> str | None:
    """NORP by the suffix of adherents or inhabitants: "Scientologist", "Libertarian Socialist", "Iowans"."""
    if label in {"ORG", "GPE"} and text.endswith(TYPES.creeds):
        return "NORP"
    return "NORP" if label in {"GPE", "LOC"} and text.endswith(TYPES.inhabitants) and " " not in text else None
