"""Extractions that were made before, so that an article opened again shows its facts without spaCy.

One file for each text, model and version of the extraction, in the user's cache folder. Anything there may be deleted,
torn or made by another newsview at the same time: what does not fit counts as not there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from newsview import json_text
from newsview._version import __version__
from newsview.article import Article
from newsview.codec import FormatError, decode, encode
from newsview.errors import CannotWriteError
from newsview.facts import SCHEMA_VERSION, Entity, Facts, Generator, Number, Quote
from newsview.model_files import pipeline_label, spacy_version
from newsview.store.check import check_facts
from newsview.store.files import write_atomic
from newsview.store.places import cache_folder

MAX_BYTES = 2**26
"""Of all cached extractions together: some thousand articles of usual length."""

MAX_FILES = 4096

_KEPT_SHARE = 0.75
"""How much is left after the oldest are thrown away, so that this is not done at every article."""


@dataclass(frozen=True, slots=True)
class Cached:
    """Facts of an article as they were extracted, and by what."""

    facts: Facts
    generator: Generator


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
        if self._label is None:
            return None
        path = self._path(article)
        try:
            plain = json_text.quick(path.read_bytes())
            facts = Facts(
                entities=[decode(Entity, each) for each in plain["entities"]],
                quotes=[decode(Quote, each) for each in plain["quotes"]],
                numbers=[decode(Number, each) for each in plain["numbers"]],
            )
            check_facts(article, facts)
            cached = Cached(facts, decode(Generator, plain["generator"]))
        except (OSError, json_text.JsonError, FormatError, KeyError, TypeError):
            return None
        with suppress(OSError):
            os.utime(path)  # the least recently used go first
        return cached

    def put(self, article: Article, facts: Facts, generator: Generator) -> None:
        """Keep *facts*. A cache that cannot be written is no error: the next opening only takes longer."""
        if self._label is None or generator.model != self._label:
            return
        data = json_text.line({"generator": encode(generator), **encode(facts)})
        with suppress(OSError, CannotWriteError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_atomic(self._path(article), data, durable=False)
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
            [(part.start, part.end) for part in article.sentences],
            article.text,
        )
        digest = blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16)
        return self.folder / f"{digest.hexdigest()}.json"

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
