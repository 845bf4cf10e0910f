"""The word lists of the comparison, from ``data/words.toml`` and ``data/spellings.toml``."""

from __future__ import annotations

from typing import Final

from newsview.model.data_files import toml, word_lists

_WORDS: Final = word_lists("newsview.compare", "words")
SPELLINGS: Final = toml("newsview.compare", "spellings")
"""Tables of spellings by name: number words by value, scales, variants of words."""

NEGATIONS: Final = frozenset(_WORDS["negations"])
"""Words that turn a statement into its contrary."""

PRONOUNS: Final = frozenset(_WORDS["pronouns"])
"""Words that stand for a speaker named elsewhere."""

CORRECTION_NOTES: Final = _WORDS["correction_notes"]
"""What a sentence that says that the article was corrected contains."""

CORRECTION_LEADS: Final = _WORDS["correction_leads"]
"""What a note that the article was corrected begins with."""

BRACKETED_LEADS: Final = _WORDS["bracketed_leads"]
"""What such a note in brackets begins with."""

VERB_OF_FORM: Final[dict[str, str]] = {
    form: group.split()[0] for group in SPELLINGS["tenses"].split("/") for form in group.split()
}
"""The base form of an irregular verb by each of its forms."""


def is_negation(word: str) -> bool:
    """Whether *word*, in normal form, is a negation: "not", "never", "didn't"."""
    return word in NEGATIONS or word.endswith("n't")
