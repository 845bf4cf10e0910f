"""Engines that turn shards into parts, in any order: in this process or in several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from queue import SimpleQueue

from newsview.batch.part import Part, make_part
from newsview.batch.shards import Job, Shard
from newsview.batch.supervisor import Limits, Supervisor

AHEAD = 2
"""Queued shards for each worker: none is idle, and memory does not grow with the archive."""


def serial(shards: Iterable[Shard], job: Job) -> Iterator[Part]:
    """Parts made one after the other in this process; an article that crashes it ends the run."""
    from newsview.extraction.extract import Extractor

    extractor = Extractor.for_model(job.model)
    for shard in shards:
        yield make_part(shard, job, extractor)


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
