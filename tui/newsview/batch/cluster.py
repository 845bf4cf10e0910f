"""Engine that processes shards on a Dask cluster, existing or local. Needs the extra ``cluster``.

Every Dask worker supervises a child process that extracts facts, as in ``engines.processes``: a crash ends the child,
not the worker, and the model is loaded once. Shards of a lost worker are assigned to another. The inputs and the output
folder must have the same paths on every machine.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from hashlib import blake2b
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Final

import dask
from distributed import Client, KilledWorker, LocalCluster, Security, as_completed, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from newsview.batch.part import Part
from newsview.batch.shards import Job, Shard
from newsview.batch.supervisor import Limits, Supervisor
from newsview.errors import ExtraMissingError, NewsviewError, UsageError
from newsview.terminal.install_hint import installing
from newsview.terminal.printable import printable

_NO_PAGES: Final[Mapping[str, Sequence[str]]] = {
    f"distributed.{part}.http.routes": [] for part in ("scheduler", "worker")
}

AHEAD = 2
"""Queued shards for each thread of the cluster."""

LOCAL = "local"
"""Address of a cluster of local processes that is started for the run."""

SAFE_PATH = "PYTHONSAFEPATH"
"""Environment variable equivalent to ``-P``, for the processes that Dask starts with ``-c``."""

PATIENCE = 60
"""Seconds to wait for the first worker of a cluster."""


class Watcher(WorkerPlugin):
    """Plugin of a Dask worker that holds one supervisor for each of its threads."""

    def __init__(self, name: str, limits: Limits | None = None, command: Sequence[str] | None = None) -> None:
        self.name = name
        self._limits, self._command = limits, command

    def setup(self, worker: object) -> None:
        """Start without supervisors; the first shard of a thread creates one."""
        self._own = threading.local()
        self._all: list[Supervisor] = []

    def supervisor(self) -> Supervisor:
        """The supervisor of the calling thread, created on first use."""
        found: Supervisor | None = getattr(self._own, "supervisor", None)
        if found is None:
            found = self._own.supervisor = Supervisor(self._limits, self._command)
            self._all.append(found)
        return found

    def teardown(self, worker: object) -> None:
        """End all child processes."""
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
    """Parts made by the cluster at *address* (``tcp://host:port``), or by a local cluster with *jobs* workers.

    Raises ``UsageError`` if there is no cluster or its workers lack newsview, ``NewsviewError`` if the cluster is lost.
    """
    with ExitStack() as open_:
        client = _client(address, jobs, open_)
        _check_workers(client, address)
        name = open_.enter_context(_plugin_registered(client, job, limits, command))
        try:
            yield from _parts(client, iter(shards), job, name)
        except KilledWorker as error:
            raise NewsviewError(
                f"the cluster lost too many workers (last: {error.last_worker}); use --resume to continue"
            ) from error
        except (CancelledError, OSError) as error:
            raise NewsviewError(f"lost the cluster at {printable(address)}; use --resume to continue") from error


def _parts(client: Client, waiting: Iterator[Shard], job: Job, name: str) -> Iterator[Part]:
    running = as_completed([])

    def submit() -> None:
        """Submit shards up to the limit for the workers that are connected now."""
        # the number of workers changes during a run
        wanted = max(1, sum(client.nthreads().values())) * AHEAD - running.count()
        for shard in islice(waiting, max(0, wanted)):
            # a shard always gives the same bytes, so Dask may repeat it on another worker
            running.add(client.submit(_make, shard, job, name, pure=False))

    submit()
    for future in running:
        part: Part = future.result()
        yield part
        submit()


def _client(address: str, jobs: int, open_: ExitStack) -> Client:
    # failures are reported in one line by newsview
    for logger in ("distributed", "distributed.client"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    if address == LOCAL:
        open_.enter_context(_safe_path())  # until the end of the run: lost workers are restarted
        # scheduler and workers serve pages without TLS, on a fixed port by default: they get none, and any port
        with _interrupts_ignored(), dask.config.set(_NO_PAGES):
            local = LocalCluster(
                n_workers=jobs,
                threads_per_worker=1,
                dashboard_address=None,
                scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
                silence_logs=50,
                security=_own_certificate(),  # every user of the machine can reach its ports
            )
        own: Client = open_.enter_context(Client(open_.enter_context(local)))
        return own
    try:
        client: Client = open_.enter_context(Client(address, timeout="20s"))
        return client
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {printable(address)}: cannot connect to a cluster ({error})") from error


def _own_certificate() -> Security:
    """TLS with a certificate of this run's own, which its scheduler and workers ask everybody for."""
    try:
        security: Security = Security.temporary()
    except ImportError as error:
        raise ExtraMissingError(
            f"--scheduler local needs the package cryptography for encrypted connections: {installing('cryptography')}; "
            "or use --jobs"
        ) from error
    return security


@contextmanager
def _safe_path() -> Iterator[None]:
    """Context in which Python child processes import no module from the working directory, as with ``-P``."""
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
def _interrupts_ignored() -> Iterator[None]:
    """Context in which child processes ignore Ctrl+C, which a terminal sends to all processes: the driver ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _check_workers(client: Client, address: str) -> None:
    """Raise ``UsageError`` if the cluster has no worker, or one without newsview, which could not report it later."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise UsageError(f"--scheduler {printable(address)}: this cluster has no worker; start one") from error
    found = client.run(find_spec, "newsview", on_error="return")
    for worker, spec in found.items():
        if spec is None or isinstance(spec, Exception):
            raise UsageError(
                f"--scheduler {printable(address)}: newsview is not installed on the worker {worker}; install it there"
            )


@contextmanager
def _plugin_registered(client: Client, job: Job, limits: Limits | None, command: Sequence[str] | None) -> Iterator[str]:
    """Context with a ``Watcher`` registered on every worker; gives its name.

    The name is derived from the folder: a resumed run replaces the plugin of a killed run, but not that of another run.
    """
    name = f"newsview-{blake2b(str(Path(job.folder).absolute()).encode(), digest_size=8).hexdigest()}"
    client.register_plugin(Watcher(name, limits, command))
    try:
        yield name
    finally:
        # the cluster may be lost; a restarted one has no such plugin (ValueError)
        with suppress(OSError, CancelledError, ValueError):
            client.unregister_worker_plugin(name)


def _make(shard: Shard, job: Job, name: str) -> Part:
    watcher = get_worker().plugins[name]
    if not isinstance(watcher, Watcher):
        raise AssertionError("the plugin is registered before the first shard is submitted")
    return watcher.supervisor().make(shard, job)
