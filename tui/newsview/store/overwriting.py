"""Checks of output paths before writing: overwritten inputs or reviewed facts, links out of the output folder."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path

from newsview.errors import CannotWriteError, InputError
from newsview.model import json_text
from newsview.model.facts import SCHEMA_VERSION
from newsview.store.load import read_bounded
from newsview.terminal.printable import printable

Identity = tuple[int, int]
"""Device and inode: paths with the same pair name the same file."""


def identity(path: Path) -> Identity | None:
    """The identity of the file at *path*, links followed; None if it does not exist."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def inputs_within(paths: Iterable[Path], folder: Path) -> frozenset[Identity]:
    """The identities of those of *paths* in *folder* or below, which an output there could overwrite."""
    wanted = identity(folder)
    if wanted is None:
        return frozenset()

    @cache
    def within(place: Path) -> bool:
        return any(identity(each) == wanted for each in (place, *place.parents))

    found = (path for path in paths if within(Path(os.path.realpath(path)).parent))
    return frozenset(each for each in map(identity, found) if each is not None)


def ignores_case(folder: Path) -> bool:
    """Whether the file system of *folder*, which need not exist yet, is case-insensitive."""
    place = Path(os.path.realpath(folder))
    for each in (place, *place.parents):
        other = each.name.swapcase()
        if other != each.name and identity(each) is not None:
            return identity(each.with_name(other)) == identity(each)
    return False


def led_away(path: Path, folder: Path) -> Path | None:
    """The target of the links in *path*, if it is outside *folder* or does not exist; else None."""
    target = Path(os.path.realpath(path))
    try:
        if target.is_symlink():  # a loop of links: writing through them is impossible
            return None
        dangling = path.is_symlink() and not path.exists()
    except OSError:  # a name that is too long, a folder without permission: reported when it is written
        return None
    return target if dangling or not target.is_relative_to(os.path.realpath(folder)) else None


def link_words(path: Path, target: Path) -> str:
    """A message that *path* is a link, with its target."""
    return f"{printable(str(path))} leads through a link to {printable(str(target))}"


def objection(path: Path, folder: Path, inputs: Collection[Identity] = ()) -> str | None:
    """The reason against writing the output *path*, which belongs in *folder* or below; None if there is none.

    Reasons: it is one of *inputs*, holds reviewed facts or facts of a newer schema, or is a link out of the folder or to
    a missing file.
    """
    target = led_away(path, folder)
    if target is not None:
        return link_words(path, target)
    found = identity(path)
    if found is None:
        return None
    if found in inputs:
        return f"{printable(str(path))} is one of the inputs"
    return reviewed_or_newer(path)


def reviewed_or_newer(path: Path) -> str | None:
    """A message that the file at *path* holds reviewed facts or facts of a newer schema; None if it does not."""
    try:
        data = read_bounded(path)
        plain = json_text.read(data) if data.lstrip()[:1] == b"{" else None
    except (InputError, json_text.JsonError):
        return None  # not a readable facts file
    version = plain.get("schema_version") if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or type(version) is not int:
        return None
    if version > SCHEMA_VERSION:
        return f"{printable(str(path))} holds facts of schema version {version}, written by a newer newsview"
    return f"{printable(str(path))} holds reviewed facts" if plain.get("review") else None


def refuse(objections: Sequence[str]) -> None:
    """Raise ``CannotWriteError`` with the first of *objections* and the number of others; no error if empty."""
    if objections:
        more = f" (and {len(objections) - 1} more)" if len(objections) > 1 else ""
        raise CannotWriteError(
            f"not written: {objections[0]}{more}; choose another output, or use --force to overwrite it"
        )
