"""Articles of any length, made by repeating the seeds, with their annotation in the cache as if extracted.

The annotation is replayed because a reader's keys cost the same wherever its facts come from, and parsing 200,000
words takes minutes. Every copy differs from the others in its digits, so that no two sentences need be equal.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from newsview.model.article import Article
from newsview.model.codec import decode
from newsview.model.facts import Entity, Facts, Generator, Number, Quote
from newsview.reading.read import read_path
from newsview.store.cache import FactCache
from newsview.workers.model_files import pipeline_label, spacy_version
from tests.places import SEEDS

REFERENCES = ("id", "entity", "same_as")


@cache
def _annotation(stem: str) -> Mapping[str, Any]:
    plain: Mapping[str, Any] = json.loads((SEEDS / "gold" / f"{stem}.json").read_text(encoding="utf-8"))
    return plain


def varied(text: str, copy: int) -> str:
    """*text* with other digits, as long as before; copy 0 is the text itself."""
    ones = "123456789"
    turned = ones[copy % 9 :] + ones[: copy % 9]
    return text.translate(str.maketrans(ones, turned))


def pieces(words: int) -> list[tuple[str, str]]:
    """(seed, varied text) in turn until there are *words*: whole articles, at least one."""
    stems = sorted(path.stem for path in SEEDS.glob("*.txt"))
    taken: list[tuple[str, str]] = []
    count = 0
    for number, stem in enumerate(cycle(stems)):
        text = varied(_annotation(stem)["article"]["text"].rstrip() + "\n\n", number // len(stems))
        taken.append((stem, text))
        count += len(text.split())
        if count >= words:
            return taken
    raise AssertionError("there are seeds")


def write_article(words: int, folder: Path) -> Path:
    """A file in *folder* with an article of about *words* words."""
    path = folder / f"words-{words}.txt"
    path.write_text("".join(text for _, text in pieces(words)), encoding="utf-8")
    return path


def replayed(article: Article, words: int) -> Facts:
    """The annotation of the seeds that ``write_article(words)`` joined, as facts of the *article* read from that file."""
    found: dict[str, list[Any]] = {"entities": [], "quotes": [], "numbers": []}
    start = 0
    for number, (stem, text) in enumerate(pieces(words)):
        for kind, facts in found.items():
            facts += [_moved(fact, start, f"-{number}", article) for fact in _annotation(stem)[kind]]
        start += len(text)
    return Facts(
        entities=[decode(Entity, each) for each in found["entities"]],
        quotes=[decode(Quote, each) for each in found["quotes"]],
        numbers=[decode(Number, each) for each in found["numbers"]],
    )


def _moved(plain: Any, by: int, suffix: str, article: Article) -> Any:
    """A fact, *by* code points further on, with ids of its own."""
    if isinstance(plain, list):
        return [_moved(each, by, suffix, article) for each in plain]
    if not isinstance(plain, dict):
        return plain
    moved = {key: _moved(value, by, suffix, article) for key, value in plain.items()}
    moved |= {key: moved[key] + suffix for key in REFERENCES if moved.get(key)}
    if "start" in moved:
        moved["start"], moved["end"] = moved["start"] + by, moved["end"] + by
        inside = article.sentences_between(moved["start"], moved["end"])
        if "text" in moved:
            moved["text"] = article.text[moved["start"] : moved["end"]]
        if "sentence" in moved:
            moved["sentence"] = article.sentences[inside[0]].id
        if "sentences" in moved:
            moved["sentences"] = [article.sentences[index].id for index in inside]
    return moved


def fill_cache(path: Path, words: int, cache_home: Path) -> int:
    """Lays the facts of the article at *path* into the cache of XDG_CACHE_HOME=*cache_home*; how many there are.

    Raises ``RuntimeError`` if newsview would not find them there.
    """
    article = read_path(path)
    facts = replayed(article, words)
    label = pipeline_label()
    kept = FactCache(folder=cache_home / "newsview" / "facts")
    kept.put(article, facts, Generator(name="newsview", version="0", spacy=spacy_version(), model=label))
    if kept.get(article) is None:
        raise RuntimeError(f"the cache does not take the facts of {path.name}; is the default model installed?")
    return len(facts.entities) + len(facts.quotes) + len(facts.numbers)
