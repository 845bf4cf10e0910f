"""From typed names to groups that name one real thing each. A wrong merge is worse than a missed one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsview.extraction.entities.bodies import Pairs, same_organisations, same_peoples, same_places
from newsview.extraction.entities.labels import PLACES
from newsview.extraction.entities.names import form
from newsview.extraction.entities.persons import People
from newsview.extraction.entities.sets import Sets
from newsview.extraction.entities.words import Name, Words

Key = tuple[str, ...]
"""What stands for a thing: its family, then a form or the parts of a person's name."""


def family(label: str) -> str:
    """Which labels may be one thing: the kinds of place are one family."""
    return "PLACE" if label in PLACES else label


def group(words: Words, names: Sequence[Name], acronyms: Iterable[tuple[Name, Name]]) -> list[list[Name]]:
    """The names of each thing, in text order; the things in the order of their first names."""
    texts = [words.bare(name) for name in names]
    keys: list[Key] = [(family(name.label), form(text)) for name, text in zip(names, texts, strict=True)]
    spellings: dict[str, dict[str, str]] = defaultdict(dict)
    for key, text in sorted(zip(keys, texts, strict=True)):
        spellings[key[0]].setdefault(key[1], text)
    sets: Sets[Key] = Sets(set(keys))
    for kind, pairs in _pairs(spellings):
        for one, other in pairs:
            sets.unite((kind, form(one)), (kind, form(other)))
    for long, short in acronyms:
        full: Key = (family(long.label), form(words.bare(long)))
        brief: Key = (family(long.label), form(words.bare(short)))
        if full in sets and brief in sets:
            sets.unite(full, brief)
    people = [index for index, name in enumerate(names) if name.label == "PERSON"]
    owner: list[Key] = [sets.find(key) for key in keys]
    for index, who in zip(people, People([texts[index] for index in people]).owners(), strict=True):
        owner[index] = ("PERSON", *who)
    groups: dict[Key, list[Name]] = defaultdict(list)
    for name, key in zip(names, owner, strict=True):
        groups[key].append(name)
    return list(groups.values())


def _pairs(spellings: dict[str, dict[str, str]]) -> Iterable[tuple[str, Pairs]]:
    by_kind = {kind: [forms[key] for key in sorted(forms)] for kind, forms in spellings.items()}
    yield "ORG", same_organisations(by_kind.get("ORG", []))
    yield "PLACE", same_places(by_kind.get("PLACE", []))
    yield "NORP", same_peoples(by_kind.get("NORP", []), by_kind.get("PLACE", []))
