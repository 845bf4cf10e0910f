"""The manifest of a run: a header line, then one line for each finished part, each with its checksum.

``manifest.jsonl`` lies beside the parts. A line is added only after its part is on disk; a line torn by a crash
does not count, and its shard is processed again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from newsview.batch.part import Part
from newsview.batch.plan import Plan
from newsview.batch.shards import Job
from newsview.batch.versions import Versions
from newsview.errors import CannotWriteError, UsageError
from newsview.model import json_text
from newsview.store.checked_lines import checked_line, parsed_line
from newsview.store.files import is_named, make_folder, sweep, write_atomic
from newsview.terminal.printable import printable

NAME = "manifest.jsonl"
ERRORS = "errors.jsonl"


@dataclass(frozen=True, slots=True)
class Run:
    """What makes two runs the same: the inputs (as a hash), the form, and who finds the facts."""

    inputs: str
    articles: int
    form: str
    newsview: str
    spacy: str | None
    model: str
    encoding: str | None
    published: str | None

    @classmethod
    def of(cls, plan: Plan, job: Job, versions: Versions) -> Run:
        """The run that does *job* for the articles of *plan*."""
        by = (versions.newsview, versions.spacy, versions.model)
        return cls(plan.inputs, plan.articles, job.form, *by, job.encoding, job.published)


class Manifest:
    """The open manifest of a run; ``add`` every part as it is done."""

    def __init__(self, path: Path, handle: int, done: dict[int, Part]) -> None:
        self._path, self._handle = path, handle
        self.done = done
        """The parts that are done, by the number of their shard."""

    @classmethod
    def begin(cls, folder: Path, run: Run, *, resume: bool) -> Manifest:
        """Start the manifest of *run* in *folder*, or go on with the one that is there.

        Raises ``UsageError`` where the folder holds another run, or this one and *resume* is not set;
        ``CannotWriteError`` where nothing can be written.
        """
        path = folder / NAME
        head = checked_line({"run": asdict(run)})
        make_folder(folder)
        try:
            sweep(folder)  # what an earlier run left half written when it was killed
            before = path.read_bytes() if path.exists() else b""
            lines = list(_whole_lines(before))
            if lines and not resume:
                raise UsageError(f"{printable(str(folder))} holds an earlier run; --resume goes on with it")
            if lines:
                _refuse_another(folder, lines[0].get("run"), run)
            done = {part.shard: part for part in map(_part, lines[1:]) if part is not None}
            data = head + b"".join(checked_line({"part": part.plain()}) for _, part in sorted(done.items()))
            write_atomic(path, data)
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC)
        except OSError as error:
            raise CannotWriteError(f"cannot write {path}: {error.strerror or error}") from error
        return cls(path, handle, done)

    def add(self, part: Part) -> None:
        """Note that *part* is done, on the disk before this returns.

        Raises ``CannotWriteError``, also where somebody has removed the manifest: with it the parts may be gone.
        """
        try:
            if not is_named(self._handle, self._path):
                raise CannotWriteError(f"{printable(str(self._path))} has been removed since the run began")
            rest = memoryview(checked_line({"part": part.plain()}))
            while rest:  # a disk that becomes full takes the beginning of a line
                rest = rest[os.write(self._handle, rest) :]
            os.fsync(self._handle)
        except OSError as error:
            raise CannotWriteError(f"cannot write {self._path}: {error.strerror or error}") from error
        self.done[part.shard] = part

    def forget(self, shards: Iterable[int]) -> None:
        """Take the parts of these *shards* for not done; until they are made again the file still names them."""
        for shard in shards:
            del self.done[shard]

    def finish(self, run: Run) -> int:
        """Put the lines into the order of the shards and write ``errors.jsonl``; the number of failed articles."""
        parts = [part for _, part in sorted(self.done.items())]
        write_atomic(
            self._path,
            checked_line({"run": asdict(run)}) + b"".join(checked_line({"part": part.plain()}) for part in parts),
        )
        failures = [asdict(failure) for part in parts for failure in part.failures]
        write_atomic(self._path.with_name(ERRORS), b"".join(map(json_text.line, failures)))
        return len(failures)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)


_OPTIONS = {"form": "--format", "encoding": "--encoding", "published": "--published"}


def _refuse_another(folder: Path, before: object, run: Run) -> None:
    """Raise ``UsageError`` that says in what the run that *folder* holds was another one than *run*."""
    now = asdict(run)
    if before == now:
        return
    then = before if isinstance(before, dict) else {}
    different = [
        f"{_OPTIONS.get(key, key)} {then.get(key) or 'not given'} instead of {now[key] or 'not given'}"
        for key in ("form", "encoding", "published", "newsview", "spacy", "model")
        if then.get(key) != now[key]
    ]
    if then.get("articles") != run.articles:
        different.append(f"other articles ({then.get('articles')} instead of {run.articles})")
    elif then.get("inputs") != run.inputs:
        different.append("other articles, or some that have been changed since")
    what = printable(", ".join(different))
    raise UsageError(f"{printable(str(folder))} holds an earlier run with {what}; name another folder")


def _whole_lines(data: bytes) -> Iterator[dict[str, Any]]:
    """The values of the lines up to the first one that is torn or changed."""
    for line in data.splitlines(keepends=True):
        value = parsed_line(line)
        if value is None:
            return
        yield value


def _part(line: Mapping[str, Any]) -> Part | None:
    try:
        return Part.of(line["part"])
    except (KeyError, TypeError):
        return None
