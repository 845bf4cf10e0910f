"""Python API: the facts of texts and files.

One article, as text:

>>> import newsview
>>> analysis = newsview.extract("“We can pay for it,” Ada Quill said last Friday. It costs $4.2 million.", published="2024-05-06")
>>> [(quote.speaker.text, quote.text) for quote in analysis.quotes]
[('Ada Quill', 'We can pay for it,')]
>>> [(number.text, number.value, number.unit, number.iso) for number in analysis.numbers]
[('last Friday', None, None, '2024-05-03'), ('$4.2 million', 4200000, 'USD', None)]
>>> [(entity.name, entity.type, len(entity.mentions)) for entity in analysis.entities]
[('Ada Quill', 'PERSON', 1)]

Offsets are code points in the article's text, which is the cleaned input:

>>> quote = analysis.quotes[0]
>>> analysis.article.text[quote.start:quote.end] == quote.text
True

A ``Path`` is a file of any supported format; ``extract_many`` reads articles lazily, one at a time:

>>> from pathlib import Path
>>> folder = Path("articles")
>>> for analysis in newsview.extract_many(sorted(folder.glob("*.txt"))):
...     print(analysis.article.title, len(analysis.quotes))

Both functions are thread-safe, also with ``asyncio.to_thread``. Articles are extracted one at a time: threads are no
faster; use ``newsview extract --jobs`` for several processes.

Unreadable input raises a ``newsview.NewsviewError`` with a one-line message:

>>> newsview.extract(Path("no-such-article.txt"))
Traceback (most recent call last):
    ...
newsview.errors.NoInputError: no-such-article.txt: there is no such file; check the name
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from threading import Lock

from newsview.extraction.extract import Extractor
from newsview.model.article import Article
from newsview.model.facts import Analysis
from newsview.reading.build_article import build_article
from newsview.reading.read import read_path

Source = str | Path | Article
"""A text (``str``), the path of a file (``Path``), or an article that has been read."""


def extract(source: Source, *, published: str | None = None, model: str | None = None) -> Analysis:
    """The facts of one article.

    *published* (``YYYY-MM-DD``) is the anchor of relative dates such as "last Friday"; *model* is the name or folder of
    a spaCy pipeline, which is loaded at the first call and cached. Raises ``NewsviewError``.
    """
    return _extractor(model).analysis(_article(source, published))


def extract_many(
    sources: Iterable[Source], *, published: str | None = None, model: str | None = None
) -> Iterator[Analysis]:
    """The facts of each of *sources*, in order, extracted lazily and not retained. Raises ``NewsviewError``."""
    extractor = _extractor(model)
    for source in sources:
        yield extractor.analysis(_article(source, published))


def _article(source: Source, published: str | None) -> Article:
    if isinstance(source, Article):
        return source
    if isinstance(source, Path):
        return read_path(source, published=published)
    return build_article(source, published=published, published_source="flag" if published else None)


_loading = Lock()


def _extractor(model: str | None) -> Extractor:
    with _loading:  # otherwise two threads might both load the pipeline
        return _loaded(model)


@lru_cache(maxsize=2)
def _loaded(model: str | None) -> Extractor:
    return Extractor.for_model(model)
