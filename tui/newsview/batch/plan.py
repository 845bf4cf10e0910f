"""The plan of a run: one pass over the inputs, stored in a temporary file so that memory stays constant.

The plan contains the location of every article, the number of articles, their total size, and a hash by which a resumed
run detects changed inputs. Duplicate output names are found with ``duplicate_names``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, replace
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple
from zlib import crc32

from newsview.batch.copies import Copies, needs_copy, refuse_copies
from newsview.batch.duplicate_names import Names
from newsview.batch.shards import Item, Shard, cut, time_mark
from newsview.errors import CannotWriteError, UsageError
from newsview.inputs.archive_rows import Fields, ReadingOptions, archived_name
from newsview.inputs.articles import named_files
from newsview.inputs.folders import articles_in
from newsview.inputs.jsonl import lines_of
from newsview.inputs.names import meaning_of

EVERY = 10_000
"""Articles between two calls of the progress callback."""

OnProgress = Callable[[int], None]
"""Callback with the number of articles found so far."""

OnArticle = Callable[[int, str | None], None]
"""Callback with the number of an article, from 0, and its output name; None if the line is not an article."""


class _Naming(NamedTuple):
    """Comparison of output names in a run with one output for each article."""

    any_case: bool
    on_article: OnArticle | None
    fields: Fields


class Plan:
    """The articles of a run, in order."""

    def __init__(self, kept: IO[str], inputs: str, articles: int, size: int) -> None:
        self._kept = kept
        self.inputs = inputs
        """Hash of the paths, offsets and contents of all articles; for files, size and time instead of the content."""
        self.articles = articles
        """Number of articles."""
        self._size = size

    def shards(self) -> Iterator[Shard]:
        """All shards, made lazily; only one iterator may be in use at a time."""
        self._kept.seek(0)
        return cut((Item(*json.loads(line)) for line in self._kept), self._size)


@contextmanager
def planned(
    files: Sequence[str],
    *,
    named: bool,
    on_progress: OnProgress | None = None,
    any_case: bool = False,
    on_article: OnArticle | None = None,
    options: ReadingOptions | None = None,
    one_machine: bool = True,
) -> Iterator[Plan]:
    """The plan for *files*. Raises ``NewsviewError`` for an unreadable archive, or if *named* outputs share a name.

    With *any_case*, names are compared without case; *on_article* is called for every article if outputs are *named*.
    Packed archives and tables are copied to temporary files, which only processes on *one_machine* see.
    """
    options = options or ReadingOptions()
    if not one_machine:
        refuse_copies([file for file in files if meaning_of(file) == "archive"])
    naming = _Naming(any_case, on_article, options.fields) if named else None
    with TemporaryFile("w+", encoding="ascii") as kept, Copies(options) as copies:
        yield _scan(files, kept, naming, on_progress, copies)


def _scan(
    files: Sequence[str], kept: IO[str], naming: _Naming | None, on_progress: OnProgress | None, copies: Copies
) -> Plan:
    names = Names()
    made_of = blake2b(digest_size=16)
    articles = size = 0
    for item, mark, line in _found(files, copies):
        articles, size = articles + 1, size + item.length
        made_of.update(mark)
        if naming is not None:
            name = _name(item, line, naming)
            names.add(_compared(item, line, naming))
            if naming.on_article is not None:
                naming.on_article(articles - 1, name)
            item = replace(item, name=name or "")
        try:
            # the standard library's JSON preserves lone surrogates, which stand for undecodable bytes of file names
            kept.write(json.dumps(astuple(item)) + "\n")
        except OSError as error:
            raise CannotWriteError(
                f"cannot write the list of articles to a temporary file: {error.strerror}"
            ) from error
        if on_progress is not None and articles % EVERY == 0:
            on_progress(articles)
    if naming is not None:
        _refuse_duplicates(files, names, naming, copies)
    return Plan(kept, made_of.hexdigest(), articles, size)


def _refuse_duplicates(files: Sequence[str], names: Names, naming: _Naming, copies: Copies) -> None:
    """Raise ``UsageError`` if two articles have the same output name: the later would overwrite the earlier."""
    duplicates = names.duplicates()
    if not duplicates:
        return
    seen: dict[str, str] = {}
    for item, _, line in _found(files, copies):
        name = _compared(item, line, naming)
        if name is None or not duplicates.has(name):
            continue
        if name in seen:
            raise UsageError(
                f"{seen[name]} and {item.label} would both be written as {_name(item, line, naming)}.json; rename one"
            )
        seen[name] = item.label


def _name(item: Item, line: bytes | None, naming: _Naming) -> str | None:
    """The output name of *item*; None if its line is not an article."""
    return archived_name(line, item.number, naming.fields) if line is not None else item.name


def _compared(item: Item, line: bytes | None, naming: _Naming) -> str | None:
    """The output name as it is compared: in lower case if case is ignored."""
    name = _name(item, line, naming)
    return name.lower() if name is not None and naming.any_case else name


class _Found(NamedTuple):
    """An article, the bytes that identify it and its content, and its line of an archive (None for a file)."""

    item: Item
    mark: bytes
    line: bytes | None


def _found(files: Sequence[str], copies: Copies) -> Iterator[_Found]:
    names = named_files(files)
    for file in files:
        match meaning_of(file):
            case "standard input":
                raise UsageError("standard input is read by one process; use newsview extract - without --jobs")
            case "several":
                yield from (_file(name, str(path)) for name, path in articles_in(file))
            case "archive":
                yield from _copied(file, copies) if needs_copy(file) else _archive(file)
            case "facts" | "file":
                yield _file(names[file], file)


def _file(name: str, path: str) -> _Found:
    try:
        about = Path(path).stat()
        length, time, mark = about.st_size, about.st_mtime_ns, time_mark(about)
    except (OSError, ValueError):
        length = time = 0  # the error is reported when it is read
        mark = None
    return _Found(Item(path, name, length=length, mark=mark), _mark(f"{path}\0{length}\0{time}"), None)


def _archive(file: str) -> Iterator[_Found]:
    for number, offset, length, data in lines_of(file):
        held = data if data is not None else b""  # a line over the limit is reported when it is read
        yield _Found(
            Item(file, "", offset, length, number, crc32(held)), _mark(f"{file}\0{offset}\0{length}") + held, held
        )


def _copied(file: str, copies: Copies) -> Iterator[_Found]:
    """The rows of an archive that cannot be read at offsets, from a copy."""
    for (number, label, line, error), path, offset in copies.placed(file):
        item = Item(path, "", offset, len(line), number, crc32(line), label, error)
        yield _Found(item, _mark(f"{file}\0{offset}\0{len(line)}") + line, line)


def _mark(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape") + b"\n"
