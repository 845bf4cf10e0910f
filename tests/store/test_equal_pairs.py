"""Pairs of equal paragraphs of two texts: in order, like difflib's for usual edits, in almost linear time."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import partial
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsview.store.equal_pairs import equal_pairs
from tests.timing import costs_at_most

ITEMS = st.lists(st.sampled_from("abcdefgh***"), max_size=40)


@given(ITEMS, ITEMS)
def test_pairs_are_equal_items_in_order(old: list[str], new: list[str]) -> None:
    pairs = equal_pairs(old, new)
    assert all(old[one] == new[other] for one, other in pairs)
    assert all(one < later and other < later_new for (one, other), (later, later_new) in pairwise(pairs))


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 3))
def test_edits_of_different_paragraphs_give_what_difflib_gives(place: int, gone: int, more: int) -> None:
    old = [f"paragraph {number}" for number in range(30)]
    new = [*old[:place], *(f"new {number}" for number in range(more)), *old[place:]]
    del new[gone : gone + 2]
    blocks = SequenceMatcher(a=old, b=new, autojunk=False).get_matching_blocks()
    assert equal_pairs(old, new) == [(b.a + each, b.b + each) for b in blocks for each in range(b.size)]


def repeated(count: int) -> tuple[Sequence[str], Sequence[str]]:
    return ["same"] * count, ["same"] * (count // 2) + ["added"] + ["same"] * count


def rules(count: int) -> tuple[Sequence[str], Sequence[str]]:
    old = [each for number in range(count) for each in (f"paragraph {number}", "* * *")]
    return old, ["first", *old[::-1][: count // 2], "added", *old, "last"]


def cycled(count: int) -> tuple[Sequence[str], Sequence[str]]:
    return [str(number % 7) for number in range(count)], [str(number % 5) for number in range(count)]


@pytest.mark.parametrize("made", [repeated, rules, cycled])
def test_time_grows_like_the_article(made: object) -> None:
    assert callable(made)

    def cost(count: int) -> float:
        old, new = made(count)
        began = process_time()
        equal_pairs(old, new)
        return process_time() - began

    assert costs_at_most(16, partial(cost, 16_000), partial(cost, 2_000))
