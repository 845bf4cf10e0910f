"""The manifest of a run: a header line, then one line for each finished part, all JSON with a checksum.

``manifest.jsonl`` is in the output folder; a portion of a run (``portion``) has one of its own. A line is added only after its part is on disk; a line torn by a crash
is ignored, and its shard is processed again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from newsview.batch.part import Part
from newsview.batch.plan import Plan
from newsview.batch.portion import WHOLE, Portion, manifests
from newsview.batch.shards import Job
from newsview.batch.versions import Versions
from newsview.errors import CannotWriteError, UsageError
from newsview.model import json_text
from newsview.store.checked_lines import sealed_line, unsealed_line
from newsview.store.files import is_named, make_folder, sweep, write_atomic
from newsview.terminal.printable import printable

NAME = WHOLE.manifest
ERRORS = WHOLE.errors


@dataclass(frozen=True, slots=True)
class Run:
    """Identity of a run, compared before it is resumed: hash of the inputs, format, versions and options."""

    inputs: str
    articles: int
    form: str
    newsview: str
    spacy: str | None
    model: str
    encoding: str | None
    published: str | None
    fields: str | None = None
    aside: bool = False

    @classmethod
    def of(cls, plan: Plan, job: Job, versions: Versions) -> Run:
        """The identity of the run of *job* over the articles of *plan*."""
        by = (versions.newsview, versions.spacy, versions.model)
        return cls(
            plan.inputs, plan.articles, job.form, *by, job.encoding, job.published, job.fields.changes(), job.aside
        )


class Manifest:
    """The open manifest of a run; ``add`` records a finished part."""

    def __init__(self, path: Path, handle: int, done: dict[int, Part], portion: Portion) -> None:
        self._path, self._handle, self._portion = path, handle, portion
        self.done = done
        """Finished parts by the number of their shard."""

    @classmethod
    def begin(cls, folder: Path, run: Run, *, resume: bool, portion: Portion = WHOLE) -> Manifest:
        """Start the manifest of *portion* of *run* in *folder*, or continue the existing one.

        That of the whole run takes over what the manifests of portions have: it joins them. Raises ``UsageError`` if the
        folder contains another run, or this one without *resume*; ``CannotWriteError`` if it cannot be written.
        """
        path = folder / portion.manifest
        head = sealed_line({"run": asdict(run)})
        make_folder(folder)
        try:
            sweep(folder)  # temporary files of a killed run
            done = _done_before(folder, run, portion, resume=resume)
            data = head + b"".join(sealed_line({"part": part.plain()}) for _, part in sorted(done.items()))
            write_atomic(path, data)
            handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC)
        except OSError as error:
            raise CannotWriteError(f"cannot write {path}: {error.strerror or error}") from error
        return cls(path, handle, done, portion)

    def add(self, part: Part) -> None:
        """Record that *part* is finished, durably.

        Raises ``CannotWriteError``, also if the manifest has been removed, because the parts may be missing too.
        """
        try:
            if not is_named(self._handle, self._path):
                raise CannotWriteError(f"{printable(str(self._path))} has been removed since the run began")
            rest = memoryview(sealed_line({"part": part.plain()}))
            while rest:  # a disk that becomes full takes the beginning of a line
                rest = rest[os.write(self._handle, rest) :]
            os.fsync(self._handle)
        except OSError as error:
            raise CannotWriteError(f"cannot write {self._path}: {error.strerror or error}") from error
        self.done[part.shard] = part

    def forget(self, shards: Iterable[int]) -> None:
        """Remove these *shards* from ``done``, so that they are processed again. The file is not changed."""
        for shard in shards:
            del self.done[shard]

    def finish(self, run: Run) -> int:
        """Sort the lines by shard and write ``errors.jsonl``; returns the number of failed articles."""
        parts = [part for _, part in sorted(self.done.items())]
        write_atomic(
            self._path,
            sealed_line({"run": asdict(run)}) + b"".join(sealed_line({"part": part.plain()}) for part in parts),
        )
        failures = [asdict(failure) for part in parts for failure in part.failures]
        write_atomic(self._path.with_name(self._portion.errors), b"".join(map(json_text.line, failures)))
        return len(failures)

    def discard(self) -> None:
        """Remove the file, and the folder if nothing else is in it: nothing was done. Errors are ignored."""
        with suppress(OSError):
            self._path.unlink()
            self._path.parent.rmdir()

    def close(self) -> None:
        """Close the file."""
        os.close(self._handle)


def _done_before(folder: Path, run: Run, portion: Portion, *, resume: bool) -> dict[int, Part]:
    """The finished parts of *portion* by their shards, as the manifests in *folder* have them.

    Raises ``UsageError`` as ``Manifest.begin``.
    """
    done: dict[int, Part] = {}
    for path in manifests(folder):
        lines = list(_whole_lines(path.read_bytes()))
        if not lines:
            continue
        counts = portion.is_whole or path.name in (NAME, portion.manifest)
        if counts and not resume:
            raise UsageError(f"{printable(str(folder))} contains an earlier run; use --resume to continue it")
        _refuse_another(folder, lines[0].get("run"), run)
        if counts:
            found = (part for part in map(_part, lines[1:]) if part is not None)
            done |= {part.shard: part for part in found if portion.has(part.shard)}
    return done


_OPTIONS = {
    "form": "--format",
    "encoding": "--encoding",
    "published": "--published",
    "fields": "--text-field",
    "aside": "--all",
}

_NEW_KEYS: Mapping[str, Any] = {"fields": None, "aside": False}
"""What manifests of before there were these keys mean."""


def _refuse_another(folder: Path, before: object, run: Run) -> None:
    """Raise ``UsageError`` with the differences between *run* and the earlier run in *folder*."""
    now = asdict(run)
    then: dict[str, Any] = {**_NEW_KEYS, **(before if isinstance(before, dict) else {})}
    if then == now:
        return
    different = [
        f"{_OPTIONS.get(key, key)} {then.get(key) or 'not given'} instead of {now[key] or 'not given'}"
        for key in ("form", "encoding", "published", "fields", "aside", "newsview", "spacy", "model")
        if then.get(key) != now[key]
    ]
    if then.get("articles") != run.articles:
        different.append(f"other articles ({then.get('articles')} instead of {run.articles})")
    elif then.get("inputs") != run.inputs:
        different.append("other articles, or articles changed since then")
    what = printable(", ".join(different))
    raise UsageError(f"{printable(str(folder))} contains an earlier run with {what}; choose another folder")


def _whole_lines(data: bytes) -> Iterator[dict[str, Any]]:
    """The values of the lines before the first invalid one."""
    for line in data.splitlines(keepends=True):
        value = unsealed_line(line)
        if value is None:
            return
        yield value


def _part(line: Mapping[str, Any]) -> Part | None:
    try:
        return Part.of(line["part"])
    except (KeyError, TypeError):
        return None
