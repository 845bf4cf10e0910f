"""Cached word tables of this package: titles, kinds of organisation and place, web page residue."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


def read(name: str) -> str:
    """Text of the data file *name*."""
    return (files("newsview.extraction.entities") / "data" / name).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Titles:
    """Words before a person's name, in lower case."""

    honorifics: frozenset[str]
    ranks: frozenset[str]
    offices: frozenset[str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    occupations: frozenset[str]
    kin: frozenset[str]
    associates: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]

    @property
    def cut(self) -> frozenset[str]:
        """Words that are not part of a person's name at its start."""
        return self.honorifics | self.ranks | self.offices


@dataclass(frozen=True, slots=True)
class Organisations:
    """Well-known organisations with their short names, and nouns for kinds of organisation and place."""

    known: tuple[tuple[str, ...], ...]
    corporate_suffixes: frozenset[str]
    heads: frozenset[str]
    descriptors: frozenset[str]
    facility_heads: frozenset[str]
    facility_phrases: frozenset[str]
    no_facilities: frozenset[str]
    location_heads: frozenset[str]
    divisions: frozenset[str]
    agreements: frozenset[str]
    words: frozenset[str]
    club_suffixes: frozenset[str]
    newspaper_heads: frozenset[str]
    business: frozenset[str]
    creeds: frozenset[str]
    known_places: Mapping[str, frozenset[str]]
    first_words: Mapping[str, frozenset[str]]
    kind_nouns: Mapping[str, frozenset[str]]
    portfolios_of_ministries: frozenset[str]
    bodies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Junk:
    """Words of captions and web pages: those attached to names, and those that are not names at all."""

    edges: frozenset[str]
    whole: frozenset[str]


@cache
def titles() -> Titles:
    """The table of titles."""
    table = json.loads(read("titles.json"))
    return Titles(**{key: frozenset(words) for key, words in table.items() if key != "_source"})


@cache
def organisations() -> Organisations:
    """The table of organisations and kinds of place."""
    table = json.loads(read("organisations.json"))
    known = tuple(tuple(names) for names in table.pop("known"))
    first_words, kind_nouns = _by_label(table.pop("first_words")), _by_label(table.pop("kind_nouns"))
    places = _by_label(table.pop("known_places"))
    sets = {key: frozenset(words) for key, words in table.items() if key != "_source"}
    return Organisations(known=known, first_words=first_words, kind_nouns=kind_nouns, known_places=places, **sets)


def _by_label(rows: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    return {label: frozenset(words) for label, words in rows.items()}


@cache
def given_names() -> Mapping[str, str]:
    """{unambiguous given name, in lower case without accents: "women", "men" or "both"}."""
    table: dict[str, str] = {}
    bearers = ""
    for line in without_accents(read("given_names.txt")).splitlines():
        if line.startswith("["):
            bearers = line.strip("[]")
        elif not line.startswith("#"):
            table.update(dict.fromkeys(line.split(), bearers))
    return table


@cache
def person_nouns() -> frozenset[str]:
    """Nouns of roles and occupations, including rare ones, in lower case: "forecaster", "novelist"."""
    lines = read("person_nouns.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def without_accents(text: str) -> str:
    """*text* without accents: "é" as "e"."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


@cache
def junk() -> Junk:
    """The table of web page residue."""
    table = json.loads(read("junk.json"))
    return Junk(edges=frozenset(table["edges"]), whole=frozenset(table["whole"]))


@cache
def junk_words() -> frozenset[str]:
    """All words of the table of web page residue."""
    return junk().edges | junk().whole


@cache
def role_nouns() -> frozenset[str]:
    """Nouns of offices, ranks and occupations."""
    table = titles()
    return table.offices | table.occupations | table.ranks


@cache
def title_words() -> frozenset[str]:
    """Words of titles: "Deputy", "Prime", "Minister", "Defense"."""
    table = titles()
    return table.cut | table.modifiers | table.portfolios


@cache
def kinds() -> frozenset[str]:
    """Head nouns of the names of organisations and places."""
    table = organisations()
    return table.heads | table.descriptors | table.facility_heads | table.location_heads


@cache
def short_heads() -> frozenset[str]:
    """Head nouns that alone may refer to the organisation: "the Court", "the Courier"; not "the House"."""
    table = organisations()
    return table.heads | table.newspaper_heads | table.club_suffixes


@cache
def title_cut() -> frozenset[str]:
    """Words that are not part of a person's name at its start."""
    return titles().cut


@cache
def institution_heads() -> frozenset[str]:
    """Head nouns whose "of" or "for" phrase is part of the name: "Foundation for the Blind"."""
    return organisations().heads - {"team", "company", "firm", "group", "brothers", "police", "newspaper", "magazine"}
