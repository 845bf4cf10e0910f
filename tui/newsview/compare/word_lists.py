"""The word lists of the comparison, from ``data/words.toml`` and ``data/spellings.toml``."""

from __future__ import annotations

import pkgutil
import tomllib
from typing import Any, Final


def _file(name: str) -> dict[str, Any]:
    raw = pkgutil.get_data("newsview.compare", f"data/{name}.toml")
    if raw is None:
        raise FileNotFoundError(f"{name}.toml")
    return tomllib.loads(raw.decode())


_WORDS: Final = _file("words")
SPELLINGS: Final = _file("spellings")
"""Tables of spellings by name: number words by value, scales, variants of words."""

NEGATIONS: Final = frozenset(_WORDS["negations"].split())
"""Words that turn a statement into its contrary."""

PRONOUNS: Final = frozenset(_WORDS["pronouns"].split())
"""Words that stand for a speaker named elsewhere."""

CORRECTION_NOTES: Final = tuple(each.replace("_", " ") for each in _WORDS["correction_notes"].split())
"""What a sentence that says that the article was corrected contains."""

CORRECTION_LEADS: Final = tuple(each.replace("_", " ") for each in _WORDS["correction_leads"].split())
"""What a note that the article was corrected begins with."""

BRACKETED_LEADS: Final = tuple(each.replace("_", " ") for each in _WORDS["bracketed_leads"].split())
"""What such a note in brackets begins with."""

VERB_OF_FORM: Final[dict[str, str]] = {
    form: group.split()[0] for group in _WORDS["tenses"].split("/") for form in group.split()
}
"""The base form of an irregular verb by each of its forms."""


def is_negation(word: str) -> bool:
    """Whether *word*, in normal form, is a negation: "not", "never", "didn't"."""
    return word in NEGATIONS or word.endswith("n't")
