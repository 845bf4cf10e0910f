"""Single words that are typed as something else and are somebody's name, or the other way round: by the article's people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsview.extraction.entities import type_votes
from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import given_names, kinds, organisations
from newsview.extraction.entities.name_strings import form, is_acronym, person
from newsview.extraction.entities.type_from_name import PLACES, by_table, known_organisation
from newsview.extraction.provenance import Rule

_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around", "towards", "toward"})
_NO_RELATIVES = frozenset({"the", "team", "mount"})


def companies_before_people(words: Words, names: Sequence[Name], added: Sequence[Name]) -> list[Name]:
    """A word that was *added* for somebody's surname, but stands before that person and after a company of that name, is the company."""
    if not any(name.label == "PERSON" for name in added):
        return list(names)
    people = _People(words, names)
    return [_company(words, companies_before_people, name) if people.lacks(name) else name for name in names]


def _company(words: Words, rule: Rule, name: Name) -> Name:
    return words.by(rule, Name(name.start, name.end, "ORG"), name)


def surnames_as_people(words: Words, names: Sequence[Name]) -> list[Name]:
    """A single word that is the surname or given name of somebody in the article is that person, no place or company.

    So are two words of which the second is such a surname ("Piers Doe" beside "Jane Doe"). A word with which the name
    of an organisation begins is left as it is: "Doe" may be Doe Shipping.
    """
    people = _People(words, names)

    def retyped(name: Name) -> Name:
        """*name* as a person, or as the company that the person is not."""
        if people.has(name):
            return words.by(surnames_as_people, Name(name.start, name.end, "PERSON"), name)
        return _company(words, surnames_as_people, name) if people.lacks(name) else name

    return [retyped(name) for name in names]


class _People:
    """The surnames and given names of an article's people, against which names of other types are held."""

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
                if words.lower[name.end - 1] in organisations().business | organisations().corporate_suffixes:
                    self._firms.add(words.lower[name.start])
        self._titled = {surname for surname, titled in single.items() if titled}

    def has(self, name: Name) -> bool:
        """Is *name*, typed as something else, one of them?"""
        if name.label not in {"ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "EVENT"}:
            return False
        text = self._words.bare(name)
        parts = form(text).split()
        if not (parts and (parts[-1] in self._surnames or text.casefold() in self._given)) or is_acronym(text):
            return False
        if known_organisation(text) is not None or demonym(text) or country(text) or by_table(text, {name.label: 1}):
            return False
        if parts[0] in self._firms and self._nobody_yet(parts[0], name):
            return False
        if len(parts) > 1:
            return len(parts) == 2 and name.label in {"ORG", "NORP"} and self._relative(parts)
        before = self._words.before(name.start)
        if (
            parts[0] in self._surnames
            and name.label != "EVENT"
            and not (name.label == "ORG" and parts[0] in self._companies)
        ):
            return name.label not in PLACES or (before not in _LOCATIVE and before != "the")
        return text.casefold() in self._given and name.label in {"ORG", "PRODUCT", "EVENT"}

    def lacks(self, name: Name) -> bool:
        """Is *name* a single word, typed as a person, that only begins the name of an organisation: Zorb of Zorb Group?

        If there is somebody called Zorb too, it is the company that is meant until that person has been named.
        """
        if name.end - name.start > 1 or name.label not in {"PERSON", "GPE"}:
            return False
        key = form(self._words.bare(name))
        nobody_yet = self._nobody_yet(key, name)
        if name.label == "GPE":
            return key in self._firms and nobody_yet
        return (
            key in self._companies
            and (key not in self._surnames or nobody_yet)
            and key not in self._given
            and key not in self._titled
            and key not in given_names()
        )

    def _nobody_yet(self, key: str, name: Name) -> bool:
        """Does *name* stand after the organisation that its word *key* begins, and before the first person of that surname?"""
        return self._companies.get(key, name.start) < name.start < self._met.get(key, name.start)

    def _relative(self, parts: Sequence[str]) -> bool:
        clubs = organisations().club_suffixes
        if any(part in kinds() or part in clubs or part in _NO_RELATIVES for part in parts):
            return False
        return parts[1] in self._surnames and parts[0].isalpha()
