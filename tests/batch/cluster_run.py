"""A run on a local Dask cluster, one of whose workers is killed on the way, as a program: ARCHIVE FOLDER.

A process of its own, because Dask leaves threads and helper processes behind in the one that it ran in.
"""

import sys
import threading
import time
from contextlib import suppress
from functools import partial

import psutil

from newsview.batch.cluster import cluster
from newsview.batch.run import run
from newsview.batch.shards import Job
from tests.batch.runs import FAST, LIMITS


def kill_one(killed: list[int]) -> None:
    """Kill a worker of the cluster as soon as it has an article in hand."""
    while not killed:
        time.sleep(0.3)
        for child in psutil.Process().children(recursive=True):
            with suppress(psutil.Error):
                owner = child.parent()
                if "fast_worker" in " ".join(child.cmdline()) and owner is not None:
                    owner.kill()
                    killed.append(owner.pid)
                    return


if __name__ == "__main__":
    source, target = sys.argv[1:]
    victims: list[int] = []
    thread = threading.Thread(target=kill_one, args=(victims,), daemon=True)
    thread.start()
    engine = partial(cluster, jobs=2, limits=LIMITS, command=FAST)
    summary = run([source], Job(target, "jsonl"), engine, quiet=True)
    print(len(victims), summary.articles, summary.failures)
