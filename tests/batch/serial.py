"""Engine for tests that works in the same process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsview.batch.part import Part, make_part
from newsview.batch.shards import Job, Shard
from newsview.extraction.extract import Extractor


def serial(shards: Iterable[Shard], job: Job) -> Iterator[Part]:
    """Parts made one after the other in this process; an article that crashes it ends the run."""
    extractor = Extractor.for_model(job.model)
    for shard in shards:
        yield make_part(shard, job, extractor)
