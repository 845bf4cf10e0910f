"""Rows of word vectors: those of spaCy for every word, and left to spaCy where the file has another form."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
import spacy
import srsly
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.vectors import Vectors

from newsview.extraction.vector_rows import VectorRows, load_vectors, read_rows

HASHES = st.one_of(st.integers(0, 500), st.integers(0, 2**64 - 1), st.integers(2**64 - 2**50, 2**64 - 1))
ROWS = st.one_of(st.integers(0, 130), st.integers(120, 60_000))


def packed(rows: dict[int, int]) -> bytes:
    """A map with a head of five bytes, as one of more than 65,535 words has."""
    data: bytes = srsly.msgpack_dumps(rows)
    head = {0x80: 1, 0xDE: 3, 0xDF: 5}[data[0] if data[0] >= 0xDE else 0x80]
    return b"\xdf" + len(rows).to_bytes(4, "big") + data[head:]


@given(st.dictionaries(HASHES, ROWS))
def test_every_hash_has_its_row(rows: dict[int, int]) -> None:
    read = read_rows(packed(rows))
    assert read is not None
    assert dict(read) == rows and len(read) == len(rows)
    assert read.get(501, -1) == -1


def test_long_runs_are_read_whole() -> None:
    rows = {2**63 + number: 300 + number % 10_000 for number in range(70_000)} | {7: 0}
    read = read_rows(srsly.msgpack_dumps(rows))
    assert read is not None and dict(read) == rows


@pytest.mark.parametrize(
    "data",
    [
        b"",
        packed({1: 2})[:-1],
        packed({1: 2}) + b"\x01",
        b"\xdf\x00\x00\x00\x02\x01\x02",
        b"\xdf\x00\x00\x00\x01\xa1a\x02",
        srsly.msgpack_dumps({1: 2}),
        srsly.msgpack_dumps([1, 2]),
    ],
    ids=["empty", "cut", "longer", "miscounted", "a word", "a small map", "a list"],
)
def test_another_form_is_not_read(data: bytes) -> None:
    assert read_rows(data) is None


@pytest.mark.parametrize("words", [3, 70_000])
def test_words_have_the_vectors_that_spacy_loads(words: int, tmp_path: Path) -> None:
    saved = spacy.blank("en")
    saved.vocab.vectors = Vectors(shape=(words, 2), strings=saved.vocab.strings)
    for number in range(words):
        saved.vocab.vectors.add(f"w{number}", vector=numpy.asarray([number, 1], dtype="float32"))
    saved.vocab.vectors.to_disk(tmp_path)
    loaded: Language = spacy.blank("en")
    load_vectors(loaded, tmp_path)
    assert isinstance(loaded.vocab.vectors.key2row, VectorRows) is (words == 70_000)
    seen = ["w0", "w2", "absent"]
    keys = [saved.vocab.strings.add(word) for word in seen]
    assert (loaded.vocab.vectors.find(keys=keys) == saved.vocab.vectors.find(keys=keys)).all()
    assert [loaded.vocab[word].vector.tolist() for word in seen] == [[0, 1], [2, 1], [0, 0]]
