"""Processing of one shard into its output: part files, or one file for each article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from platform import node
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol
from zlib import crc32

from newsview.batch.part_formats import part_format
from newsview.batch.shards import Form, Item, Job, Shard, time_mark
from newsview.errors import CannotWriteError, ChangedError, InputError, NewsviewError, UnreadableError, fail
from newsview.inputs.archive_rows import Input, ReadingOptions, archived_line
from newsview.inputs.jsonl import line_at
from newsview.model import json_text
from newsview.model.article import Article
from newsview.model.codec import encode
from newsview.reading.read import read_path
from newsview.store.backup import keep_reviewed
from newsview.store.files import make_folder_inside, write_atomic
from newsview.terminal.printable import printable
from newsview.workers.events import left_out_notice
from newsview.workers.paragraph_search import remainder

if TYPE_CHECKING:
    from newsview.extraction.extract import Extractor
    from newsview.model.facts import Analysis

ENDLESS = "{article}: its extraction does not end"
POISON = "skipped: it ended the extraction process {times} times"


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that failed, with the reason in one line. ``id`` is that of its line in the archive."""

    article: str
    error: str
    id: Any = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article without the facts of some ``paragraphs``, counted from 1, because their extraction does not end."""

    article: str
    paragraphs: Sequence[int]
    id: Any = None


@dataclass(frozen=True, slots=True)
class Part:
    """Result of a shard: its file (None if each article has its own), number of articles, failures, what was left out."""

    shard: int
    file: str | None
    sha256: str | None
    articles: int
    failures: Sequence[Failure]
    size: int | None = None
    """Size of the file in bytes; None if each article has its own."""
    left_out: Sequence[LeftOut] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every article has all its facts."""
        return not self.failures and not self.left_out

    def plain(self) -> dict[str, Any]:
        """The part as JSON values; without ``left_out`` if there is none."""
        values = asdict(self)
        if not self.left_out:
            del values["left_out"]
        return values

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Part:
        """The part from JSON values."""
        failures = tuple(Failure(each["article"], each["error"], each.get("id")) for each in plain["failures"])
        left_out = tuple(LeftOut(each["article"], each["paragraphs"], each["id"]) for each in plain.get("left_out", ()))
        return cls(
            plain["shard"], plain["file"], plain["sha256"], plain["articles"], failures, plain.get("size"), left_out
        )


_NO_POISON: Mapping[int, int] = MappingProxyType({})
_NO_SEARCHES: Mapping[int, Mapping[str, Any]] = MappingProxyType({})


class Begun(Protocol):
    """Callback before an article is processed, for the supervisor."""

    def __call__(self, *, begun: int, **paragraph: int | None) -> None:
        """*begun* is the index of the article in its shard, *paragraph* what a search extracts alone (None: all were)."""


def _silent(*, begun: int, **paragraph: int | None) -> None:
    """Report nothing."""


def part_name(shard: int, form: Form = "jsonl") -> str:
    """The name of a shard's part file."""
    return f"part-{shard:06d}.{form}"


def make_part(
    shard: Shard,
    job: Job,
    extractor: Extractor,
    report: Begun = _silent,
    poison: Mapping[int, int] = _NO_POISON,
    searches: Mapping[int, Mapping[str, Any]] = _NO_SEARCHES,
) -> Part:
    """Extract the facts of every article of *shard* and write them.

    *poison* maps the index of each article to skip to the number of processes that it has ended, *searches* that of each
    article that hung to the request of its search (``workers.paragraph_search``). The part file is
    written atomically and durably: if it exists, it is complete. Raises ``CannotWriteError``.
    """
    form = part_format(job.form, aside=job.aside) if job.form != "json" else None
    held: list[Any] = []
    failures: list[Failure] = []
    left_out: list[LeftOut] = []
    done = 0
    for place, item in enumerate(shard.items):
        if place in poison:
            failures.append(Failure(item.label, POISON.format(times=poison[place])))
            continue
        report(begun=place)
        one = _input(item, job)
        try:
            article = one.read()
            search = searches.get(place)  # there is one after the article hung
            if search is None:
                analysis = extractor.analysis(article)
            else:
                analysis = _searched(extractor, article, search, partial(report, begun=place), item)
            facts = form.article(one.name if one.id is None else one.id, analysis) if form else encode(analysis)
        except (InputError, RecursionError, MemoryError) as error:
            failures.append(Failure(item.label, str(error) or type(error).__name__, one.id))
            continue
        done += 1
        if search is not None and search["left_out"]:
            left_out.append(LeftOut(item.label, _numbers(search), one.id))
        if form is not None:
            held.append(facts)
        else:
            _write(job, f"{one.name}.json", json_text.line(facts))
    if form is None:
        return Part(shard.number, None, None, done, tuple(failures), left_out=tuple(left_out))
    data = form.part(held)
    file = part_name(shard.number, job.form)
    _write(job, file, data)
    return Part(shard.number, file, sha256(data).hexdigest(), done, tuple(failures), len(data), tuple(left_out))


def _searched(
    extractor: Extractor, article: Article, search: Mapping[str, Any], report: Callable[..., None], item: Item
) -> Analysis:
    """The facts of *article* without the paragraphs that hang. Raises ``UnreadableError`` if none is left."""
    rest = remainder(article, search, lambda number: report(paragraph=number), extractor.analysis)
    if not rest.paragraphs:
        raise UnreadableError(ENDLESS.format(article=item.label))
    notice = left_out_notice(_numbers(search))
    notices = [*article.notices, notice] if notice else article.notices
    return replace(extractor.analysis(rest), article=replace(article, notices=notices))


def _numbers(search: Mapping[str, Any]) -> list[int]:
    """The paragraphs that *search* leaves out, counted from 1."""
    return [number + 1 for number in search["left_out"]]


def _input(item: Item, job: Job) -> Input:
    """The article of *item*. Raises ``NewsviewError`` if its archive can no longer be read or has changed."""
    options = job.reading
    if item.error is not None:
        return Input(str(item.number), item.label, partial(fail, UnreadableError(item.error)))
    if not item.number:
        return Input(item.name, item.label, partial(_read_file, item, options))
    try:
        line = line_at(item.path, item.offset, item.length, item.label)
    except UnreadableError as error:
        return Input(item.name, item.label, partial(fail, error))
    except OSError as error:
        raise NewsviewError(f"{item.label}: it can no longer be read on {node()}: {error.strerror}") from error
    if item.mark is not None and crc32(line) != item.mark:
        raise ChangedError(
            f"{item.label} has changed since the run began; restore the archive and use --resume, "
            "or start a new run in another folder"
        )
    return archived_line(line, item.number, item.label, options)


def _read_file(item: Item, options: ReadingOptions) -> Article:
    article = read_path(Path(item.path), encoding=options.encoding, published=options.published)
    _refuse_changed(item)
    return article


def _refuse_changed(item: Item) -> None:
    """Raise ``UnreadableError``, which fails this article only, if the file of *item* has changed since the plan."""
    try:
        about = Path(item.path).stat()
    except OSError:
        same = False
    else:
        same = (about.st_size, time_mark(about)) == (item.length, item.mark)
    if item.mark is not None and not same:
        raise UnreadableError(f"{item.label}: it has changed since the run began; start a new run in another folder")


def _write(job: Job, name: str, data: bytes) -> None:
    """Write *data* under *name* in the output folder, which is not recreated: earlier outputs would be missing."""
    root = Path(job.folder)
    path = root / name
    try:
        make_folder_inside(root, path.parent)
        write_atomic(path, data, before=keep_reviewed)
    except CannotWriteError as error:
        if root.is_dir():
            raise
        raise CannotWriteError(
            f"cannot write {printable(name)}: the folder {printable(job.folder)} has been removed since the run began"
        ) from error


def lost_parts(job: Job, parts: Mapping[int, Part], shards: Iterable[Shard]) -> list[int]:
    """The numbers of the *parts* with missing files or files of another size."""
    folder = Path(job.folder)
    if job.form != "json":
        return [number for number, part in sorted(parts.items()) if not _is_there(folder, part)]
    return [
        shard.number
        for shard in shards
        if shard.number in parts and not _are_there(folder, shard, parts[shard.number].failures)
    ]


def _is_there(folder: Path, part: Part) -> bool:
    if part.file is None:
        return True
    path = folder / part.file
    try:
        return path.is_file() and part.size in (None, path.stat().st_size)
    except OSError:
        return False


def _are_there(folder: Path, shard: Shard, failures: Sequence[Failure]) -> bool:
    """Whether every article of *shard* without failure has a file."""
    failed = {failure.article for failure in failures}
    return all(item.label in failed or (folder / f"{item.name}.json").is_file() for item in shard.items)
