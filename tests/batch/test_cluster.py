"""The same shards on a real Dask cluster of this machine: a worker killed, a poison article."""

import os
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest

from newsview.batch.cluster import cluster
from newsview.batch.run import Summary, run
from newsview.batch.shards import Job
from newsview.errors import UsageError
from tests.batch.runs import FAST, LIMITS, ROOT, archive, contents, go

pytestmark = pytest.mark.filterwarnings("ignore")  # distributed's own, of its event loops and sockets


@pytest.fixture(autouse=True)
def from_the_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


def on_a_cluster(path: Path, folder: Path, *, resume: bool = False) -> Summary:
    engine = partial(cluster, jobs=2, limits=LIMITS, command=FAST)
    return run([str(path)], Job(str(folder), "jsonl"), engine, resume=resume, quiet=True)


def test_a_killed_worker_and_a_poison_article_lose_nothing_else(tmp_path: Path) -> None:
    path = archive(tmp_path, 700, n99="CRASH")
    go(path, tmp_path / "whole")
    killed: list[int] = []

    def kill_one() -> None:
        while not killed:
            time.sleep(0.3)
            for child in psutil.Process().children(recursive=True):
                words = " ".join(child.cmdline()) if child.is_running() else ""
                if "fast_worker" in words:
                    owner = child.parent()
                    if owner is not None:
                        owner.kill()
                        killed.append(owner.pid)
                        return

    thread = threading.Thread(target=kill_one)
    thread.start()
    summary = on_a_cluster(path, tmp_path / "out")
    thread.join()
    assert killed
    assert (summary.articles, summary.failures) == (699, 1)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_an_address_where_no_cluster_is_is_told(tmp_path: Path) -> None:
    engine = partial(cluster, address="nonsense", command=FAST)
    with pytest.raises(UsageError, match="no cluster answers"):
        run([str(archive(tmp_path, 3))], Job(str(tmp_path / "out"), "jsonl"), engine, quiet=True)
