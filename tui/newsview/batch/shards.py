"""Records of a run: the job, its articles, and the shards (sequences of articles) they are divided into. Pure data.

The output of a shard has the same bytes in any process.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from newsview.inputs.archive_rows import Fields, ReadingOptions
from newsview.terminal.printable import printable

ARTICLES = 64
"""Maximum articles of a shard: few enough to repeat after a crash, enough for a file of their own."""

BYTES = 4_000_000
"""Size in bytes at which a shard is full."""

_LEAST = 16_000
_SHARE = 32
"""Near the end of a run, a shard is full at a 32nd of the remaining bytes, but at least ``_LEAST``: workers then
finish at about the same time."""

Form = Literal["json", "jsonl", "csv", "parquet"]
"""``json``: a file for each article; the others: a part file for each shard."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article: a file, or the *length* bytes at *offset* of an archive, its line *number* (0 for a file)."""

    path: str
    name: str = ""
    offset: int = 0
    length: int = 0
    number: int = 0
    mark: int | None = None
    """Mark that changes with the content: CRC-32 of a line, modification time of a file in ms. None: unknown."""
    shown: str = ""
    """Name in messages, if *path* is a temporary copy of the archive."""
    error: str | None = None
    """Why a row of the archive cannot be read."""

    @property
    def label(self) -> str:
        """Name of the article in messages."""
        return self.shown or printable(f"{self.path} line {self.number}" if self.number else self.path)


@dataclass(frozen=True, slots=True)
class Shard:
    """Articles processed together, in order; shards are numbered from 1."""

    number: int
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Job:
    """Options of a run: output folder and format, model, and how articles are read."""

    folder: str
    form: Form
    model: str | None = None
    encoding: str | None = None
    published: str | None = None
    versions: str | None = None
    """Versions that a worker must have installed (``versions.installed``); None: not checked."""
    text_field: str = "text"
    id_field: str = "id"
    date_field: str = "published"
    aside: bool = False
    """Whether CSV has the facts that are hidden by default."""
    manifest: str = "manifest.jsonl"
    """The name of the run's manifest in the folder."""
    base: str | None = None
    """Base folder of relative paths on every machine; None: the worker's working directory."""

    @property
    def fields(self) -> Fields:
        """The names of the fields of an archive's lines."""
        return Fields(self.text_field, self.id_field, self.date_field)

    @property
    def reading(self) -> ReadingOptions:
        """How every article is read."""
        return ReadingOptions(self.encoding, self.published, self.fields)


def time_mark(about: os.stat_result) -> int:
    """The mark of a file: its modification time in ms, a resolution that shared file systems preserve."""
    return about.st_mtime_ns // 1_000_000


def cut(items: Iterable[Item], size: int) -> Iterator[Shard]:
    """*items*, of *size* bytes in total, as shards; deterministic."""
    held: list[Item] = []
    number, filled, left = 0, 0, size
    for item in items:
        held.append(item)
        filled += item.length
        if len(held) >= ARTICLES or filled >= min(BYTES, max(_LEAST, left // _SHARE)):
            number, left, filled = number + 1, left - filled, 0
            yield Shard(number, tuple(held))
            held = []
    if held:
        yield Shard(number + 1, tuple(held))
