"""Speed figures from commit to commit: what is followed, how runs are summed up, and the file that keeps them.

The file has a line of JSON for each run. It names no machine: ratios are taken in one run, and the load stands beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from tests.places import ROOT

FILE: Final = ROOT / "docs" / "benchmarks.jsonl"


class Followed(NamedTuple):
    """A figure that is followed, and its budget."""

    name: str
    title: str
    unit: str
    budget: float
    at_least: bool = False
    """Whether the figure may not be less than its budget; else it may not be more."""

    def is_met(self, figure: float) -> bool:
        """Whether the *figure* keeps to the budget."""
        return figure >= self.budget if self.at_least else figure <= self.budget

    def budget_words(self) -> str:
        """The budget in words: "≥ 1.35 ×"."""
        return f"{'≥' if self.at_least else '≤'} {self.words(self.budget)}"

    def words(self, figure: float) -> str:
        """The *figure* with its unit."""
        digits = f"{figure:,.0f}" if figure >= 100 else f"{figure:.1f}" if self.unit != "×" else f"{figure:.2f}"
        return f"{digits} {self.unit}"


FOLLOWED: Final = (
    Followed("extract", "words per CPU second of `newsview extract`, beside bare `nlp.pipe`", "×", 1.35, at_least=True),
    Followed("shell", "one article from the shell, beside a bare spaCy script, CPU", "×", 0.70),
    Followed("million", "a million articles of 300 words", "core-hours", 10),
    Followed("jobs", "two jobs beside one, by the busiest process", "×", 1.9, at_least=True),
    Followed("jobs_wall", "two jobs beside one, wall time", "×", 1.9, at_least=True),
    Followed("pages", "web pages beside the same texts as .txt, CPU", "×", 1.3),
    Followed("cold", "all facts of 600 words on screen, cold, beside the bare script", "×", 0.65),
    Followed("paint", "first paint beside a ten-line Textual app", "×", 1.15),
    Followed("paint_cpu", "first paint beside a ten-line Textual app, CPU", "×", 1.15),
    Followed("cached", "cached facts on screen, beside the ten-line app's first paint", "×", 1.4),
    Followed("key", "a key, 600 words, mean CPU", "ms", 9),
    Followed("key_long", "a key, 10,000 words, mean CPU", "ms", 9),
    Followed("bytes", "bytes to the terminal a key at 120x36, mean", "bytes", 2048),
)


class Spread(NamedTuple):
    """A figure over several runs."""

    median: float
    low: float
    high: float
    runs: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """That of the *values*, of which there must be one."""
        return cls(round(median(values), 4), round(min(values), 4), round(max(values), 4), len(values))


@dataclass(frozen=True, slots=True)
class Run:
    """The figures of one run of the benchmarks."""

    date: str
    commit: str
    """With a ``+`` where files differed from it."""
    cores: int
    load: tuple[float, float]
    """The lowest and the highest load average on the way, that of the benchmarks included."""
    figures: Mapping[str, Spread]

    def line(self) -> str:
        """The run as a line of the file."""
        figures = {name: each._asdict() for name, each in self.figures.items()}
        return json.dumps(asdict(self) | {"figures": figures})

    @classmethod
    def of(cls, line: str) -> Run:
        """The run on a *line* of the file."""
        plain = json.loads(line)
        figures = {name: Spread(**each) for name, each in plain["figures"].items()}
        return cls(plain["date"], plain["commit"], plain["cores"], tuple(plain["load"]), figures)


def read(path: Path = FILE) -> list[Run]:
    """All runs of the file, the oldest first."""
    return [Run.of(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def keep(run: Run, path: Path = FILE) -> None:
    """Append *run* to the file."""
    with path.open("a", encoding="utf-8") as lines:
        lines.write(run.line() + "\n")


def ratios(ours: Iterable[float], theirs: Iterable[float]) -> list[float]:
    """The ratio of each pair that was measured in turn."""
    return [first / second for first, second in zip(ours, theirs, strict=True)]


def table(run: Run) -> str:
    """The figures of *run* in Markdown, beside their budgets."""
    lines = ["| what | median | lowest–highest (runs) | budget |", "|---|---:|---:|---:|"]
    for each in FOLLOWED:
        if (found := run.figures.get(each.name)) is not None:
            spread = f"{_digits(each, found.low)}–{_digits(each, found.high)} ({found.runs})"
            missed = "" if each.is_met(found.median) else ", missed"
            lines.append(f"| {each.title} | {each.words(found.median)} | {spread} | {each.budget_words()}{missed} |")
    return "\n".join(lines)


def _digits(followed: Followed, figure: float) -> str:
    return followed.words(figure).split()[0]


def circumstances(run: Run) -> str:
    """When and on what machine *run* was, in words."""
    low, high = run.load
    return (
        f"{run.date}, commit {run.commit}, {run.cores} cores, load {low:.1f}–{high:.1f} (the benchmarks' own included)"
    )
