"""Extension of names that the recognizer cut short: the rules for each entity type and their order.

The rules are in ``person_extension``, ``organisation_extension`` and ``place_extension``.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.entities.doc_words import Name, Taken, Words
from newsview.extraction.entities.organisation_extension import (
    firm_of_word,
    hyphenated_word_of_body,
    institution_of_country,
    office_of_holder,
    office_of_the,
    party_of_creed,
    phrase_of_institution,
    quoted_phrase,
)
from newsview.extraction.entities.person_extension import (
    after_initial_or_particle,
    around_nickname,
    given_name_before_surname,
    hyphenated_given_name,
    surname_after_given_name,
)
from newsview.extraction.entities.place_extension import (
    agreement_of_place,
    club_of_place,
    division_of_place,
    facility_of_place,
    figure_of_country,
    hyphenated_place,
    team_of_country,
)

_RULES_OF_PLACES = (
    division_of_place,
    agreement_of_place,
    institution_of_country,
    team_of_country,
    facility_of_place,
    hyphenated_place,
    club_of_place,
)


def grow(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names*, each extended to the full name, without overlap."""
    taken = Taken.by(words, names)
    grown: list[Name] = []
    for name in names:
        left = grown[-1].end if grown else 0
        name = Name(max(name.start, left), name.end, name.label)
        if name.start >= name.end:
            continue
        lone = name.end - name.start == 1 and name.label in {"PERSON", "GPE", "ORG"}
        firm = firm_of_word(words, name, taken) if lone else name
        if firm != name:
            name = firm
        elif name.label == "PERSON":
            name = _grow_person(words, around_nickname(words, name, names, taken), taken, left)
        elif name.label == "ORG":
            name = hyphenated_word_of_body(words, name, names, taken)
            name = party_of_creed(words, club_of_place(words, name, taken), taken)
            name = hyphenated_place(words, name, taken)
            name = institution_of_country(words, phrase_of_institution(words, name, taken), taken)
            name = office_of_holder(words, office_of_the(words, name), grown[-2].end if len(grown) > 1 else 0)
            while grown and grown[-1].end > name.start:
                grown.pop()  # "U.S." of U.S. Attorney's Office
        elif name.label == "NORP":
            name = party_of_creed(words, name, taken)
        elif name.label in {"GPE", "LOC"}:
            name = _grow_place(words, name, taken)
        grown.append(name)
    return grown


def grow_last(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """*names* after the rules that also apply to names that the recognizer missed."""
    return [quoted_phrase(words, figure_of_country(words, name, taken), taken) for name in names]


def _grow_place(words: Words, name: Name, taken: Taken) -> Name:
    for rule in _RULES_OF_PLACES:
        grown = rule(words, name, taken)
        if grown != name:
            return grown
    return name


def _grow_person(words: Words, name: Name, taken: Taken, left: int) -> Name:
    name = after_initial_or_particle(words, name, taken)
    name = hyphenated_given_name(words, name, taken)
    name = surname_after_given_name(words, name, taken)
    return given_name_before_surname(words, name, taken, left)
