"""The same words in several articles, as a table and as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from newsview.describe import flat
from newsview.model import json_text
from newsview.model.shared_quotes import SERIOUS, QuotedIn, SharedQuote
from newsview.terminal.plural import counted

_MOST_ROWS = 20
"""Versions of one quote that the table lists; JSON Lines have all."""


def text(found: SharedQuote, width: int) -> str:
    """One group of the table: the words, who has them, and how they differ, serious differences first."""
    articles = len({json_text.line(quote.article) for quote in found.quotes})
    head = f"{counted(articles, 'article')}, {counted(len(found.words.split()), 'word')} in common"
    lines = [head, *wrap(f"“{flat(found.quotes[0].text)}”", width, initial_indent="  ", subsequent_indent="  ")]
    names = [flat(str(quote.article)) for quote in found.quotes[:_MOST_ROWS]]
    column = min(40, max(map(len, names)))
    lines += (
        f"    {name:{column}}  {quote.published or '-':10}  {_speaker(quote)}"
        for name, quote in zip(names, found.quotes, strict=False)
    )
    if len(found.quotes) > _MOST_ROWS:
        lines.append(f"    and {len(found.quotes) - _MOST_ROWS:,} more")
    lines += _differences(found, width)
    return "\n".join(lines) + "\n\n"


def _speaker(quote: QuotedIn) -> str:
    stance = "" if quote.stance == "states" else f" ({quote.stance})"
    return f"{flat(quote.speaker) if quote.speaker else 'unknown speaker'}{stance}"


def _differences(found: SharedQuote, width: int) -> Iterator[str]:
    for each in found.differences:
        mark = "!" if each.kind in SERIOUS else " "
        lead = f"  {mark} {each.kind:8} "
        yield from wrap(flat(each.text), width, initial_indent=lead, subsequent_indent=" " * len(lead))


def json_line(found: SharedQuote) -> bytes:
    """The group as one line of JSON."""
    plain: dict[str, Any] = found.plain()
    return json_text.line(plain)
