"""Engine that processes shards on a Dask cluster, the user's or a local one. Needs the extra ``cluster``.

Every Dask worker supervises a child process that extracts, as ``engines.processes`` does: an article that crashes it
ends the child and not the worker, and the model is loaded once. The shards of a worker that dies go to another one. The
inputs and the folder of outputs must be reachable under the same paths on every machine.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from hashlib import blake2b
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from distributed import Client, KilledWorker, LocalCluster, as_completed, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from newsview.batch.part import Part
from newsview.batch.shards import Job, Shard
from newsview.batch.supervisor import Limits, Supervisor
from newsview.errors import NewsviewError, UsageError
from newsview.terminal.printable import printable

AHEAD = 2
"""Shards that wait for each thread of the cluster."""

LOCAL = "local"
"""The address that stands for a cluster of this machine's processes, started for the run."""

SAFE_PATH = "PYTHONSAFEPATH"
"""Python's variable that stands for ``-P``. Dask starts its processes with ``-c``, which has the working folder first."""

PATIENCE = 60
"""Seconds in which the first worker of a cluster has to be there."""


class Watcher(WorkerPlugin):
    """Keeps, on a worker of the cluster, a supervisor for each of its threads."""

    def __init__(self, name: str, limits: Limits | None = None, command: Sequence[str] | None = None) -> None:
        self.name = name
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

    Raises ``UsageError`` where there is no such cluster or its workers lack newsview, ``NewsviewError`` where it ends.
    """
    with ExitStack() as open_:
        client = _client(address, jobs, open_)
        _check_workers(client, address)
        name = open_.enter_context(_watched(client, job, limits, command))
        try:
            yield from _parts(client, iter(shards), job, name)
        except KilledWorker as error:
            raise NewsviewError(
                f"the cluster lost a worker too often ({error.last_worker}); --resume goes on"
            ) from error
        except (CancelledError, OSError) as error:
            raise NewsviewError(f"the cluster at {printable(address)} is gone; --resume goes on") from error


def _parts(client: Client, waiting: Iterator[Shard], job: Job, name: str) -> Iterator[Part]:
    running = as_completed([])

    def submit() -> None:
        """Gives the workers that are there now as much as they have to do at the most."""
        # workers come and go: there is always enough for those that are there now
        wanted = max(1, sum(client.nthreads().values())) * AHEAD - running.count()
        for shard in islice(waiting, max(0, wanted)):
            # the same shard twice gives the same bytes, so a part may be made again wherever that helps
            running.add(client.submit(_make, shard, job, name, pure=False))

    submit()
    for future in running:
        part: Part = future.result()
        yield part
        submit()


def _client(address: str, jobs: int, open_: ExitStack) -> Client:
    # what goes wrong is told in one line of ours
    for logger in ("distributed", "distributed.client"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    if address == LOCAL:
        open_.enter_context(_safe_path())  # until the end of the run: a worker that has died is started again
        with _deaf_to_interrupts():
            local = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50)
        own: Client = open_.enter_context(Client(open_.enter_context(local)))
        return own
    try:
        client: Client = open_.enter_context(Client(address, timeout="20s"))
        return client
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {printable(address)}: no cluster answers there ({error})") from error


@contextmanager
def _safe_path() -> Iterator[None]:
    """Python processes that are started in the block import no module from the working folder, as with ``-P``."""
    before = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = before


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes that are started in the block pass over Ctrl+C, which a terminal sends to all: the driver ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _check_workers(client: Client, address: str) -> None:
    """Raise ``UsageError`` where no worker comes, or one that cannot import newsview: it could not even say so."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise UsageError(f"--scheduler {printable(address)}: no worker has come to this cluster") from error
    found = client.run(find_spec, "newsview", on_error="return")
    for worker, spec in found.items():
        if spec is None or isinstance(spec, Exception):
            raise UsageError(f"--scheduler {printable(address)}: newsview is not installed on the worker {worker}")


@contextmanager
def _watched(client: Client, job: Job, limits: Limits | None, command: Sequence[str] | None) -> Iterator[str]:
    """A ``Watcher`` on every worker, under its name, until the block ends.

    The name is that of the folder: a run that goes on there replaces what a killed one has left, and no other run's.
    """
    name = f"newsview-{blake2b(str(Path(job.folder).absolute()).encode(), digest_size=8).hexdigest()}"
    client.register_plugin(Watcher(name, limits, command))
    try:
        yield name
    finally:
        # the cluster may be gone; one that was started anew at its address has never heard of the plugin (ValueError)
        with suppress(OSError, CancelledError, ValueError):
            client.unregister_worker_plugin(name)


def _make(shard: Shard, job: Job, name: str) -> Part:
    watcher = get_worker().plugins[name]
    if not isinstance(watcher, Watcher):
        raise AssertionError("the plugin is registered before the first shard is submitted")
    return watcher.supervisor().make(shard, job)
