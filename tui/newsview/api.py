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

Results are plain on demand: ``analysis.to_dict()``, ``analysis.to_json()`` and ``Analysis.from_dict()``; an analysis can
be pickled. In a notebook it shows the article with its facts.

>>> newsview.Analysis.from_dict(analysis.to_dict()).to_json() == analysis.to_json()
True

A stream with a context for each source, and with errors of single sources handled:

>>> rows = [("It costs $2 million.", 17), (Path("no-such-article.txt"), 18)]
>>> for analysis, row in newsview.extract_many(rows, as_tuples=True, on_error=lambda source, error: print(error)):
...     print(row, analysis.numbers[0].value)
17 2000000
no-such-article.txt: there is no such file; check the name

What does not fit in an article (see ``newsview check``), also as ``analysis.findings``:

>>> analysis = newsview.extract("The trial began on Tuesday, 14 March 2024.")
>>> [(finding.check, finding.level, finding.message) for finding in newsview.check(analysis)]
[('weekday', 'contradiction', '14 March 2024 was a Thursday')]

Both functions are thread-safe, also with ``asyncio.to_thread``. Articles are extracted one at a time: threads are no
faster; use ``newsview extract --jobs`` for several processes.

What happens to single articles is logged under the name ``newsview``. Unreadable input raises a ``newsview.NewsviewError`` with a one-line message:

>>> newsview.extract(Path("no-such-article.txt"))
Traceback (most recent call last):
    ...
newsview.errors.NoInputError: no-such-article.txt: there is no such file; check the name
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, overload

from newsview.checks.run import findings_in
from newsview.errors import InputError, NewsviewError, UsageError
from newsview.export.reviewed import corrected
from newsview.extraction.extract import Extractor
from newsview.inputs.archive_rows import ReadingOptions, archived_row
from newsview.model import display
from newsview.model.article import Article
from newsview.model.facts import Analysis
from newsview.model.finding import Finding
from newsview.model.kinds import KindName
from newsview.reading.build_article import build_article
from newsview.reading.read import read_bytes, read_path

Source = str | bytes | Path | Article
"""A text (``str``), the bytes of a file of any supported format, the path of one (``Path``), or an article that has been read."""

Day = str | date
"""A day of publication: ``YYYY-MM-DD`` or a ``datetime.date``."""

OnError = Callable[[Source, NewsviewError], None]
"""Called with a source that cannot be read and the reason."""

if TYPE_CHECKING:
    from newsview.export.arrow import Found
    from newsview.export.flat_rows import Tables

C = TypeVar("C")
B = TypeVar("B")

_log = logging.getLogger("newsview")


def extract(source: Source, *, published: Day | None = None, model: str | None = None) -> Analysis:
    """The facts of one article; a text without words has none.

    *published* is the anchor of relative dates such as "last Friday"; *model* is the name or folder of a spaCy
    pipeline, which is loaded at the first call and cached. Raises ``NewsviewError``.
    """
    return _analysis(_extractor(model), source, published)


@overload
def extract_many(
    sources: Iterable[Source],
    *,
    published: Day | None = None,
    model: str | None = None,
    on_error: OnError | None = None,
    as_tuples: Literal[False] = False,
) -> Iterator[Analysis]: ...


@overload
def extract_many(
    sources: Iterable[tuple[Source, C]],
    *,
    published: Day | None = None,
    model: str | None = None,
    on_error: OnError | None = None,
    as_tuples: Literal[True],
) -> Iterator[tuple[Analysis, C]]: ...


def extract_many(
    sources: Iterable[Any],
    *,
    published: Day | None = None,
    model: str | None = None,
    on_error: OnError | None = None,
    as_tuples: bool = False,
) -> Iterator[Any]:
    """The facts of each of *sources*, in order, extracted lazily and not retained.

    With *as_tuples*, the sources are (source, context) pairs and the results (analysis, context) pairs, as spaCy's
    ``nlp.pipe`` has them. A source that cannot be read raises ``NewsviewError``; with *on_error*, it is called instead,
    and the source is left out.
    """
    extractor = _extractor(model)
    for each in sources:
        source, context = each if as_tuples else (each, None)
        try:
            analysis = _analysis(extractor, source, published)
        except NewsviewError as error:
            if on_error is None:
                raise
            on_error(source, error)
            continue
        yield (analysis, context) if as_tuples else analysis


def extract_batch(
    batch: B,
    *,
    text: str = "text",
    id: str = "id",
    date: str = "published",
    title: str = "title",
    published: Day | None = None,
    model: str | None = None,
    table: KindName | None = None,
) -> B:
    """The facts of the articles in *batch*, an Arrow ``RecordBatch`` or ``Table``, as a batch or table of the same class.

    *text*, *id*, *date* and *title* name its columns; all but the first may be missing. There is a row for each article,
    with its id as ``article_id``, the lists ``entities``, ``quotes`` and ``numbers``, and ``error``: why an article could
    not be read, which costs that row only. With *table*, the name of one of the lists, there is a row for each fact.
    ``arrow_schema`` is the schema. Meant for Ray, Spark, Dask, Daft, polars and ``datasets``, whose processes load the
    model once. Raises ``NewsviewError`` if *batch* is something else, has no column *text*, or the extra is missing.
    """
    from newsview.export import arrow  # deferred: needs the extra

    arrow.schema(table)  # an unknown table is an error before any work
    columns = _columns(batch, {"text": text, "id": id, "published": date, "title": title})
    options = ReadingOptions(published=_iso(published))
    found = [_found(row, number, options, model) for number, row in enumerate(columns.to_pylist(), 1)]
    id_type = columns.schema.field("id").type if "id" in columns.schema.names else None
    made = arrow.batch(found, table, id_type)
    return cast("B", made if isinstance(batch, arrow.arrow().RecordBatch) else arrow.arrow().Table.from_batches([made]))


def _columns(batch: Any, wanted: dict[str, str]) -> Any:
    """The *wanted* columns of *batch* that are there, by their usual names."""
    from newsview.export.arrow import arrow

    pa = arrow()
    if not isinstance(batch, pa.RecordBatch | pa.Table):
        raise UsageError(f"extract_batch takes a pyarrow.RecordBatch or Table, not {type(batch).__name__}")
    there = {usual: name for usual, name in wanted.items() if name in batch.schema.names}
    if "text" not in there:
        raise UsageError(f"the batch has no column {wanted['text']!r}; it has {', '.join(batch.schema.names)}")
    return type(batch).from_arrays([batch.column(name) for name in there.values()], names=list(there))


def _found(row: dict[str, Any], number: int, options: ReadingOptions, model: str | None) -> Found:
    """The facts of one row, or the error that it costs."""
    from newsview.export.arrow import Found
    from newsview.inputs.tables_in import plain

    if not isinstance(row["text"], str):
        return Found(row.get("id"), None, f"row {number}: its text is missing")
    # ids remain as they are, for the column's type
    one = archived_row({name: plain(value) for name, value in row.items()}, number, f"row {number}", options)
    try:
        return Found(row.get("id"), _analysis(_extractor(model), one.read(), None))
    except (InputError, RecursionError, MemoryError) as error:
        _log.warning("%s", error)
        return Found(row.get("id"), None, str(error) or type(error).__name__)


def tables(analyses: Iterable[Analysis], library: Literal["arrow", "pandas", "polars"] = "arrow") -> Tables:
    """The facts of *analyses* as three flat tables: ``entities``, ``quotes`` and ``numbers``, one row for each fact.

    They are Arrow tables, or frames of pandas or polars, with typed columns and the names of speakers. ``article_id`` is
    the article's id, else its path, else its place among *analyses* from 1. Corrections of the review are applied; facts
    that are hidden by default have ``aside``. Raises ``NewsviewError`` if the extra ``arrow`` or the library is missing.
    """
    from newsview.export import arrow

    return arrow.tables(analyses, library)


def arrow_schema(table: KindName | None = None, *, id_type: Any = None) -> Any:
    """The ``pyarrow.Schema`` of what ``extract_batch`` returns; *id_type*: the Arrow type of the ids, by default text."""
    from newsview.export import arrow

    return arrow.schema(table, id_type)


def check(analysis: Analysis) -> list[Finding]:
    """What does not fit in the article of *analysis*, or deserves a look, in text order, notes included.

    Corrections of the review are applied first, and findings that it rejects are left out. Needs no spaCy.
    """
    return findings_in(corrected(analysis))


def _analysis(extractor: Extractor, source: Source, published: Day | None) -> Analysis:
    article = _article(source, _iso(published))
    label = article.path or article.title or "a text"
    for notice in article.notices:
        _log.warning("%s: %s", label, notice)
    analysis = extractor.analysis(article)
    _log.debug("%s: %d characters, %r", label, len(article.text), analysis)
    return analysis


def _iso(published: Day | None) -> str | None:
    return published.isoformat() if isinstance(published, date) else published


def _article(source: Source, published: str | None) -> Article:
    if isinstance(source, Article):
        return source
    if isinstance(source, Path):
        return read_path(source, published=published)
    if isinstance(source, bytes):
        return read_bytes(source, path=None, published=published)
    return build_article(source, published=published, published_source="flag" if published else None)


_loading = Lock()


def _extractor(model: str | None) -> Extractor:
    with _loading:  # otherwise two threads might both load the pipeline
        return _loaded(model)


@lru_cache(maxsize=2)
def _loaded(model: str | None) -> Extractor:
    _log.debug("loading the spaCy pipeline %s", model or "(the default)")
    return Extractor.for_model(model)


def _page(analysis: Analysis) -> str:
    # deferred: only notebooks need it
    from newsview.export.html import page
    from newsview.export.reviewed import reviewed

    return page(reviewed(analysis, aside=False))


display.register(_page)
display.register_checks(check)
