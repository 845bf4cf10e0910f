"""``newsview extract`` over an archive: which engine works, and what is said at the end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newsview.batch.engines import processes
from newsview.batch.manifest import ERRORS
from newsview.batch.run import Engine, run
from newsview.batch.shards import Job
from newsview.errors import ExtraMissingError
from newsview.streams import say


def extract_archive(
    files: Sequence[str], job: Job, jobs: int, scheduler: str | None, *, resume: bool, quiet: bool
) -> int:
    """Do the *job* for every article of *files*; the number of those that failed. Raises ``NewsviewError``."""
    engine: Engine = partial(processes, jobs=jobs) if scheduler is None else _cluster(scheduler, jobs)
    summary = run(files, job, engine, resume=resume, quiet=quiet)
    if not quiet:
        say(f"{summary.articles:,} articles in {summary.parts:,} parts in {job.folder}")
    if summary.failures:
        say(f"{summary.failures:,} articles failed: {job.folder}/{ERRORS} says which and why")
    return summary.failures


def _cluster(address: str, jobs: int) -> Engine:
    try:
        from newsview.batch.cluster import cluster
    except ImportError as error:
        raise ExtraMissingError("a cluster needs an extra: pip install 'newsview[cluster]'") from error
    return partial(cluster, address=address, jobs=jobs)
