"""Cache of extracted facts: hits, misses, damage, size limit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from newsview.model.article import Article
from newsview.model.facts import Generator
from newsview.store import cache as cache_module
from newsview.store.cache import FactCache
from newsview.store.cached_source import CachedSource
from newsview.workers.events import Done, Event, Failed
from newsview.workers.model_files import pipeline_label, spacy_version
from tests.places import ROOT
from tests.store import samples

ANALYSIS = samples.analysis()
ARTICLE = ANALYSIS.article
FACTS = ANALYSIS.facts


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder that calls itself a pipeline."""
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "meta.json").write_text('{"lang": "en", "name": "toy", "version": "1.0"}')
    return folder


@pytest.fixture
def cache(tmp_path: Path, model: Path) -> FactCache:
    return FactCache(str(model), tmp_path / "cache")


def generator(model: str = "en_toy 1.0") -> Generator:
    return Generator(name="newsview", version="0", spacy="3.8", model=model)


def test_facts_are_read_back_unchanged(cache: FactCache) -> None:
    assert cache.get(ARTICLE) is None
    cache.put(ARTICLE, FACTS, generator())
    cached = cache.get(ARTICLE)
    assert cached is not None
    assert [list(cached.facts.entities), list(cached.facts.quotes), list(cached.facts.numbers)] == [
        list(FACTS.entities),
        list(FACTS.quotes),
        list(FACTS.numbers),
    ]
    assert cached.generator == generator()


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, text=ARTICLE.text + " More."),
        replace(ARTICLE, published="2024-05-01"),
        replace(ARTICLE, sentences=ARTICLE.sentences[:-1]),
        replace(ARTICLE, paragraphs=[replace(ARTICLE.paragraphs[0], role="headline"), *ARTICLE.paragraphs[1:]]),
    ],
    ids=["text", "date", "sentences", "roles"],
)
def test_each_dependency_of_the_facts_changes_the_entry(cache: FactCache, other: Article) -> None:
    cache.put(ARTICLE, FACTS, generator())
    assert cache.get(other) is None


def test_file_name_does_not_change_the_entry(cache: FactCache) -> None:
    cache.put(ARTICLE, FACTS, generator())
    assert cache.get(replace(ARTICLE, path="elsewhere.txt", sha256="0" * 64)) is not None


def test_another_version_of_the_model_makes_another_entry(cache: FactCache, model: Path, tmp_path: Path) -> None:
    cache.put(ARTICLE, FACTS, generator())
    (model / "meta.json").write_text('{"lang": "en", "name": "toy", "version": "1.1"}')
    assert FactCache(str(model), tmp_path / "cache").get(ARTICLE) is None


def test_facts_of_another_model_are_not_kept(cache: FactCache) -> None:
    cache.put(ARTICLE, FACTS, generator("en_other 2"))
    assert cache.get(ARTICLE) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b"{}", b'{"entities": 1, "quotes": [], "numbers": []}', b"\xff", "half", "shifted"],
)
def test_damaged_entry_is_a_miss(cache: FactCache, content: bytes | str) -> None:
    cache.put(ARTICLE, FACTS, generator())
    (path,) = cache.folder.iterdir()
    data = path.read_bytes()
    if content == "half":
        path.write_bytes(data[: len(data) // 2])
    elif content == "shifted":
        path.write_bytes(data.replace(b'"start":', b'"start":1'))
    else:
        assert isinstance(content, bytes)
        path.write_bytes(content)
    assert cache.get(ARTICLE) is None
    cache.put(ARTICLE, FACTS, generator())
    assert cache.get(ARTICLE) is not None


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, model: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache = FactCache(str(model), tmp_path / "file" / "cache")
    cache.put(ARTICLE, FACTS, generator())
    assert cache.get(ARTICLE) is None


def test_without_a_model_nothing_is_cached(tmp_path: Path) -> None:
    cache = FactCache("no_such_model", tmp_path / "cache")
    cache.put(ARTICLE, FACTS, generator())
    assert cache.get(ARTICLE) is None
    assert not (tmp_path / "cache").exists()


def test_the_least_recently_used_go_first(cache: FactCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "MAX_FILES", 8)
    articles = [replace(ARTICLE, text=ARTICLE.text + " " * index) for index in range(8)]
    for index, article in enumerate(articles):
        cache.put(article, FACTS, generator())
        newest = max(cache.folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (index, index))
    assert cache.get(articles[0]) is not None, "used just now"
    cache.put(replace(ARTICLE, text=ARTICLE.text + "\n"), FACTS, generator())
    assert len(list(cache.folder.iterdir())) == 6
    assert cache.get(articles[0]) is not None
    assert cache.get(articles[1]) is None


def test_a_cache_never_grows_beyond_its_size(cache: FactCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "MAX_BYTES", 20_000)
    for index in range(30):
        cache.put(replace(ARTICLE, text=ARTICLE.text + " " * index), FACTS, generator())
        assert sum(path.stat().st_size for path in cache.folder.iterdir()) <= 20_000


def test_two_readers_may_write_and_clear_at_the_same_time(cache: FactCache) -> None:
    cache.put(ARTICLE, FACTS, generator())
    shutil.rmtree(cache.folder)
    assert cache.get(ARTICLE) is None
    cache.put(ARTICLE, FACTS, generator())
    assert cache.get(ARTICLE) is not None


class Counting:
    """A source that counts how often it is asked."""

    def __init__(self, last: Event) -> None:
        self.asked = 0
        self.closed = False
        self.last = last

    async def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        self.asked += 1
        yield self.last

    async def close(self) -> None:
        self.closed = True


async def last(source: CachedSource) -> Event:
    async with aclosing(source.extract(ARTICLE)) as events:
        return [event async for event in events][-1]


async def test_an_article_opened_again_is_not_extracted_again(cache: FactCache) -> None:
    work = Counting(Done(FACTS, generator()))
    for _ in range(3):
        event = await last(CachedSource(lambda: work, cache))
        assert isinstance(event, Done) and len(event.facts.numbers) == len(FACTS.numbers)
    assert work.asked == 1


async def test_second_request_extracts_again(cache: FactCache) -> None:
    work = Counting(Done(FACTS, generator()))
    source = CachedSource(lambda: work, cache)
    await last(source)
    await last(source)
    assert work.asked == 2
    await source.close()
    assert work.closed


async def test_a_failure_is_not_kept(cache: FactCache) -> None:
    work = Counting(Failed("no", "died"))
    for _ in range(2):
        assert isinstance(await last(CachedSource(lambda: work, cache)), Failed)
    assert work.asked == 2


@pytest.mark.model
def test_default_pipeline_and_spacy_version_come_from_files() -> None:
    from spacy.about import __version__

    from newsview.extraction.models import load

    assert pipeline_label() == load().name
    assert spacy_version() == __version__


def test_a_cached_article_is_read_without_spacy(tmp_path: Path, cache: FactCache, model: Path) -> None:
    cache.put(ARTICLE, FACTS, generator())
    program = """
import sys, pathlib
from newsview.store.cache import FactCache
from tests.store import samples
assert FactCache(sys.argv[1], pathlib.Path(sys.argv[2])).get(samples.article()) is not None
assert not {"spacy", "numpy", "textual", "importlib.metadata"} & set(sys.modules), sys.modules
"""
    subprocess.run(
        [sys.executable, "-c", program, str(model), str(cache.folder)],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
