"""Word lists of this package, one table a file of ``data/``, where each list is explained."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from newsview.extraction.tables import Groups, Names, Order, Phrases, Table, Words, load


class Titles(Table):
    """Words before a person's name, in lower case."""

    honorifics: Words
    royals: Words
    ranks: Words
    offices: Words
    positions: Words
    modifiers: Words
    portfolios: Words
    kin: Words
    associates: Words
    occupations: Words
    particles: Words
    suffixes: Words


class Honorifics(Table):
    """Honorifics by their bearers and their uses."""

    plain: Words
    by_bearer: Names
    forms_of_address: Words
    names_too: Words


class Roles(Table):
    """Words of the roles of people: "defense minister", "mayor of Springfield"."""

    portfolio_links: Words
    before_office: Words
    portfolio_prepositions: Words
    heads: Words
    unfinished: Words
    presidents: Words
    kin_by_bearer: Names
    endings: Order
    no_roles: Words
    links: Words
    stops: Words
    determiners: Words
    adjectives_too: Words
    before_role: Words
    within: Words
    of: Words
    after_name: Words
    of_companies: Words


class Surnames(Table):
    """Surnames that look like other words, and words beside surnames."""

    business_too: Words
    no_relatives: Words


class NameWords(Table):
    """Words within, before and between names."""

    months: Words
    introductions: Words
    births: Words
    within_introductions: Words
    not_in_initials: Words
    abbreviations: Words
    function_words: Words
    sections: Words
    joints: Words
    between_items: Words
    between_organisations: Words
    prepositions: Words
    participles: Words
    determiners: Words
    trailing: Words
    prefixes: Words
    after_credit: Words
    before_place: Words


class Organisations(Table):
    """Well-known organisations with their short names, and nouns for kinds of organisation and place."""

    known: tuple[tuple[str, ...], ...]
    in_possessive: Words
    corporate_suffixes: Words
    legal_forms: Words
    company_ends: Words
    subsidiaries: Words
    heads: Words
    descriptors: Words
    facility_phrases: Words
    no_facilities: Words
    facility_heads: Words
    location_heads: Words
    divisions: Words
    agreements: Words
    laws: Words
    drafts: Words
    awards: Words
    events: Words
    storms: Words
    words: Words
    first_words: Groups
    club_suffixes: Words
    clubs_only: Words
    newspaper_heads: Words
    known_places: Groups
    business: Words
    creeds: Words
    kind_nouns: Groups
    portfolios_of_ministries: Words
    bodies: Words


class Bodies(Table):
    """Words within and beside the names of organisations."""

    owners: Words
    ministry: Words
    named_after_people: Words
    local: Words
    national: Words
    first_words: Words
    before_tank: Words
    seats: Phrases
    always: Words
    businesses: Words
    never_people: Words
    links: Words
    common_heads: Words
    subjects: Words
    of_two_subjects: Words
    second_trades: Words


class Nicknames(Table):
    """Short forms of given names."""

    names: Mapping[str, Order]


class Collectives(Table):
    """Context words that distinguish clubs, companies and places from people."""

    articles: Words
    publishing: Words
    called: Words
    civic: Words
    compass: Words
    directed: Words
    employed: Words
    firms: Words
    held: Words
    joined: Words
    kinds_after: Words
    leaders: Words
    marks_after: Words
    motion: Words
    people_of: Words
    players: Words
    plural: Words
    produced: Words
    rivals: Words
    staff: Words
    take_in: Words
    winning: Words
    within: Words
    to_or_from: Words
    owned: Words
    of_or_in: Words
    people: Words
    held_in: Words


class Teams(Table):
    """Verbs of games."""

    verbs: Words
    verbs_of_contests: Words


class PlaceWords(Table):
    """Words within and beside the names of places."""

    plural_demonyms: Order
    in_or_near: Words
    capital_district: Words
    divided: Words
    within: Words
    compass: Words
    locative: Words
    facilities: Words
    kinds_after: Words
    roads: Words
    metonymic_streets: Words
    divisions: Words
    short_states: Words


class TypeWords(Table):
    """Words that decide the type of a name."""

    creeds: Order
    inhabitants: Order
    who: Words
    before_others: Words
    aboard: Words
    before_kind: Words
    after_kind: Words


class Junk(Table):
    """Words of captions and web pages: those attached to names, and those that are not names at all."""

    edges: Words
    whole: Words


class GivenNames(Table):
    """Unambiguous given names, in lower case, by who bears them."""

    women: Order
    men: Order
    both: Order


class PersonNouns(Table):
    """Nouns of roles and occupations."""

    nouns: Words


TITLES = load(Titles, __package__, "titles")
HONORIFICS = load(Honorifics, __package__, "honorifics")
ROLES = load(Roles, __package__, "roles")
SURNAMES = load(Surnames, __package__, "surnames")
NAMES = load(NameWords, __package__, "names")
ORGANISATIONS = load(Organisations, __package__, "organisations")
BODIES = load(Bodies, __package__, "bodies")
NICKNAMES = load(Nicknames, __package__, "nicknames")
COLLECTIVES = load(Collectives, __package__, "collectives")
TEAMS = load(Teams, __package__, "teams")
PLACE_WORDS = load(PlaceWords, __package__, "places")
TYPES = load(TypeWords, __package__, "types")
JUNK = load(Junk, __package__, "junk")


@cache
def given_names() -> Mapping[str, str]:
    """{unambiguous given name, in lower case without accents: "women", "men" or "both"}."""
    table = load(GivenNames, __package__, "given_names")
    listed = {"women": table.women, "men": table.men, "both": table.both}
    return {name: bearers for bearers, names in listed.items() for name in without_accents(" ".join(names)).split()}


@cache
def person_nouns() -> frozenset[str]:
    """Nouns of roles and occupations, including rare ones, in lower case: "forecaster", "novelist"."""
    return load(PersonNouns, __package__, "person_nouns").nouns


def without_accents(text: str) -> str:
    """*text* without accents: "é" as "e"."""
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


@cache
def junk_words() -> frozenset[str]:
    """All words of the table of web page residue."""
    return JUNK.edges | JUNK.whole


@cache
def role_nouns() -> frozenset[str]:
    """Nouns of offices, ranks and occupations."""
    return TITLES.offices | TITLES.occupations | TITLES.ranks


@cache
def title_words() -> frozenset[str]:
    """Words of titles: "Deputy", "Prime", "Minister", "Defense"."""
    return title_cut() | TITLES.modifiers | TITLES.portfolios


@cache
def kinds() -> frozenset[str]:
    """Head nouns of the names of organisations and places."""
    return ORGANISATIONS.heads | ORGANISATIONS.descriptors | ORGANISATIONS.facility_heads | ORGANISATIONS.location_heads


@cache
def short_heads() -> frozenset[str]:
    """Head nouns that alone may refer to the organisation: "the Court", "the Courier"; not "the House"."""
    return ORGANISATIONS.heads | ORGANISATIONS.newspaper_heads | ORGANISATIONS.club_suffixes


@cache
def title_cut() -> frozenset[str]:
    """Words that are not part of a person's name at its start."""
    return TITLES.honorifics | TITLES.ranks | TITLES.offices


@cache
def institution_heads() -> frozenset[str]:
    """Head nouns whose "of" or "for" phrase is part of the name: "Foundation for the Blind"."""
    return ORGANISATIONS.heads - BODIES.common_heads
