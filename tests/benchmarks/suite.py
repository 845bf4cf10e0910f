"""The parts of ``python -m tests.benchmarks``: each measures some figures, once a turn, in a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from statistics import fmean
from typing import Final

import spacy

from newsview.extraction.extract import Extractor
from newsview.model import json_text
from newsview.model.codec import encode
from newsview.reading.read import read_path
from newsview.workers.model_files import DEFAULT
from tests.benchmarks import key_costs, reader_speed, terminal_times
from tests.benchmarks.archive_speed import Timed, cost, timed
from tests.benchmarks.extract_speed import BARE_SCRIPT, SHORT, cpu, process
from tests.benchmarks.history import ratios
from tests.benchmarks.made_articles import made_articles, write_archive
from tests.benchmarks.reader_speed import Bench
from tests.places import NEWSVIEW, SEEDS

Figures = Mapping[str, Sequence[float]]
"""The values of some figures, one for each turn."""

TURNS: Final = 5
ARTICLES: Final = 200
"""Of an archive; the cost of one is counted when the first tenth is over, which is a worker's start."""
PAGES: Final = 100


def in_turns(runs: Sequence[Callable[[], float]], turns: int = TURNS) -> list[list[float]]:
    """What each of *runs* returns in each turn; a first turn warms up, and is not counted."""
    for run in runs:
        run()
    rows = [[run() for run in runs] for _ in range(turns)]
    return [[row[at] for row in rows] for at in range(len(runs))]


def extraction(folder: Path) -> Figures:
    """Extraction beside bare spaCy: in one process over the seeds, and from the shell on one article."""
    bare = spacy.load(DEFAULT)
    extractor = Extractor.for_model()
    articles = [read_path(path) for path in sorted(SEEDS.glob("*.txt"))]
    paragraphs = [article.text[each.start : each.end] for article in articles for each in article.paragraphs]

    def extract() -> None:
        for article in articles:
            json_text.line(encode(extractor.analysis(article)))

    alone, ours = in_turns([cpu(lambda: list(bare.pipe(paragraphs))), cpu(extract)])
    script = folder / "bare.py"
    script.write_text(BARE_SCRIPT.format(model=DEFAULT), encoding="utf-8")
    shell = in_turns([process([*NEWSVIEW, "extract", str(SHORT)]), process([sys.executable, str(script), str(SHORT)])])
    return {"extract": ratios(alone, ours), "shell": ratios(*shell)}


def starts(folder: Path) -> Figures:
    """First paint and facts of 600 words, cached and cold, beside the ten-line app and the bare script."""
    bench = Bench(folder)
    path, _ = bench.article(500)
    ten, cached, cold, bare = [], [], [], []
    for _ in range(TURNS + 1):  # the first turn warms the file system's cache
        ten.append(bench.start_ten_lines(path))
        cached.append(bench.start_reader(path, cached=True))
        bare.append(bench.bare_script(path))
        cold.append(bench.start_reader(path, cached=False).facts.ms)
    base = [start.ms for start in ten[1:]]
    return {
        "paint": ratios([each.paint.ms for each in cached[1:]], base),
        "paint_cpu": ratios([each.paint.cpu_ms for each in cached[1:]], [start.cpu_ms for start in ten[1:]]),
        "cached": ratios([each.facts.ms for each in cached[1:]], base),
        "cold": ratios(cold[1:], bare[1:]),
    }


def keys(folder: Path) -> Figures:
    """Processor time of a key and bytes that it writes, mean over the tour of all keys."""
    short, long = (tour(Bench(folder), words) for words in (600, 10_000))
    return {
        "key": [fmean(cost.cpu_ms for cost in short)],
        "key_long": [fmean(cost.cpu_ms for cost in long)],
        "bytes": [fmean(cost.written for cost in costs) for costs in (short, long)],
    }


def tour(bench: Bench, words: int) -> list[key_costs.Cost]:
    """All keys, once, on an article with its facts."""
    path, _ = bench.article(words)
    with bench.reader(path) as terminal:
        terminal_times.time_start(terminal, reader_speed.all_facts, rest=1)
        return [key_costs.press(terminal, key) for key in key_costs.keys_of(key_costs.TOUR)]


def archives(folder: Path) -> Figures:
    """Archives: the cost of an article, two jobs beside one; and web pages beside texts."""
    archive = folder / "made.jsonl"
    words = write_archive(archive, ARTICLES) / ARTICLES
    one: list[Timed] = []
    two: list[Timed] = []
    for turn in range(2):
        one.append(timed(archive, folder / f"one-{turn}", "processes", 1, ARTICLES))
        two.append(timed(archive, folder / f"two-{turn}", "processes", 2, ARTICLES))
    return {
        "million": [core_hours(run, words) for run in one],
        "jobs": ratios([run.busiest for run in one], [run.busiest for run in two]),
        "jobs_wall": ratios([run.wall for run in one], [run.wall for run in two]),
        "pages": pages(folder),
    }


def core_hours(run: Timed, words: float) -> float:
    """Of a million articles of 300 words, by those of *run*, which have so many *words* each."""
    return cost(run.samples, ARTICLES // 10, ARTICLES) / 1000 * 1_000_000 / 3600 * 300 / words


def pages(folder: Path) -> list[float]:
    """CPU of a folder of web pages beside that of the same texts."""
    for suffix, write in ((".html", page), (".txt", str)):
        (folder / suffix).mkdir()
        for row in made_articles(PAGES):
            (folder / suffix / f"{row['id']}{suffix}").write_text(write(row["text"]), encoding="utf-8")
    command = [*NEWSVIEW, "extract", "--format", "jsonl"]
    return ratios(*in_turns([process([*command, str(folder / suffix)]) for suffix in (".html", ".txt")], turns=2))


def page(text: str) -> str:
    """*text* as a small web page."""
    headline, *paragraphs = map(escape, text.split("\n\n"))
    body = "".join(f"<p>{each}</p>\n" for each in paragraphs)
    return f"<!doctype html><title>{headline}</title>\n<article><h1>{headline}</h1>\n{body}</article>\n"
