"""Program: one run over an archive, with progress: ``python -m tests.benchmarks.archive_run ARCHIVE FOLDER ENGINE JOBS ARTICLES``.

For every part that is done, at most twice a second, it prints a line of JSON: the articles done so far, and of every
process (the first is the driver) its id, the CPU seconds it has used and the bytes that it holds in memory.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial

import psutil

from newsview.batch.engines import processes
from newsview.batch.part import Part
from newsview.batch.run import Engine, run
from newsview.batch.shards import Job, Shard

EVERY = 0.5
"""Seconds between two looks at the processes."""


def engine(name: str, jobs: int) -> Engine:
    """The engine called ``processes`` or ``cluster``."""
    if name == "processes":
        return partial(processes, jobs=jobs)
    from newsview.batch.cluster import cluster

    return partial(cluster, jobs=jobs)


class Teller:
    """Passes an engine's parts on, and tells what they have cost so far."""

    def __init__(self, made_by: Engine, total: int) -> None:
        self._made_by, self._total = made_by, total
        self._articles = 0

    def __call__(self, shards: Iterable[Shard], job: Job) -> Iterator[Part]:
        told = time.monotonic()
        self.tell()
        for part in self._made_by(shards, job):
            self._articles += part.articles + len(part.failures)
            # the processes end with the last part: they are looked at before it is handed on
            if time.monotonic() - told >= EVERY or self._articles == self._total:
                told = time.monotonic()
                self.tell()
            yield part

    def tell(self) -> None:
        """Print a line for now."""
        rows = []
        driver = psutil.Process()
        for process in [driver, *driver.children(recursive=True)]:
            with suppress(psutil.Error):
                spent = process.cpu_times()
                rows.append([process.pid, spent.user + spent.system, process.memory_info().rss])
        print(json.dumps({"articles": self._articles, "processes": rows}), flush=True)


if __name__ == "__main__":
    archive, folder, name, jobs, articles = sys.argv[1:]
    run([archive], Job(folder, "jsonl"), Teller(engine(name, int(jobs)), int(articles)), quiet=True)
