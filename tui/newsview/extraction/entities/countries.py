"""Countries: code of a name or demonym, from ``data/countries.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from newsview.extraction.entities.lexicon import PLACE_WORDS
from newsview.model.data_files import rows

AMBIGUOUS = frozenset(
    {"Georgia", "Jordan", "Chad", "Turkey", "Guinea", "Dominica", "Niger", "Mali", "Polish", "Micronesia"}
)
"""Names that are also a state, a person or an animal; they need support by the recognizer or the context."""


@dataclass(frozen=True, slots=True)
class Country:
    """One row of the table; *code* is the ISO 3166 code (longer for parts and former states)."""

    code: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """All rows of the table, in file order."""
    return tuple(
        Country(code, name, tuple(filter(None, others.split(","))), tuple(filter(None, demonyms.split(","))))
        for code, name, others, demonyms in rows(__package__, "countries", columns=4, required=2)
    )


@cache
def _states() -> Mapping[str, str]:
    return {short: name for name, short in rows(__package__, "states", columns=2)}


def state(text: str) -> str:
    """State or province abbreviated by *text* ("Mass."), or *text*."""
    return _states().get(text, text)


@cache
def _state_names() -> frozenset[str]:
    return PLACE_WORDS.short_states | frozenset(_states().values())


def is_state(text: str) -> bool:
    """Whether *text* is the full name of a state of the US or a province of Canada."""
    return text in _state_names()


def plain(text: str) -> str:
    """*text* without the article, full stops of abbreviations and apostrophes, for comparing spellings."""
    text = text.replace("’", "'")
    if text[:4].lower() == "the ":
        text = text[4:]
    return text.replace(".", "").strip() if "." in text else text


@cache
def _names() -> dict[str, str]:
    return {plain(name): each.code for each in countries() for name in (each.name, *each.other_names)}


@cache
def _demonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for each in countries():
        for demonym in each.demonyms:
            table[demonym] = each.code
            if not demonym.endswith(PLACE_WORDS.plural_demonyms):
                table[demonym + "s"] = each.code
    return table


@lru_cache(maxsize=4_000)
def country(text: str) -> str | None:
    """Code of the country named by *text* ("U.S.", "the Netherlands", "UKRAINE"), or None."""
    form = plain(text)
    code = _names().get(form)
    if code is None and form.isupper() and len(form) > 3:
        code = _names().get(form.title())
    return code


@lru_cache(maxsize=4_000)
def demonym(text: str) -> str | None:
    """Code of the country whose people or adjective is *text* ("South Koreans", "Dutch"), or None."""
    code = _demonyms().get(text)
    if code is None and text.isupper() and len(text) > 3:
        code = _demonyms().get(text.title())
    return code
