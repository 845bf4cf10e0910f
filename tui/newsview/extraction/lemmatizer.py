"""Cached rule lemmatizer: the lemmas of spaCy's ``EnglishLemmatizer``, each computed once.

A lemma depends on a word's form, part of speech and morphology. spaCy caches only the results of its suffix rules and
computes base forms, names and punctuation again for each token; it looks for each new word in lists of up to 55,000.
"""

from __future__ import annotations

from typing import Any

from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction.pipe_replacement import replace_pipes

FACTORY = "newsview_lemmatizer"

FORMS = 10_000
"""Words, each with a part of speech and a morphology, whose lemmas are cached, about 3 MB; a full cache is cleared."""

_SEEN = [ORTH, POS, MORPH, LEMMA]


class CachedLemmatizer:
    """Replacement of a lemmatizer in a pipeline."""

    def __init__(self) -> None:
        self._original: Any = None
        self._lemmas: dict[tuple[int, int, int], str] = {}

    def wrap(self, lemmatizer: EnglishLemmatizer) -> None:
        """Cache the lemmas of *lemmatizer*, which must be supported (``is_supported``)."""
        self._original = lemmatizer
        _look_up_in_sets(lemmatizer)
        self._lemmas.clear()

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token of *doc*, only of those without one unless the original overwrites."""
        lemmas, overwrite = self._lemmas, self._original.overwrite
        for token, (form, pos, morph, set_before) in zip(doc, doc.to_array(_SEEN).tolist(), strict=True):
            if overwrite or not set_before:
                key = (form, pos, morph)
                lemma = lemmas.get(key)
                if lemma is None:
                    if len(lemmas) >= FORMS:
                        lemmas.clear()
                    lemma = lemmas[key] = self._original.lemmatize(token)[0]
                    self._original.cache.clear()  # a second, unbounded copy
                token.lemma_ = lemma
        return doc


def is_supported(lemmatizer: EnglishLemmatizer) -> bool:
    """Whether *lemmatizer* is spaCy's own for English and works by rules."""
    return type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule"


def _look_up_in_sets(lemmatizer: EnglishLemmatizer) -> None:
    """Replace the lists of known lemmas of *lemmatizer*, which only tests whether a word is among them, by sets."""
    known = lemmatizer.lookups.get_table("lemma_index", {})
    for part_of_speech, lemmas in known.items():
        known[part_of_speech] = frozenset(lemmas)


def install(nlp: Language) -> None:
    """Replace every supported lemmatizer of *nlp* by a ``CachedLemmatizer``."""
    replace_pipes(nlp, EnglishLemmatizer, is_supported, FACTORY, CachedLemmatizer.wrap)


def _make(nlp: Language, name: str) -> CachedLemmatizer:
    del nlp, name
    return CachedLemmatizer()


Language.factory(FACTORY, assigns=["token.lemma"], func=_make)
