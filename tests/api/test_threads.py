"""Extraction from several threads, with and without a spaCy memory zone per article."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from spacy.language import Language

import newsview
from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline, load
from newsview.model.article import Article
from newsview.model.codec import encode
from newsview.model.facts import Analysis
from newsview.reading.build_article import build_article
from tests.effort import cases

pytestmark = pytest.mark.model

THREADS = 4


def made_up(number: int) -> str:
    """An article with names of its own, which adds new strings to the vocabulary."""
    town, name = f"Zor{number}burg", f"Mera Quil{number}ton"
    return "\n\n".join(
        f"“We have {number + part} bridges in {town}{part},” {name}{part} told the Orv{part}{number} council. It cost ${part}.{number} million."
        for part in range(1, 5)
    )


ARTICLES = [build_article(made_up(number), published="2024-05-06") for number in range(cases(10, 40))]
HALF = len(ARTICLES) // 2


@pytest.fixture(scope="module")
def expected() -> list[Analysis]:
    """Results of one thread on a separate pipeline, so that the words are new to the shared one."""
    extractor = Extractor(Pipeline(load().nlp, "shared"))
    return [extractor.analysis(article) for article in ARTICLES]


@pytest.fixture
def extractor(nlp: Language) -> Extractor:
    """An extractor with a memory zone for every article but the first."""
    return Extractor(Pipeline(nlp, "shared"), warm=0, tidy=1_000)


def test_threads_give_same_results_as_one_thread(extractor: Extractor, expected: list[Analysis]) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(extractor.analysis, ARTICLES)) == expected


async def test_coroutines_give_same_results_as_one_thread(extractor: Extractor, expected: list[Analysis]) -> None:
    found = await asyncio.gather(*(asyncio.to_thread(extractor.analysis, article) for article in ARTICLES))
    assert found == expected


def test_windows_and_whole_articles_exclude_each_other(extractor: Extractor, expected: list[Analysis]) -> None:
    def last_window(article: Article) -> dict[str, Any]:
        (*_, last) = extractor.windows(article, first_words=20)
        return encode(last.facts)

    with ThreadPoolExecutor(THREADS) as pool:
        windows = pool.map(last_window, ARTICLES[:HALF])
        analyses = pool.map(extractor.analysis, ARTICLES[HALF:])
        assert list(analyses) == expected[HALF:]
        found = list(windows)
    wanted = [{key: value for key, value in encode(each).items() if key in found[0]} for each in expected[:HALF]]
    assert found == wanted


def test_closed_window_iterator_releases_extractor(extractor: Extractor, expected: list[Analysis]) -> None:
    windows = extractor.windows(ARTICLES[0], first_words=20)
    assert next(windows).done < len(ARTICLES[0].paragraphs)
    del windows  # closes it
    assert extractor.analysis(ARTICLES[1]) == expected[1]


def test_failed_article_releases_extractor(extractor: Extractor, expected: list[Analysis]) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(extractor.windows(ARTICLES[0], stop))
    assert extractor.analysis(ARTICLES[1]) == expected[1]


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> Iterator[list[str | None]]:
    """The names of the pipelines loaded by the API since its first call."""
    names: list[str | None] = []

    def loaded(name: str | None = None) -> Pipeline:
        names.append(name)
        time.sleep(0.1)  # long enough for the other threads to start their calls
        return Pipeline(nlp, "shared")

    monkeypatch.setattr("newsview.extraction.extract.load", loaded)
    yield names


def test_concurrent_first_calls_load_one_pipeline(loads: list[str | None]) -> None:
    together = Barrier(THREADS)

    def first_call(number: int) -> Analysis:
        together.wait()
        return newsview.extract(ARTICLES[number], model="first of many")

    with ThreadPoolExecutor(THREADS) as pool:
        assert len(list(pool.map(first_call, range(THREADS)))) == THREADS
    assert loads == ["first of many"]
