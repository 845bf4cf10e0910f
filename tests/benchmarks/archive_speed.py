"""Speed and cost of archive runs: one job and two, a cluster, ten times as many articles.

    python -m tests.benchmarks.archive_speed                 # everything, some twenty minutes
    python -m tests.benchmarks.archive_speed --quick         # a tenth of it, to see that it works; the start weighs more
    python -m tests.benchmarks.archive_speed --only speed    # or memory, or plan

Articles are made of the seeds (``made_articles``), the same in every run. One job, two jobs and a local cluster of two
take turns, over the same archive, and what they write is compared byte by byte.

The ratio of wall times needs two cores that nothing else uses. Beside it stands the ratio of the CPU seconds of the
busiest process, which does not: what two jobs would gain if each had a core. Where the two jobs got far fewer than two
cores, only that one means something.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from newsview.batch.plan import planned
from tests.benchmarks.made_articles import write_archive
from tests.benchmarks.reader_speed import Line, table
from tests.places import ROOT

ENGINES = (("processes", 1), ("processes", 2), ("cluster", 2))
MB = 2**20


@dataclass(frozen=True, slots=True)
class Sample:
    """What a run had come to at one moment: articles done; CPU seconds and bytes in memory by process, the driver first."""

    articles: int
    cpu: Mapping[int, float]
    memory: Mapping[int, int]

    @classmethod
    def of(cls, line: str) -> Sample:
        """From a line of ``archive_run``."""
        plain = json.loads(line)
        rows = plain["processes"]
        return cls(plain["articles"], {row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows})


@dataclass(frozen=True, slots=True)
class Timed:
    """A whole run: wall seconds and CPU seconds of all its processes, start and end included, and samples on the way."""

    wall: float
    cpu: float
    samples: Sequence[Sample]

    @property
    def busiest(self) -> float:
        """CPU seconds of the process that used most: no run can be shorter."""
        return max(seconds for sample in self.samples for seconds in sample.cpu.values())


def timed(archive: Path, folder: Path, engine: str, jobs: int, articles: int) -> Timed:
    """Run *engine* over the *archive* into the new *folder*."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.archive_run"]
    began, before = time.monotonic(), os.times()
    done = subprocess.run(
        [*command, str(archive), str(folder), engine, str(jobs), str(articles)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    wall, after = time.monotonic() - began, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Timed(wall, cpu, [Sample.of(line) for line in done.stdout.splitlines()])


def written(folder: Path) -> dict[str, bytes]:
    """Every file of a result by its name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def speed(folder: Path, articles: int, rounds: int) -> list[Line]:
    """One job, two jobs and a cluster, in turn."""
    archive = folder / "speed.jsonl"
    words = write_archive(archive, articles)
    runs: dict[tuple[str, int], list[Timed]] = {each: [] for each in ENGINES}
    results: list[dict[str, bytes]] = []
    for number in range(rounds):
        for engine, jobs in ENGINES:
            target = folder / f"{engine}-{jobs}-{number}"
            runs[engine, jobs].append(timed(archive, target, engine, jobs, articles))
            results.append(written(target))
            told(f"round {number + 1}, {engine} {jobs}: {runs[engine, jobs][-1].wall:.1f} s")
    one, two, cluster = (runs[each] for each in ENGINES)
    spent = median(run.cpu for run in one) / articles
    return [
        engine_line(f"one job, {articles:,} articles of {words // articles} words", one, articles),
        engine_line("two jobs", two, articles),
        engine_line("local cluster of two", cluster, articles),
        ratio_line("two jobs against one, wall time", [a.wall / b.wall for a, b in zip(one, two, strict=True)], 1.8),
        ratio_line(
            "two jobs against one, busiest process", [a.busiest / b.busiest for a, b in zip(one, two, strict=True)], 1.8
        ),
        ratio_line("cluster against two jobs, wall time", [a.wall / b.wall for a, b in zip(two, cluster, strict=True)]),
        ratio_line("CPU seconds, two jobs against one", [b.cpu / a.cpu for a, b in zip(one, two, strict=True)]),
        Line(
            "articles in an hour of one core",
            f"{3600 / spent:,.0f}",
            f"{spent * 1_000_000 / 3600:.0f} core-hours a million",
        ),
        same_line(results),
    ]


def engine_line(what: str, runs: Sequence[Timed], articles: int) -> Line:
    """Articles a second, and beside them how many cores the run was given: far fewer than jobs on a busy machine."""
    walls = [run.wall for run in runs]
    cores = median(run.cpu / run.wall for run in runs)
    cpu = median(run.cpu for run in runs) / articles * 1000
    beside = f"{median(walls):.1f} s on {cores:.2f} cores, {cpu:.1f} ms CPU an article"
    return Line(what, f"{articles / median(walls):.1f} articles/s", beside)


def ratio_line(what: str, ratios: Sequence[float], wanted: float | None = None) -> Line:
    """The median of *ratios*, one of each round, beside the best; wanted is at least so much."""
    middle = median(ratios)
    every = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    if wanted is None:
        return Line(what, f"{middle:.2f} ×", f"rounds {every}")
    return Line(what, f"{middle:.2f} ×", f"rounds {every}", f"≥ {wanted} ×", middle >= wanted)


def same_line(results: Sequence[dict[str, bytes]]) -> Line:
    same = all(first == second for first, second in pairwise(results))
    return Line("the same bytes from all", "yes" if same else "NO", f"{len(results)} runs", "yes", same)


def memory(folder: Path, articles: int) -> list[Line]:
    """Two jobs over many articles: memory, and CPU time an article, at a tenth of them and at the end."""
    archive = folder / "memory.jsonl"
    write_archive(archive, articles)
    run = timed(archive, folder / "memory", "processes", 2, articles)
    tenth = first_after(run.samples, articles // 10)
    driver, *workers = run.samples[-1].memory
    return [
        Line(
            f"CPU an article, to {articles // 10:,} articles",
            f"{cost(run.samples, articles // 50, articles // 10):.1f} ms",
        ),
        cost_line(run.samples, articles),
        memory_line("memory of the driver", [driver], run.samples, tenth),
        *(memory_line(f"memory of worker {at}", [pid], run.samples, tenth) for at, pid in enumerate(workers, 1)),
    ]


def first_after(samples: Iterable[Sample], articles: int) -> Sample:
    """The first sample with at least so many *articles*."""
    return next(sample for sample in samples if sample.articles >= articles)


def cost(samples: Sequence[Sample], first: int, last: int) -> float:
    """Milliseconds of CPU for each article between *first* and *last*, of all processes."""
    begin, end = first_after(samples, first), first_after(samples, last)
    return 1000 * (sum(end.cpu.values()) - sum(begin.cpu.values())) / (end.articles - begin.articles)


def cost_line(samples: Sequence[Sample], articles: int) -> Line:
    early, late = cost(samples, articles // 50, articles // 10), cost(samples, articles // 2, articles)
    what = f"CPU an article, from {articles // 2:,} to {articles:,}"
    return Line(what, f"{late:.1f} ms", f"{late / early:.2f} × the first tenth", "≤ 1.10 ×", late / early <= 1.1)


def memory_line(what: str, pids: Sequence[int], samples: Sequence[Sample], tenth: Sample) -> Line:
    """The greatest memory after the first tenth, beside that at the tenth."""
    early = sum(tenth.memory.get(pid, 0) for pid in pids) / MB
    later = [
        sum(sample.memory.get(pid, 0) for pid in pids) / MB for sample in samples if sample.articles >= tenth.articles
    ]
    figure = f"{max(later):.0f} MB at most, {later[-1]:.0f} at the end"
    return Line(what, figure, f"{early:.0f} MB at a tenth", "≤ 1.25 ×", max(later) <= 1.25 * early)


def plan(folder: Path, articles: int) -> list[Line]:
    """What the driver holds for an archive before the work begins, by the growth of its memory."""
    archive = folder / "plan.jsonl"
    with archive.open("w", encoding="utf-8") as lines:
        lines.writelines(f'{{"id": "article-{number:012}", "text": "It rained."}}\n' for number in range(articles))
    rows = []
    for what, named in (("part files", False), ("a file an article", True)):
        code = f"from tests.benchmarks.archive_speed import grown; grown({str(archive)!r}, {named})"
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        seconds, grown_by = map(float, done.stdout.split())
        rows.append(
            Line(
                f"plan for {articles:,} articles, {what}",
                f"{grown_by / MB:.1f} MB",
                f"{seconds:.1f} s, {grown_by / articles:.0f} bytes an article",
            )
        )
    return rows


def grown(archive: str, named: bool) -> None:
    """Print the seconds that a plan takes, and the bytes by which the most memory that this process ever held grows."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with planned([archive], named=named):
        print(time.process_time() - began, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * unit)


def told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Measures, saying what; then prints the table. 1 when a budget is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.archive_speed")
    parser.add_argument("--quick", action="store_true", help="a tenth of the articles, in one round")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of one job, two jobs, cluster (3)")
    parser.add_argument("--articles", type=int, default=2_000, help="articles of each of them (2,000)")
    parser.add_argument("--only", choices=("speed", "memory", "plan"), help="one part of it")
    options = parser.parse_args(arguments)
    less = 10 if options.quick else 1
    parts: Mapping[str, Callable[[Path], list[Line]]] = {
        "speed": lambda folder: speed(folder, options.articles // less, 1 if options.quick else options.rounds),
        "memory": lambda folder: memory(folder, 10_000 // less),
        "plan": lambda folder: plan(folder, 2_000_000 // less),
    }
    lines: list[Line] = []
    loads = [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory() as name:
        for what in [options.only] if options.only else parts:
            told(f"measuring: {what}")
            lines += parts[what](Path(name))
            loads.append(os.getloadavg()[0])
    print(table(lines))
    print(
        f"\n{os.cpu_count()} cores, load average from {min(loads):.1f} to {max(loads):.1f}, that of this program included"
    )
    return int(any(line.met is False for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
