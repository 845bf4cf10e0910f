"""Names as strings: comparison keys, initials, corporate suffixes, parts of personal names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsview.extraction.entities.lexicon import NAMES, ORGANISATIONS, TITLES, without_accents

_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})(?:[A-Z0-9&]\.?){2,7}s?")
_ARTICLE = re.compile(r"\b(al|el|ar|as|ash|at)-(?=\w)")
"""Arabic article as the first part of a surname: "al-Doe"."""
_JOINTS = re.compile(r"[\s\-–‑/]+")


@lru_cache(maxsize=32_000)  # a name is asked for twenty times: the names of a roster of 500,000 characters, some 8 MB
def form(text: str) -> str:
    """Normal form of a name: one for "U.S." and "US", "the Foo’s" and "Foo's", "São Tomé" and "Sao Tome"."""
    text = " ".join(without_accents(text).replace("’", "'").split()).casefold()
    if "." in text:
        text = text.replace(".", "")
    return text.removeprefix("the ")


def is_acronym(text: str) -> bool:
    """Whether *text* is an acronym, of two or more capitals and nothing else: "NATO", "U.N.", "M5S", "AT&T"."""
    return bool(_ACRONYM.fullmatch(text))


def acronym_letters(text: str) -> str:
    """Letters of an acronym, in lower case: "un" for "U.N."."""
    return "".join(char for char in text if char.isalnum()).casefold()


def initials(text: str) -> set[str]:
    """Acronyms of the words of *text*, with and without its function words: {"kpa"} for Korean People's Army."""
    parts = [part for part in _JOINTS.split(text) if part and part[0].isalnum()]
    content = [part for part in parts if part.casefold() not in NAMES.function_words]
    if len(content) < 2:
        return set()
    return {"".join(part[0] for part in chosen).casefold() for chosen in (parts, content)}


def without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a company name without a final "Inc", "plc", "Corp"."""
    end = len(words)
    while end > 1 and words[end - 1].strip(".,") in _bare_suffixes():
        end -= 1
    return words[:end] if end == len(words) else tuple(word.rstrip(",") for word in words[:end])


@lru_cache(maxsize=1)
def _bare_suffixes() -> frozenset[str]:
    return frozenset(suffix.strip(".").replace(".", "") for suffix in ORGANISATIONS.corporate_suffixes)


@dataclass(frozen=True, slots=True)
class PersonName:
    """Parts of a personal name in normal form: given names, and surname with its particles."""

    given: tuple[str, ...]
    surname: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All parts."""
        return self.given + self.surname


def parts_of(text: str) -> list[str]:
    """Parts of a name in normal form, an Arabic article apart: ["bashar", "al", "doe"] for "Bashar al-Doe"."""
    return _ARTICLE.sub(r"\1 ", form(text)).split()


def given_name_first(text: str) -> str:
    """*text*, a personal name, without inversion: "Ada Quill" for "Quill, Ada"; "Sam Doe, Jr." as it is."""
    surname, comma, given = text.partition(", ")
    return f"{given} {surname}" if comma and form(given) not in _bare_titles() else text


@lru_cache(maxsize=1)
def _bare_titles() -> frozenset[str]:
    return frozenset(suffix.replace(".", "") for suffix in TITLES.suffixes)


@lru_cache(maxsize=4_000)
def person(text: str) -> PersonName:
    """Parts of the name *text*: (ursula) (von der leyen) for "Ursula von der Leyen", (sam) (doe) for "Sam Doe Jr."."""
    words = parts_of(re.sub(r"[\"“”(].*?[\"“”)]", " ", given_name_first(text)).replace(",", " "))
    while len(words) > 1 and words[-1] in TITLES.suffixes:
        words.pop()
    start = len(words) - 1
    while start > 1 and words[start - 1] in TITLES.particles:
        start -= 1
    if start == 1 and len(words) > 2 and words[0] in TITLES.particles:
        start = 0
    return PersonName(tuple(words[:start]), tuple(words[start:]))
