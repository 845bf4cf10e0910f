"""Headlines and lines in which every word has a capital: the recognizer takes verbs for names there, so the body decides.

E.g. "Jane Doe Goes After Initech" above a body that has Jane Doe and Initech.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.doc_extensions import Block
from newsview.extraction.entities.doc_words import Name, Taken, Words
from newsview.extraction.entities.lexicon import organisations
from newsview.extraction.entities.names_by_table import look_up, name_entries, table
from newsview.extraction.entities.type_from_name import by_table, has_given_name

_FEWEST = 4
"""Words of four letters and more that a line must have before its capitals can tell anything."""


def in_headlines(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with those of title-case headlines cut to the names that the body has, and dropped where nothing speaks for them."""
    loud = _loud_blocks(words)
    body = [name for name in names if words.block[name.start] not in loud]
    if len(body) == len(names) and not loud:
        return list(names)
    known = list(name_entries(words, body))
    shouted = [(tuple(piece.upper() for piece in pieces), label) for pieces, label in known]
    entries = table([*known, *shouted])
    free = Taken.by(words, body)
    named = [name for name in look_up(words, free, entries, sure=True) if words.block[name.start] in loud]
    for name in named:
        words.by(in_headlines, name)
    taken = Taken.by(words, named)
    kept = [
        name
        for name in names
        if words.block[name.start] in loud
        and all(taken.free(token) for token in range(name.start, name.end))
        and _stands_alone(words, name)
    ]
    return sorted([*body, *named, *kept], key=lambda name: name.start)


def _loud_blocks(words: Words) -> set[int]:
    """The headlines in title case, and every paragraph in capitals."""
    return {
        number
        for number, block in enumerate(words.blocks)
        if _in_capitals(words, block)
        or ((block.role in {"headline", "subhead"} or number == 0) and _in_title_case(words, block))
    }


def _in_capitals(words: Words, block: Block) -> bool:
    first = words.words[block.start]
    if not (first.isupper() or not first.isalpha()):
        return False
    tokens = [word for word in words.words[block.start : block.end] if word.isalpha()]
    return len(tokens) > 1 and all(word.isupper() for word in tokens)


def _in_title_case(words: Words, block: Block) -> bool:
    long = [word for word in words.words[block.start : block.end] if len(word) > 3 and word.isalpha()]
    return len(long) >= _FEWEST and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _stands_alone(words: Words, name: Name) -> bool:
    """May *name* be believed without the body's word for it?"""
    text = words.bare(name)
    if by_table(text, {name.label: 1}) is not None or name.label in {"GPE", "NORP"}:
        return True
    size = name.end - name.start
    if name.label == "PERSON":
        return has_given_name(text) and size == 2
    return name.label == "ORG" and size < 5 and words.lower[name.end - 1] in organisations().heads
