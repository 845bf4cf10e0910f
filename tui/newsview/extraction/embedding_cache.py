"""Cached word embeddings of tok2vec layers: equal vectors for half of the work.

The first half of ``spacy.Tok2Vec`` computes a vector for each word from the word alone: hashed features and a static
vector, mixed. The second half, a convolution over the neighbours, is spaCy's. The cache needs matrix products with rows
that are equal to the last bit for any number of rows; ``install`` checks this on the machine.

Words in two spellings (``spelling``) have one vector, so that an article with curly quote marks is parsed like the same
one with straight ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import numpy
from numpy.typing import NDArray
from spacy.attrs import IDS, ORTH
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

from newsview.extraction.spelling import PERCENT, usual

NAME = "newsview_embedding_cache"

WORDS = 8_000
"""Maximum cached words, 3 MB in each layer; a full cache is cleared."""

_FEATURES = frozenset({"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
_MIXED = (
    "extract_features>>list2ragged>>with_array({})|static_vectors>>with_array(maxout>>layernorm>>dropout)>>ragged2list"
)
_HASHED = "ints-getitem>>hashembed"
_TRIED = ["The", "U.S.", "can't", "naïve-Zorb", "£3bn", "“glorfing”", "\n", "x", "Running", "RAN"]
"""Words for the check: known and unknown, short and long."""

Spelling = Callable[[str], str]
"""From a word to the word whose vector it gets."""

Word = tuple[int, ...]
"""The input of an embedding: the form of a word and its hashed features."""


class EmbeddingCache:
    """The vectors of the words computed by one embedding layer with the hashed *features*, in one *spelling*."""

    def __init__(self, features: Sequence[str], spelling: Spelling) -> None:
        self._spelling = spelling
        self._seen = [ORTH, *(IDS[name] for name in features)]
        self._space = 1 + features.index("SPACY") if "SPACY" in features else 0
        self._norm = 1 + features.index("NORM")
        self._rows: dict[Word, int] = {}
        self._vectors: NDArray[numpy.float32] = numpy.empty((0, 0), dtype="float32")

    def forward(self, model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[Any, Callable[..., Any]]:
        """The vectors of each of *docs* by the only layer of *model*, in the form of thinc."""
        embed = model.layers[0]
        if is_train or not any(len(doc) for doc in docs):
            return embed(docs, is_train)
        seen = numpy.concatenate([self._features(doc) for doc in docs])
        words: list[Word] = list(map(tuple, seen.tolist()))
        if not self._add(embed, docs[0], words):
            return embed(docs, is_train)
        vectors = self._vectors[[self._rows[word] for word in words]]
        ends = numpy.cumsum([len(doc) for doc in docs])
        return numpy.split(vectors, ends[:-1]), lambda gradient: gradient

    def _features(self, doc: Doc) -> NDArray[numpy.uint64]:
        """The form and the features of every token of *doc*; in one spelling a space stands before a sign of per cent."""
        seen = cast("NDArray[numpy.uint64]", doc.to_array(self._seen))
        if self._spelling(PERCENT) != PERCENT and self._space:
            signs = numpy.flatnonzero(seen[1:, 0] == doc.vocab.strings[PERCENT])
            seen[signs, self._space] = 1
        return seen

    def _add(self, embed: Model[Any, Any], doc: Doc, words: Iterable[Word]) -> bool:
        """Add the vectors of *words* of the vocabulary of *doc*. False if a word has other features in a Doc of its own."""
        new = [word for word in dict.fromkeys(words) if word not in self._rows]
        if not new:
            return True
        if len(self._rows) + len(new) > WORDS:
            self._rows.clear()
            new = list(dict.fromkeys(words))
        strings = doc.vocab.strings
        forms = [strings[word[0]] for word in new]
        spelt = [*map(self._spelling, forms)]
        alone = Doc(doc.vocab, spelt, [bool(word[self._space]) for word in new])
        for token, word, form in zip(alone, new, forms, strict=True):
            # a norm of its own, from an exception of the tokenizer, is kept
            if token.norm != word[self._norm] and (token.text == form or word[self._norm] != doc.vocab[form].norm):
                token.norm_ = strings[word[self._norm]]
        rows = zip(alone.to_array(self._seen).tolist(), new, forms, spelt, strict=True)
        if any(tuple(features) != word for features, word, form, other in rows if form == other):
            return False
        (vectors,) = embed.predict([alone])
        self._vectors = numpy.concatenate([self._vectors[: len(self._rows)], vectors]) if self._rows else vectors
        self._rows.update((word, row) for row, word in enumerate(new, len(self._rows)))
        return True


def install(nlp: Language, spelling: Spelling = usual) -> None:
    """Wrap every embedding layer of *nlp* that depends on single words only in an ``EmbeddingCache``.

    Where none is wrapped, words keep their own spelling.
    """
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if not isinstance(model, Model):
            continue
        for embed in list(model.walk()):
            features = _features(embed)
            if features is not None and _is_exact(embed, nlp.vocab):
                cache = EmbeddingCache(features, spelling)
                model.replace_node(embed, Model(NAME, cache.forward, layers=[embed], ops=embed.ops))


def _features(embed: Model[Any, Any]) -> Sequence[str] | None:
    """The features that the layer *embed* hashes; None for an unknown kind of embedding."""
    columns = next((node.attrs["columns"] for node in embed.walk() if node.name == "extract_features"), ())
    known = embed.name == _MIXED.format("|".join([_HASHED] * len(columns)))
    if not known or "NORM" not in columns or not _FEATURES.issuperset(columns):
        return None
    return list(columns) if all(type(node.ops) is NumpyOps for node in embed.walk()) else None


def _is_exact(embed: Model[Any, Any], vocab: Vocab) -> bool:
    """Whether *embed* gives words alone, and in Docs alone, the same vectors as all together."""
    docs = [*(Doc(vocab, [word]) for word in _TRIED), Doc(vocab, _TRIED), Doc(vocab, _TRIED * 7)]
    together = embed.predict(docs)
    apart = [embed.predict([doc])[0] for doc in docs]
    return all(numpy.array_equal(one, other) for one, other in zip(together, apart, strict=True))
