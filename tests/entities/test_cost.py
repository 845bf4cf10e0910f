"""Time of single functions on made articles that are all names, numbers or quotation marks: it grows like the article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import process_time

import pytest

from newsview.extraction.entities.doubtful_people import doubt_lone_people
from newsview.extraction.entities.name_strings import form
from newsview.extraction.entities.person_matching import Call, People
from newsview.extraction.quotes.quotation_marks import quotations
from newsview.model.ids import stable_ids
from tests.timing import costs_at_most


def initials(size: int) -> None:
    People([Call("J. " * size + "Doe"), Call("Jane Doe")])


def distinct_names(size: int) -> None:
    ballots = {f"Name{number}": {"PERSON": 2} for number in range(size)}
    doubt_lone_people(ballots, {key: {"GPE": 3} for key in ballots})


def nested_quotations(size: int) -> None:
    text = "“a " * size + "b”" * size
    quotations(text, [(0, len(text))])


def numbers_in_one_sentence(size: int) -> None:
    stable_ids("n", [("12,345 " * size, "12,345")] * size)


def roster(size: int) -> None:
    form.cache_clear()
    for _ in range(10):
        for number in range(size):
            form(f"Name{number}")


@pytest.mark.parametrize("work", [initials, distinct_names, nested_quotations, numbers_in_one_sentence, roster])
def test_time_grows_like_the_article(work: Callable[[int], None]) -> None:
    def cost(size: int) -> float:
        began = process_time()
        work(size)
        return process_time() - began

    assert costs_at_most(16, partial(cost, 16_000), partial(cost, 2_000))


def test_ids_of_long_sentences_are_those_of_their_words() -> None:
    assert stable_ids("n", [("One 5 and 5.", "5"), ("One 5 and 5.", "5"), ("Two 5.", "5")]) == [
        *stable_ids("n", [("One 5 and 5.", "5")] * 2),
        *stable_ids("n", [("Two 5.", "5")]),
    ]
