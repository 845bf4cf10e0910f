"""Program: a run on a local Dask cluster, with one worker killed during the run: ARCHIVE FOLDER GATE.

The archive contains an article that waits for the file GATE, which is created when the worker is killed.

A separate process, because Dask leaves threads and helper processes in the process that runs it.
"""

import sys
import threading
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil

from newsview.batch.cluster import cluster
from newsview.batch.run import run
from newsview.batch.shards import Job
from tests.batch.runs import FAST, PATIENT_LIMITS


def kill_one(killed: list[int], gate: Path) -> None:
    """Kill a worker of the cluster once it has a child process, then create *gate*."""
    while not killed:
        time.sleep(0.1)
        for child in psutil.Process().children(recursive=True):
            with suppress(psutil.Error):
                owner = child.parent()
                if "fast_worker" in " ".join(child.cmdline()) and owner is not None:
                    owner.kill()
                    killed.append(owner.pid)
                    gate.touch()
                    return


if __name__ == "__main__":
    source, target, opened = sys.argv[1:]
    victims: list[int] = []
    thread = threading.Thread(target=kill_one, args=(victims, Path(opened)), daemon=True)
    thread.start()
    engine = partial(cluster, jobs=2, limits=PATIENT_LIMITS, command=FAST)
    summary = run([source], Job(target, "jsonl"), engine, quiet=True)
    print(len(victims), summary.articles, summary.failures)
