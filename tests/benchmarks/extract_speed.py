"""Speed of extraction in relation to bare spaCy, by part: ``python -m tests.benchmarks.extract_speed``.

Everything is measured in one run, in turns, and compared by the fastest turn: on a shared machine only ratios of such
times mean something. The first table is CPU time of one process over the sample articles, or over the files and folders
named on the command line; bare spaCy is ``nlp.pipe`` of the default pipeline as ``spacy.load`` gives it, over the same
paragraphs. The second sets each of newsview's components beside it. The third is whole processes, from start to end, on
one short article. The fourth splits newsview's own time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction import components, doc_extensions
from newsview.extraction.article_offsets import Placer
from newsview.extraction.extract import Extractor
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.models import load
from newsview.extraction.parse import merge, parse, prepare
from newsview.model import json_text
from newsview.model.article import Article
from newsview.model.codec import encode
from newsview.reading.read import read_path
from newsview.workers.model_files import DEFAULT
from tests.places import SEEDS

SHORT = SEEDS / "derby.txt"
TURNS = 7

T = TypeVar("T")

BARE_SCRIPT = """\
import sys, spacy
nlp = spacy.load({model!r})
doc = nlp(open(sys.argv[1], encoding="utf-8").read())
print([(entity.text, entity.label_) for entity in doc.ents])
"""


def fastest(runs: Sequence[Callable[[], float]], turns: int = TURNS) -> list[float]:
    """The smallest figure that each of *runs* returns, all of them taken in turns."""
    for run in runs:
        run()
    times = [[run() for run in runs] for _ in range(turns)]
    return [min(column) for column in zip(*times, strict=True)]


def cpu(work: Callable[[], object]) -> Callable[[], float]:
    """*work* as a run that returns the seconds of CPU time it took."""

    def run() -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    return run


def process(command: Sequence[str]) -> Callable[[], float]:
    """*command* as a run that returns the CPU seconds of the whole process, its children's included."""

    def run() -> float:
        before = os.times()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    return run


def in_one_process(articles: Sequence[Article]) -> None:
    bare = spacy.load(DEFAULT)
    extractor = Extractor.for_model(None)
    paragraphs = [article.text[each.start : each.end] for article in articles for each in article.paragraphs]
    words = sum(len(article.text.split()) for article in articles)

    def bare_pipe() -> None:
        for _ in bare.pipe(paragraphs):
            pass

    def extract() -> None:
        for article in articles:
            json_text.line(encode(extractor.analysis(article)))

    alone, ours = fastest([cpu(bare_pipe), cpu(extract)])
    print(f"\nOne process, {len(articles)} articles, {words} words, CPU time")
    print(f"  {'bare nlp.pipe':<28}{words / alone:8.0f} words/s")
    print(f"  {'newsview extract':<28}{words / ours:8.0f} words/s   {alone / ours:.2f} x (wanted: 0.90)")


def beside_bare_pipe(articles: Sequence[Article]) -> None:
    bare, nlp = spacy.load(DEFAULT), load().nlp
    paragraphs = [article.text[each.start : each.end] for article in articles for each in article.paragraphs]
    merged = [merge(parse(nlp, article, article.paragraphs), article) for article in articles]
    docs = [(each.doc, doc_extensions.published(each.doc)) for each in merged if each is not None]
    for doc, _ in docs:
        doc_extensions.store_entities(doc, components.entities(Tokens(doc)))  # quotes and numbers point to them

    def bare_pipe() -> None:
        for _ in bare.pipe(paragraphs):
            pass

    def find(component: Callable[[Tokens, str | None], object]) -> Callable[[], float]:
        return cpu(lambda: [component(Tokens(doc), published) for doc, published in docs])

    alone, entities, quotes, numbers = fastest(
        [
            cpu(bare_pipe),
            find(lambda tokens, _: components.entities(tokens)),
            find(lambda tokens, _: components.quotes(tokens)),
            find(components.numbers),
        ]
    )
    print("\nOne component alone, its ids included, as a share of bare nlp.pipe")
    print(f"  {'newsview entities':<28}{entities / alone:8.1%}         (wanted: at most 3.0%)")
    print(f"  {'newsview quotes':<28}{quotes / alone:8.1%}")
    print(f"  {'newsview numbers':<28}{numbers / alone:8.1%}")


def whole_processes() -> None:
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "bare.py")
        script.write_text(BARE_SCRIPT.format(model=DEFAULT))
        commands = [
            [sys.executable, str(script), str(SHORT)],
            [sys.executable, "-m", "newsview", "extract", str(SHORT)],
        ]
        bare, ours = fastest([process(command) for command in commands], turns=4)
    print(f"\nWhole processes, {SHORT.name}, CPU time")
    print(f"  {'bare spaCy script':<28}{bare:8.2f} s")
    print(f"  {'newsview extract':<28}{ours:8.2f} s         {ours / bare:.2f} x (wanted: at most 0.90)")


def by_component(articles: Sequence[Article]) -> None:
    nlp = load().nlp
    best: dict[str, float] = {}
    for _ in range(TURNS):
        spent: dict[str, float] = defaultdict(float)
        for article in articles:
            _split(nlp, article, spent)
        best = {name: min(spent[name], best.get(name, spent[name])) for name in spent}
    total = sum(best.values())
    print("\nWhere newsview's time goes")
    for name, seconds in sorted(best.items(), key=lambda item: -item[1]):
        print(f"  {name:<28}{seconds * 1000:8.1f} ms {seconds / total:6.1%}")


def _split(nlp: Language, article: Article, spent: dict[str, float]) -> None:
    """Do to *article* what the extractor does, step by step, and add the time of each to *spent*."""

    def timed(name: str, work: Callable[[], T]) -> T:
        began = time.process_time()
        result = work()
        spent[name] += time.process_time() - began
        return result

    filled = [each for each in article.paragraphs if article.text[each.start : each.end].strip()]
    docs = timed("tokens and sentences", lambda: [prepare(nlp, article, each) for each in filled])
    for name, component in nlp.pipeline:
        docs = timed(f"spaCy {name}", partial(_run, component, docs))
    merged = timed("merging", lambda: merge(zip(filled, docs, strict=True), article))
    assert merged is not None
    doc, place = merged.doc, Placer(article, merged)
    tokens = timed("tokens", lambda: Tokens(doc))
    entities = timed("newsview entities", lambda: components.entities(tokens))
    timed("newsview entities", lambda: doc_extensions.store_entities(doc, entities))
    quotes = timed("newsview quotes", lambda: components.quotes(tokens))
    numbers = timed("newsview numbers", lambda: components.numbers(tokens, article.published))
    facts = timed(
        "placing", lambda: [*map(place.entity, entities), *map(place.quote, quotes), *map(place.number, numbers)]
    )
    timed("JSON", lambda: json_text.line([encode(article), *map(encode, facts)]))


def _run(component: Callable[[Doc], Doc], docs: Sequence[Doc]) -> list[Doc]:
    pipe = getattr(component, "pipe", None)
    return list(pipe(docs, batch_size=32)) if pipe is not None else [component(doc) for doc in docs]


def main() -> None:
    warnings.filterwarnings("ignore", message=r"\[W095\]")
    named = [Path(each) for each in sys.argv[1:]] or [SEEDS]
    paths = [path for each in named for path in (sorted(each.glob("*.txt")) if each.is_dir() else [each])]
    articles = [read_path(path) for path in paths]
    in_one_process(articles)
    beside_bare_pipe(articles)
    whole_processes()
    by_component(articles)


if __name__ == "__main__":
    main()
