"""Names in headlines and other title-case lines, replaced by the names of the body that they contain.

The recognizer takes the capitalised verbs of such lines for parts of names. For "Jane Doe Goes After Initech" above a
body with "Jane Doe" and "Initech", the names are those two.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsview.extraction.doc_extensions import Block
from newsview.extraction.entities.doc_words import Name, Taken, Words
from newsview.extraction.entities.lexicon import ORGANISATIONS
from newsview.extraction.entities.names_by_table import look_up, name_entries, table
from newsview.extraction.entities.type_from_name import by_table, has_given_name

_FEWEST = 4
"""Words of four or more letters required in a line in title case."""


def in_headlines(words: Words, names: Sequence[Name]) -> list[Name]:
    """*names* with those of headlines in title case replaced by names of the body; implausible ones are dropped."""
    capitalised = _capitalised_blocks(words)
    body = [name for name in names if words.block[name.start] not in capitalised]
    if len(body) == len(names) and not capitalised:
        return list(names)
    known = list(name_entries(words, body))
    shouted = [(tuple(piece.upper() for piece in pieces), label) for pieces, label in known]
    entries = table([*known, *shouted])
    free = Taken.by(words, body)
    named = [name for name in look_up(words, free, entries, sure=True) if words.block[name.start] in capitalised]
    for name in named:
        words.by(in_headlines, name)
    taken = Taken.by(words, named)
    kept = [
        name
        for name in names
        if words.block[name.start] in capitalised
        and all(taken.free(token) for token in range(name.start, name.end))
        and _plausible(words, name)
    ]
    return sorted([*body, *named, *kept], key=lambda name: name.start)


def _capitalised_blocks(words: Words) -> set[int]:
    """Headlines in title case and paragraphs in capitals."""
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


def _plausible(words: Words, name: Name) -> bool:
    """Whether *name* is plausible although the body does not have it."""
    text = words.bare(name)
    if by_table(text, {name.label: 1}) is not None or name.label in {"GPE", "NORP"}:
        return True
    size = name.end - name.start
    if name.label == "PERSON":
        return has_given_name(text) and size == 2
    last = words.words[name.end - 1]
    numbered = size == 2 and (last.isdecimal() or (len(last) == 1 and last.isupper()))  # "Group F"
    return name.label == "ORG" and size < 5 and (numbered or last.lower() in ORGANISATIONS.heads)
