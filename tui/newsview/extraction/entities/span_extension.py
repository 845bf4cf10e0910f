"""Extension of names that the recognizer cut short: the rules for each entity type and their order.

The rules are in ``person_extension``, ``organisation_extension`` and ``place_extension``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    second_trade,
)
from newsview.extraction.entities.person_extension import (
    after_initial_or_particle,
    around_nickname,
    given_name_before_surname,
    hyphenated_given_name,
    kind_of_storm,
    ruler_of_place,
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

_RULES_OF_PEOPLE = (after_initial_or_particle, hyphenated_given_name, surname_after_given_name)
_RULES_OF_ORGANISATIONS = (
    club_of_place,
    party_of_creed,
    hyphenated_place,
    second_trade,
    phrase_of_institution,
    institution_of_country,
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
        firm = _changed(words, firm_of_word, name, taken) if lone else name
        if firm != name:
            name = firm
        elif name.label == "PERSON":
            name = _grow_person(words, name, names, taken, left)
        elif name.label == "ORG":
            name = _grow_organisation(words, name, names, taken, grown[-2].end if len(grown) > 1 else 0)
            while grown and grown[-1].end > name.start:
                grown.pop()  # "U.S." of U.S. Attorney's Office
        elif name.label == "NORP":
            name = _changed(words, party_of_creed, name, taken)
        elif name.label in {"GPE", "LOC"}:
            name = _grow_place(words, name, taken)
        grown.append(name)
    return grown


def grow_last(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """*names* after the rules that also apply to names that the recognizer missed."""
    longer = (_changed(words, figure_of_country, name, taken) for name in names)
    return [_changed(words, quoted_phrase, name, taken) for name in longer]


def _changed(words: Words, rule: Callable[..., Name], name: Name, *context: object) -> Name:
    """What *rule* makes of *name*, noted where that is another name."""
    grown = rule(words, name, *context)
    return name if grown == name else words.by(rule, grown, name)


def _grow_place(words: Words, name: Name, taken: Taken) -> Name:
    for rule in _RULES_OF_PLACES:
        grown = _changed(words, rule, name, taken)
        if grown != name:
            return grown
    return name


def _grow_organisation(words: Words, name: Name, names: Sequence[Name], taken: Taken, left: int) -> Name:
    name = _changed(words, hyphenated_word_of_body, name, names, taken)
    for rule in _RULES_OF_ORGANISATIONS:
        name = _changed(words, rule, name, taken)
    return _changed(words, office_of_holder, _changed(words, office_of_the, name), left)


def _grow_person(words: Words, name: Name, names: Sequence[Name], taken: Taken, left: int) -> Name:
    storm = _changed(words, kind_of_storm, name, taken)
    if storm != name:
        return storm
    for rule in (around_nickname, ruler_of_place):
        name = _changed(words, rule, name, names, taken)
    for extension in _RULES_OF_PEOPLE:
        name = _changed(words, extension, name, taken)
    return _changed(words, given_name_before_surname, name, taken, left)
