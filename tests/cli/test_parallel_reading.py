"""Reading with several processes: the order, errors, and a process that ends."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

import pytest

from newsview.cli.parallel_reading import read_in_processes
from newsview.errors import NewsviewError, UnreadableError, fail
from newsview.model.facts import NOT_EXTRACTED, Analysis, Facts
from newsview.reading.build_article import build_article


def made(text: str) -> Analysis:
    return Analysis.of(build_article(text), Facts(), NOT_EXTRACTED)


def test_articles_come_in_order_with_their_errors() -> None:
    articles: list[tuple[str, Callable[[], Analysis]]] = [
        (f"{number}", partial(made, f"Text {number}")) for number in range(20)
    ]
    articles[7] = ("7", partial(fail, UnreadableError("it is empty")))
    done = []
    for path, result in read_in_processes(iter(articles), 2):
        try:
            done.append((path, result().article.text))
        except UnreadableError as error:
            done.append((path, str(error)))
    assert done == [(f"{number}", "it is empty" if number == 7 else f"Text {number}") for number in range(20)]


def test_process_that_ends_is_an_error_of_one_line() -> None:
    with pytest.raises(NewsviewError, match="x: a process that reads articles has ended"):
        list(read_in_processes(iter([("x", partial(os.abort))]), 2))
