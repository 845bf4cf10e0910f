"""Accuracy of newsview and of comparable programs on the articles of ``seeds/``, against their hand annotation.

    python -m tests.benchmarks.compare                  # accuracy and speed, one table for each kind of fact
    python -m tests.benchmarks.compare --json OUT.json  # the same figures to keep
    python -m tests.benchmarks.compare --article derby  # one article only (may be repeated)
    python -m tests.benchmarks.compare --markdown       # the tables as a README has them
    python -m tests.benchmarks.compare --errors         # with every error of newsview, in words
    python -m tests.benchmarks.compare --articles DIR   # other articles, annotated as those of seeds/ are: DIR/*.txt and DIR/gold

The peers come from the index (``pip install textacy quantulum3 dateparser``) and are left out where they are missing.
Accuracy is F1 in percent, over all articles; ``scoring`` and ``number_scores`` define every column. Time is processor time for all articles, as a
multiple of what the shared spaCy pipeline takes to parse their paragraphs, measured in the same run.

The articles and their annotation are the project's own, and whoever mends newsview can see them; the peers' authors
could not. Read newsview's figures as what to hold, not as what unseen articles will give.
"""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from tests.benchmarks import from_json
from tests.benchmarks.number_scores import score_days, score_quantities
from tests.benchmarks.records import Found, Gold
from tests.benchmarks.scoring import MANNER, Score, score_names, score_speech
from tests.benchmarks.systems import SYSTEMS, Find, System, parsed
from tests.places import SEEDS
from tests.seeds.gold import compile_annotation

ROUNDS = 3

Row = tuple[str, Score, float]
"""A program, its scores, its time as a multiple of parsing."""

TABLES = {
    "Names": ("names exact", "names overlap", "one thing"),
    "Speech": ("speech", "direct", "indirect", "words", "speaker", "joint"),
    "Quantities": ("value", "measured", "all units", "modifier", "trend", "subject"),
    "Dates": ("dates", "day"),
}


def read_gold(stems: Sequence[str], folder: Path = SEEDS) -> list[Gold]:
    """The annotated articles of *folder*, or those of them that are named, in the order of their names.

    An article is annotated by ``gold/<stem>.json``, or by ``gold/<stem>.ann`` alone, which is compiled here. Raises
    ``AnnotationError`` for an annotation that does not fit its article.
    """
    written = {path.stem: path for path in (folder / "gold").glob("*.json")}
    noted = {path.stem for path in (folder / "gold").glob("*.ann")}
    return [
        Gold(
            stem,
            json.loads(written[stem].read_text(encoding="utf-8"))
            if stem in written
            else compile_annotation(stem, folder),
        )
        for stem in sorted(written.keys() | noted)
        if not stems or stem in stems
    ]


def score_article(gold: Gold, found: Found, score: Score) -> None:
    """Add what *found* holds to *score*."""
    if found.names is not None:
        score_names(gold.text, gold.data, found.names, score)
    if found.speech is not None:
        quotes, names = gold.data["quotes"], dict(gold.names_of())
        asked = [(from_json.speech(quote, names), bool(quote.get("optional"))) for quote in quotes]
        wanted = [quote for quote, optional in asked if quote.shown and not optional]
        spare = [quote for quote, optional in asked if optional or not quote.shown]
        score_speech(gold.text, wanted, spare, found.speech, score)
    if found.quantities is not None:
        score_quantities(gold.text, gold.data["numbers"], found.quantities, score)
    if found.days is not None:
        score_days(gold.text, gold.data["numbers"], found.days, score)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of *work*, the median of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times)


def measure(system: System, articles: Sequence[Gold]) -> tuple[Score, float]:
    """Scores of one program over all articles, and its processor time."""
    find: Find = system.make()
    score: Score = {}
    for gold in articles:  # the first round warms up and gives the scores
        score_article(gold, find(gold), score)
    return score, seconds(lambda: [find(gold) for gold in articles])


def tables(rows: Sequence[Row]) -> Iterator[tuple[str, Sequence[str], list[tuple[str, ...]]]]:
    """For each kind of fact: its title, its columns, and a line of cells for each program that looks for it."""
    for title, columns in TABLES.items():
        lines = []
        for label, score, ratio in rows:
            if columns[0] in score:
                cells = (f"{score[column].f:.1f}" if column in score else "–" for column in columns)
                lines.append((label, *cells, f"{ratio:.2f}x"))
        yield title, (*columns, "time"), lines


def show(rows: Sequence[Row]) -> None:
    """Print the tables for a terminal."""
    for title, columns, lines in tables(rows):
        print(f"\n{title:54s}" + "".join(f"{column:>14s}" for column in columns))
        for label, *cells in lines:
            print(f"  {label:52s}" + "".join(f"{cell:>14s}" for cell in cells))


def show_markdown(rows: Sequence[Row]) -> None:
    """Print the tables for a README."""
    for title, columns, lines in tables(rows):
        print(f"\n| {title} | {' | '.join(columns)} |\n|---|{'---:|' * len(columns)}")
        for line in lines:
            print(f"| {' | '.join(line)} |")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all programs that are installed; print the tables and say which are missing."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--json", type=Path, metavar="OUT", help="keep the figures in a file")
    options.add_argument("--article", action="append", default=[], metavar="NAME", help="only this one (repeatable)")
    options.add_argument(
        "--articles", type=Path, default=SEEDS, metavar="DIR", help="annotated articles (default: seeds)"
    )
    options.add_argument("--markdown", action="store_true", help="tables as the README has them")
    options.add_argument("--errors", action="store_true", help="print every error of newsview first")
    chosen = options.parse_args(arguments)
    articles = read_gold(chosen.article, chosen.articles)
    if not articles:
        there = ", ".join(gold.stem for gold in read_gold((), chosen.articles))
        options.error(f"no such article; there are {there}" if there else f"{chosen.articles}: no annotation in gold/")
    present = [system for system in SYSTEMS if not system.missing()]
    for system in SYSTEMS:
        if system.missing():
            print(f"left out: {system.name}; pip install {' '.join(system.missing())}", file=sys.stderr)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the peers' own deprecations
        bare = seconds(lambda: [list(parsed(gold)) for gold in articles])
        measured = [(system.label(), *measure(system, articles)) for system in present]
    rows = [(label, score, time / bare) for label, score, time in measured]
    words = sum(len(gold.text.split()) for gold in articles)
    if chosen.errors:
        for name, tally in measured[0][1].items():
            print(*(f"{name} | {error}" for error in tally.errors), sep="\n")
    print(f"{len(articles)} articles, {words:,} words; the spaCy pipeline parses them in {bare:.2f} s")
    (show_markdown if chosen.markdown else show)(rows)
    for name in MANNER:
        manner = measured[0][1].get(name)
        if manner is not None:
            print(f"{name}: {manner.right} of the {manner.gold} quotes that are found and annotated with one")
    if chosen.json:
        figures = {
            label: {"time": ratio, **{name: tally.figures() for name, tally in score.items()}}
            for label, score, ratio in rows
        }
        chosen.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
