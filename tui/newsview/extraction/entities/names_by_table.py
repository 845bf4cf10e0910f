"""Missed names found by their words: table entries, and forms found elsewhere in the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from newsview.extraction.entities.countries import AMBIGUOUS, countries, demonym
from newsview.extraction.entities.doc_words import Name, Taken, Words, together
from newsview.extraction.entities.lexicon import ORGANISATIONS, TITLES, junk_words
from newsview.extraction.lexical.characters import JOINTS

_DOUBTFUL = frozenset({"PRODUCT", "EVENT", "NORP"})
_PIECES = re.compile(r"-|[^\s-]+")
_FUNCTION_TAGS = frozenset(
    {
        "CC",
        "CD",
        "DT",
        "EX",
        "IN",
        "MD",
        "PDT",
        "PRP",
        "PRP$",
        "RB",
        "RBR",
        "RBS",
        "RP",
        "TO",
        "UH",
        "WDT",
        "WP",
        "WP$",
        "WRB",
    }
)
Table = dict[str, list[tuple[tuple[str, ...], str]]]
"""{first word: (words of a name, label)}, longest first."""


def table(entries: Iterable[tuple[tuple[str, ...], str]]) -> Table:
    """Table of *entries* for ``look_up``."""
    found: Table = defaultdict(list)
    for words, label in sorted(set(entries), key=lambda entry: (-len(entry[0]), entry)):
        found[words[0]].append((words, label))
    return dict(found)


@cache
def known_names() -> Table:
    """Countries and well-known organisations in their spelling."""
    entries = []
    for each in countries():
        for name in (each.name, *each.other_names):
            if name not in AMBIGUOUS:
                entries.append((tuple(_PIECES.findall(name.removeprefix("The "))), "GPE"))
    for label, places in ORGANISATIONS.known_places.items():
        entries.extend((tuple(_PIECES.findall(place)), label) for place in places)
    entries.extend((tuple(_PIECES.findall(creed)), "NORP") for creed in ORGANISATIONS.creeds if creed != "Christian")
    for names in ORGANISATIONS.known:
        entries.extend((tuple(_PIECES.findall(name)), "ORG") for name in names)
    return table(entries)


def look_up(words: Words, taken: Taken, names: Table, *, sure: bool = False) -> list[Name]:
    """Names of the table among free words tagged as proper nouns; with *sure*, with any tag of a content word."""
    found: list[Name] = []
    free, owner = 0, taken.owner
    for token in words.indexes_of(names.keys()):
        # most words of a known name belong to one already
        if token < free or owner[token] >= 0:
            continue
        for pieces, label in names[words.words[token]]:
            if _stands(words, taken, token, pieces, sure):
                free = token + len(pieces)
                found.append(Name(token, free, label))
                break
    return found


def _stands(words: Words, taken: Taken, start: int, pieces: tuple[str, ...], sure: bool) -> bool:
    end = start + len(pieces)
    if end > words.size or words.block[start] != words.block[end - 1] or tuple(words.words[start:end]) != pieces:
        return False
    if not all(taken.free(token) for token in range(start, end)):
        return False
    if len(pieces) > 1:
        return words.capital(start) or words.capital(end - 1)
    if "-" in (words.before(start), words.after(end)):
        return False
    if sure:
        return words.tags[start] not in _FUNCTION_TAGS
    return words.tags[start].startswith("NNP") or (
        # the tagger is unreliable at the start of a sentence; a word in lower case elsewhere is no name
        words.tags[start] not in _FUNCTION_TAGS
        and not words.has_lowercase(words.lower[start])
        and words.lower[start] not in ORGANISATIONS.words
    )


def known(words: Words, taken: Taken) -> list[Name]:
    """Countries and well-known organisations among free words."""
    return look_up(words, taken, known_names())


def demonyms(words: Words, taken: Taken) -> list[Name]:
    """NORP of a nationality among free words: "the Elbonian minister"."""
    found = []
    for token in words.capitals:
        word = words.words[token]
        if taken.free(token) and demonym(word) and words.tags[token][:2] in {"NN", "JJ"}:
            start = token
            two = f"{words.words[token - 1]} {word}" if token else ""
            if two and taken.free(token - 1) and together(words, token) and demonym(two):
                start -= 1
            found.append(Name(start, token + 1, "NORP"))
    return found


def elsewhere(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """Free words that are a name elsewhere in the article, and surnames of people with a full name there.

    One word must be a name twice where the recognizer is unsure of its kind: products, events, groups of people.
    """
    doubtful = Counter(words.words[name.start] for name in names if name.label in _DOUBTFUL)
    sure = [
        name
        for name in names
        if name.label not in _DOUBTFUL or name.end - name.start > 1 or doubtful[words.words[name.start]] > 1
    ]
    return look_up(words, taken, table(name_entries(words, sure)))


def hyphenated_surnames(words: Words, names: Sequence[Name], taken: Taken) -> list[Name]:
    """PERSON of a hyphenated surname given elsewhere: "Doe-Roe", given Ann Doe-Roe."""
    surnames = {
        tuple(words.words[name.end - 3 : name.end])
        for name in names
        if name.label == "PERSON" and name.end - name.start > 3 and words.words[name.end - 2] in JOINTS
    }
    found = []
    for token in words.indexes_of({surname[0] for surname in surnames}):
        end = token + 3
        here = end <= words.size and tuple(words.words[token:end]) in surnames
        whole = here and taken.owner[token] == taken.owner[end - 1] != -1
        if here and not whole and words.block[token] == words.block[end - 1]:
            found.append(Name(token, end, "PERSON"))
    return found


def name_entries(words: Words, names: Iterable[Name]) -> Iterable[tuple[tuple[str, ...], str]]:
    """Entries for ``table``: *names* and the surnames in them."""
    for name in names:
        pieces = tuple(words.tokens(name))
        if name.label in {"WORK_OF_ART", "LAW", "LANGUAGE"} or not pieces[0][:1].isupper():
            continue
        if len(pieces) > 1 or _repeatable(pieces[0]):
            yield pieces, name.label
        surname = pieces[-1]
        if (
            name.label == "PERSON"
            and len(pieces) > 1
            and _repeatable(surname)
            and surname.lower() not in TITLES.suffixes
        ):
            yield (surname,), name.label


def _repeatable(word: str) -> bool:
    return len(word) > 2 and word[:1].isupper() and word.isalpha() and word.lower() not in junk_words()
