"""Second annotation: it fits the articles, and its agreement with the first is as documented."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.places import SEEDS
from tests.seeds.agreement import Answers, agreement, compare_names, compare_numbers, compare_speech, found, kappa
from tests.seeds.gold import compile_annotation

STEMS = sorted(path.stem for path in (SEEDS / "gold").glob("*.ann"))


def test_every_article_is_annotated_twice() -> None:
    assert sorted(path.stem for path in (SEEDS / "second").glob("*.ann")) == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_an_annotation_agrees_with_itself_in_everything(stem: str) -> None:
    record = compile_annotation(stem, annotations="second")
    answers: Answers = defaultdict(list)
    for compare in (compare_names, compare_speech, compare_numbers):
        compare(record, record, answers)
    assert {"mentions", "speech", "numbers and dates", "day"} <= answers.keys()
    assert [question for question, given in answers.items() if any(one != other for one, other in given)] == []


def test_what_one_side_alone_has_counts_unless_it_is_optional() -> None:
    sure, perhaps = {"start": 0}, {"start": 1, "optional": True}
    assert found([sure, perhaps], [], []) == [(1, None)]
    assert found([sure], [perhaps], [(sure, perhaps)]) == [(1, 1)]
    assert found([perhaps], [perhaps], [(perhaps, perhaps)]) == []


def test_kappa_is_one_for_full_agreement_and_nothing_for_what_chance_gives() -> None:
    assert kappa([("a", "a"), ("b", "b")]) == 1
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0


def test_both_annotators_found_the_same_speech_and_the_same_speakers() -> None:
    answers = agreement()
    for question, floor in (("mentions", 0.99), ("speech", 0.98), ("who speaks", 0.98), ("numbers and dates", 0.99)):
        assert sum(one == other for one, other in answers[question]) >= floor * len(answers[question]), question
