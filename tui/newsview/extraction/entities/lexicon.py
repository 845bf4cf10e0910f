"""The word tables of this package, read once: titles, kinds of organisation and place, junk of web pages."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


def read(name: str) -> str:
    """The text of the data file *name*."""
    return (files("newsview.extraction.entities") / "data" / name).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Titles:
    """What may stand before a person's name, in lower case."""

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
        """Words that are no part of a person's name when they stand at its beginning."""
        return self.honorifics | self.ranks | self.offices


@dataclass(frozen=True, slots=True)
class Organisations:
    """Well-known bodies with their short names, and the nouns that say what kind of thing a name names."""

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
    """Words of captions and web pages: those that stick to a name's edges, and those that are no name at all."""

    edges: frozenset[str]
    whole: frozenset[str]


@cache
def titles() -> Titles:
    """The table of titles."""
    table = json.loads(read("titles.json"))
    return Titles(**{key: frozenset(words) for key, words in table.items() if key != "_source"})


@cache
def organisations() -> Organisations:
    """The table of organisations and of kinds of place."""
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
    """Given names that are seldom anything else, in lower case and without accents, each with "women", "men" or "both"."""
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
    """Nouns for what a person is or does, rarer ones too, in lower case: "forecaster", "novelist"."""
    lines = read("person_nouns.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def without_accents(text: str) -> str:
    """*text* with "é" as "e"."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


@cache
def junk() -> Junk:
    """The table of junk."""
    table = json.loads(read("junk.json"))
    return Junk(edges=frozenset(table["edges"]), whole=frozenset(table["whole"]))


@cache
def junk_words() -> frozenset[str]:
    """All words of the table of junk."""
    return junk().edges | junk().whole


@cache
def role_nouns() -> frozenset[str]:
    """Nouns for what a person is or does."""
    table = titles()
    return table.offices | table.occupations | table.ranks


@cache
def title_words() -> frozenset[str]:
    """Every word that may stand in a title: "Deputy", "Prime", "Minister", "Defense"."""
    table = titles()
    return table.cut | table.modifiers | table.portfolios


@cache
def kinds() -> frozenset[str]:
    """Nouns that end the names of organisations and places."""
    table = organisations()
    return table.heads | table.descriptors | table.facility_heads | table.location_heads


@cache
def short_heads() -> frozenset[str]:
    """Nouns that alone stand for the body whose name they end: "the Court", "the Courier"; not "the House"."""
    table = organisations()
    return table.heads | table.newspaper_heads | table.club_suffixes


@cache
def title_cut() -> frozenset[str]:
    """Words that are no part of a person's name when they stand at its beginning."""
    return titles().cut


@cache
def institution_heads() -> frozenset[str]:
    """Heads that take an "of" or "for" phrase into their names: "Foundation for the Blind"."""
    return organisations().heads - {"team", "company", "firm", "group", "brothers", "police", "newspaper", "magazine"}
