"""Saved facts of many articles: files, folders of them, and the part files of an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

import orjson

from newsview.batch.portion import is_record
from newsview.errors import InputError, NoInputError, fail
from newsview.inputs.jsonl import lines_of, too_long
from newsview.inputs.names import is_table, meaning_of
from newsview.model.article import Article
from newsview.model.facts import Analysis
from newsview.store.load import FactsFileError, Loaded, load, of_bytes
from newsview.store.paths import facts_path
from newsview.store.save import same_article
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
    parts, files = files_in(folder)
    for part in parts:
        yield from _lines(str(part))
    yield from (Saved(printable(str(path)), partial(load, path)) for path in files)
    if not parts and not files:
        empty = NoInputError(f"{printable(str(folder))}: there are no facts in this folder (.json, .jsonl)")
        yield Saved(printable(str(folder)), partial(fail, empty))


def files_in(folder: Path) -> tuple[list[Path], list[Path]]:
    """The part files of a run in *folder*; if there are none, the ``.json`` files in it and below. In order of names."""
    parts = sorted(path for path in folder.glob("*.jsonl") if not is_record(path.name))
    return parts, [] if parts else sorted(folder.rglob(f"*{_SAVED}"))


def is_saved(name: str) -> bool:
    """Whether *name* is that of a file with the facts of one article."""
    return name.endswith(_SAVED)


def _lines(name: str) -> Iterator[Saved]:
    label = printable(name)
    try:
        for line in lines_of(name):
            one = f"{label} line {line.number}"
            read = partial(fail, too_long(one)) if line.data is None else partial(of_line, line.data, one)
            yield Saved(one, read, archived=True)
    except InputError as error:
        yield Saved(label, partial(fail, error))


def of_line(data: bytes, label: str) -> Loaded:
    """The facts in the line *data* of an archive, with the id of the line. Raises ``InputError``, which names *label*."""
    loaded = of_bytes(data, Path(label))
    article = loaded.analysis.article
    if article.id is None and (id_ := orjson.loads(data).get("id")) is not None:  # older parts have it only in the line
        return loaded._replace(analysis=replace(loaded.analysis, article=replace(article, id=id_)))
    return loaded


def _file(path: Path) -> Loaded:
    return load(beside(path))


def beside(path: Path) -> Path:
    """The facts file: *path*, or the one beside the article *path*. Raises ``NoInputError``."""
    if is_saved(path.name) or not path.is_file():
        return path
    found = facts_path(path)
    if not found.is_file():
        raise NoInputError(f"{printable(str(path))}: no facts are saved beside it; use newsview extract to find them")
    return found


def reviewed_before(article: Article) -> tuple[Analysis | None, str | None]:
    """The facts saved beside *article*, which may be of an earlier text of it; if they cannot be used, None and why."""
    path = facts_path(Path(article.path)) if article.path is not None else None
    if path is None or not path.is_file():
        return None, None
    try:
        saved = load(path).analysis
    except (FactsFileError, NoInputError) as error:
        return None, str(error)
    if not same_article(article, {"sha256": saved.article.sha256, "path": saved.article.path}, path):
        return None, f"{path} contains the facts of another article"
    return saved, None
