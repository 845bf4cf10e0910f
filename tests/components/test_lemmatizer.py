"""Cached lemmatizer: the lemmas of spaCy's rule lemmatizer for every word, or not installed."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction import lemmatizer
from newsview.extraction.extract import Extractor
from newsview.extraction.lemmatizer import CachedLemmatizer, install, is_supported
from newsview.extraction.models import Pipeline, load
from newsview.reading.build_article import build_article
from tests import pipeline
from tests.effort import examples

WORDS = ["Running", "ran", "buses", "BUSES", "better", "Best", "is", "'s", "me", "leaves", "Quill", "axes", "%", " ", "\n", "data", "Felled"]  # fmt: skip
PARTS = ["NOUN", "VERB", "AUX", "ADJ", "ADV", "PROPN", "PRON", "PUNCT", "SPACE", "X"]
FEATURES = ["", "Number=Sing", "Number=Plur", "VerbForm=Inf", "Tense=Past|VerbForm=Fin", "Tense=Pres|VerbForm=Fin",
            "Degree=Pos", "Degree=Sup", "Aspect=Prog|Tense=Pres|VerbForm=Part"]  # fmt: skip


@pytest.fixture(scope="module")
def original() -> Language:
    """The default pipeline as spaCy loads it, with no component but its lemmatizer."""
    return pipeline.original("lemmatizer")


def taken(nlp: Language) -> tuple[CachedLemmatizer, Any]:
    spacys_own = nlp.get_pipe("lemmatizer")
    assert isinstance(spacys_own, EnglishLemmatizer) and is_supported(spacys_own)
    remembering = CachedLemmatizer()
    remembering.wrap(spacys_own)
    return remembering, spacys_own


def lemmas(doc: Doc) -> list[str]:
    return [token.lemma_ for token in doc]


@pytest.mark.model
@settings(max_examples=examples(200))
@given(
    st.lists(
        st.tuples(
            st.sampled_from(WORDS), st.sampled_from(PARTS), st.sampled_from(FEATURES), st.sampled_from(["", "", "set"])
        ),
        min_size=1,
        max_size=8,
    ),
    st.booleans(),
)
def test_any_word_has_the_lemma_of_the_original(
    original: Language, tokens: list[tuple[str, str, str, str]], overwrite: bool
) -> None:
    remembering, spacys_own = taken(original)
    words, parts, features, before = (list(each) for each in zip(*tokens, strict=True))
    doc = Doc(original.vocab, words=words, pos=parts, morphs=features, lemmas=before)
    spacys_own.overwrite = overwrite
    expected = lemmas(spacys_own(doc.copy()))
    for _ in range(2):  # the second time from memory
        assert lemmas(remembering(doc.copy())) == expected
    spacys_own.overwrite = False


@pytest.mark.model
def test_known_lemmas_are_not_searched_one_by_one(original: Language) -> None:
    _, spacys_own = taken(original)
    known = spacys_own.lookups.get_table("lemma_index")
    assert {type(lemmas) for lemmas in known.values()} == {frozenset}


@pytest.mark.model
def test_the_memory_is_bounded_and_starts_again(original: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemmatizer, "FORMS", 2)
    remembering, spacys_own = taken(original)
    doc = Doc(original.vocab, words=["buses", "axes", "leaves", "buses"], pos=["NOUN"] * 4, morphs=["Number=Plur"] * 4)
    assert lemmas(remembering(doc.copy())) == lemmas(spacys_own(doc.copy()))
    assert len(remembering._lemmas) <= 2


@pytest.mark.model
def test_a_lemma_outlives_the_zone_in_which_it_was_found(original: Language) -> None:
    remembering, _ = taken(original)
    for word in ("glorfing", "glorfing"):
        with original.memory_zone():
            doc = Doc(original.vocab, words=[word], pos=["VERB"], morphs=["Aspect=Prog|Tense=Pres|VerbForm=Part"])
            assert lemmas(remembering(doc)) == ["glorfe"]


def test_another_lemmatizer_is_left_alone() -> None:
    nlp = spacy.blank("en")
    lookup = nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    assert isinstance(lookup, EnglishLemmatizer) and not is_supported(lookup)
    install(nlp)
    assert nlp.get_pipe("lemmatizer") is lookup


@pytest.mark.model
def test_an_extraction_goes_on_in_zones_whatever_the_lemmatizer_is_called() -> None:
    loaded = load()
    loaded.nlp.rename_pipe("lemmatizer", "lemmas")
    extractor = Extractor(Pipeline(loaded.nlp, loaded.name), warm=-1)
    assert extractor.facts(build_article("“It is over,” Ada Quill said.")).quotes
