"""Exports written from inside the reader: beside the facts file, never over an article, facts, or somebody else's file."""

from __future__ import annotations

from pathlib import Path

from newsview.errors import CannotWriteError, ConflictError
from newsview.model.article import FACTS
from newsview.store.files import NO_FILE, Stamp, current_stamp, write_atomic
from newsview.store.overwriting import identity, objection
from newsview.store.paths import fitting


def write_export(
    data: bytes, target: Path, inputs: list[Path], written: dict[Path, Stamp], *, overwrite: bool = False
) -> Path:
    """Write *data* to *target* and return its absolute path.

    A file that is there already is replaced if it is one of *written*, which have been written before, and nobody
    changed it since, or with *overwrite*; else ``ConflictError``. One of *inputs*, reviewed facts, or a link out of the
    folder is never replaced: ``CannotWriteError``.
    """
    target = target.absolute()
    reason = objection(target, target.parent, frozenset(filter(None, map(identity, inputs))))
    if reason is not None:
        raise CannotWriteError(f"not written: {reason}")
    try:
        there = current_stamp(target)
    except OSError as error:
        raise CannotWriteError(f"cannot write {target}: {error.strerror or error}") from error
    if not overwrite and there not in (NO_FILE, written.get(target)):
        raise ConflictError(f"{target} is there already")
    written[target] = write_atomic(target, data, expected=there).stamp
    return target


def export_path(facts: Path, suffix: str) -> Path:
    """The path of an export beside the file *facts*: ``story.facts.json`` and ``.facts.html`` are ``story.facts.html``."""
    return facts.with_name(fitting(facts.name.removesuffix(FACTS).removesuffix(".json"), suffix))
