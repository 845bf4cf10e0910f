"""ExistingOutputs files in the output folder of a run, and the reasons not to overwrite them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from newsview.batch.part import part_name
from newsview.batch.portion import WHOLE, Portion
from newsview.batch.shards import Job, Shard
from newsview.inputs.folders import paths_of
from newsview.store.overwriting import inputs_within, objection, refuse


class ExistingOutputs:
    """Check of the output folder of *job* with the inputs *files*. With *force* everything may be overwritten."""

    def __init__(self, files: Sequence[str], job: Job, *, force: bool, portion: Portion = WHOLE) -> None:
        self._portion = portion
        self._folder, self._form, self._force = Path(job.folder), job.form, force
        self._inputs = frozenset() if force else inputs_within(paths_of(files), self._folder)
        self._articles: dict[int, str] = {}

    def check(self, article: int, name: str | None) -> None:
        """Check the output *name* of the article with that number, from 0; None if it has no output."""
        reason = None if self._force or name is None else self._objection(f"{name}.json")
        if reason is not None:
            self._articles[article] = reason

    def refuse_records(self) -> None:
        """Raise ``CannotWriteError`` if the manifest or the list of errors may not be overwritten."""
        if not self._force:
            names = (self._portion.manifest, self._portion.errors)
            refuse([reason for reason in map(self._objection, names) if reason is not None])

    def refuse_outputs(self, shards: Iterable[Shard], done: Collection[int]) -> None:
        """Raise ``CannotWriteError`` if an output of *shards*, except those in *done*, may not be overwritten."""
        if self._force or not (self._articles if self._form == "json" else self._has_parts()):
            return
        reasons, first = [], 0
        for shard in shards:
            if shard.number not in done and self._portion.has(shard.number):
                reasons += self._reasons(shard, first)
            first += len(shard.items)
        refuse(reasons)

    def _reasons(self, shard: Shard, first: int) -> list[str]:
        if self._form == "json":
            places = range(first, first + len(shard.items))
            return [self._articles[place] for place in places if place in self._articles]
        reason = self._objection(part_name(shard.number, self._form))
        return [] if reason is None else [reason]

    def _has_parts(self) -> bool:
        return next(self._folder.glob("part-*"), None) is not None

    def _objection(self, name: str) -> str | None:
        return objection(self._folder / name, self._folder, self._inputs)
