"""The text as the tokenizer reads it: spacing and long runs of marks, with offsets that lead back."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from newsview.extraction.model_text import CHUNK, MARKS, cuts, shortened
from newsview.extraction.parse import merge, parse, prepare
from newsview.reading.build_article import build_article
from tests.timing import costs_at_most


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("One.  Two.", "One. Two."),
        ("One\n   two\t\tthree", "One two three"),
        ("a" + "=" * 500 + "b", "a" + "=" * MARKS + "b"),
        ("a ... b -- c", "a ... b -- c"),
        ("7" * 500, "7" * 500),
    ],
)
def test_spacing_and_runs_of_marks_are_shortened(text: str, read: str) -> None:
    assert shortened(text).text == read


@given(st.lists(st.sampled_from(["word", ".", "  ", " ", "\n", "=" * 40, "👍" * 30, "é", "5%"]), max_size=30))
def test_offsets_lead_back_to_equal_characters(pieces: list[str]) -> None:
    text = "".join(pieces)
    read = shortened(text)
    for place, character in enumerate(text):
        there = read.offset(place)
        if not character.isspace() and there < len(read.text) and place == _back(read.breaks, there):
            assert read.text[there] == character
    assert [_back(read.breaks, read.offset(index)) for index in range(len(text)) if text[index].isalnum()] == [
        index for index in range(len(text)) if text[index].isalnum()
    ]


def _back(breaks: object, there: int) -> int:
    here, place = 0, 0
    assert isinstance(breaks, list)
    for each, other in breaks:
        if each <= there:
            here, place = each, other
    return place + there - here


def test_long_chunks_are_cut_before_words_and_addresses_stay_whole() -> None:
    chunk = "one-two-" * 100
    at = [0, *cuts(chunk), len(chunk)]
    assert max(b - a for a, b in pairwise(at)) <= CHUNK
    assert all(chunk[place - 1] == "-" for place in at[1:])
    assert cuts("https://example.org/" + "path/" * 100) == [] == cuts("word " * 1000)


@pytest.mark.model
def test_facts_behind_what_is_left_out_have_their_words(nlp: Language) -> None:
    text = "Ada Quill left.   " + "=" * 400 + "  Bob Harris met   Carol\t  Moss  in Paris."
    article = build_article(text)
    merged = merge(parse(nlp, article, article.paragraphs), article)
    assert merged is not None
    ends = [
        (merged.article_offset(each.start_char), merged.article_offset(each.end_char - 1) + 1)
        for each in merged.doc.ents
    ]
    found = [article.text[start:end] for start, end in ends]
    assert found == ["Ada Quill", "Bob Harris", "Carol   Moss", "Paris"]


@pytest.mark.model
@pytest.mark.parametrize("mark", ['"', "=", "(", "👍", "1:", "o'", "a@", "1-2-", "字"])
def test_tokenizing_a_line_without_spaces_takes_linear_time(nlp: Language, mark: str) -> None:
    def cost(length: int) -> float:
        article = build_article("x " + mark * (length // len(mark)))
        began = process_time()
        prepare(nlp, article, article.paragraphs[0])
        return process_time() - began

    assert costs_at_most(12, partial(cost, 48_000), partial(cost, 6_000))
