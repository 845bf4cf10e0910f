"""Processing of one shard into its output: part files, or one file for each article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from platform import node
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from newsview.batch.shards import Item, Job, Shard
from newsview.errors import InputError, NewsviewError
from newsview.inputs.articles import ReadingOptions, archived_line
from newsview.inputs.jsonl import line_at
from newsview.model import json_text
from newsview.model.article import Article
from newsview.model.codec import encode
from newsview.reading.read import read_path
from newsview.store.files import make_folder, write_atomic

if TYPE_CHECKING:
    from newsview.extraction.extract import Extractor

POISON = "ended the process that read it, {times} times: passed over"


@dataclass(frozen=True, slots=True)
class Failure:
    """An article without facts, and why, in one line."""

    article: str
    error: str


@dataclass(frozen=True, slots=True)
class Part:
    """What has become of a shard: its file (none where every article has its own), and what is in it."""

    shard: int
    file: str | None
    sha256: str | None
    articles: int
    failures: Sequence[Failure]

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Part:
        """From JSON values."""
        failures = tuple(Failure(each["article"], each["error"]) for each in plain["failures"])
        return cls(plain["shard"], plain["file"], plain["sha256"], plain["articles"], failures)


_NO_POISON: Mapping[int, int] = MappingProxyType({})

Begun = Callable[[int], None]
"""Called with the place of an article in its shard as the work on it begins: who watches knows what was in hand."""


def part_name(shard: int) -> str:
    """The name of a shard's part file."""
    return f"part-{shard:06d}.jsonl"


def make_part(
    shard: Shard,
    job: Job,
    extractor: Extractor,
    begun: Begun | None = None,
    poison: Mapping[int, int] = _NO_POISON,
) -> Part:
    """Find the facts of every article of *shard* and write them; those in *poison* are passed over.

    *poison* has places in the shard and how often the article there has ended a process.

    Written whole or not at all, and durably: a part that exists is complete. Raises ``CannotWriteError``.
    """
    lines: list[bytes] = []
    failures: list[Failure] = []
    done = 0
    for place, item in enumerate(shard.items):
        if place in poison:
            failures.append(Failure(item.label, POISON.format(times=poison[place])))
            continue
        if begun is not None:
            begun(place)
        try:
            name, article = _read(item, job)
            facts = {"id": name, **encode(extractor.analysis(article))}
        except (InputError, RecursionError, MemoryError) as error:
            failures.append(Failure(item.label, str(error) or type(error).__name__))
            continue
        done += 1
        if job.form == "jsonl":
            lines.append(json_text.line(facts))
        else:
            del facts["id"]
            _write(Path(job.folder, f"{name}.json"), json_text.line(facts))
    if job.form == "json":
        return Part(shard.number, None, None, done, tuple(failures))
    data = b"".join(lines)
    file = part_name(shard.number)
    _write(Path(job.folder, file), data)
    return Part(shard.number, file, sha256(data).hexdigest(), done, tuple(failures))


def _read(item: Item, job: Job) -> tuple[str, Article]:
    if not item.number:
        return item.name, read_path(Path(item.path), encoding=job.encoding, published=job.published)
    try:
        line = line_at(item.path, item.offset, item.length, item.label)
    except OSError as error:
        raise NewsviewError(f"{item.label}: it cannot be read on {node()} any more: {error.strerror}") from error
    one = archived_line(line, item.number, item.label, ReadingOptions(job.encoding, job.published))
    return one.name, one.read()


def _write(path: Path, data: bytes) -> None:
    make_folder(path.parent)
    write_atomic(path, data)
