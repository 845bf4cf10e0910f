"""Type corrections for single words by the people of the article: surnames with another type, and the reverse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsview.extraction.entities import type_votes
from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import ORGANISATIONS, PLACE_WORDS, SURNAMES, TITLES, given_names, kinds
from newsview.extraction.entities.name_strings import form, is_acronym, parts_of, person
from newsview.extraction.entities.type_from_name import PLACES, by_table, known_organisation
from newsview.extraction.provenance import Rule


def companies_before_people(words: Words, names: Sequence[Name], added: Sequence[Name]) -> list[Name]:
    """*names* with an *added* one-word surname relabelled ORG if it precedes the person and follows the company of that name."""
    if not any(name.label == "PERSON" for name in added):
        return list(names)
    people = _People(words, names)
    return [_company(words, companies_before_people, name) if people.is_company(name) else name for name in names]


def _company(words: Words, rule: Rule, name: Name) -> Name:
    return words.by(rule, Name(name.start, name.end, "ORG"), name)


def surnames_as_people(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with one-word surnames and given names of the article's people relabelled PERSON.

    Two words with such a surname last are, too ("Piers Doe", given "Jane Doe"). A word at the start of the name of an
    organisation is not: "Doe" may be Doe Shipping.
    """
    people = _People(words, names)

    def retyped(name: Name) -> Name:
        """*name* relabelled PERSON, or ORG if it is the company and not the person."""
        if people.is_person(name):
            return words.by(surnames_as_people, Name(name.start, name.end, "PERSON"), name)
        return _company(words, surnames_as_people, name) if people.is_company(name) else name

    return [retyped(name) for name in names]


class _People:
    """Surnames and given names of the people of an article."""

    def __init__(self, words: Words, names: Sequence[Name]) -> None:
        self._words = words
        self._surnames: set[str] = set()
        self._given: set[str] = set()
        self._companies: dict[str, int] = {}
        self._firms: set[str] = set()
        self._met: dict[str, int] = {}
        single: dict[str, bool] = defaultdict(bool)
        for name in names:
            if name.label == "PERSON":
                parts = person(words.bare(name))
                if parts.given:
                    self._surnames |= {" ".join(parts.surname), parts.surname[-1]}
                    self._met.setdefault(parts.surname[-1], name.start)
                    self._given.add(parts.given[0])
                else:
                    single[parts.surname[0]] |= bool(
                        type_votes.after_title(words, name) or type_votes.after_office(words, name)
                    )
            elif name.label == "ORG" and name.end - name.start > 1:
                self._companies.setdefault(words.lower[name.start], name.start)
                if words.lower[name.end - 1] in ORGANISATIONS.business | ORGANISATIONS.corporate_suffixes:
                    self._firms.add(words.lower[name.start])
        self._titled = {surname for surname, titled in single.items() if titled}

    def is_person(self, name: Name) -> bool:
        """Whether *name*, with another label, is the name of one of the people."""
        if name.label not in {"ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "EVENT"}:
            return False
        text = self._words.bare(name)
        parts = parts_of(text)
        if parts[:1] and parts[0] in TITLES.particles and len(parts) > 1:
            parts = parts[1:]
        if not (parts and (parts[-1] in self._surnames or text.casefold() in self._given)) or is_acronym(text):
            return False
        if known_organisation(text) is not None or demonym(text) or country(text) or by_table(text, {name.label: 1}):
            return False
        if parts[0] in self._firms and self._before_person(parts[0], name):
            return False
        if len(parts) > 1:
            return len(parts) == 2 and name.label in {"ORG", "NORP"} and self._relative(parts)
        before = self._words.before(name.start)
        if (
            parts[0] in self._surnames
            and name.label != "EVENT"
            and not (name.label == "ORG" and parts[0] in self._companies)
        ):
            return name.label not in PLACES or (before not in PLACE_WORDS.locative and before != "the")
        return text.casefold() in self._given and name.label in {"ORG", "PRODUCT", "EVENT"}

    def is_company(self, name: Name) -> bool:
        """Whether *name*, labelled PERSON or GPE, is only the first word of an organisation: Zorb, of Zorb Group.

        If a person has the same surname, it is the organisation up to the first mention of that person.
        """
        if name.end - name.start > 1 or name.label not in {"PERSON", "GPE"}:
            return False
        key = form(self._words.bare(name))
        before_person = self._before_person(key, name)
        if name.label == "GPE":
            return key in self._firms and before_person
        return (
            key in self._companies
            and (key not in self._surnames or before_person)
            and key not in self._given
            and key not in self._titled
            and key not in given_names()
        )

    def _before_person(self, key: str, name: Name) -> bool:
        """Whether *name* is between the organisation that begins with *key* and the first person of that surname."""
        return self._companies.get(key, name.start) < name.start < self._met.get(key, name.start)

    def _relative(self, parts: Sequence[str]) -> bool:
        clubs = ORGANISATIONS.club_suffixes
        if any(part in kinds() or part in clubs or part in SURNAMES.no_relatives for part in parts):
            return False
        return parts[1] in self._surnames and parts[0].isalpha()
