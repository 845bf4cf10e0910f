"""Formats of part files: how each article is encoded as soon as it is extracted, and how a part is made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from newsview.batch.shards import Form
from newsview.export.formats import form_named
from newsview.model import json_text
from newsview.model.codec import encode
from newsview.model.facts import Analysis


class PartFormat(NamedTuple):
    """``article``: from an analysis and its id to what is held of it; ``part``: from all that to the bytes of the file."""

    article: Callable[[Any, Analysis], Any]
    part: Callable[[Sequence[Any]], bytes]


def part_format(form: Form, *, aside: bool) -> PartFormat:
    """The format of the part files of a run. Raises ``ExtraMissingError``.

    *aside*: with the facts that are hidden by default, which JSON Lines and Parquet have always.
    """
    return _MADE[form](aside)


def _json_lines(_: bool) -> PartFormat:
    def article(id_: Any, analysis: Analysis) -> bytes:
        """The line of one article."""
        return json_text.line({"id": id_, **encode(analysis)})

    return PartFormat(article, b"".join)


def _csv(aside: bool) -> PartFormat:
    form = form_named("csv", of_archive=True)

    def article(id_: Any, analysis: Analysis) -> bytes:
        """The rows of one article."""
        return form.render(replace(analysis, article=replace(analysis.article, id=id_)), aside)

    return PartFormat(article, lambda held: b"".join([form.header(), *held]))


def _parquet(_: bool) -> PartFormat:
    from newsview.export.arrow import Found, arrow, batch, parquet  # deferred: needs the extra

    arrow()
    return PartFormat(lambda id_, analysis: batch([Found(id_, analysis)]), parquet)


_MADE: Final[Mapping[str, Callable[[bool], PartFormat]]] = {"jsonl": _json_lines, "csv": _csv, "parquet": _parquet}
