"""Articles in folders and patterns, with their paths relative to the folder as output names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from glob import has_magic
from pathlib import Path

from newsview.errors import NoInputError, UsageError
from newsview.inputs.names import is_pattern, is_several
from newsview.inputs.output_names import file_names, output_name
from newsview.model.article import FACTS
from newsview.reading.formats import SUFFIXES
from newsview.terminal.printable import printable

_WRITTEN = FACTS.removesuffix(".json")

READ = ", ".join(sorted(SUFFIXES))
"""Suffixes of the files that are read in a folder, for messages; other files must be named."""


def articles_in(file: str) -> Iterator[tuple[str, Path]]:
    """(output name, path) of every article in the folder or pattern *file*, in the order of their paths.

    The name includes sub-folders: ``city/a.html`` in ``news`` is ``city/a``. Folders, also those that a pattern
    matches, are read recursively, without hidden files, facts files and files of other suffixes than ``READ``; files
    that a pattern matches may have any suffix. Raises ``UsageError`` for an invalid pattern, ``NoInputError`` if no
    article is found.
    """
    found = False
    for each in _articles_in(file):
        found = True
        yield each
    if not found:
        what = "no file matches this pattern" if is_pattern(file) else f"there is no article in this folder ({READ})"
        raise NoInputError(f"{printable(file)}: {what}")


def paths_of(files: Iterable[str]) -> Iterator[Path]:
    """The paths of all files that *files* name, including those in folders and patterns."""
    for file in files:
        if not is_several(file):
            yield Path(file)  # also for "-", harmless if it does not exist
            continue
        with suppress(NoInputError):
            for _, path in articles_in(file):
                yield path


def _articles_in(file: str) -> Iterator[tuple[str, Path]]:
    root = Path(file)
    if root.is_dir():
        yield from _named(root, list(_walk(root)))
        return
    pattern = root
    root = _fixed_part(pattern)
    found: list[Path] = []
    for match in _matches(root, str(pattern.relative_to(root)), file):
        below = match.relative_to(root)
        if any(part.startswith(".") for part in below.parts):
            continue
        # a pattern with ** already matches the files in the folders
        paths = _walk(match) if match.is_dir() and "**" not in pattern.parts else [match]
        found += (path for path in paths if path.is_file())
    yield from _named(root, found)


def _matches(root: Path, pattern: str, file: str) -> list[Path]:
    try:
        return sorted(root.glob(pattern))
    except ValueError as error:
        raise UsageError(
            f"{printable(file)}: ** matches whole folders; write it between slashes, as in **/*.txt"
        ) from error


def _walk(root: Path) -> Iterator[Path]:
    """The articles below *root*, then the folders that cannot be opened, so that reading them reports the error."""
    closed: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES and not _is_written(path):
                yield path
    yield from closed


def _is_written(path: Path) -> bool:
    """Whether newsview has written *path*, by its name: saved facts, and exports beside them (``story.facts.html``)."""
    return path.stem.endswith(_WRITTEN)


def _fixed_part(pattern: Path) -> Path:
    """The path of *pattern* before its first part with a wildcard."""
    parts = pattern.parts
    count = next(index for index, part in enumerate(parts) if has_magic(part))
    return Path(*parts[:count])


def _named(root: Path, paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """(output name, path) of *paths* below *root*, in their order; names are made unique in each folder."""
    folders: dict[Path, list[Path]] = {}
    for path in paths:
        folders.setdefault(path.parent, []).append(path)
    stems = {path: name for files in folders.values() for path, name in zip(files, file_names(files), strict=True)}
    for path in paths:
        yield "/".join([*map(output_name, path.relative_to(root).parts[:-1]), stems[path]]), path
