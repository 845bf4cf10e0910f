"""The records of a run: the job, its articles, and the shards that they are cut into. Pure data.

A shard is a sequence of articles. Its output has the same bytes in whichever process it is made.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from newsview.terminal.printable import printable

ARTICLES = 64
"""Articles of a shard: so few that little is done twice after a crash, so many that a part is worth a file."""

BYTES = 4_000_000
"""Bytes after which a shard is full, however few its articles are."""

_LEAST = 16_000
_SHARE = 32
"""Towards the end a shard is full at a 32nd of the bytes that are left, down to the least: so that nobody works on a
large last shard while the others have nothing to do any more."""

Form = Literal["json", "jsonl"]


@dataclass(frozen=True, slots=True)
class Item:
    """One article: a file, or the *length* bytes at *offset* of an archive, its line *number* (0 for a file)."""

    path: str
    name: str = ""
    offset: int = 0
    length: int = 0
    number: int = 0
    mark: int | None = None
    """What changes with its content: the CRC-32 of a line, the time of a file's last change in ms. None: unknown."""

    @property
    def label(self) -> str:
        """How messages call it."""
        return printable(f"{self.path} line {self.number}" if self.number else self.path)


@dataclass(frozen=True, slots=True)
class Shard:
    """Articles that are worked on together, in their order; shards are numbered from 1."""

    number: int
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Job:
    """What is wanted of every article: where its facts go, in which form, and how it is read."""

    folder: str
    form: Form
    model: str | None = None
    encoding: str | None = None
    published: str | None = None
    versions: str | None = None
    """What whoever works on it must have installed (``versions.installed``); None: that is not looked at."""
    base: str | None = None
    """The folder that relative paths start from, on whichever machine; None: where the worker happens to be."""


def time_mark(about: os.stat_result) -> int:
    """The mark of a file: in ms, which any file system shared by several machines keeps the same for all."""
    return about.st_mtime_ns // 1_000_000


def cut(items: Iterable[Item], size: int) -> Iterator[Shard]:
    """*items*, which have *size* bytes in all, as shards: the same items give the same shards."""
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
