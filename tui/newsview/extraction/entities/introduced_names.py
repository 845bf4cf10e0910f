"""Acronyms and aliases introduced by the article: "the Elbonian Space Agency (ESA)", "Jane Doe, known as Birdie"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsview.extraction.entities.doc_words import Name, Words, together
from newsview.extraction.entities.lexicon import NAMES
from newsview.extraction.entities.name_strings import acronym_letters, is_acronym
from newsview.extraction.lexical.characters import POSSESSIVES

_LONGEST_LINK = 8


def bracketed_acronyms(words: Words, names: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Pairs of (long name, acronym in brackets): "the Elbonian Space Agency (ESA)".

    The long name is the span whose initials are the acronym ("Movimento 5 Stelle (M5S)"), whether recognized or not, or
    else the name before the bracket if it begins with the acronym's first letter or has its letters in another order.
    """
    ending = {name.end: name for name in names}
    pairs = []
    for open_ in words.indexes_of({"(", "["}):
        close = open_ + 2
        if open_ == 0 or close >= words.size or words.words[close] not in ")]" or not together(words, open_):
            continue
        short = words.words[open_ + 1]
        if not is_acronym(short):
            continue
        before = ending.get(open_)
        start = _spelled_out(words, open_, acronym_letters(short))
        if start is not None:
            whole = before is not None and before.start <= start
            long = (
                before
                if before is not None and whole
                else Name(start, open_, before.label if before and before.label != "PERSON" else "ORG")
            )
        elif (
            before is not None
            and before.end - before.start > 1
            and before.label != "PERSON"
            and (short[0] == words.words[before.start][0] or _same_letters(words, before, short))
        ):
            long = before
        else:
            continue
        pairs.append((long, Name(open_ + 1, close, long.label)))
    return pairs


def _same_letters(words: Words, name: Name, short: str) -> bool:
    """Whether *short* has the initials of *name* in another order: "Save Elbonia Union (UES)"."""
    first = sorted(word[0].lower() for word in words.tokens(name) if word[0].isupper())
    return first == sorted(acronym_letters(short))


def _spelled_out(words: Words, end: int, letters: str) -> int | None:
    """First token before *end* of a span with the initials *letters*, function words aside; None without one."""
    token, left = end - 1, len(letters)
    while left and token >= 0 and words.block[token] == words.block[end]:
        word = words.words[token]
        if word[:1].isalnum() and word[0].lower() == letters[left - 1] and (not word.islower() or left < len(letters)):
            left -= 1
            if left == 0:
                return token if end - token > 1 else None
        elif word.lower() not in NAMES.not_in_initials and word not in POSSESSIVES | {"-", "&", ","}:
            return None
        token -= 1
    return None


def spelled_out_in_brackets(words: Words, names: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Pairs of (long name in brackets, acronym), letters in any order: "the ESA (Elbonian Space Agency)"."""
    label = {(name.start, name.end): name.label for name in names}
    pairs = []
    for open_ in words.indexes_of({"("}):
        if open_ == 0 or not together(words, open_) or not is_acronym(words.words[open_ - 1]):
            continue
        close = next((token for token in range(open_, min(open_ + 10, words.size)) if words.words[token] == ")"), open_)
        inside = range(open_ + 1, close)
        named = [token for token in inside if words.lower[token] not in NAMES.not_in_initials]
        letters = sorted(words.lower[token][0] for token in named)
        spelled = len(named) > 1 and all(words.capital(token) for token in named)
        if spelled and letters == sorted(acronym_letters(words.words[open_ - 1])):
            kind = label.get((open_ + 1, close), "ORG")
            kind = "ORG" if kind == "PERSON" else kind
            pairs.append((Name(open_ + 1, close, kind), Name(open_ - 1, open_, kind)))
    return pairs


def also_known_as(words: Words, names: Sequence[Name]) -> list[tuple[Name, Name]]:
    """Pairs of (name, alias), with the label of the name: "Jane Doe, better known as Birdie"."""
    pairs = []
    for name, other in pairwise(names):
        between = words.lower[name.end : other.start]
        if len(between) > _LONGEST_LINK or words.block[name.start] != words.block[other.start]:
            continue
        link = " ".join(word for word in between if word[0].isalpha() and word not in NAMES.within_introductions)
        if link in NAMES.births and "PERSON" in {name.label, other.label}:
            pairs.append((name, Name(other.start, other.end, "PERSON")))
        elif (
            link in NAMES.introductions
            and (name.label in {"PERSON", other.label} or is_acronym(words.bare(other)))
            and name.label in {"PERSON", "ORG", "GPE"}
        ):
            pairs.append((name, Name(other.start, other.end, name.label)))
    return pairs
