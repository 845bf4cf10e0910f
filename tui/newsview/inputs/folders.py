"""Articles in folders and patterns, each with its path relative to the folder, which its output keeps."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from glob import has_magic
from pathlib import Path

from newsview.errors import NoInputError, UsageError
from newsview.inputs.names import is_pattern, is_several
from newsview.inputs.output_names import output_name
from newsview.model.article import FACTS
from newsview.reading.formats import SUFFIXES
from newsview.terminal.printable import printable

READ = ", ".join(sorted(SUFFIXES))
"""The endings of the files that are read in a folder; others have to be named."""


def articles_in(file: str) -> Iterator[tuple[str, Path]]:
    """(output name, path) of every article that the folder or pattern *file* stands for, in the order of their paths.

    The name keeps the sub-folders: ``city/a.html`` in ``news`` is ``city/a``. A folder is gone through with its
    sub-folders; hidden files, saved facts and files of other endings than ``READ`` are passed over. A pattern takes
    what it matches; a folder that it matches is gone through. Raises ``UsageError`` for a pattern that cannot be meant,
    and ``NoInputError`` where there is no article.
    """
    found = False
    for each in _articles_in(file):
        found = True
        yield each
    if not found:
        what = "nothing has a name like this" if is_pattern(file) else f"there is no article in this folder ({READ})"
        raise NoInputError(f"{printable(file)}: {what}")


def paths_of(files: Iterable[str]) -> Iterator[Path]:
    """The path of every file that *files* name: articles, archives, and what folders and patterns stand for."""
    for file in files:
        if not is_several(file):
            yield Path(file)  # "-" is no file, or one that lies here by chance
            continue
        with suppress(NoInputError):
            for _, path in articles_in(file):
                yield path


def _articles_in(file: str) -> Iterator[tuple[str, Path]]:
    root = Path(file)
    if root.is_dir():
        yield from ((_name(path.relative_to(root)), path) for path in _walk(root))
        return
    pattern = root
    root = _fixed(pattern)
    for match in _matches(root, str(pattern.relative_to(root)), file):
        below = match.relative_to(root)
        if any(part.startswith(".") for part in below.parts):
            continue
        # a pattern with ** has the files of the folders among its matches already
        paths = _walk(match) if match.is_dir() and "**" not in pattern.parts else [match]
        yield from ((_name(path.relative_to(root)), path) for path in paths if path.is_file())


def _matches(root: Path, pattern: str, file: str) -> list[Path]:
    try:
        return sorted(root.glob(pattern))
    except ValueError as error:
        raise UsageError(
            f"{printable(file)}: ** stands for folders; write it between slashes, as in **/*.txt"
        ) from error


def _walk(root: Path) -> Iterator[Path]:
    """The articles below *root*; at the end the folders that may not be opened, which fail as articles when they are read."""
    closed: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES and not name.endswith(FACTS):
                yield path
    yield from closed


def _fixed(pattern: Path) -> Path:
    """The folders of *pattern* before its first part that matches more than itself."""
    parts = pattern.parts
    count = next(index for index, part in enumerate(parts) if has_magic(part))
    return Path(*parts[:count])


def _name(path: Path) -> str:
    return "/".join([*(output_name(part) for part in path.parts[:-1]), output_name(path.stem)])
