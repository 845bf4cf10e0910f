"""All speed figures in one run of at most ten minutes: ``python -m tests.benchmarks``.

    python -m tests.benchmarks                  # measures, prints the table, appends it to docs/benchmarks.jsonl, draws the chart
    python -m tests.benchmarks --only starts    # prints one part of it: extraction, starts, keys or archives; keeps nothing
    python -m tests.benchmarks --draw           # only draws the chart and the README's table from the file again

What is compared takes turns, and each figure is the median over the turns with its lowest and highest. On a busy machine
look at those of processor time. The tools beside this one (``extract_speed``, ``reader_speed``, ``key_costs``,
``archive_speed``) measure each part more closely, and say where its time goes.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tests.benchmarks import history
from tests.benchmarks.history import Run, Spread
from tests.benchmarks.history_chart import chart
from tests.benchmarks.suite import archives, extraction, keys, starts
from tests.places import ROOT

CHART: Final = ROOT / "docs" / "benchmarks.svg"
README: Final = ROOT / "README.md"
BETWEEN: Final = re.compile(r"(<!-- speed:.*?-->\n)(.*)(\n<!-- end of speed -->)", re.DOTALL)

PARTS: Final[Mapping[str, Callable[[Path], Mapping[str, Sequence[float]]]]] = {
    "extraction": extraction,
    "starts": starts,
    "keys": keys,
    "archives": archives,
}


def commit() -> str:
    """The commit that is checked out, with a ``+`` where files differ from it."""
    named = [*git("rev-parse", "--short", "HEAD"), "unknown"]
    return named[0] + ("+" if git("status", "--porcelain", "--untracked-files=no") else "")


def git(*arguments: str) -> list[str]:
    """Lines that git prints; none where there is no repository."""
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True).stdout.splitlines()


def measured(parts: Sequence[str]) -> Run:
    """Measure the *parts* one after the other."""
    figures: dict[str, Spread] = {}
    loads = [os.getloadavg()[0]]
    for part in parts:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            figures |= {name: Spread.of(values) for name, values in PARTS[part](Path(folder)).items()}
        loads.append(os.getloadavg()[0])
        print(f"measured in {time.monotonic() - began:.0f} s: {part}", file=sys.stderr, flush=True)
    now = f"{datetime.now(UTC):%Y-%m-%d}"
    load = (round(min(loads), 2), round(max(loads), 2))
    return Run(now, commit(), os.cpu_count() or 1, load, figures)


def readme_table(runs: Sequence[Run]) -> str:
    """What the README states: the figures of the newest run."""
    return f"{history.table(runs[-1])}\n\n{history.circumstances(runs[-1])}."


def draw() -> None:
    """Write the chart and the README's table from the file."""
    runs = history.read()
    CHART.write_text(chart(runs), encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    README.write_text(BETWEEN.sub(lambda match: match[1] + readme_table(runs) + match[3], text), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Measures and prints; 1 when a budget is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--only", choices=list(PARTS), help="print one part, keep nothing")
    parser.add_argument("--draw", action="store_true", help="measure nothing, draw the chart again")
    options = parser.parse_args(arguments)
    if options.draw:
        draw()
        return 0
    # every process is to find its modules compiled, as in an installation
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    warnings.filterwarnings("ignore", message=r"\[W095\]")
    run = measured([options.only] if options.only else list(PARTS))
    print(f"{history.table(run)}\n\n{history.circumstances(run)}")
    if not options.only:
        history.keep(run)
        draw()
    return int(
        not all(each.is_met(run.figures[each.name].median) for each in history.FOLLOWED if each.name in run.figures)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
