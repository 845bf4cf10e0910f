"""Lists of people by surname: "Quill, Ada, 41, and Sand, Ivo, 33", as in lists of victims and defendants."""

from __future__ import annotations

import re
from itertools import pairwise

from newsview.extraction.entities.countries import country
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import NAMES

_ITEM = re.compile(r"\w, [A-Z][^\s,]+(?: [A-Z][^\s,]+)?, \d{1,3}\b")
"""What the text must have: ", Ada, 41"."""


def surnames_first(words: Words) -> list[Name]:
    """PERSON of a surname, a comma and a given name with an age, in a list: "Quill, Ada, 41, and Sand, Ivo, 33".

    One such phrase alone is no list: "In Fulda, Ada, 41, met Ivo".
    """
    if _ITEM.search(words.text) is None:
        return []
    items = [item for token in words.indexes_of({","}) if (item := _item(words, token)) is not None]
    listed = {item for pair in pairwise(items) if _next_to(words, *pair) for item in pair}
    return [Name(start, end, "PERSON") for start, end in items if (start, end) in listed]


def _item(words: Words, comma: int) -> tuple[int, int] | None:
    """Tokens of the surname and given name around *comma*, before ", 41"; None for anything else."""
    start, end = comma, comma + 1
    while start > 0 and comma - start < 2 and words.block[start - 1] == words.block[comma] and _part(words, start - 1):
        start -= 1
    while end - comma < 3 and end < words.size and words.block[end] == words.block[comma] and _part(words, end):
        end += 1
    if start == comma or end == comma + 1 or words.after(end) != "," or not words.after(end + 1).isdigit():
        return None
    if len(words.words[end + 1]) > 3 or country(" ".join(words.words[start:comma])) is not None:
        return None
    return start, end


def _part(words: Words, token: int) -> bool:
    """Whether *token* may be a part of a personal name."""
    word = words.words[token]
    return word[:1].isupper() and word.replace("-", "").replace("'", "").isalpha() and word.lower() not in NAMES.months


def _next_to(words: Words, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether nothing but marks and "and" is between the age after *one* and *other*; paragraphs may follow each other."""
    between = words.lower[one[1] + 2 : other[0]]
    return bool(NAMES.between_items.issuperset(between)) and len(between) <= 3
