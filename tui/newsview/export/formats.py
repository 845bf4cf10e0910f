"""The forms in which facts leave newsview: which there are, and an analysis as bytes in one of them."""

from __future__ import annotations

from typing import Literal, get_args

from newsview.model import json_text
from newsview.model.codec import encode
from newsview.model.facts import Analysis

Form = Literal["json", "jsonl", "csv", "markdown", "html"]

FORMS: tuple[Form, ...] = get_args(Form)
SUFFIXES: dict[Form, str] = {"json": ".json", "jsonl": ".jsonl", "csv": ".csv", "markdown": ".md", "html": ".html"}

_BOM = b"\xef\xbb\xbf"


def rendered(analysis: Analysis, form: Form) -> bytes:
    """*analysis*, with the reviewer's corrections applied, as a file of the form *form*.

    A CSV file begins with its header, and with a byte order mark, without which spreadsheets garble what is not ASCII.
    """
    if form == "csv":
        return _BOM + csv_header() + continued(analysis, form)
    return continued(analysis, form)


def csv_header() -> bytes:
    """The line above the tables of any number of articles."""
    from newsview.export import csv

    return csv.header().encode()


def continued(analysis: Analysis, form: Form) -> bytes:
    """As ``rendered``, as it goes on after other articles in the same stream: a CSV table without its header."""
    if form in ("json", "jsonl"):
        plain = encode(_corrected(analysis))
        return json_text.pretty(plain) if form == "json" else json_text.line(plain)
    return _text(analysis, form).encode("utf-8", "replace")


def _corrected(analysis: Analysis) -> Analysis:
    if not analysis.review:
        return analysis
    from newsview.export.reviewed import corrected  # like those below, an import that newly found facts do without

    return corrected(analysis)


def _text(analysis: Analysis, form: Form) -> str:
    from newsview.export import csv, html, markdown
    from newsview.export.reviewed import reviewed

    found = reviewed(analysis)
    return csv.table(found) if form == "csv" else markdown.sheet(found) if form == "markdown" else html.page(found)
