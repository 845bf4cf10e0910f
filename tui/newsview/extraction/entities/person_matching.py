"""Coreferent mentions of people: full names first, then surnames and given names, unless two people share one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsview.extraction.entities.disjoint_sets import Sets
from newsview.extraction.entities.lexicon import NICKNAMES, given_names
from newsview.extraction.entities.name_strings import PersonName, person

Parts = tuple[str, ...]

_VOWELS = re.compile(r"[aeiou]+")
_REPEATED = re.compile(r"(.)\1")


@cache
def _nicknames() -> Mapping[str, str]:
    """{short given name: full given name}, as "bill": "william"."""
    return {short: long for long, shorts in NICKNAMES.names.items() for short in shorts}


def given_key(name: str) -> str:
    """Key of a given name, one for "bill" and "william", "kristin" and "kristen", "mohammed" and "mohamed"."""
    name = _nicknames().get(name, name)
    if len(name) < 6:
        return name
    # inner vowels of long names vary by misspelling and transliteration; the last letter differs by gender
    return _REPEATED.sub(r"\1", name[0] + _VOWELS.sub("a", name[1:-1]) + name[-1])


@dataclass(frozen=True, slots=True)
class Call:
    """One mention of a person, with its bare *text*.

    *bearer* is the gender by the honorific or noun before it ("women", "men"); *kin* marks a relative ("his wife, Jane
    Doe").
    """

    text: str
    bearer: str | None = None
    kin: bool = False


LONGEST_NAME = 12
"""Words of a name that is looked for in longer ones: a row of initials is no name, and has many parts."""


class People:
    """People of one article, from *calls*, their mentions in text order."""

    def __init__(self, calls: Sequence[Call]) -> None:
        self._calls = calls
        self._parts = [person(call.text) for call in calls]
        self._full = sorted({parts for parts in self._parts if parts.given}, key=lambda parts: parts.words)
        self._sets: Sets[Parts] = Sets(parts.words for parts in self._full)
        self._merge_full_names()
        self._index_parts()
        self._bearers: dict[Parts, set[str]] = defaultdict(set)
        self._honorifics: dict[Parts, list[tuple[int, str]]] = defaultdict(list)
        self._kin: set[Parts] = set()
        self._met_at: dict[Parts, int] = {}
        self._first_use: dict[Parts, int] = {}
        for position, (call, parts) in enumerate(zip(calls, self._parts, strict=True)):
            if not parts.given:
                if call.bearer is not None:
                    self._honorifics[parts.surname].append((position, call.bearer))
                self._first_use.setdefault(parts.surname, position)
            else:
                group = self._sets.find(parts.words)
                if call.bearer is not None:
                    self._bearers[group].add(call.bearer)
                if call.kin and group not in self._met_at:
                    self._kin.add(group)
                self._met_at.setdefault(group, position)
                self._bearers[group].add(given_names().get(parts.given[0], "both"))

    def _merge_full_names(self) -> None:
        """Merges "Jane Doe", "Jane Q. Doe" and "J. Doe" unless another Doe fits; "Bill" and "William" alike."""
        by_given: dict[tuple[str, Parts], list[PersonName]] = defaultdict(list)
        by_initial: dict[tuple[str, Parts], set[str]] = defaultdict(set)
        for parts in self._full:
            given = given_key(parts.given[0])
            by_given[given, parts.surname].append(parts)
            if len(given) > 1:
                by_initial[given[0], parts.surname].add(given)
        for people in by_given.values():
            self._merge_namesakes(people)
        for (given, surname), people in by_given.items():
            others = by_initial.get((given, surname), set())
            if len(given) == 1 and len(others) == 1:
                for parts in people:
                    self._sets.unite(parts.words, by_given[next(iter(others)), surname][0].words)
        self._merge_longer_names()

    def _merge_namesakes(self, people: Sequence[PersonName]) -> None:
        """Merges names with the same given name and surname, unless the middle names differ."""
        middles: dict[str, list[PersonName]] = defaultdict(list)
        for parts in people:
            middles["".join(name[0] for name in parts.given[1:])].append(parts)
        named = [middle for middle in middles if middle]
        for group in middles.values():
            for parts in group:
                self._sets.unite(group[0].words, parts.words)
        if len(named) == 1 and "" in middles:
            self._sets.unite(middles[""][0].words, middles[named[0]][0].words)

    def _merge_longer_names(self) -> None:
        """Merges "Juan Perez" or "Perez Gomez" into "Juan Perez Gomez", if no other name contains it."""
        owners: dict[Parts, set[Parts]] = defaultdict(set)
        for parts in self._full:
            words = parts.words
            for cut in range(2, min(len(words), LONGEST_NAME)):
                owners[words[:cut]].add(words)
                owners[words[-cut:]].add(words)
        for parts in self._full:
            groups = {self._sets.find(words) for words in owners.get(parts.words, ())}
            if len(groups) == 1:
                self._sets.unite(parts.words, groups.pop())

    def _index_parts(self) -> None:
        """Indexes people by one part of the name: surname, given name, middle name, in order of precedence."""
        self._by_part: tuple[dict[Parts, set[Parts]], ...] = (defaultdict(set), defaultdict(set), defaultdict(set))
        surnames, given, middle = self._by_part
        for parts in self._full:
            group = self._sets.find(parts.words)
            surnames[parts.surname].add(group)
            surnames[parts.surname[-1:]].add(group)
            given[parts.given[:1]].add(group)
            for part in parts.given[1:LONGEST_NAME]:
                middle[part,].add(group)

    def owners(self) -> list[Parts]:
        """Key of the person for each mention."""
        bound: dict[tuple[Parts, str | None], Parts] = {}
        result = []
        unknown: list[int] = []
        for position, (call, parts) in enumerate(zip(self._calls, self._parts, strict=True)):
            if parts.given:
                result.append(self._sets.find(parts.words))
                continue
            key = parts.surname, call.bearer
            if key not in bound:
                chosen = self._single(parts.surname, call.bearer, position)
                if chosen is None:
                    unknown.append(position)
                    result.append(parts.surname)
                    continue
                bound[key] = chosen
            result.append(bound[key])
        for position in unknown:
            # a surname in a headline refers to the person with that surname in the text
            later = bound.get((self._parts[position].surname, self._calls[position].bearer))
            if later is not None and self._met_at[later] > position:
                result[position] = later
        return result

    def _single(self, word: Parts, bearer: str | None, position: int) -> Parts | None:
        """Person for one part of a name: the only one that fits, or the only one mentioned before; else None."""
        for table in self._by_part:
            if bearer:
                same_gender = {group for group in table.get(word, ()) if self._bearers[group] - {"both"} == {bearer}}
                known = _only(group for group in same_gender if self._met_at[group] < position)
                if known is not None:
                    return known
            fitting = {group for group in table.get(word, ()) if self._fits(group, word, bearer, position)}
            if table.get(word):
                met = {group for group in fitting if self._met_at[group] < position}
                return _only(fitting) or _only(met) or _only(fitting - self._kin)
        return None

    def _fits(self, group: Parts, word: Parts, bearer: str | None, position: int) -> bool:
        """Whether *word* at *position*, with the gender *bearer*, may refer to *group*.

        Not to a woman after "Mr."; nor to a relative whom the article introduces only after the first use of the name.
        Honorifics at other mentions count, but later ones do not exclude a person named before all of them.
        """
        named_first = self._met_at[group] < self._first_use[word]
        genders = {each for at, each in self._honorifics.get(word, ()) if at < position or not named_first}
        genders = {bearer} if bearer else genders
        bearers = self._bearers[group] - {"both"}
        if len(genders) == 1 and len(bearers) == 1 and genders != bearers:
            return False
        return not (group in self._kin and self._met_at[group] > self._first_use[word])


def _only(groups: Iterable[Parts]) -> Parts | None:
    found = list(groups)
    return found[0] if len(found) == 1 else None
