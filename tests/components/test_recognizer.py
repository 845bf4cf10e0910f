"""Fast recognizer: equal to spaCy's entity recognizer token by token, or spaCy's is used."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import numpy
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, DocBin, Span
from thinc.api import NumpyOps

from newsview.extraction import fast_recognizer
from newsview.extraction.fast_recognizer import FastRecognizer, install, is_supported
from newsview.extraction.parse import prepare
from newsview.reading.read import read_path
from tests import pipeline
from tests.effort import cases, examples, sample
from tests.places import SEEDS

PARAGRAPHS = cases(100, 2_000, "NEWSVIEW_PARAGRAPHS")
"""Paragraphs made of the words of the seeds: 10,000 with ``NEWSVIEW_PARAGRAPHS=10000``."""

WORDS = ["Ada", "Quill", "of", "Nauli", "\n", "  ", "42", "the", "Zorb", ",", "ß", "x" * 40]
ATTRIBUTES: list[int | str] = ["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"]


class Watched:
    """A recognizer that counts how often it recognizes Docs itself, and how often such as have words."""

    def __init__(self, original: Any) -> None:
        self.original, self.model, self.moves = original, original.model, original.moves
        self.times = self.with_words = 0

    def predict(self, docs: Sequence[Doc]) -> Any:
        self.times += 1
        self.with_words += any(len(doc) for doc in docs)
        return self.original.predict(docs)

    def set_annotations(self, docs: Sequence[Doc], states: Any) -> None:
        self.original.set_annotations(docs, states)


def fast_one(recognizer: Any) -> tuple[FastRecognizer, Watched]:
    """A fast recognizer in the place of *recognizer*, and what it leaves to it."""
    fast, watched = FastRecognizer(), Watched(recognizer)
    fast.wrap(recognizer)
    fast._recognizer = watched
    return fast, watched


def entities(docs: Sequence[Doc]) -> list[tuple[list[tuple[int, int, str]], list[list[int]]]]:
    """All that a recognizer leaves on *docs*."""
    return [
        ([(each.start, each.end, each.label_) for each in doc.ents], doc.to_array(ATTRIBUTES).tolist()) for doc in docs
    ]


def of(nlp: Language) -> Any:
    """The recognizer of *nlp*."""
    return nlp.get_pipe("ner")


def by(component: Any, docs: Sequence[Doc], batch_size: int = 256) -> list[Any]:
    return entities(list(component.pipe([doc.copy() for doc in docs], batch_size=batch_size)))


@pytest.fixture(scope="module")
def original() -> Language:
    """The default pipeline as spaCy loads it, with no component but its entity recognizer."""
    return pipeline.original("ner")


@pytest.fixture(scope="module")
def seeds(original: Language) -> dict[str, list[Doc]]:
    """The paragraphs of some seeds, not yet recognized."""
    articles = {path.stem: read_path(path) for path in sample(sorted(SEEDS.glob("*.txt")), 4)}
    return {
        stem: [prepare(original, article, each) for each in article.paragraphs] for stem, article in articles.items()
    }


def small(seed: int | None = 1, labels: Sequence[str] = ("PERSON", "GPE", "A-B"), **options: Any) -> Language:
    """A pipeline with nothing but an untrained recognizer, the weights of its last layer random, or 0 without a *seed*."""
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False, "hidden_width": 8,
        "maxout_pieces": 2, "use_upper": True, "nO": None,
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 8, "depth": 1, "embed_size": 50,
            "window_size": 1, "maxout_pieces": 2, "subword_features": True,
        },
    }  # fmt: skip
    nlp = spacy.blank("en")
    ner: Any = nlp.add_pipe(
        options.pop("factory", "ner"), name="ner", config={"model": {**model, **options.pop("model", {})}, **options}
    )
    for label in labels:
        ner.add_label(label)
    numpy.random.seed(seed or 0)
    nlp.initialize()
    if seed is not None and ner.model.attrs["has_upper"]:
        upper = ner.model.layers[-1]
        upper.set_param("W", numpy.random.normal(size=upper.get_param("W").shape).astype("float32"))
        upper.set_param("b", numpy.random.normal(size=upper.get_param("b").shape).astype("float32"))
    return nlp


def some_docs(nlp: Language, seed: int = 1) -> list[Doc]:
    """Docs of random words, some of them white space, with sentence starts that are set, ruled out or left open."""
    dice = Random(seed)
    docs = []
    for length in (0, 1, 2, 5, 30, 0, 12, 1):
        words = dice.choices(WORDS, k=length)
        docs.append(Doc(nlp.vocab, words=words, sent_starts=[dice.choice((1, 0, -1)) for _ in words] or None))
    return docs


@pytest.mark.model
def test_seeds_have_the_same_entities_without_help(original: Language, seeds: dict[str, list[Doc]]) -> None:
    fast, watched = fast_one(of(original))
    for stem, docs in seeds.items():
        assert by(fast, docs) == by(of(original), docs), stem
        assert [entities([fast(doc.copy())]) for doc in docs] == [entities([of(original)(doc.copy())]) for doc in docs]
    assert watched.times == 0


def paragraph(dice: Random, words: Sequence[str]) -> str:
    """A paragraph of a stretch of *words*, some of them in another case, joined, doubled, cut, unknown or gone."""
    start, changed = dice.randrange(len(words)), []
    for word in words[start : start + dice.choice((0, 1, 3, 10, 20, 40, 80))]:
        change = dice.randrange(40)
        changed.append(
            {
                0: word.upper(), 1: word.lower(), 2: word.title(), 3: word + ",", 4: word + ".", 5: "“" + word, 6: word + "”",
                7: word + " " + word, 8: word[: len(word) // 2], 9: word[::-1], 10: "", 11: word + "-" + dice.choice(words),
                12: "\n" + word, 13: word + "  ", 14: "$" + word, 15: dice.choice(words), 16: "(" + word + ")", 17: word + "'s",
            }.get(change, word)
        )  # fmt: skip
    return dice.choice((" ", " ", " ", " ", "  ", "\n")).join(changed)


@pytest.mark.model
@pytest.mark.timeout(3600)
def test_made_paragraphs_have_the_same_entities(original: Language) -> None:
    dice, ner = Random(PARAGRAPHS), of(original)
    fast, watched = fast_one(ner)
    words = [word for path in sorted(SEEDS.glob("*.txt")) for word in path.read_text(encoding="utf-8").split()]
    texts = ["", " ", "\n \n", *(paragraph(dice, words) for _ in range(PARAGRAPHS))]
    batches = 0
    for first in range(0, len(texts), 100):
        docs = [original.make_doc(text) for text in texts[first : first + 100]]
        for doc in docs:
            for token in doc:
                token.is_sent_start = dice.choice((True, False, None, None, None, None))
        size = dice.choice((1, 7, 32, 256))
        assert by(fast, docs, size) == by(ner, docs, size)
        batches += -(-len(docs) // max(size // 4, 2))
    assert watched.with_words < batches / 10, "hardly any decision is in doubt"


@settings(max_examples=examples(60))
@given(
    st.lists(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from((-1, 0, 1))), max_size=12), max_size=6),
    st.integers(1, 5),
    st.sampled_from((1, 4, 256)),
)
def test_any_words_and_weights_have_the_same_entities(
    docs_of: list[list[tuple[str, int]]], seed: int, batch_size: int
) -> None:
    nlp = random_models(seed)
    docs = [Doc(nlp.vocab, words=[word for word, _ in each], sent_starts=[start for _, start in each] or None) for each in docs_of]  # fmt: skip
    fast, watched = fast_one(of(nlp))
    assert by(fast, docs, batch_size) == by(of(nlp), docs, batch_size)
    assert watched.times == 0 or not all(docs)


_MODELS: dict[int, Language] = {}


def random_models(seed: int) -> Language:
    if seed not in _MODELS:
        _MODELS[seed] = small(seed)
    return _MODELS[seed]


def test_a_random_model_finds_entities_of_every_length_that_obey_the_limits() -> None:
    nlp = small()
    install(nlp)
    docs = list(of(nlp).pipe([doc for seed in range(40) for doc in some_docs(nlp, seed)]))
    found = [each for doc in docs for each in doc.ents]
    assert {1, 2, 3} <= {len(each) for each in found}
    assert not any(each[0].is_space for each in found)
    assert not any(token.is_sent_start and token.i > each.start for each in found for token in each)


def preset(doc: Doc) -> Doc:
    doc.set_ents([Span(doc, 1, 3, label="PERSON")], default="missing")
    return doc


def preset_other(doc: Doc) -> Doc:
    doc.set_ents([Span(doc, 1, 3, label="NEW")], default="missing")
    return doc


def blocked(doc: Doc) -> Doc:
    doc.set_ents([], blocked=[Span(doc, 0, 2)], default="missing")
    return doc


def outside(doc: Doc) -> Doc:
    doc.set_ents([], outside=[Span(doc, 0, 2)], default="missing")
    return doc


def linked(doc: Doc) -> Doc:
    doc[2].ent_kb_id_ = "Q1"
    return doc


@pytest.mark.parametrize("mark", [preset, preset_other, blocked, outside, linked])
def test_a_doc_with_entities_of_somebody_else_is_left_to_spacy(mark: Callable[[Doc], Doc]) -> None:
    own, other = of(small()), of(small())
    fast, watched = fast_one(own)
    docs = some_docs(small())
    assert by(fast, docs) == by(other, docs) and watched.times == 0
    mark(docs[4])
    assert by(fast, docs) == by(other, docs)
    assert watched.times == 1
    plain = some_docs(small())
    assert by(fast, plain) == by(other, plain), "a label that a Doc has brought along stays in the recognizer"
    assert watched.times == (2 if mark is preset_other else 1)


def equal_scores(ner: Any) -> None:
    upper = ner.model.layers[-1]
    weights, bias = upper.get_param("W").copy(), upper.get_param("b").copy()
    weights[1::2], bias[1::2] = weights[0], bias[0]
    upper.set_param("W", weights)
    upper.set_param("b", bias)


def close_scores(ner: Any) -> None:
    equal_scores(ner)
    upper = ner.model.layers[-1]
    upper.set_param("b", upper.get_param("b") + numpy.linspace(0, 1e-6, ner.moves.n_moves, dtype="float32"))


def no_numbers(ner: Any) -> None:
    upper = ner.model.layers[-1]
    upper.set_param("W", numpy.full_like(upper.get_param("W"), numpy.nan))


@pytest.mark.parametrize("spoil", [equal_scores, close_scores, no_numbers])
def test_what_scores_do_not_decide_beyond_doubt_is_left_to_spacy(spoil: Callable[[Any], None]) -> None:
    nlp = small()
    ner = of(nlp)
    spoil(ner)
    assert isinstance(ner, EntityRecognizer) and is_supported(ner)
    fast, watched = fast_one(ner)
    docs = some_docs(nlp)
    assert by(fast, docs) == by(ner, docs)
    assert watched.times == 1


def test_docs_without_words_are_left_to_spacy() -> None:
    nlp = small()
    fast, watched = fast_one(of(nlp))
    assert by(fast, [Doc(nlp.vocab), Doc(nlp.vocab)]) == [([], []), ([], [])]
    assert watched.times == 1
    assert by(fast, []) == []


OtherOps = type("OtherOps", (NumpyOps,), {})
"""Computes on what might be another device."""


def unseen(nlp: Language) -> None:
    of(nlp).add_label("NEW")


def other_ops(nlp: Language) -> None:
    of(nlp).model.layers[0].layers[0].ops = OtherOps()


def transposed(nlp: Language) -> None:
    upper = of(nlp).model.layers[-1]
    upper.set_param("W", numpy.asfortranarray(upper.get_param("W")))


def listening(nlp: Language) -> None:
    of(nlp).model.layers[0].layers[0].name = "tok2vec-listener"


def another_step(nlp: Language) -> None:
    of(nlp).model.name = "other_model"


def nothing(nlp: Language) -> None:
    del nlp


@pytest.mark.parametrize(
    ("options", "change"),
    [
        ({"factory": "beam_ner", "beam_width": 3}, nothing),
        ({"model": {"use_upper": False}}, nothing),
        ({"model": {"extra_state_tokens": True}}, nothing),
        *(({}, change) for change in (unseen, other_ops, transposed, listening, another_step)),
    ],
)
def test_another_recognizer_is_left_alone(options: dict[str, Any], change: Callable[[Language], None]) -> None:
    nlp = small(**options)
    change(nlp)
    ner = of(nlp)
    assert isinstance(ner, EntityRecognizer) and not is_supported(ner)
    install(nlp)
    assert of(nlp) is ner
    fast, watched = fast_one(ner)  # which does all that spaCy does
    docs = some_docs(nlp)
    assert by(fast, docs) == by(ner, docs)
    assert watched.times == 1


def test_a_recognizer_of_another_release_or_class_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ner = of(small())
    assert is_supported(ner)
    other = type("OtherRecognizer", (EntityRecognizer,), {})(ner.vocab, ner.model, "ner", ner.moves)
    assert not is_supported(other)
    monkeypatch.setattr(fast_recognizer, "spacy_version", "3.9.0")
    assert not is_supported(ner)


def test_a_model_in_double_precision_is_left_alone() -> None:
    nlp = small()
    upper = of(nlp).model.layers[-1]
    upper.set_param("b", upper.get_param("b").astype("float64"))
    assert not is_supported(of(nlp))


def test_it_works_in_a_pipeline_that_is_called_piped_pickled_and_cut() -> None:
    text = "Ada Quill of Nauli, the Zorb of 42, Quill."
    nlp, plain = small(), small()
    install(nlp)
    assert isinstance(of(nlp), FastRecognizer)
    again = pickle.loads(pickle.dumps(nlp))
    expected = entities([plain(text)])
    assert expected[0][0], "the sentence has an entity"
    for each in (nlp, again):
        assert entities([each(text)]) == entities(list(each.pipe([text]))) == expected
        (stored,) = DocBin(docs=[each(text)]).get_docs(nlp.vocab)
        assert entities([stored]) == expected
    with nlp.select_pipes(disable="ner"):
        assert not nlp(text).ents
    nlp.remove_pipe("ner")
    nlp.add_pipe("ner", source=plain)
    assert entities([nlp(text)]) == expected
