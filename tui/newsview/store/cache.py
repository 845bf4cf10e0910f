"""Extractions that were made before, so that an article opened again shows its facts without spaCy.

One file for each text, model and version of the extraction, in the user's cache folder: lines of JSON, each with a few
facts, so that a long article's are never all in memory twice. Anything there may be deleted, torn or made by another
newsview at the same time: what does not fit counts as not there.
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
"""Of all cached extractions together: some thousand articles of usual length."""

MAX_FILES = 4096

PART = 50
"""Facts on a line: what is in memory beside them when they are read or written."""

AT_ONCE = 25
"""Facts that are decoded between two rests: half a millisecond."""

_KEPT_SHARE = 0.75
"""How much is left after the oldest are thrown away, so that this is not done at every article."""


class Cached(NamedTuple):
    """Facts of an article as they were extracted, and by what."""

    facts: Facts
    generator: Generator_


class FactCache:
    """The cached extractions of one model, a package's or folder's name or None for the default."""

    def __init__(self, model: str | None = None, folder: Path | None = None) -> None:
        self._label = pipeline_label(model)
        self._model = model
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self._folder if self._folder is not None else cache_folder() / "facts"

    def get(self, article: Article) -> Cached | None:
        """The facts of *article*, if they have been extracted before by the same model and code."""
        return at_once(self.reading(article))

    def reading(self, article: Article) -> Generator[None, None, Cached | None]:
        """As ``get``: a generator that stops after every few facts and returns them in the end."""
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
            os.utime(path)  # the least recently used go first
        return cached

    def put(self, article: Article, facts: Facts, generator: Generator_) -> None:
        """Keep *facts*. A cache that cannot be written is no error: the next opening only takes longer."""
        if self._label is None or generator.model != self._label:
            return
        with suppress(OSError, CannotWriteError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_atomic(self._path(article), paced(_lines(facts, generator)), durable=False)
            self._prune()

    def _path(self, article: Article) -> Path:
        # whatever the facts depend on; the file's name and bytes are not among it
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
        """Throw the oldest away once there is too much."""
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
    """The lines of an entry: who found the facts, the facts in small parts, and how many there are."""
    yield json_text.line({"generator": encode(generator)})
    for kind, records in by_kind(facts).items():
        for first in range(0, len(records), PART):
            yield json_text.line({kind: [encode(record) for record in records[first : first + PART]]})
    yield json_text.line({"count": len(all_facts(facts))})


def _read(article: Article, lines: Iterable[bytes]) -> Generator[None, None, Cached]:
    """The facts in the *lines* of an entry. Raises ``ValueError`` and others for lines that are not whole."""
    found: dict[str, list[Fact]] = {name: [] for name in KIND_NAMES}
    generator: Generator_ | None = None
    for line in lines:
        plain = json_text.quick(line)
        if not isinstance(plain, dict):
            raise FormatError("a line is no object")
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
    raise ValueError("it has no end")


def _code_stamp() -> str:
    """What changes when the extraction's code or word tables do, also between two releases."""
    # found by its place: the cache must not import the package that imports spaCy
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
