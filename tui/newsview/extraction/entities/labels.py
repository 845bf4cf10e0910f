"""One type for each form: by tables, by the noun that heads it, by its context, and by the majority of its mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsview.extraction.entities.countries import AMBIGUOUS, country, demonym
from newsview.extraction.entities.lexicon import organisations, titles
from newsview.extraction.entities.names import form, is_acronym, person
from newsview.extraction.entities.words import Name, Words

PLACES = frozenset({"GPE", "LOC", "FAC"})
_FIXED = frozenset({"WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LANGUAGE"})
_ORDER = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")
"""Which label wins a tie: the first."""
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around", "towards", "toward"})
_PERSONAL = frozenset({"who", "whose", "whom"})


def settle_types(words: Words, names: Sequence[Name], acronyms: Iterable[tuple[Name, Name]]) -> list[Name]:
    """*names* with one label for each form; *acronyms* are pairs of a long name and its acronym."""
    forms = [form(words.bare(name)) for name in names]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name, key in zip(names, forms, strict=True):
        votes[key][name.label] += 2
        votes[key].update(_context(words, name))
    chosen = {key: _winner(counter) for key, counter in votes.items()}
    texts = {key: words.bare(name) for name, key in zip(names, forms, strict=True)}
    for key, text in texts.items():
        chosen[key] = by_table(text, chosen[key]) or by_head(text, chosen[key]) or chosen[key]
    for long, short in acronyms:
        chosen[form(words.bare(short))] = chosen.get(form(words.bare(long)), long.label)
    typed = [replace(name, label=chosen[key]) for name, key in zip(names, forms, strict=True)]
    return surnames_as_people(words, typed)


def _context(words: Words, name: Name) -> dict[str, int]:
    """Votes by what stands beside the mention."""
    votes: dict[str, int] = {}
    before = words.before(name.start).rstrip(".")
    after = words.after(name.end)
    if after == "," and name.end + 1 < len(words):
        after = words.after(name.end + 1)
    if before in titles().honorifics and before not in {"judge", "justice", "king", "queen", "count", "emeritus"}:
        votes["PERSON"] = 3
    if after in _PERSONAL and after != "whose":
        votes["PERSON"] = votes.get("PERSON", 0) + 2
    if (
        name.label == "PERSON"
        and before == "the"
        and words.after(name.end) not in {"'s", "’s"}
        and _heads_its_phrase(words, name)
    ):
        votes["ORG"] = 3
    return votes


def _heads_its_phrase(words: Words, name: Name) -> bool:
    """Is *name* no modifier of a noun after it ("the Doe administration")?"""
    return words.heads[words.head(name)] < name.end or not words.tags[min(name.end, len(words) - 1)].startswith("N")


def _winner(counter: Counter[str]) -> str:
    def rank(label: str) -> tuple[int, int, str]:
        return -counter[label], _ORDER.index(label) if label in _ORDER else len(_ORDER), label

    return min(counter, key=rank)


def by_table(text: str, label: str) -> str | None:
    """The type of countries, nationalities and well-known organisations, whatever the recognizer held them for."""
    if text not in AMBIGUOUS or label == "GPE":
        if demonym(text) and label != "LANGUAGE":
            return "NORP"
        if country(text):
            return "GPE"
    if known_organisation(text):
        return "ORG"
    return None


def known_organisation(text: str) -> bool:
    """Is *text* in the table of well-known organisations?"""
    return form(text) in _known_forms()


def _known_forms() -> dict[str, int]:
    return KNOWN


KNOWN: dict[str, int] = {form(name): row for row, names in enumerate(organisations().known) for name in names}


def by_head(text: str, label: str) -> str | None:
    """The type that the head noun tells: "Springfield Stadium" FAC, "Gulf of Elbonia" LOC, "Ministry of Silly Walks" ORG."""
    parts = form(text).split()
    if len(parts) < 2 or label in _FIXED or label == "NORP":
        return None
    head = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    if (
        label == "PERSON"
        and len(parts) == 2
        and head == parts[-1]
        and head not in {"university", "ministry", "stadium", "airport"}
    ):
        return None
    table = organisations()
    if (head in table.facility_heads and label != "ORG") or head in {"stadium", "airport", "arena"}:
        return "FAC"
    if head in table.location_heads and label in {"ORG", "FAC", "PERSON"} and head != "cape":
        return "LOC"
    if head in table.heads and label in {"PERSON", "GPE", "LOC"}:
        return "ORG"
    return None


def surnames_as_people(words: Words, names: Sequence[Name]) -> list[Name]:
    """A single word that is the surname or given name of somebody in the article is that person, not a place or company."""
    surnames: set[str] = set()
    given: set[str] = set()
    for name in names:
        if name.label == "PERSON":
            parts = person(words.bare(name))
            if parts.given:
                surnames.add(" ".join(parts.surname))
                surnames.add(parts.surname[-1])
                given.add(parts.given[0])
    typed = []
    for name in names:
        if name.label in {"ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP"} and _is_persons(words, name, surnames, given):
            name = replace(name, label="PERSON")
        typed.append(name)
    return typed


def _is_persons(words: Words, name: Name, surnames: set[str], given: set[str]) -> bool:
    text = words.bare(name)
    if " " in text or is_acronym(text) or known_organisation(text) or demonym(text):
        return False
    key = form(text)
    if key in surnames:
        place = name.label in PLACES
        if place and country(text):
            return False
        return (
            not (place and words.before(name.start) in _LOCATIVE) and words.before(name.start) != "the"
        ) or not place
    return key in given and name.label in {"ORG", "PRODUCT"} and country(text) is None
