"""Whether two names may be those of one person."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from newsview.compare.tokens import tokens
from newsview.compare.word_lists import PRONOUNS

MISSPELT: Final = 0.75
"""Likeness of two names from which they are spellings of one."""


def is_pronoun(words: str) -> bool:
    """Whether *words* stand for somebody who is named elsewhere: "he"."""
    return words.casefold() in PRONOUNS


def alike(one: str, other: str) -> bool:
    """Whether one name has all words of the other, but for spellings of the last: "Mr Holt" and "Jane Hotl"."""
    words_of = [[token.form for token in tokens(name)] for name in (one, other)]
    shorter, longer = sorted(words_of, key=len)
    if not shorter:
        return False
    last = max(SequenceMatcher(None, shorter[-1], word).ratio() for word in longer)
    return set(shorter) <= set(longer) or last >= MISSPELT
