"""The check-first list as text lines, JSON, JSON Lines and Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsview.describe import flat
from newsview.export.findings import Checked
from newsview.export.markdown import escaped
from newsview.model import json_text
from newsview.model.finding import Ranked


def text_lines(checked: Checked, ranked: Sequence[Ranked]) -> bytes:
    """A line for each sentence: ``PATH:LINE:COLUMN SCORE reason; reason: sentence``."""
    lines = []
    for each in ranked:
        line, column = checked.position(each.start)
        reasons = "; ".join(map(flat, each.reasons))
        lines.append(f"{checked.path}:{line}:{column} {each.score:g} {reasons}: {flat(each.text)}\n")
    return "".join(lines).encode("utf-8", "replace")


def json_lines(checked: Checked, ranked: Sequence[Ranked]) -> bytes:
    """A JSON object on a line for each sentence."""
    return b"".join(json_text.line(row) for row in _rows(checked, ranked))


def json_list(checked: Checked, ranked: Sequence[Ranked]) -> bytes:
    """The same objects as a list."""
    return json_text.pretty(_rows(checked, ranked))


def _rows(checked: Checked, ranked: Sequence[Ranked]) -> list[dict[str, Any]]:
    name = checked.path if checked.article.id is None else checked.article.id
    return [
        {
            "article": name,
            "sentence": each.sentence,
            "text": each.text,
            "score": each.score,
            "reasons": list(each.reasons),
        }
        for each in ranked
    ]


def markdown(checked: Checked, ranked: Sequence[Ranked]) -> bytes:
    """A numbered list of the sentences with their reasons; nothing for an article without such sentences."""
    if not ranked:
        return b""
    lines = [f"## {escaped(checked.article.title or checked.path)}", ""]
    for number, each in enumerate(ranked, 1):
        lines += [f"{number}. {escaped(flat(each.text))}", f"   - {escaped(flat('; '.join(each.reasons)))}"]
    return ("\n".join(lines) + "\n\n").encode("utf-8", "replace")
