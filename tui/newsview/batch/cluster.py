"""Shards on a Dask cluster: one of the user's, or one that is started here. Importing it needs the extra ``cluster``.

Every worker watches over a process that reads the articles, as ``engines.processes`` does: a poison article ends that
process and not the worker, and the model is loaded once. A worker that is killed loses its shard to another one. The
inputs and the folder of outputs have to be reachable under the same names everywhere.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice

from distributed import Client, LocalCluster, as_completed, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from newsview.batch.part import Part
from newsview.batch.shards import Job, Shard
from newsview.batch.supervisor import Limits, Supervisor
from newsview.errors import UsageError

AHEAD = 2
"""Shards that wait for each thread of the cluster."""

LOCAL = "local"
"""The address that stands for a cluster of this machine's processes, started for the run."""

PLUGIN = "newsview"


class Watcher(WorkerPlugin):
    """Keeps, on a worker of the cluster, a supervisor for each of its threads."""

    name = PLUGIN

    def __init__(self, limits: Limits | None = None, command: Sequence[str] | None = None) -> None:
        self._limits, self._command = limits, command

    def setup(self, worker: object) -> None:
        """Begin without any: a process is started when there is a shard for it."""
        self._own = threading.local()
        self._all: list[Supervisor] = []

    def supervisor(self) -> Supervisor:
        """The supervisor of the calling thread."""
        found: Supervisor | None = getattr(self._own, "supervisor", None)
        if found is None:
            found = self._own.supervisor = Supervisor(self._limits, self._command)
            self._all.append(found)
        return found

    def teardown(self, worker: object) -> None:
        """End the processes."""
        for supervisor in self._all:
            supervisor.close()


def cluster(
    shards: Iterable[Shard],
    job: Job,
    address: str = LOCAL,
    jobs: int = 2,
    limits: Limits | None = None,
    command: Sequence[str] | None = None,
) -> Iterator[Part]:
    """By the workers of the cluster at *address* (``tcp://host:port``), or of a local one with *jobs* workers.

    Raises ``UsageError`` where there is no such cluster.
    """
    waiting = iter(shards)
    with ExitStack() as open_:
        client = _client(address, jobs, open_)
        client.register_plugin(Watcher(limits, command))
        threads = sum(client.nthreads().values())
        running = as_completed([_submit(client, shard, job) for shard in islice(waiting, max(1, threads) * AHEAD)])
        for future in running:
            yield future.result()
            for shard in islice(waiting, 1):
                running.add(_submit(client, shard, job))


def _client(address: str, jobs: int, open_: ExitStack) -> Client:
    if address == LOCAL:
        local = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=50)
        own: Client = open_.enter_context(Client(open_.enter_context(local)))
        return own
    try:
        client: Client = open_.enter_context(Client(address, timeout="20s"))
        return client
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {address}: no cluster answers there ({error})") from error


def _submit(client: Client, shard: Shard, job: Job) -> object:
    # the same shard twice gives the same bytes, so a part may be made again wherever that helps
    return client.submit(_make, shard, job, pure=False)


def _make(shard: Shard, job: Job) -> Part:
    watcher = get_worker().plugins[PLUGIN]
    if not isinstance(watcher, Watcher):
        raise AssertionError("the plugin is registered before the first shard is submitted")
    return watcher.supervisor().make(shard, job)
