"""A whole run: plan, go on where an earlier one stopped, work, note every part, sum up."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsview._version import __version__
from newsview.batch.manifest import Manifest, Run
from newsview.batch.part import Part
from newsview.batch.progress import ProgressLine
from newsview.batch.shards import Job, Shard, digest, shards
from newsview.errors import UsageError
from newsview.model_files import no_pipeline, pipeline_label
from newsview.outputs import output_name

Engine = Callable[[Iterable[Shard], Job], Iterator[Part]]
"""Turns shards into parts, in any order."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has come to: articles with facts, articles without, in how many parts."""

    articles: int
    failures: int
    parts: int


def run(files: Sequence[str], job: Job, engine: Engine, *, resume: bool = False, quiet: bool = False) -> Summary:
    """Find the facts of every article that *files* name. Raises ``NewsviewError`` where the run cannot go on.

    Whatever ends it, *resume* goes on with what is not done; the result is the same as that of a run in one go.
    """
    model = pipeline_label(job.model)
    if model is None:
        raise no_pipeline(job.model)
    inputs, count, articles = digest(shards(files))
    if job.form == "json":
        _refuse_twins(files)
    about = Run(inputs, count, articles, job.form, __version__, model, job.encoding, job.published)
    with closing(Manifest.begin(Path(job.folder), about, resume=resume)) as manifest:
        progress = ProgressLine(articles, quiet=quiet)
        progress.show(sum(_size(part) for part in manifest.done.values()))
        todo = (shard for shard in shards(files) if shard.number not in manifest.done)
        with closing(_parts(engine, todo, job)) as parts:
            for part in parts:
                manifest.add(part)
                progress.add(_size(part))
        progress.end()
        failures = manifest.finish(about)
        return Summary(sum(part.articles for part in manifest.done.values()), failures, len(manifest.done))


def _parts(engine: Engine, todo: Iterable[Shard], job: Job) -> Generator[Part, None, None]:
    """The engine's parts, as a generator that can be closed."""
    yield from engine(todo, job)


def _size(part: Part) -> int:
    return part.articles + len(part.failures)


def _refuse_twins(files: Sequence[str]) -> None:
    """Raise ``UsageError`` where two files would be written under one name; of archives, ids are looked at as they come."""
    seen: dict[str, str] = {}
    for shard in shards(files):
        for item in shard.items:
            name = item.name or output_name(f"{item.path}:{item.number}")
            if name in seen:
                raise UsageError(f"{seen[name]} and {item.label} would both be written as {name}.json; rename one")
            seen[name] = item.label
