"""Speakers as a table of text, CSV and JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsview.compare.speakers import COLUMNS, Sheet, Speaker
from newsview.describe import flat
from newsview.export.csv import lines
from newsview.export.reviewed import reviewed
from newsview.model import json_text
from newsview.model.facts import Analysis, Decision, Facts, without
from newsview.terminal.plural import counted

SAME: Final = "a person is the same in several articles only by full name and role; all others are listed by article"

_NAME: Final = 40
"""Cells of the name and role in the text table; a longer one is cut."""

_COUNTED: Final = ("direct", "mixed", "indirect", "words", "share", "states", "denies", "doubts", "asks", "refused")


def to_count(facts: Facts, review: Mapping[str, Decision]) -> Facts:
    """*facts* without those that were rejected in *review*: they are no quotes."""
    return without(facts, {id_ for id_, decision in review.items() if decision.status == "rejected"})


def as_json(sheet: Sheet) -> bytes:
    """A list of the speakers, those with the most words first."""
    return json_text.pretty(list(sheet.plain()))


def as_csv(sheet: Sheet) -> bytes:
    """A row a speaker; roles are separated by semicolons, the first place is two columns."""
    header = [column for column in COLUMNS if column != "first"]
    at = header.index("share") + 1
    header[at:at] = ["first_article", "first_start"]
    rows = [
        [_cell(plain["first"][each[6:]] if each.startswith("first_") else plain[each]) for each in header]
        for plain in sheet.plain()
    ]
    return lines([header, *rows]).encode("utf-8", "replace")


def _cell(value: object) -> str | int | float | None:
    if isinstance(value, list):
        return "; ".join(flat(each) for each in value)
    return value if value is None or isinstance(value, str | int | float) else json_text.line(value).decode().rstrip()


def table(analysis: Analysis) -> bytes:
    """The speakers of *analysis* as a CSV file, with the reviewer's corrections; without what is hidden by default."""
    made, article = reviewed(analysis, aside=False), analysis.article
    sheet = Sheet()
    sheet.add(article.path if article.id is None else article.id, article, to_count(made.facts, made.review))
    return b"\xef\xbb\xbf" + as_csv(sheet)  # the mark without which spreadsheets misread letters


def as_text(sheet: Sheet) -> bytes:
    """A table with a line for each speaker, those with the most words first, and below it what was left out."""
    several = sheet.articles > 1
    plain, rows = list(sheet.plain()), []
    for each in plain:
        share = {**each, "share": each["words"] and f"{each['share']:.0%}"}
        counts = [str(share[name]) if share[name] else "-" for name in (*(["articles"] if several else []), *_COUNTED)]
        rows.append([_titled(each["name"], each["roles"]), *counts])
    header = ["speaker", *(["articles"] if several else []), *_COUNTED]
    wide = min(_NAME, max((len(row[0]) for row in [header, *rows]), default=0))
    table = [_line(row, header, wide) for row in [header, *rows]] if rows else []
    return "".join(f"{line}\n" for line in [*table, *_remarks(sheet)]).encode("utf-8", "replace")


def _titled(name: str, roles: list[str]) -> str:
    whole = flat(", ".join([name, *roles[:1]]))
    return whole if len(whole) <= _NAME else f"{whole[: _NAME - 1]}…"


def _line(row: list[str], header: list[str], wide: int) -> str:
    """A row of the table: the name at the left, the counts below their names."""
    cells = [f"{cell:>{len(name) + 1}}" for cell, name in zip(row[1:], header[1:], strict=True)]
    return f"{row[0]:<{wide}} {' '.join(cells)}"


def _remarks(sheet: Sheet) -> list[str]:
    found: list[Speaker] = sheet.rows()
    quotes = sum(each.direct + each.mixed + each.indirect for each in found)
    guessed = sum(each.guessed for each in found)
    where = f" in {counted(sheet.articles, 'article')}" if sheet.articles > 1 else ""
    remarks = [f"{counted(len(found), 'speaker')}, {counted(quotes, 'quote')}{where}"]
    if guessed:
        remarks.append(f"the speaker of {counted(guessed, 'quote')} is a guess, from words like “she” or “the company”")
    if sheet.unnamed:
        remarks.append(f"not counted: {counted(sheet.unnamed, 'quote')} without a named speaker")
    if sheet.articles > 1:
        remarks.append(SAME)
    return remarks
