"""spaCy's rule lemmatizer with its answers remembered: the same lemmas without the look at rules, and features, of every word.

The lemma of the English lemmatizer hangs on a word's form, part of speech and morphology. spaCy remembers only what its
suffix rules gave, and works out a base form, a name or a mark anew each time.
"""

from __future__ import annotations

from typing import Any

from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

FACTORY = "newsview_lemmatizer"

FORMS = 10_000
"""Words, each with a part of speech and a morphology, whose lemmas are kept: some 3 MB. Beyond them the memory starts again."""

_SEEN = [ORTH, POS, MORPH, LEMMA]


class RememberingLemmatizer:
    """Stands in a pipeline for its lemmatizer."""

    def __init__(self) -> None:
        self._original: Any = None
        self._lemmas: dict[tuple[int, int, int], str] = {}

    def take(self, lemmatizer: EnglishLemmatizer) -> None:
        """Do what *lemmatizer* does, of which ``understands`` is true."""
        self._original = lemmatizer
        self._lemmas.clear()

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token of *doc*, only where there is none if the original does so."""
        lemmas, overwrite = self._lemmas, self._original.overwrite
        for token, (form, pos, morph, set_before) in zip(doc, doc.to_array(_SEEN).tolist(), strict=True):
            if overwrite or not set_before:
                key = (form, pos, morph)
                lemma = lemmas.get(key)
                if lemma is None:
                    if len(lemmas) >= FORMS:
                        lemmas.clear()
                    lemma = lemmas[key] = self._original.lemmatize(token)[0]
                    self._original.cache.clear()  # it would keep the same a second time, and for ever
                token.lemma_ = lemma
        return doc


def understands(lemmatizer: EnglishLemmatizer) -> bool:
    """Whether *lemmatizer* is spaCy's own for English and works by rules."""
    return type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule"


def remember(nlp: Language) -> None:
    """Put a ``RememberingLemmatizer`` in the place of every lemmatizer of *nlp* that it can stand for."""
    for name in nlp.pipe_names:
        lemmatizer = nlp.get_pipe(name)
        if isinstance(lemmatizer, EnglishLemmatizer) and understands(lemmatizer):
            nlp.replace_pipe(name, FACTORY)
            remembering = nlp.get_pipe(name)
            assert isinstance(remembering, RememberingLemmatizer)
            remembering.take(lemmatizer)


def _make(nlp: Language, name: str) -> RememberingLemmatizer:
    del nlp, name
    return RememberingLemmatizer()


Language.factory(FACTORY, assigns=["token.lemma"], func=_make)
