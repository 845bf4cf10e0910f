"""Cache of extractions, so that an article opened again shows its facts without spaCy.

One file for each text, model and version of the extraction, in the user's cache folder: JSON lines, each with a few
facts, so that the facts of a long article are not in memory twice. Entries may be deleted, torn or written by another
newsview at the same time: an invalid entry is a cache miss.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from newsview._version import __version__
from newsview.errors import CannotWriteError
from newsview.model import json_text
from newsview.model.article import Article
from newsview.model.codec import FormatError, decode, encode
from newsview.model.facts import RECORD_NAMED, SCHEMA_VERSION, Fact, Facts, all_facts, by_kind, of_kinds
from newsview.model.facts import Generator as Generator_
from newsview.model.kinds import KIND_NAMES
from newsview.store.files import write_atomic
from newsview.store.paths import cache_folder
from newsview.store.validate import checking
from newsview.workers.cooperative import at_once, paced
from newsview.workers.model_files import pipeline_label, spacy_version

MAX_BYTES = 2**26
"""Maximum size of the cache: some thousand articles of usual length."""

MAX_FILES = 4096

PART = 50
"""Facts on a line: it bounds the JSON in memory while an entry is read or written."""

AT_ONCE = 25
"""Facts that are decoded between two yields: half a millisecond."""

_KEPT_SHARE = 0.75
"""Share of the limits that is left after pruning, so that not every new entry prunes."""


class Cached(NamedTuple):
    """Extracted facts of an article and their generator."""

    facts: Facts
    generator: Generator_


class FactCache:
    """The cached extractions of one model: the name of a package or folder, or None for the default."""

    def __init__(self, model: str | None = None, folder: Path | None = None) -> None:
        self._label = pipeline_label(model)
        self._model = model
        self._folder = folder

    @property
    def folder(self) -> Path:
        """The folder of the entries."""
        return self._folder if self._folder is not None else cache_folder() / "facts"

    def get(self, article: Article) -> Cached | None:
        """The cached facts of *article* by the same model and code; None if there are none."""
        return at_once(self.reading(article))

    def reading(self, article: Article) -> Generator[None, None, Cached | None]:
        """``get`` as a generator that yields after every few facts and returns the result."""
        if self._label is None:
            return None
        path = self._path(article)
        yield
        try:
            with path.open("rb") as lines:
                cached = yield from _read(article, lines)
        except (OSError, json_text.JsonError, FormatError, KeyError, TypeError, ValueError):
            return None
        with suppress(OSError):
            os.utime(path)  # pruning removes the least recently used
        return cached

    def put(self, article: Article, facts: Facts, generator: Generator_) -> None:
        """Store *facts*. Write failures are ignored: the next opening only takes longer."""
        if self._label is None or generator.model != self._label:
            return
        with suppress(OSError, CannotWriteError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_atomic(self._path(article), paced(_lines(facts, generator)), durable=False)
            self._prune()

    def _path(self, article: Article) -> Path:
        # everything the facts depend on; not the file's name and bytes
        parts: tuple[object, ...] = (
            SCHEMA_VERSION,
            __version__,
            _code_stamp(),
            spacy_version(),
            self._label,
            self._model,
            article.published,
            [(part.start, part.end, part.role) for part in article.paragraphs],
        )
        digest = blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16)
        digest.update(array("q", (part.start for part in article.sentences)))
        digest.update(array("q", (part.end for part in article.sentences)))
        digest.update(article.text.encode("utf-8", "surrogatepass"))
        return self.folder / f"{digest.hexdigest()}.jsonl"

    def _prune(self) -> None:
        """Remove the oldest entries if the cache exceeds its limits."""
        with os.scandir(self.folder) as entries:
            found = [(entry.stat(), entry.path) for entry in entries if entry.is_file(follow_symlinks=False)]
        size = sum(stat.st_size for stat, _ in found)
        if size <= MAX_BYTES and len(found) <= MAX_FILES:
            return
        found.sort(key=lambda pair: pair[0].st_mtime_ns)
        left = len(found)
        for stat, path in found:
            if size <= MAX_BYTES * _KEPT_SHARE and left <= MAX_FILES * _KEPT_SHARE:
                break
            with suppress(OSError):
                Path(path).unlink()
            size, left = size - stat.st_size, left - 1


def _lines(facts: Facts, generator: Generator_) -> Iterator[bytes]:
    """The lines of an entry: the generator, the facts in small parts, and their count."""
    yield json_text.line({"generator": encode(generator)})
    for kind, records in by_kind(facts).items():
        for first in range(0, len(records), PART):
            yield json_text.line({kind: [encode(record) for record in records[first : first + PART]]})
    yield json_text.line({"count": len(all_facts(facts))})


def _read(article: Article, lines: Iterable[bytes]) -> Generator[None, None, Cached]:
    """The facts in the *lines* of an entry. Raises ``ValueError`` and others for an invalid entry."""
    found: dict[str, list[Fact]] = {name: [] for name in KIND_NAMES}
    generator: Generator_ | None = None
    for line in lines:
        plain = json_text.quick(line)
        if not isinstance(plain, dict):
            raise FormatError("a line is not an object")
        ((name, value),) = plain.items()
        if name == "generator":
            generator = decode(Generator_, value)
        elif name == "count":
            facts = of_kinds(found)
            if generator is None or value != len(all_facts(facts)):
                break
            yield from checking(article, facts)
            return Cached(facts, generator)
        else:
            for first in range(0, len(value), AT_ONCE):
                found[name] += [decode(RECORD_NAMED[name], each) for each in value[first : first + AT_ONCE]]
                yield
    raise ValueError("the count at the end is missing or wrong")


def _code_stamp() -> str:
    """A hash of the names, sizes and times of the extraction's files: it changes with its code and word tables."""
    # found by path: the cache must not import the package that imports spaCy
    root = Path(__file__).parents[1] / "extraction"
    seen = sorted((entry.path, stat.st_size, stat.st_mtime_ns) for entry, stat in _files(str(root)))
    return blake2b(repr(seen).encode(), digest_size=8).hexdigest()


def _files(folder: str) -> Iterator[tuple[os.DirEntry[str], os.stat_result]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield entry, entry.stat(follow_symlinks=False)
