"""Cached word vectors: bit-equal to spaCy's, or not installed."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from types import SimpleNamespace
from typing import Any

import numpy
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction import embedding_cache
from newsview.extraction.embedding_cache import NAME, install
from newsview.reading.read import read_path
from tests import pipeline
from tests.effort import examples, sample
from tests.fuzz.mutations import PIECES
from tests.places import SEEDS


def loaded() -> Language:
    """The default pipeline as spaCy loads it, with nothing but what embeds words."""
    return pipeline.original("tok2vec", "ner")


@pytest.fixture(scope="module")
def original() -> Language:
    return loaded()


@pytest.fixture(scope="module")
def remembering() -> Language:
    nlp = loaded()
    install(nlp, str)
    return nlp


def model(nlp: Language, name: str) -> Any:
    component: Any = nlp.get_pipe(name)
    return component.model


def layers(nlp: Language) -> list[Any]:
    """The layers that give words their vectors: the one that the tagger and the parser share, and the recognizer's."""
    return [model(nlp, "tok2vec"), model(nlp, "ner").layers[0]]


def memories(nlp: Language) -> list[Any]:
    return [node for layer in layers(nlp) for node in layer.walk() if node.name == NAME]


def same(original: Language, remembering: Language, texts: Sequence[str]) -> bool:
    """Whether both give all words of *texts*, read in one batch, the same vectors."""
    pairs = zip(layers(original), layers(remembering), strict=True)
    docs = [[nlp.make_doc(text) for text in texts] for nlp in (original, remembering)]
    return all(
        all(map(numpy.array_equal, list(one.predict(docs[0])), list(other.predict(docs[1])))) for one, other in pairs
    )


@pytest.mark.model
def test_seeds_have_the_same_vectors(original: Language, remembering: Language) -> None:
    assert len(memories(remembering)) == 2 and not memories(original)
    for path in sample(sorted(SEEDS.glob("*.txt")), 4):
        article = read_path(path)
        texts = [article.text[each.start : each.end] for each in article.paragraphs]
        assert same(original, remembering, texts)
        assert same(original, remembering, texts[:3]), "from memory"


@pytest.mark.model
@settings(max_examples=examples(100))
@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=8), min_size=1, max_size=4), st.sampled_from(["", " ", "  "])
)
def test_so_has_any_text(original: Language, remembering: Language, texts: list[list[str]], between: str) -> None:
    assert same(original, remembering, ["x", *(between.join(each) for each in texts)])


@pytest.mark.model
def test_a_norm_that_is_set_counts(original: Language, remembering: Language) -> None:
    text = "I can't, he ca n't, they ain't."
    for norm in ("can", "", "zorb"):
        docs = [nlp.make_doc(text) for nlp in (original, remembering)]
        for doc in docs:
            doc[1].norm_ = norm or doc[1].norm_
        one, other = (layers(nlp)[0].predict([doc])[0] for nlp, doc in zip((original, remembering), docs, strict=True))
        assert numpy.array_equal(one, other)


@pytest.mark.model
def test_the_memory_is_bounded_and_outlives_zones(
    original: Language, remembering: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding_cache, "WORDS", 20)
    dice = Random(1)
    for _ in range(20):
        text = " ".join(dice.choice("abcdefgh") + dice.choice("ijklmnop") for _ in range(dice.randrange(1, 40)))
        with original.memory_zone(), remembering.memory_zone():
            assert same(original, remembering, [text])
    for memory in memories(remembering):
        kept = memory._func.__self__
        assert len(kept._rows) <= 40 and len(kept._rows) == len(kept._vectors)


def test_another_embedding_is_left_alone() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    nlp.initialize()
    names = [node.name for node in model(nlp, "tok2vec").walk()]
    install(nlp, str)
    assert [node.name for node in model(nlp, "tok2vec").walk()] == names


@pytest.mark.model
def test_products_that_are_rounded_by_their_size_are_not_remembered() -> None:
    def predict(docs: Sequence[Doc]) -> list[Any]:
        return [numpy.full((len(doc), 2), len(docs), dtype="float32") for doc in docs]

    embed: Any = SimpleNamespace(predict=predict)
    assert not embedding_cache._is_exact(embed, spacy.blank("en").vocab)
