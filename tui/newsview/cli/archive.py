"""``newsview extract`` with a run over many articles: choice of the engine, summary at the end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newsview.batch.engines import processes
from newsview.batch.portion import WHOLE, Portion
from newsview.batch.run import Engine, run
from newsview.batch.shards import Job
from newsview.cli.options import ExtractOptions
from newsview.errors import ExtraMissingError
from newsview.terminal.install_hint import installing
from newsview.terminal.plural import counted
from newsview.terminal.signals import Ended
from newsview.terminal.streams import say


def extract_archive(files: Sequence[str], job: Job, options: ExtractOptions) -> int:
    """Run *job* for every article of *files*; returns the number of failed articles. Raises ``NewsviewError``."""
    scheduler, jobs = options.scheduler, options.jobs or 1
    portion = Portion.parsed(options.part) if options.part is not None else WHOLE
    engine: Engine = partial(processes, jobs=jobs) if scheduler is None else _cluster(scheduler, jobs)
    try:
        summary = run(
            files,
            job,
            engine,
            resume=options.resume,
            retry_failed=options.retry_failed,
            quiet=options.quiet,
            force=options.force,
            portion=portion,
            one_machine=scheduler is None,
        )
    except (KeyboardInterrupt, Ended):
        say("interrupted; run the same command with --resume to continue")
        raise
    if not options.quiet:
        say(f"{counted(summary.articles, 'article')} in {counted(summary.parts, 'part')} in {job.folder}")
        if not portion.is_whole:
            say(f"part {options.part}; when all are done, --resume without --part joins them")
    if summary.left_out:
        say(
            f"paragraphs of {counted(summary.left_out, 'article')} were left out, because the extraction does not get to "
            f"their end; see {job.folder}/{portion.manifest}"
        )
    if summary.failures:
        say(
            f"{counted(summary.failures, 'article')} failed; see {job.folder}/{portion.errors}; "
            "run the same command with --retry-failed to try again"
        )
    return summary.failures


def _cluster(address: str, jobs: int) -> Engine:
    try:
        from newsview.batch.cluster import cluster
    except ImportError as error:
        raise ExtraMissingError(
            f"--scheduler needs an extra that is not installed; install it: {installing('newsview[cluster]')}"
        ) from error
    return partial(cluster, address=address, jobs=jobs)
