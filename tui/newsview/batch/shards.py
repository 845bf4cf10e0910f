"""What is to be done, as data: a run's job, its shards, and how an archive is cut into them. Reads no article.

A shard is some articles in their order. Whoever works on one, and in which process, the result has the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from newsview.errors import UsageError
from newsview.folders import articles_in, is_several
from newsview.inputs import ARCHIVE, STANDARD_INPUT, archive_lines
from newsview.outputs import output_name
from newsview.printable import printable

ARTICLES = 64
"""Articles of a shard: so few that little is done twice after a crash, so many that a part is worth a file."""

BYTES = 4_000_000
"""Bytes after which a shard is full, however few its articles are."""

Form = Literal["json", "jsonl"]


@dataclass(frozen=True, slots=True)
class Item:
    """One article: a file, or the *length* bytes at *offset* of an archive, its line *number* (0 for a file)."""

    path: str
    name: str = ""
    offset: int = 0
    length: int = 0
    number: int = 0

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


def shards(files: Sequence[str]) -> Iterator[Shard]:
    """The articles that *files* name, cut into shards: the same files give the same shards. Raises ``NewsviewError``."""
    held: list[Item] = []
    number, size = 0, 0
    for item in _items(files):
        held.append(item)
        size += item.length
        if len(held) >= ARTICLES or size >= BYTES:
            number, size = number + 1, 0
            yield Shard(number, tuple(held))
            held = []
    if held:
        yield Shard(number + 1, tuple(held))


def digest(every: Iterable[Shard]) -> tuple[str, int, int]:
    """(what the shards are made of, as a hash; how many there are; how many articles they hold)."""
    made_of, count, articles = blake2b(digest_size=16), 0, 0
    for shard in every:
        count, articles = count + 1, articles + len(shard.items)
        for item in shard.items:
            key = f"{item.path}\0{item.offset}\0{item.length}\n"
            made_of.update(key.encode("utf-8", "surrogateescape"))
    return made_of.hexdigest(), count, articles


def _items(files: Sequence[str]) -> Iterator[Item]:
    for file in files:
        if file == STANDARD_INPUT:
            raise UsageError("standard input is one article; run newsview extract - without --jobs")
        if is_several(file):
            yield from _folder(file)
        elif file.endswith(ARCHIVE):
            yield from _archive(file)
        else:
            yield _file(output_name(Path(file).stem), file)


def _folder(file: str) -> Iterator[Item]:
    for name, path in articles_in(file):
        yield _file(name, str(path))


def _file(name: str, path: str) -> Item:
    try:
        return Item(path, name, length=Path(path).stat().st_size)
    except OSError:
        return Item(path, name)  # told when it is read


def _archive(file: str) -> Iterator[Item]:
    offset = 0
    for number, line in enumerate(archive_lines(file), 1):
        if line.strip():
            yield Item(file, "", offset, len(line), number)
        offset += len(line)
