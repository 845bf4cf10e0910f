"""Engine that turns shards into parts with several processes, in any order; ``cluster`` has one for many machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from queue import SimpleQueue

from newsview.batch.part import Part
from newsview.batch.shards import Job, Shard
from newsview.batch.supervisor import Limits, Supervisor

AHEAD = 2
"""Queued shards for each worker: none is idle, and memory does not grow with the archive."""


def processes(
    shards: Iterable[Shard],
    job: Job,
    jobs: int,
    limits: Limits | None = None,
    command: Sequence[str] | None = None,
) -> Iterator[Part]:
    """Parts made by *jobs* child processes, each supervised by a thread. Closing the iterator ends them.

    *command* starts a child process; by default ``python -m newsview.batch.worker``.
    """
    free: SimpleQueue[Supervisor] = SimpleQueue()
    supervisors = [Supervisor(limits, command) for _ in range(jobs)]
    for supervisor in supervisors:
        free.put(supervisor)

    def make(shard: Shard) -> Part:
        """The part of *shard*, made by an idle process."""
        supervisor = free.get()
        try:
            return supervisor.make(shard, job)
        finally:
            free.put(supervisor)

    waiting = iter(shards)
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="newsview-batch")
    try:
        running: set[Future[Part]] = {pool.submit(make, shard) for shard in islice(waiting, jobs * AHEAD)}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            running |= {pool.submit(make, shard) for shard in islice(waiting, len(done))}
            for future in done:
                yield future.result()
    finally:
        for supervisor in supervisors:
            supervisor.stop()
        pool.shutdown(wait=True, cancel_futures=True)
        for supervisor in supervisors:
            supervisor.close()
