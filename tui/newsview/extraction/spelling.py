"""One spelling for the parser of what is typed in two ways: curly and straight quote marks, "5%" and "5 percent".

Only the vectors that the model computes are those of the other spelling. The tokens of the Doc stay as they are written,
so that every rule can tell an opening quote mark from a closing one.
"""

from __future__ import annotations

from typing import Final

_MARKS: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‛": "'"})

PERCENT: Final = "%"

_WORDS: Final = {PERCENT: "percent", "…": "..."}


def usual(word: str) -> str:
    """The spelling of the token *word* whose vector it gets: "'s" for "’s", "percent" for "%"; mostly *word* itself."""
    return word if word.isascii() and word != PERCENT else _WORDS.get(word) or word.translate(_MARKS)
