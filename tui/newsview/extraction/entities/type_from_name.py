"""Entity type from the words of the name alone: tables, and the noun that heads it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsview.extraction.entities.countries import AMBIGUOUS, country, demonym
from newsview.extraction.entities.lexicon import BODIES, ORGANISATIONS, PLACE_WORDS, TYPES, given_names, kinds
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


def by_head(text: str, label: str) -> str | None:
    """Label by the head noun: "Fulda Stadium" FAC, "Gulf of Elbonia" LOC, "Ministry of Silly Walks" ORG; else None."""
    parts = form(text).split()
    if len(parts) < 2 or label == "NORP":
        return None
    table = ORGANISATIONS
    if label in {"EVENT", "LAW"} and parts[-1] in BODIES.always:
        return "ORG"
    if label in _FIXED:
        return None
    for kind, first in table.first_words.items():
        if parts[0] in first and (label == "PERSON" or (label == "GPE" and kind == "ORG")):
            return kind
    head = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    if head in table.club_suffixes and label in {"PERSON", "FAC"} and parts[0] not in given_names():
        return "ORG"
    if label == "PERSON" and parts[-1] in BODIES.businesses and parts[0] not in given_names():
        return "ORG"
    if parts[-1] == "court" and label == "FAC":
        return "ORG"
    if label == "ORG" and (
        parts[-1] in PLACE_WORDS.roads or (parts[-1] == "street" and parts[0] not in PLACE_WORDS.metonymic_streets)
    ):
        return "FAC"
    if parts[-1] in BODIES.always and label in {"PERSON", "GPE", "LOC"}:
        return "ORG"
    if head in table.newspaper_heads and label == "PERSON" and parts[0] not in given_names():
        return "ORG"
    if label == "PERSON" and len(parts) == 2 and head not in _NEVER_PEOPLE:
        return None
    ending = " ".join(parts[-2:])
    if (head in PLACE_WORDS.facilities and ending not in table.no_facilities) or ending in table.facility_phrases:
        return "FAC"
    if head in table.facility_heads and label != "ORG":
        return "FAC"
    if parts[-2:] == ["national", "park"]:
        return "LOC"
    if head in table.location_heads and label in {"ORG", "FAC", "PERSON"}:
        return "LOC"
    return "ORG" if head in table.heads and label in {"PERSON", "GPE", "LOC"} else None


def creed(text: str, label: str) -> str | None:
    """NORP by the suffix of adherents or inhabitants: "Scientologist", "Libertarian Socialist", "Iowans"."""
    if label in {"ORG", "GPE"} and text.endswith(TYPES.creeds):
        return "NORP"
    return "NORP" if label in {"GPE", "LOC"} and text.endswith(TYPES.inhabitants) and " " not in text else None
