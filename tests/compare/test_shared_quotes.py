"""The same words in several articles: which quotes are brought together, and how they are told apart."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from newsview.compare.shared_quotes import QuoteIndex, same_words
from newsview.export.shared_quotes import json_line
from newsview.model import json_text
from newsview.model.facts import Analysis
from newsview.model.shared_quotes import SharedQuote
from tests.compare.versions import QUOTE, article, maker, version


def shared(path: Path, articles: Sequence[Analysis], least: int = 7) -> list[SharedQuote]:
    with QuoteIndex(path / "quotes.sqlite", least) as index:
        for number, each in enumerate(articles):
            index.add(number, each)
        return [each._replace(quotes=list(each.quotes)) for each in index.shared()]


def test_same_words_of_two_articles_are_one_group(tmp_path: Path) -> None:
    articles = [
        article((QUOTE, "Ada Quill")),
        article(("The storm is over at last", "Tom Berger")),
        article((QUOTE, "Quill")),
    ]
    (found,) = shared(tmp_path, articles)
    assert found.words == QUOTE
    assert [(each.article, each.id, each.speaker) for each in found.quotes] == [
        (0, "q-0", "Ada Quill"),
        (2, "q-0", "Quill"),
    ]
    assert found.differences == []
    assert list(found.plain()) == ["words", "quotes", "differences"]


@pytest.mark.parametrize(
    ("other", "speaker", "kind", "text"),
    [
        (QUOTE.replace("not ", ""), "Ada Quill", "negation", "1: [-not-]"),
        (QUOTE, "Tom Berger", "speaker", "1: [-Ada Quill-] {+Tom Berger+}"),
        (QUOTE.removesuffix(" in this harbour"), "Ada Quill", "cut", "1: [-in this harbour-]"),
    ],
)
def test_versions_are_compared_with_the_fullest(tmp_path: Path, other: str, speaker: str, kind: str, text: str) -> None:
    (found,) = shared(tmp_path, [article((QUOTE, "Ada Quill")), article((other, speaker))])
    assert [(each.kind, each.text) for each in found.differences] == [(kind, text)]


def test_pronouns_and_spellings_of_a_name_are_no_other_speaker(tmp_path: Path) -> None:
    articles = [article((QUOTE, speaker)) for speaker in ("Ada Quill", "she", "Mayor Quill", "Ada Quil")]
    (found,) = shared(tmp_path, articles)
    assert found.differences == []


@pytest.mark.parametrize(
    "quotes",
    [
        [("We will not raise it", "Ada Quill")] * 2,  # too short
        [(QUOTE, "Ada Quill"), ("We will not raise the alarm for another ten days or so", "Ada Quill")],
        [("At the end of the day, nobody wins", "Ada Quill"), ("At the end of the play, everybody cries", "Quill")],
    ],
)
def test_few_common_words_are_not_the_same_words(tmp_path: Path, quotes: list[tuple[str, str]]) -> None:
    assert shared(tmp_path, [article(each) for each in quotes]) == []


def test_words_that_one_article_repeats_are_not_in_several(tmp_path: Path) -> None:
    make = maker(f"“{QUOTE},” Ada Quill said. “{QUOTE}!” she said.\n")
    one = make.quote(QUOTE, speaker=("Ada Quill", None))
    assert shared(tmp_path, [version(make, quotes=[one, replace(one, id="q-2")])]) == []


def test_a_quote_of_many_articles_is_one_group_among_many_others(tmp_path: Path) -> None:
    draw = random.Random(3)
    vocabulary = [f"{a}{b}{c}" for a in "bdgklmn" for b in "aeiou" for c in "rst"]
    articles = []
    for number in range(300):
        own = " ".join(draw.choices(vocabulary, k=12))
        quotes = [(own, "Tom Berger"), *([(QUOTE, "Ada Quill")] if number % 3 == 0 else [])]
        articles.append(article(*quotes))
    (found,) = shared(tmp_path, articles)
    assert len(found.quotes) == 100


def test_same_words_need_a_run_or_most_of_the_shorter_quotation() -> None:
    one = QUOTE.split()
    assert same_words(one, [*one[:4], "ever", *one[4:]])
    assert same_words(one, ["But", *one[:7], "at", "all", "and", "so", "on", "and", "on", "for", "ever"])
    assert not same_words(one, [word for pair in zip(one, reversed(one), strict=True) for word in pair][:7])


def peak_of(path: Path, count: int) -> int:
    """Bytes that Python holds at most while the quote of so many articles is read and written."""
    one = article((QUOTE, "Ada Quill"))
    tracemalloc.start()
    with QuoteIndex(path / f"{count}.sqlite") as index:
        for number in range(count):
            index.add(number, one)
        (found,) = index.shared()
        assert sum(map(len, json_line(found))) > 80 * count
        assert (found.articles, len(found.quotes)) == (count, count)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_articles_that_have_a_quote(tmp_path: Path) -> None:
    peak_of(tmp_path, 10)  # what is imported and cached once
    assert peak_of(tmp_path, 3000) < 1.2 * peak_of(tmp_path, 1000)


def test_line_of_a_group_is_written_in_pieces(tmp_path: Path) -> None:
    one = article((QUOTE, "Ada Quill"))
    (found,) = shared(tmp_path, [one] * 1201)
    pieces = list(json_line(found))
    assert b"".join(pieces) == json_text.line(found.plain())
    assert max(map(len, pieces)) < 0.5 * sum(map(len, pieces))
