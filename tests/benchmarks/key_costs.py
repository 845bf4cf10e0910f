"""Processor time of each key of the reader, and bytes that it writes, on short and long articles.

    python -m tests.benchmarks.key_costs                       # at 600, 10,000 and 200,000 words
    python -m tests.benchmarks.key_costs 10000 --repeat 3      # at one length, all keys three times
    python -m tests.benchmarks.key_costs --arriving 200000     # keys while the facts come in from the cache

The table of ``reader_speed`` is made of times on the clock, which everything else on the machine makes longer; processor
time is the program's own. The kernel counts it in nanoseconds where /proc says so, else in ticks of 10 ms.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tests.benchmarks import reader_speed, terminal_times
from tests.benchmarks.reader_speed import Bench
from tests.benchmarks.terminal_times import percentile
from tests.terminal.screen import Terminal

SIZES: Final = [600, 10_000, 200_000]
GAP: Final = 0.02
"""Seconds after a key in which what it left to be done later still counts as its own."""

TOUR: Final = """
    j*12 ]*10 [*4 2 j*6 enter backspace 0 J*4 K*3 pagedown*4 pageup*2 k*6 a a x u u ctrl+r a o o f f f f f t t
    tab j*3 J*2 a a x u t t t o o f a a x f f f f p p tab j*3 l j h o o tab tab G g G g 2 G g 3 G ] ] [ g 1 G g 0
    / c o u n t y enter n n N escape F m i l escape z z A u X u ctrl+r u 0 j*4 s ? escape
"""
"""Every key that needs no answer, in the article and in each pane: ``j*12`` is twelve times j."""


class Cost(NamedTuple):
    """One press of a key."""

    key: str
    cpu_ms: float
    ms: float | None
    """From the key to its last repaint; None where it changed nothing."""
    written: int
    """Bytes to the terminal."""


def keys_of(tour: str) -> Iterator[str]:
    """The keys of a tour one by one."""
    for each in tour.split():
        key, _, count = each.rpartition("*")
        yield from [key] * int(count) if key else [each]


def cpu_ms(pid: int) -> float:
    """Processor time of all threads of a process."""
    try:
        threads = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    except OSError:
        threads = []
    return sum(int(each.split()[0]) for each in threads) / 1e6 if threads else terminal_times.cpu_ms_of(pid)


def press(terminal: Terminal, key: str, columns: range | None = None) -> Cost:
    """Presses one key and waits until its repaint is over."""
    pid = terminal.process.pid
    before, written = cpu_ms(pid), len(terminal.output)
    ms = terminal_times.time_key(terminal, key, columns)
    time.sleep(GAP)
    return Cost(key, cpu_ms(pid) - before, ms, len(terminal.output) - written)


def tour(bench: Bench, words: int, repeat: int) -> list[str]:
    """Presses all keys on an article with its facts; the lines of its table."""
    path, count = bench.article(words)
    with bench.reader(path) as terminal:
        terminal_times.time_start(terminal, reader_speed.all_facts, rest=1)
        before = terminal_times.megabytes(terminal.process.pid)
        costs = [press(terminal, key) for _ in range(repeat) for key in keys_of(TOUR)]
        after = terminal_times.megabytes(terminal.process.pid)
    return [f"{words:,} words, {count:,} facts: {before:.0f} MB, after all keys {after:.0f} MB", *rows(costs)]


def arriving(bench: Bench, words: int) -> list[str]:
    """Presses keys in the article from its first paint until all facts are there; one line."""
    path, count = bench.article(words)
    costs: list[Cost] = []
    with bench.reader(path) as terminal:
        terminal.wait_for(reader_speed.beginning(path))
        for key in reader_speed.MOVES:
            if reader_speed.FACTS.search(terminal.text):
                break
            costs.append(press(terminal, key, reader_speed.ARTICLE_COLUMNS))
    times = [cost.ms for cost in costs if cost.ms is not None]
    if not times:
        return [f"{words:,} words: the facts were there before the first key"]
    shown = f"p50 {percentile(times, 0.5):.0f}  p95 {percentile(times, 0.95):.0f}  max {max(times):.0f} ms"
    return [f"{words:,} words, while {count:,} cached facts come: {shown}, {len(times)} keys"]


def rows(costs: Sequence[Cost]) -> list[str]:
    """A line for all keys, and one for each, the dearest first."""
    lines = [_row("all keys", costs)]
    by_key: dict[str, list[Cost]] = {}
    for cost in costs:
        by_key.setdefault(cost.key, []).append(cost)
    dearest = sorted(by_key.items(), key=lambda pair: -max(cost.cpu_ms for cost in pair[1]))
    return lines + [_row(key, found) for key, found in dearest]


def _row(name: str, costs: Sequence[Cost]) -> str:
    cpu = [cost.cpu_ms for cost in costs]
    times = [cost.ms for cost in costs if cost.ms is not None]
    figures = [min(cpu), percentile(cpu, 0.5), percentile(cpu, 0.95), max(cpu)]
    shown = "  ".join(
        f"{label} {figure:5.1f}" for label, figure in zip(("min", "p50", "p95", "max"), figures, strict=True)
    )
    clock = f"p50 {percentile(times, 0.5):4.0f}  p95 {percentile(times, 0.95):4.0f}" if times else "nothing changed"
    written = sum(cost.written for cost in costs) / len(costs)
    return f"  {name:10} {len(costs):4} ×   processor ms: {shown}   bytes {written:6.0f}   clock ms: {clock}"


def main(arguments: Sequence[str]) -> int:
    """Prints a table for each length."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.key_costs")
    parser.add_argument("words", type=int, nargs="*", default=SIZES, help="lengths of articles (600 10000 200000)")
    parser.add_argument("--repeat", type=int, default=1, help="times that all keys are pressed (1)")
    parser.add_argument("--arriving", action="store_true", help="press keys while the facts come in instead")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        for words in options.words or SIZES:
            bench = Bench(Path(name))
            found = arriving(bench, words) if options.arriving else tour(bench, words, options.repeat)
            print("\n".join(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
