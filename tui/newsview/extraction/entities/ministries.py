"""Ministries named by common nouns: "Freedonia's defense ministry", and "the ministry" where only one is possible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsview.extraction.entities.countries import country, demonym
from newsview.extraction.entities.doc_words import Name, Taken, Words
from newsview.extraction.entities.lexicon import BODIES, ORGANISATIONS
from newsview.extraction.entities.name_strings import form

Key = tuple[str, ...]

_SPELLINGS = {"defence": "defense", "labour": "labor"}


@dataclass(frozen=True, slots=True)
class Ministry:
    """One mention; *key* is common to all mentions of the ministry, *title* is its full form if this mention has it."""

    name: Name
    key: Key
    title: str | None = None


@dataclass(frozen=True, slots=True)
class _Noun:
    """Common noun with its tokens, its portfolio ("" for "the ministry"), and the country before it."""

    name: Name
    portfolio: str
    owner: Name | None


def ministries(words: Words, names: Sequence[Name]) -> list[Ministry]:
    """Mentions in *words* of ministries that can be distinguished."""
    nouns = list(_nouns(words, names)) if words.has_lowercase("ministry") else []
    if not nouns:
        return []
    found: list[Ministry] = []
    for noun in nouns:
        if noun.owner is not None:
            title = words.text[words.offsets[noun.owner.start] : words.ends[noun.name.end - 1]]
            found.append(Ministry(noun.name, _key(words, noun.owner, noun.portfolio), title))
    by_portfolio: dict[str, set[Key]] = defaultdict(set)
    introduced: dict[Key, int] = {}
    for each in found:
        by_portfolio[each.key[-1]].add(each.key)
        by_portfolio[""].add(each.key)
        introduced.setdefault(each.key, each.name.start)
    for name in names:
        if (name.label == "ORG" and words.lower[name.end - 1] == "ministry") or words.lower[name.start] == "ministry":
            by_portfolio[""].add(("ORG", form(words.bare(name))))
            introduced.setdefault(("ORG", form(words.bare(name))), name.start)
    for noun in nouns:
        keys = by_portfolio.get(noun.portfolio, set())
        if noun.owner is None and len(keys) == 1:
            (key,) = keys
            # "the ministry" does not refer to one introduced later
            if introduced.get(key, words.size) < noun.name.start:
                found.append(Ministry(noun.name, key))
    return sorted(found, key=lambda each: each.name.start)


def titles_of(found: Iterable[Ministry]) -> Mapping[Key, str]:
    """{key: full form of the ministry}, the first one in the article."""
    titles: dict[Key, str] = {}
    for each in found:
        if each.title is not None:
            titles.setdefault(each.key, each.title)
    return titles


def _nouns(words: Words, names: Sequence[Name]) -> Iterable[_Noun]:
    taken = Taken.by(words, names)
    for token in words.indexes_of(BODIES.ministry):
        if not taken.free(token):
            continue
        before = words.before(token)
        if before in ORGANISATIONS.portfolios_of_ministries and taken.free(token - 1):
            owner = _owner(words, names, taken, token - 1)
            if owner is not None or words.before(token - 1) in BODIES.owners:
                yield _Noun(Name(token - 1, token + 1, "ORG"), _SPELLINGS.get(before, before), owner)
        elif before == "the":
            yield _Noun(Name(token, token + 1, "ORG"), "", None)


def _owner(words: Words, names: Sequence[Name], taken: Taken, start: int) -> Name | None:
    """Country or nationality that ends before *start*, with or without a possessive."""
    last = start - 1
    if last > 0 and words.tags[last] == "POS":
        last -= 1
    if last < 0 or words.block[last] != words.block[start] or taken.free(last):
        return None
    name = names[taken.owner[last]]
    return name if name.label in {"GPE", "NORP"} else None


def _key(words: Words, owner: Name, portfolio: str) -> Key:
    text = words.bare(owner)
    return "ORG", "ministry", country(text) or demonym(text) or form(text), portfolio
