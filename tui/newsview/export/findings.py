"""Findings as text lines, JSON Lines, Markdown and SARIF."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import quote

from newsview._version import __version__
from newsview.describe import flat
from newsview.export import csv
from newsview.export.flat_rows import Cell
from newsview.export.markdown import escaped
from newsview.export.reviewed import around
from newsview.model import json_text
from newsview.model.article import Article
from newsview.model.codec import encode, encoded
from newsview.model.facts import Analysis
from newsview.model.finding import MARKS, Finding, Rule

_SARIF_LEVELS: Final[Mapping[str, str]] = {"contradiction": "error", "look": "warning", "note": "note"}
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True)
class Checked:
    """An article with its findings. ``path`` is how it is named in lines: of an archive's article ``FILE#ID``."""

    path: str
    analysis: Analysis
    findings: Sequence[Finding]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.analysis.article

    @cached_property
    def _lines(self) -> list[int]:
        """The offsets at which the lines of the text begin."""
        text, starts = self.article.text, [0]
        while (at := text.find("\n", starts[-1]) + 1) > 0:
            starts.append(at)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of *offset* in the article's text, both from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def text_lines(checked: Checked) -> bytes:
    """A line for each finding: ``PATH:LINE:COLUMN ! name (code): message``."""
    lines = []
    for finding in checked.findings:
        line, column = checked.position(finding.places[0].start)
        lines.append(
            f"{checked.path}:{line}:{column} {MARKS[finding.level]} {finding.check} ({finding.code}): {flat(finding.message)}\n"
        )
    return "".join(lines).encode("utf-8", "replace")


def json_lines(checked: Checked) -> bytes:
    """A JSON object on a line for each finding, with the archive's id of the article, else its path."""
    return b"".join(json_text.line(_row(checked, finding)) for finding in checked.findings)


def _row(checked: Checked, finding: Finding) -> dict[str, Any]:
    line, column = checked.position(finding.places[0].start)
    plain = encode(finding)
    places, total = plain.pop("places"), plain.pop("sum")
    name = checked.path if checked.article.id is None else checked.article.id
    return {"article": name, **plain, "line": line, "column": column, "places": places, "sum": total}


def json_object(checked: Checked) -> bytes:
    """The facts of the article with its findings at the top level."""
    return json_text.pretty({**encode(checked.analysis), "findings": encoded(list(checked.findings))})


def markdown(checked: Checked) -> bytes:
    """A section with an item for each finding, its sentence below it; nothing for an article without findings."""
    if not checked.findings:
        return b""
    lines = [f"## {escaped(checked.article.title or checked.path)}", ""]
    for finding in checked.findings:
        place = finding.places[0]
        line, _ = checked.position(place.start)
        lines.append(f"- **{escaped(MARKS[finding.level])} {finding.check}** (line {line}): {escaped(finding.message)}")
        for each in finding.places:
            lines.append(f"  - {escaped(around(checked.article.text, each.start, each.end))}")
    return ("\n".join(lines) + "\n\n").encode("utf-8", "replace")


def sarif(checked: Iterable[Checked], rules: Sequence[Rule]) -> bytes:
    """A SARIF 2.1.0 log of one run, with all *rules*, also those that found nothing."""
    driver = {"name": "newsview", "version": __version__, "rules": [_rule(rule) for rule in rules]}
    index = {rule.code: number for number, rule in enumerate(rules)}
    results = [result for each in checked for result in _results(each, index)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text.pretty({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.message},
        "fullDescription": {"text": rule.explanation},
        "defaultConfiguration": {"level": _SARIF_LEVELS[rule.level]},
    }


def _results(checked: Checked, index: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for finding in checked.findings:
        first, *others = (_location(checked, place.start, place.end) for place in finding.places)
        yield {
            "ruleId": finding.code,
            "ruleIndex": index[finding.code],
            "level": _SARIF_LEVELS[finding.level],
            "message": {"text": flat(finding.message)},
            "locations": [first],
            "relatedLocations": others,
            "partialFingerprints": {"newsview/v1": finding.id},
        }


def _location(checked: Checked, start: int, end: int) -> dict[str, Any]:
    line, column = checked.position(start)
    last_line, last_column = checked.position(end)
    region = {"startLine": line, "startColumn": column, "endLine": last_line, "endColumn": last_column}
    file = checked.article.path or checked.path  # the article that facts were saved of, where they know it
    return {"physicalLocation": {"artifactLocation": {"uri": quote(file, errors="replace")}, "region": region}}


def csv_header() -> bytes:
    """The header line of the table of findings."""
    return csv.findings_header().encode()


def csv_rows(checked: Checked) -> bytes:
    """A line of a table for each finding, without the header."""
    return csv.findings_table(_cells(checked, finding) for finding in checked.findings).encode("utf-8", "replace")


def _cells(checked: Checked, finding: Finding) -> dict[str, Cell]:
    first, *others = finding.places
    line, column = checked.position(first.start)
    decision = checked.analysis.review.get(finding.id)
    cells: dict[str, Cell] = {
        "article": checked.path if checked.article.id is None else csv.id_cell(checked.article.id),
        "id": finding.id,
        "check": finding.check,
        "code": finding.code,
        "level": finding.level,
        "message": flat(finding.message),
        "line": line,
        "column": column,
        "start": first.start,
        "end": first.end,
        "text": first.text,
        "other_text": others[0].text if others else None,
        "status": decision.status if decision is not None else None,
        "note": decision.note if decision is not None else None,
    }
    if finding.sum is not None:
        cells |= {
            "stated": finding.sum.stated,
            "expected_low": min(finding.sum.expected, default=None),
            "expected_high": max(finding.sum.expected, default=None),
            "unit": finding.sum.unit,
            "rule": finding.sum.rule,
        }
    return cells
