"""A run over many articles: plan, resume, process the shards, record the parts, summarise."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from newsview.batch.existing import ExistingOutputs
from newsview.batch.manifest import Manifest, Run
from newsview.batch.part import Part, lost_parts
from newsview.batch.plan import Plan, planned
from newsview.batch.portion import WHOLE, Portion
from newsview.batch.progress import ProgressLine
from newsview.batch.shards import Job, Shard
from newsview.batch.versions import installed
from newsview.errors import CannotWriteError, UsageError
from newsview.store.overwriting import ignores_case
from newsview.terminal.plural import counted
from newsview.terminal.printable import printable

Engine = Callable[[Iterable[Shard], Job], Iterator[Part]]
"""Function that turns shards into parts, in any order."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Result of a run: number of articles with facts, failed articles and parts."""

    articles: int
    failures: int
    parts: int
    left_out: int = 0
    """Articles without the facts of some paragraphs."""


def run(
    files: Sequence[str],
    job: Job,
    engine: Engine,
    *,
    resume: bool = False,
    retry_failed: bool = False,
    quiet: bool = False,
    force: bool = False,
    portion: Portion = WHOLE,
    one_machine: bool = True,
) -> Summary:
    """Extract the facts of every article that *files* name, or of *portion* of them. Raises ``NewsviewError`` if the run cannot continue.

    Outputs that would overwrite an input or reviewed facts are refused before any work, unless *force* is set. After an
    interruption, *resume* processes the remaining shards; the result equals that of an uninterrupted run.
    *retry_failed* also repeats the parts with articles that failed or have paragraphs left out. Finished portions are
    joined by a resumed run of the whole. Packed archives and tables are read by processes on *one_machine* only.
    """
    versions = installed(job.model)
    job = replace(job, versions=str(versions), base=str(Path.cwd()), manifest=portion.manifest)
    progress = ProgressLine(quiet=quiet)
    existing = ExistingOutputs(files, job, force=force, portion=portion)
    any_case = ignores_case(Path(job.folder))
    with planned(
        files,
        named=job.form == "json",
        on_progress=progress.scanned,
        any_case=any_case,
        on_article=existing.check,
        options=job.reading,
        one_machine=one_machine,
    ) as plan:
        about = Run.of(plan, job, versions)
        existing.refuse_records()
        resumed = resume or retry_failed
        if not resumed:
            existing.refuse_outputs(plan.shards(), ())
        with closing(Manifest.begin(Path(job.folder), about, resume=resumed, portion=portion)) as manifest:
            if manifest.done:
                manifest.forget(lost_parts(job, manifest.done, plan.shards()))
            if retry_failed:
                manifest.forget([number for number, part in manifest.done.items() if not part.is_whole])
            existing.refuse_outputs(plan.shards(), manifest.done)
            articles = _articles(plan, portion)
            todo = (each for each in plan.shards() if portion.has(each.number) and each.number not in manifest.done)
            progress.begin(articles, sum(_size(part) for part in manifest.done.values()))
            try:
                _work(_parts(engine, todo, job), manifest, progress)
            except UsageError:
                if not resumed and not manifest.done:
                    manifest.discard()  # no run that a corrected command would have to resume
                raise
            except CannotWriteError as error:
                raise CannotWriteError(f"{error}; fix this and use --resume to continue") from error
            finally:
                progress.end()
            _refuse_lost(job, manifest, plan)
            failures = manifest.finish(about)
            parts = manifest.done.values()
            left_out = sum(len(part.left_out) for part in parts)
            return Summary(sum(part.articles for part in parts), failures, len(parts), left_out)


def _articles(plan: Plan, portion: Portion) -> int:
    """The number of articles of *portion*."""
    if portion.is_whole:
        return plan.articles
    return sum(len(shard.items) for shard in plan.shards() if portion.has(shard.number))


def _refuse_lost(job: Job, manifest: Manifest, plan: Plan) -> None:
    """Raise ``CannotWriteError`` if files of finished parts are missing or changed."""
    lost = lost_parts(job, manifest.done, plan.shards())
    if lost:
        raise CannotWriteError(
            f"{printable(job.folder)}: files of {len(lost)} of {counted(len(manifest.done), 'part')} have been removed "
            f"or changed since the run began (the first is part {lost[0]}); use --resume to make them again"
        )


def _work(parts: Generator[Part, None, None], manifest: Manifest, progress: ProgressLine) -> None:
    """Record every part as it is made; the engine is closed in any case."""
    with closing(parts):
        for part in parts:
            manifest.add(part)
            progress.add(_size(part))


def _parts(engine: Engine, todo: Iterable[Shard], job: Job) -> Generator[Part, None, None]:
    """The engine's parts, as a generator with ``close``."""
    yield from engine(todo, job)


def _size(part: Part) -> int:
    return part.articles + len(part.failures)
