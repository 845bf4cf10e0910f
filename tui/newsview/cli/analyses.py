"""Articles with their facts, for commands that read texts, archives and saved facts alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsview.cli.saved_inputs import files_in, is_saved, of_line, reviewed_before
from newsview.errors import InputError, fail
from newsview.export.reviewed import corrected
from newsview.inputs.archive_rows import Input, ReadingOptions, archived_line
from newsview.inputs.articles import inputs
from newsview.inputs.jsonl import lines_of, too_long
from newsview.inputs.names import meaning_of
from newsview.model.facts import Analysis
from newsview.store.load import load
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.cli.extractor import LimitedExtractor

_SAVED_LINE = b'"schema_version"'
"""What a line of saved facts has near its beginning, and a line of an archive of articles has not."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article: its name in lines, and a function that returns its facts as corrected, with their review.

    ``read`` raises ``NewsviewError``.
    """

    path: str
    read: Callable[[], Analysis]


def sources(
    files: Sequence[str], options: ReadingOptions, extractor: Callable[[], LimitedExtractor]
) -> Iterator[Source]:
    """The articles of *files*, in order. Saved facts, and articles with facts saved beside them, need no *extractor*."""
    for file in files:
        kind = meaning_of(file)
        if kind == "archive":
            yield from _archive(file, options, extractor)
        elif is_saved(file) and kind != "several":
            yield Source(printable(file), partial(_saved, Path(file)))
        elif kind == "several" and any(found := _saved_in(file)) and not _has_articles(file, options):
            parts, saved = found
            for part in parts:
                yield from _archive(str(part), options, extractor)
            yield from (Source(printable(str(path)), partial(_saved, path)) for path in saved)
        else:
            yield from (Source(each.label, partial(_read, each, extractor)) for each in inputs([file], options))


def _saved_in(name: str) -> tuple[list[Path], list[Path]]:
    """Part files and files with facts in the folder *name*; none, if it is a pattern."""
    return files_in(Path(name)) if Path(name).is_dir() else ([], [])


def _has_articles(folder: str, options: ReadingOptions) -> bool:
    """Whether *folder* has a file that is read as an article: the first input is then a file below it."""
    return next(inputs([folder], options)).label != printable(folder)


def _saved(path: Path) -> Analysis:
    return corrected(load(path).analysis)


def _read(each: Input, extractor: Callable[[], LimitedExtractor]) -> Analysis:
    """The facts saved beside the article if they are of the same text, else new ones."""
    article = each.read()
    beside, _ = reviewed_before(article)
    if beside is not None and beside.article.text == article.text:
        return corrected(beside)
    return extractor().analysis(article)


def _archive(file: str, options: ReadingOptions, extractor: Callable[[], LimitedExtractor]) -> Iterator[Source]:
    """The articles of an archive; a line may also be saved facts, as ``newsview extract --format jsonl`` writes them."""
    label = printable(file)
    try:
        for line in lines_of(file):
            name = f"{label} line {line.number}"
            if line.data is None:
                yield Source(name, partial(fail, too_long(name)))
            elif _SAVED_LINE in line.data[:200]:
                yield Source(f"{label}#{line.number}", partial(_line, line.data, name))
            else:
                each = archived_line(line.data, line.number, name, options)
                id_ = line.number if each.id is None else each.id
                yield Source(f"{label}#{printable(str(id_))}", partial(_read, each, extractor))
    except InputError as error:
        yield Source(label, partial(fail, error))


def _line(data: bytes, name: str) -> Analysis:
    return corrected(of_line(data, name).analysis)


def read_all(found: Iterator[Source], jobs: int) -> Iterator[tuple[str, Callable[[], Analysis]]]:
    """The names of the articles *found* and functions that return their facts, read by so many processes."""
    if jobs == 1:
        yield from ((source.path, source.read) for source in found)
    else:
        from newsview.cli.parallel_reading import read_in_processes  # few runs have several processes

        yield from read_in_processes(((source.path, source.read) for source in found), jobs)
