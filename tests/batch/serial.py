"""An engine for tests that works in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsview.batch.part import Part, make_part
from newsview.batch.shards import Job, Shard
from newsview.extraction.extract import Extractor


def serial(shards: Iterable[Shard], job: Job) -> Iterator[Part]:
    """One after the other in this process. Nothing watches over it: an article that ends it ends the run."""
    extractor = Extractor.for_model(job.model)
    for shard in shards:
        yield make_part(shard, job, extractor)
