"""The plan of a run: one pass over the inputs, stored in a temporary file so that memory stays flat.

For every article the plan holds its location; for the whole run the number of articles, their size, and a hash by which
a later run detects changed inputs. Duplicate output names are found by ``duplicate_names``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple
from zlib import crc32

from newsview.batch.duplicate_names import Names
from newsview.batch.shards import Item, Shard, cut, time_mark
from newsview.errors import CannotWriteError, UsageError
from newsview.inputs.articles import archived_name
from newsview.inputs.folders import articles_in
from newsview.inputs.jsonl import lines_of
from newsview.inputs.names import meaning_of
from newsview.inputs.output_names import output_name

EVERY = 10_000
"""Articles after which it is told how many have been found."""

Told = Callable[[int], None]
"""Called now and then with the number of articles that have been found so far."""

Look = Callable[[int, str | None], None]
"""Called with an article's number, counted from 0, and its output's name; None where the line holds no article."""


class _Naming(NamedTuple):
    """How the outputs of a run are compared whose articles have one each."""

    any_case: bool
    look: Look | None


class Plan:
    """The articles of a run, in their order."""

    def __init__(self, kept: IO[str], inputs: str, articles: int, size: int) -> None:
        self._kept = kept
        self.inputs = inputs
        """Paths, places and contents of all articles, as a hash; a file's size and time stand for its content."""
        self.articles = articles
        """How many there are."""
        self._size = size

    def shards(self) -> Iterator[Shard]:
        """All shards, made as they are asked for; one after the other, and not twice at the same time."""
        self._kept.seek(0)
        return cut((Item(*json.loads(line)) for line in self._kept), self._size)


@contextmanager
def planned(
    files: Sequence[str], *, named: bool, told: Told | None = None, any_case: bool = False, look: Look | None = None
) -> Iterator[Plan]:
    """The plan for *files*. Raises ``NewsviewError`` where one cannot be read, or where *named* outputs share a name.

    With *any_case* names that differ in case alone are one; *look* is called for every article of *named* outputs.
    """
    naming = _Naming(any_case, look) if named else None
    with TemporaryFile("w+", encoding="ascii") as kept:
        plan = _gone_through(files, kept, naming, told)
        yield plan


def _gone_through(files: Sequence[str], kept: IO[str], naming: _Naming | None, told: Told | None) -> Plan:
    names = Names()
    made_of = blake2b(digest_size=16)
    articles = size = 0
    for item, mark, line in _found(files):
        articles, size = articles + 1, size + item.length
        made_of.update(mark)
        if naming is not None:
            name = _name(item, line)
            names.add(_compared(item, line, naming))
            if naming.look is not None:
                naming.look(articles - 1, name)
            item = replace(item, name=name or "")
        try:
            # the standard library's JSON keeps the odd bytes of a file's name, as lone surrogates
            kept.write(json.dumps([item.path, item.name, item.offset, item.length, item.number, item.mark]) + "\n")
        except OSError as error:
            raise CannotWriteError(f"cannot keep the list of articles in a temporary file: {error.strerror}") from error
        if told is not None and articles % EVERY == 0:
            told(articles)
    if naming is not None:
        _refuse_twins(files, names, naming)
    return Plan(kept, made_of.hexdigest(), articles, size)


def _refuse_twins(files: Sequence[str], names: Names, naming: _Naming) -> None:
    """Raise ``UsageError`` where two articles would be written under one name: the later would replace the earlier."""
    twins = names.twins()
    if not twins:
        return
    seen: dict[str, str] = {}
    for item, _, line in _found(files):
        name = _compared(item, line, naming)
        if name is None or not twins.has(name):
            continue
        if name in seen:
            raise UsageError(
                f"{seen[name]} and {item.label} would both be written as {_name(item, line)}.json; rename one"
            )
        seen[name] = item.label


def _name(item: Item, line: bytes | None) -> str | None:
    """The name that the facts of *item* get; None where there will be none, because the line holds no article."""
    return archived_name(line, item.number) if line is not None else item.name


def _compared(item: Item, line: bytes | None, naming: _Naming) -> str | None:
    """The name as it is compared with others."""
    name = _name(item, line)
    return name.lower() if name is not None and naming.any_case else name


class _Found(NamedTuple):
    """An article, what tells it and its content from another, and the line of an archive that it is (None of a file)."""

    item: Item
    mark: bytes
    line: bytes | None


def _found(files: Sequence[str]) -> Iterator[_Found]:
    for file in files:
        match meaning_of(file):
            case "standard input":
                raise UsageError("standard input is one article; run newsview extract - without --jobs")
            case "several":
                yield from (_file(name, str(path)) for name, path in articles_in(file))
            case "archive":
                yield from _archive(file)
            case "facts" | "file":
                yield _file(output_name(Path(file).stem), file)


def _file(name: str, path: str) -> _Found:
    try:
        about = Path(path).stat()
        length, time, mark = about.st_size, about.st_mtime_ns, time_mark(about)
    except (OSError, ValueError):
        length = time = 0  # told when it is read
        mark = None
    return _Found(Item(path, name, length=length, mark=mark), _mark(f"{path}\0{length}\0{time}"), None)


def _archive(file: str) -> Iterator[_Found]:
    for number, offset, length, data in lines_of(file):
        held = data if data is not None else b""  # a line beyond the limit is told when it is read
        yield _Found(
            Item(file, "", offset, length, number, crc32(held)), _mark(f"{file}\0{offset}\0{length}") + held, held
        )


def _mark(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape") + b"\n"
