"""Saved facts of many articles: files, folders of them, and the part files of an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import orjson

from newsview.batch.portion import is_record
from newsview.errors import InputError, NoInputError, fail
from newsview.inputs.jsonl import lines_of, too_long
from newsview.inputs.names import is_table, meaning_of
from newsview.model.facts import Analysis
from newsview.store.load import Loaded, load, of_bytes
from newsview.store.paths import facts_path
from newsview.terminal.printable import printable

_SAVED: Final = ".json"


@dataclass(frozen=True, slots=True)
class Saved:
    """The facts of one article. ``read`` raises ``InputError``; ``archived``: from a line of an archive."""

    label: str
    read: Callable[[], Loaded]
    archived: bool = False


def is_one(names: Sequence[str]) -> bool:
    """Whether *names* is one file with the facts of one article."""
    return len(names) == 1 and not Path(names[0]).is_dir() and not _is_lines(names[0])


def saved_facts(names: Sequence[str]) -> Iterator[Saved]:
    """The facts that *names* hold, in order: facts files, articles with facts beside them, lines of facts, folders.

    Of a folder, the part files of a run if there are any, else all ``.json`` files in it and below.
    """
    for name in names:
        if Path(name).is_dir():
            yield from _folder(Path(name))
        elif _is_lines(name):
            yield from _lines(name)
        else:
            yield Saved(printable(name), partial(_file, Path(name)))


def _is_lines(name: str) -> bool:
    return name != "-" and meaning_of(name) == "archive" and not is_table(name)


def _folder(folder: Path) -> Iterator[Saved]:
    parts = sorted(path for path in folder.glob("*.jsonl") if not is_record(path.name))
    for part in parts:
        yield from _lines(str(part))
    files = [] if parts else sorted(folder.rglob(f"*{_SAVED}"))
    yield from (Saved(printable(str(path)), partial(load, path)) for path in files)
    if not parts and not files:
        empty = NoInputError(f"{printable(str(folder))}: there are no facts in this folder (.json, .jsonl)")
        yield Saved(printable(str(folder)), partial(fail, empty))


def _lines(name: str) -> Iterator[Saved]:
    label = printable(name)
    try:
        for line in lines_of(name):
            one = f"{label} line {line.number}"
            read = partial(fail, too_long(one)) if line.data is None else partial(_line, line.data, one)
            yield Saved(one, read, archived=True)
    except InputError as error:
        yield Saved(label, partial(fail, error))


def _line(data: bytes, label: str) -> Loaded:
    loaded = of_bytes(data, Path(label))
    return loaded._replace(analysis=_with_id(loaded.analysis, orjson.loads(data).get("id")))


def _with_id(analysis: Analysis, id_: Any) -> Analysis:
    """*analysis* with the id of its line, which older parts do not have in the article."""
    if analysis.article.id is not None or id_ is None:
        return analysis
    return replace(analysis, article=replace(analysis.article, id=id_))


def _file(path: Path) -> Loaded:
    return load(beside(path))


def beside(path: Path) -> Path:
    """The facts file: *path*, or the one beside the article *path*. Raises ``NoInputError``."""
    if path.suffix == _SAVED or not path.is_file():
        return path
    found = facts_path(path)
    if not found.is_file():
        raise NoInputError(f"{printable(str(path))}: no facts are saved beside it; use newsview extract to find them")
    return found
