"""Grouping of typed names into entities. Precision before recall: a wrong merge is worse than a missed one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsview.extraction.entities.disjoint_sets import Sets
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import HONORIFICS, ROLES, TITLES
from newsview.extraction.entities.ministries import Key
from newsview.extraction.entities.name_strings import form
from newsview.extraction.entities.organisation_matching import (
    Pairs,
    same_organisations,
    same_peoples,
    same_places,
    same_storms,
)
from newsview.extraction.entities.person_matching import Call, People
from newsview.extraction.entities.short_forms import Places, first_places, shortened_after
from newsview.extraction.entities.type_from_name import PLACES

Groups = Mapping[Key, Sequence[Name]]
"""{key of an entity: its names in text order}, entities in the order of their first names."""


def family(label: str) -> str:
    """Labels that one entity may have: GPE, LOC and FAC are one family."""
    return "PLACE" if label in PLACES else label


def group(
    words: Words, names: Sequence[Name], acronyms: Sequence[tuple[Name, Name]], fixed: Mapping[Name, Key]
) -> Groups:
    """Groups of *names* (in text order). *acronyms* are coreferent pairs; *fixed* has the keys already determined."""
    texts = [words.bare(name) for name in names]
    keys: list[Key] = [fixed.get(name) or _key(name, text) for name, text in zip(names, texts, strict=True)]
    sets: Sets[Key] = Sets(set(keys))
    spellings = _spellings(keys, texts)
    for kind, pairs in _pairs(spellings, first_places(words, names, spellings.get("ORG", []))):
        for one, other in pairs:
            sets.unite((kind, form(one)), (kind, form(other)))
    for long, short in acronyms:
        full, brief = _key(long, words.bare(long)), _key(long, words.bare(short))
        if full in sets and brief in sets:
            sets.unite(full, brief)
    owner = [sets.find(key) for key in keys]
    people = [index for index, name in enumerate(names) if name.label == "PERSON"]
    calls = [_call(words, names[index], texts[index]) for index in people]
    for index, who in zip(people, People(calls).owners(), strict=True):
        owner[index] = ("PERSON", *who)
    _join_nicknames(names, owner, acronyms)
    groups: dict[Key, list[Name]] = defaultdict(list)
    for name, key in zip(names, owner, strict=True):
        groups[key].append(name)
    return groups


def _join_nicknames(names: Sequence[Name], owner: list[Key], pairs: Sequence[tuple[Name, Name]]) -> None:
    """Assigns mentions that are only an alias of a person to that person."""
    at = {name: index for index, name in enumerate(names)}
    other = {owner[at[short]]: owner[at[long]] for long, short in pairs if long.label == short.label == "PERSON"}
    full = {owner[at[long]] for long, _ in pairs}
    for index, key in enumerate(owner):
        if key in other and key not in full:
            owner[index] = other[key]


def _call(words: Words, name: Name, text: str) -> Call:
    before = words.before(name.start)
    noun = words.lower[name.start - 2] if before == "," and name.start > 1 else before
    return Call(text, HONORIFICS.by_bearer.get(before.rstrip("."), ROLES.kin_by_bearer.get(noun)), noun in TITLES.kin)


def _key(name: Name, text: str) -> Key:
    return family(name.label), form(text)


def _spellings(keys: Sequence[Key], texts: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """{kind: its forms, each once in its spelling, sorted}."""
    by_kind: dict[str, dict[str, str]] = defaultdict(dict)
    for key, text in sorted(zip(keys, texts, strict=True)):
        if len(key) == 2:
            by_kind[key[0]].setdefault(key[1], text)
    return {kind: list(forms.values()) for kind, forms in by_kind.items()}


def _pairs(spellings: Mapping[str, Sequence[str]], places: Places) -> Iterable[tuple[str, Pairs]]:
    yield "ORG", same_organisations(spellings.get("ORG", []))
    yield "ORG", shortened_after(places)
    yield "PLACE", same_places(spellings.get("PLACE", []))
    yield "EVENT", same_storms(spellings.get("EVENT", []))
    yield "NORP", same_peoples(spellings.get("NORP", []), spellings.get("PLACE", []))
