"""Headlines that write every word with a capital: the recognizer takes their verbs for names, so the body decides.

E.g. "Jane Doe Goes After Initech" above a body that has Jane Doe and Initech.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.entities.labels import by_table, has_given_name
from newsview.extraction.entities.lexicon import organisations
from newsview.extraction.entities.lookup import look_up, name_entries, table
from newsview.extraction.entities.words import Name, Taken, Words

_FEWEST = 4
"""Words of four letters and more that a line must have before its capitals can tell anything."""


def in_headlines(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with those of title-case headlines cut to the names that the body has, and dropped where nothing speaks for them."""
    loud = _title_case_blocks(words)
    body = [name for name in names if words.block[name.start] not in loud]
    if len(body) == len(names) and not loud:
        return list(names)
    entries = table(name_entries(words, body))
    free = Taken.by(words, body)
    named = [name for name in look_up(words, free, entries, sure=True) if words.block[name.start] in loud]
    taken = Taken.by(words, named)
    kept = [
        name
        for name in names
        if words.block[name.start] in loud
        and all(taken.free(token) for token in range(name.start, name.end))
        and _stands_alone(words, name)
    ]
    return sorted([*body, *named, *kept], key=lambda name: name.start)


def _title_case_blocks(words: Words) -> set[int]:
    loud = set()
    for number, block in enumerate(words.blocks):
        if block.role in {"headline", "subhead"} or number == 0:
            long = [
                token
                for token in range(block.start, block.end)
                if len(words.words[token]) > 3 and words.words[token].isalpha()
            ]
            capital = sum(words.capital(token) for token in long)
            if len(long) >= _FEWEST and capital >= 0.8 * len(long):
                loud.add(number)
    return loud


def _stands_alone(words: Words, name: Name) -> bool:
    """May *name* be believed without the body's word for it?"""
    text = words.bare(name)
    if by_table(text, {name.label: 1}) is not None or name.label in {"GPE", "NORP"}:
        return True
    size = name.end - name.start
    if name.label == "PERSON":
        return has_given_name(text) and size == 2
    return name.label == "ORG" and size < 5 and words.lower[name.end - 1] in organisations().heads
