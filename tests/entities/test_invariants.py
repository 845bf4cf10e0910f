"""Invariants over any text and recognizer: bare mentions, no overlap, independence of order and hash seed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import get_args

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from newsview.extraction.components import newsview_entities
from newsview.extraction.doc_extensions import Block as Paragraph
from newsview.extraction.doc_extensions import entity_by_token, grouped_entities, store_paragraphs
from newsview.extraction.entities.disjoint_sets import Sets
from newsview.extraction.entities.find_entities import find_entities
from newsview.extraction.entities.person_matching import Call, People
from newsview.extraction.lexical.tokens import Tokens
from newsview.model.article import Role
from newsview.model.facts import Entity
from tests.effort import examples
from tests.places import SEEDS

WORDS = [
    *(
        "Ann",
        "Doe",
        "Bob",
        "Roe",
        "J.",
        "K.C.",
        "von",
        "der",
        "Leyen",
        "Jr.",
        "Mr.",
        "President",
        "minister",
        "Secretary",
        "of",
    ),
    *(
        "Defense",
        "the",
        "The",
        "a",
        "US",
        "U.S.",
        "United",
        "States",
        "South",
        "Korean",
        "Koreans",
        "Korea",
        "and",
        "Initech",
    ),
    *(
        "Inc.",
        "News",
        "Agency",
        "(",
        ")",
        "INA",
        "[",
        "]",
        ",",
        ".",
        "-",
        "—",
        "'s",
        "’s",
        '"',
        "“",
        "”",
        "/",
        ":",
        "said",
        "who",
    ),
    *(
        "province",
        "agreements",
        "ministry",
        "defense",
        "Team",
        "Captain",
        "America",
        "3",
        "–",
        "SPRINGFIELD",
        "LOSE",
        "\u00a0",
        "é",
    ),
    *(
        "University",
        "at",
        "Fulda",
        "Forum",
        "Church",
        "Republicans",
        "wife",
        "Image",
        "www.fulda.example",
        "Doe:“We",
        "D",
        "Mo.",
    ),
]
TAGS = ["NNP", "NNPS", "NN", "NNS", "JJ", "VBD", "VBZ", "IN", "DT", "CC", ",", "POS", "PRP", "CD", ""]
DEPS = ["compound", "nsubj", "appos", "pobj", "nmod", "amod", "ROOT", "punct", "poss"]
LABELS = ["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "DATE", "CARDINAL"]


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """Docs of random words with random tags, heads, entities and paragraphs."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
    size = len(words)
    pick = draw(st.randoms(use_true_random=False))
    starts = [index == 0 or pick.random() < 0.2 for index in range(size)]
    root = 0
    heads = []
    for index in range(size):
        root = index if starts[index] else root
        heads.append(root)
    doc = Doc(
        Vocab(),
        words=words,
        spaces=[pick.random() < 0.8 for _ in words],
        tags=[pick.choice(TAGS) for _ in words],
        deps=[pick.choice(DEPS) for _ in words],
        heads=heads,
    )
    spans, at = [], 0
    while at < size:
        end = min(size, at + pick.randint(1, 5))
        if pick.random() < 0.5:
            spans.append(Span(doc, at, end, label=pick.choice(LABELS)))
        at = end
    doc.set_ents(spans)
    edges = sorted({0, size, *(pick.randrange(size) for _ in range(3))})
    store_paragraphs(doc, [Paragraph(start, end, pick.choice(get_args(Role))) for start, end in pairwise(edges)])
    return doc


@settings(max_examples=examples(150), deadline=None)
@given(docs())
def test_mentions_are_bare_and_do_not_overlap(doc: Doc) -> None:
    found = find_entities(Tokens(doc))
    spans = sorted((mention.start, mention.end) for entity in found for mention in entity.mentions)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    for entity in found:
        assert entity.mentions and entity.name.strip()
        assert [mention.start for mention in entity.mentions] == sorted(mention.start for mention in entity.mentions)
        assert entity.type not in {"DATE", "CARDINAL"}
        for mention in entity.mentions:
            assert mention.text == doc.text[mention.start : mention.end]
            assert mention.text == mention.text.strip(' ,;:()[]"“”')
            assert not mention.text.lower().startswith(("the ", "a "))
            assert entity.type != "PERSON" or not mention.text.startswith(("Mr. ", "President "))
            assert not mention.text.endswith((" 's", " ’s"))


@settings(max_examples=examples(60), deadline=None)
@given(docs())
def test_component_sets_record_and_id_for_every_entity(doc: Doc) -> None:
    newsview_entities(doc)
    rows = grouped_entities(doc)
    ids = [row["id"] for row in rows] + [mention["id"] for row in rows for mention in row["mentions"]]
    assert len(set(ids)) == len(ids)
    owner = entity_by_token(doc)
    for row in rows:
        for mention in row["mentions"]:
            span = doc.char_span(mention["start"], mention["end"], alignment_mode="expand")
            assert span is not None
            assert {owner[token.i] for token in span} == {row["id"]}
    assert doc.to_bytes()


def shape(found: list[Entity]) -> set[tuple[str, str, str | None, tuple[int, ...]]]:
    return {(each.name, each.type, each.role, tuple(mention.start for mention in each.mentions)) for each in found}


@settings(max_examples=examples(30), deadline=None)
@given(docs(), docs())
def test_previous_article_does_not_change_result(before: Doc, doc: Doc) -> None:
    first = shape(find_entities(Tokens(doc)))
    find_entities(Tokens(before))
    assert shape(find_entities(Tokens(doc))) == first


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30), st.randoms(use_true_random=False))
def test_sets_are_independent_of_union_order(pairs: list[tuple[int, int]], order: random.Random) -> None:
    def joined(some: list[tuple[int, int]]) -> list[int]:
        sets = Sets(range(10))
        for one, other in some:
            sets.unite(one, other)
        return [sets.find(member) for member in range(10)]

    assert joined(pairs) == joined(order.sample(pairs, len(pairs)))


@given(st.lists(st.sampled_from(["Ann Doe", "A. Doe", "Bob Doe", "Ann M. Doe", "Doe", "Ann", "Sam Roe"]), max_size=12))
def test_full_names_with_different_given_names_are_separate(texts: list[str]) -> None:
    owners = People([Call(text) for text in texts]).owners()
    by_text = dict(zip(texts, owners, strict=True))
    assert not ({"Ann Doe", "Bob Doe"} <= by_text.keys() and by_text["Ann Doe"] == by_text["Bob Doe"])
    assert not ({"Sam Roe", "Bob Doe"} <= by_text.keys() and by_text["Sam Roe"] == by_text["Bob Doe"])


SCRIPT = """
import sys, orjson
from spacy.tokens import DocBin
from spacy.vocab import Vocab
from newsview.extraction.components import newsview_entities
from newsview.extraction.doc_extensions import grouped_entities
docs = DocBin().from_disk(sys.argv[1]).get_docs(Vocab())
sys.stdout.buffer.write(orjson.dumps([grouped_entities(newsview_entities(doc)) for doc in docs]))
"""


@pytest.mark.model
def test_hash_seed_does_not_change_output(parsed: Callable[[str], Doc], tmp_path: Path) -> None:
    """Output of this process and another one; for twenty: ``for n in $(seq 20); do PYTHONHASHSEED=$n newsview extract FILE | sha256sum; done``."""
    from spacy.tokens import DocBin

    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))[:3]]
    stored = tmp_path / "docs.spacy"
    DocBin(
        docs=[parsed(text) for text in texts],
        attrs=["ORTH", "TAG", "DEP", "HEAD", "LEMMA", "ENT_IOB", "ENT_TYPE", "SPACY"],
    ).to_disk(stored)
    here = [grouped_entities(newsview_entities(doc)) for doc in DocBin().from_disk(stored).get_docs(Vocab())]
    there = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(stored)],
        env={**os.environ, "PYTHONHASHSEED": "4242"},
        capture_output=True,
        check=True,
        timeout=120,
    ).stdout
    assert orjson.dumps(here) == there
    assert len(there) > 2000


def crowd(size: int) -> Doc:
    """*size* people with one surname, each named twice, and as many organisations with one head noun."""
    words: list[str] = []
    for number in range(size):
        given_name = "".join(chr(97 + int(digit)) for digit in str(number)).title()
        words += [given_name, "Doe", "met", given_name, "Forum", "and", "Doe", "said", "."]
    starts: list[bool | int | None] = [index % 9 == 0 for index in range(len(words))]
    tags = ["NNP" if word[:1].isupper() else "NN" for word in words]
    doc = Doc(Vocab(), words=words, tags=tags, sent_starts=starts)
    spans = []
    for start in range(0, len(words), 9):
        spans += [
            Span(doc, start, start + 2, label="PERSON"),
            Span(doc, start + 3, start + 5, label="ORG"),
            Span(doc, start + 6, start + 7, label="PERSON"),
        ]
    doc.set_ents(spans)
    return doc


def test_many_people_with_one_surname_take_linear_time() -> None:
    small, big = crowd(150), crowd(1200)
    find_entities(Tokens(small))

    def cost(doc: Doc) -> float:
        times = []
        for _ in range(3):
            begin = time.process_time()
            find_entities(Tokens(doc))
            times.append(time.process_time() - begin)
        return min(times)

    # eight times the people; quadratic work would take sixty-four times as long
    assert cost(big) < 24 * cost(small)
