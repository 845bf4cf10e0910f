"""Text index: a search in many texts at once equals a search in each."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsview.app.state.text_index import TextIndex

LETTERS = st.text(alphabet="abAB éİßΣς", max_size=8)


@given(st.lists(LETTERS), LETTERS.filter(bool))
def test_the_texts_that_hold_words_are_found_in_order(texts: list[str], words: str) -> None:
    joined = "\0".join(texts)
    parts = (joined if words != words.lower() else joined.lower()).split("\0") if texts else []
    assert list(TextIndex(texts).holding(words)) == [number for number, text in enumerate(parts) if words in text]


@given(st.lists(LETTERS))
def test_the_texts_that_a_pattern_matches_are_found_in_order(texts: list[str]) -> None:
    pattern = re.compile(r"a\s+b")
    found = [number for number, text in enumerate(texts) if pattern.search(text.lower())]
    assert list(TextIndex(texts).matching(pattern)) == found


def test_lower_case_matches_any_case_and_capitals_match_exactly() -> None:
    haystack = TextIndex(["Doe", "doe", "John"])
    assert list(haystack.holding("doe")) == [0, 1]
    assert list(haystack.holding("Doe")) == [0]
