"""Records of a cleaned article: its text, paragraphs and sentences.

Every offset in newsview is a count of Unicode code points into ``Article.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final, Literal, NoReturn

Role = Literal["headline", "byline", "dateline", "caption", "subhead", "body", "boilerplate"]
PublishedSource = Literal["flag", "metadata", "dateline"]
PublishedFrom = Literal["flag", "address", "metadata", "text"]


class _Nothing(dict[str, Any]):
    """Immutable empty dictionary; copying and pickling return the same object (a ``MappingProxyType`` cannot be pickled)."""

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("the shared empty mapping cannot be changed")

    __setitem__ = __delitem__ = __ior__ = update = setdefault = clear = pop = popitem = _refuse

    def __reduce__(self) -> tuple[Callable[[], Mapping[str, Any]], tuple[()]]:
        return nothing, ()


NOTHING: Mapping[str, Any] = _Nothing()
"""Default of a record's ``extra``: no unknown keys."""


def nothing() -> Mapping[str, Any]:
    """The empty mapping shared by all records as a default, so that a million of them take no memory."""
    return NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Extensible:
    """Base of the records of a saved file: ``extra`` has the keys that this version does not know, and writes them last."""

    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


FACTS: Final = ".facts.json"
"""Suffix of the file with an article's saved facts."""

_START = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Extensible):
    """One paragraph, ``article.text[start:end]``, without the line break that ends it."""

    id: str
    start: int
    end: int
    role: Role = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Extensible):
    """One sentence, ``article.text[start:end]``, within one paragraph."""

    id: str
    paragraph: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Extensible):
    """A decoded, cleaned article. ``sha256`` is the hash of the input bytes, ``text`` the cleaned text.

    ``id`` is the id of an archive's line as it was given (any JSON value), ``metadata`` the line's other fields;
    ``notices`` are sentences for the reader about what reading changed or left out.
    """

    path: str | None
    sha256: str
    encoding: str
    title: str | None
    byline: str | None
    language: str | None
    published: str | None
    published_source: PublishedSource | None
    text: str
    paragraphs: Sequence[Paragraph]
    sentences: Sequence[Sentence]
    id: Any = None
    metadata: Mapping[str, Any] = field(default_factory=nothing)
    published_from: PublishedFrom | None = None
    notices: Sequence[str] = ()

    def __repr__(self) -> str:
        return f"<Article {self.title or self.path or self.text[:40]!r}: {len(self.paragraphs)} paragraphs>"

    def sentence_index(self, offset: int) -> int | None:
        """Index of the sentence at *offset*; between two sentences, of the one before; None before the first."""
        index = bisect_right(self.sentences, offset, key=_START) - 1
        return index if index >= 0 else None

    def paragraph_index(self, offset: int) -> int | None:
        """Index of the paragraph at *offset*; between two paragraphs, of the one before; None before the first."""
        index = bisect_right(self.paragraphs, offset, key=_START) - 1
        return index if index >= 0 else None

    def sentences_between(self, start: int, end: int) -> range:
        """Indexes of the sentences that share at least one character with ``text[start:end]``."""
        first = bisect_right(self.sentences, start, key=_START) - 1
        if first < 0 or self.sentences[first].end <= start:
            first += 1
        last = bisect_right(self.sentences, max(start, end - 1), key=_START)
        return range(first, max(first, last))
