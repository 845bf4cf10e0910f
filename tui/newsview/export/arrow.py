"""Facts as Arrow: three flat tables of many articles, or one row for each article. Needs the extra ``arrow``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO, RawIOBase
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args

from newsview.errors import ExtraMissingError, UsageError
from newsview.export.flat_rows import ARTICLE, COLUMNS, Row, Tables, Type, day, rows
from newsview.export.reviewed import reviewed
from newsview.model import json_text
from newsview.model.facts import Analysis
from newsview.model.kinds import KIND_NAMES, KindName
from newsview.terminal.install_hint import installing

if TYPE_CHECKING:
    import pyarrow

ERROR: Final = "error"
"""The column with the reason why an article has no facts, where there is a row for each article."""

_ABOUT: Final[Mapping[str, Type]] = {**ARTICLE, "title": "text", "language": "text", ERROR: "text"}


class Found(NamedTuple):
    """The facts of an article with its id, or the reason why there are none."""

    id: Any
    analysis: Analysis | None
    error: str | None = None


def arrow() -> Any:
    """The module ``pyarrow``. Raises ``ExtraMissingError``."""
    try:
        import pyarrow
    except ImportError as error:
        raise ExtraMissingError(
            f"tables need an extra that is not installed; install it: {installing('newsview[arrow]')}"
        ) from error
    return pyarrow


def schema(kind: KindName | None = None, id_type: Any = None) -> pyarrow.Schema:
    """The schema of the flat table of *kind* or, without, of the table with a row for each article.

    *id_type* is the Arrow type of ``article_id``; by default it is text.
    """
    pa = arrow()
    if kind not in (None, *KIND_NAMES):
        raise UsageError(f"there is no table {kind!r}; choose from {', '.join(KIND_NAMES)}")
    if kind is None:
        lists = [pa.field(name, pa.list_(pa.struct(_fields(COLUMNS[name]))), nullable=False) for name in KIND_NAMES]
        fields = [*_fields(_ABOUT), *lists]
    else:
        fields = _fields({**ARTICLE, **COLUMNS[kind]})
    return pa.schema([pa.field("article_id", id_type or pa.string()), *fields[1:]])


def _fields(columns: Mapping[str, Type]) -> list[Any]:
    pa = arrow()
    types = dict(zip(get_args(Type), (pa.string(), pa.int32(), pa.float64(), pa.bool_(), pa.date32()), strict=True))
    return [pa.field(name, types[type_]) for name, type_ in columns.items()]


def tables(analyses: Iterable[Analysis], library: str = "arrow") -> Tables:
    """The facts of *analyses* as tables of *library*: arrow, pandas or polars. Raises ``NewsviewError``.

    ``article_id`` is the article's id, else its path, else its place among *analyses* from 1, as text. Corrections of
    the review are applied; facts that are hidden by default have ``aside``.
    """
    if library not in _LIBRARIES:
        raise UsageError(f"tables for {library!r} cannot be made; choose from {', '.join(_LIBRARIES)}")
    pa = arrow()
    found: dict[KindName, list[Row]] = {name: [] for name in KIND_NAMES}
    for number, analysis in enumerate(analyses, 1):
        id_ = analysis.article.id if analysis.article.id is not None else analysis.article.path
        for name, flat in _flat(Found(number if id_ is None else id_, analysis), as_text=True).items():
            found[name] += flat
    made = (pa.Table.from_pylist(found[name], schema=schema(name)) for name in KIND_NAMES)
    return Tables(*(_LIBRARIES[library](table) for table in made))


def _pandas(table: pyarrow.Table) -> Any:
    return table.to_pandas(date_as_object=False)


def _polars(table: pyarrow.Table) -> Any:
    try:
        import polars
    except ImportError as error:
        raise ExtraMissingError(f"polars is not installed; install it: {installing('polars')}") from error
    return polars.from_arrow(table)


_LIBRARIES: Final = {"arrow": lambda table: table, "pandas": _pandas, "polars": _polars}


def found_in(analysis: Analysis) -> Found:
    """The facts of *analysis*, with the id of the row that it comes from, else the article's path."""
    article = analysis.article
    return Found(article.path if article.id is None else article.id, analysis)


def batch(found: Iterable[Found], kind: KindName | None = None, id_type: Any = None) -> pyarrow.RecordBatch:
    """*found* as a batch of the flat table of *kind* or, without, with a row for each article."""
    as_text = id_type is None
    if kind is not None:
        flat = [row for each in found for row in _flat(each, as_text=as_text)[kind]]
    else:
        flat = [_article_row(each, as_text=as_text) for each in found]
    return arrow().RecordBatch.from_pylist(flat, schema=schema(kind, id_type))


def parquet(batches: Iterable[pyarrow.RecordBatch]) -> bytes:
    """*batches* of ``batch`` as a Parquet file of one row group; equal bytes for equal facts by one version of pyarrow."""
    from pyarrow.parquet import write_table

    buffer = BytesIO()
    write_table(arrow().Table.from_batches(batches, schema=schema()).combine_chunks(), buffer, compression="zstd")
    return buffer.getvalue()


def write_parquet(batches: Iterable[pyarrow.RecordBatch], write: Callable[[bytes], object]) -> None:
    """Write *batches* of ``batch`` as one Parquet file through *write*, a row group for each: memory stays constant."""
    from pyarrow.parquet import ParquetWriter

    with ParquetWriter(_Sink(write), schema(), compression="zstd") as writer:
        for each in batches:
            writer.write_batch(each)


class _Sink(RawIOBase):
    """A stream that is written forward only."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: Any) -> int:
        """Write *data*; returns its length."""
        given = bytes(data)
        self._write(given)
        return len(given)


def _flat(each: Found, *, as_text: bool) -> dict[KindName, list[Row]]:
    if each.analysis is None:
        return {name: [] for name in KIND_NAMES}
    about = _about(each, as_text=as_text)
    first = {name: about[name] for name in ARTICLE}
    found = rows(reviewed(each.analysis, aside=True))
    return {name: [{**first, **row} for row in found[name]] for name in KIND_NAMES}


def _article_row(each: Found, *, as_text: bool) -> Row:
    found: Mapping[str, list[Row]] = {name: [] for name in KIND_NAMES}
    if each.analysis is not None:
        flat = rows(reviewed(each.analysis, aside=True))
        found = {name: flat[name] for name in KIND_NAMES}
    return {**_about(each, as_text=as_text), **found}


def _about(each: Found, *, as_text: bool) -> Row:
    article = each.analysis.article if each.analysis else None
    return {
        "article_id": _id_text(each.id) if as_text else each.id,
        "published": day(article.published) if article else None,
        "title": article and article.title,
        "language": article and article.language,
        ERROR: each.error,
    }


def _id_text(id_: Any) -> str | None:
    """An id of any JSON type as text: texts as they are, others as JSON."""
    if id_ is None:
        return None
    return (
        id_.encode("utf-8", "replace").decode() if isinstance(id_, str) else json_text.line(id_).decode().rstrip("\n")
    )
