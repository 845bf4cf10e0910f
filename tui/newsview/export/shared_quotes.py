"""The same words in several articles, as a table and as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from textwrap import wrap
from typing import Final

from newsview.describe import flat
from newsview.model import json_text
from newsview.model.shared_quotes import SERIOUS, QuotedIn, SharedQuote
from newsview.terminal.plural import counted

_MOST_ROWS: Final = 20
"""Versions of one quote that the table lists; JSON Lines have all."""
_BATCH: Final = 500
"""Quotes of a group that are written as JSON at once: however large it is, no more are in memory."""


def text(found: SharedQuote, width: int) -> str:
    """One group of the table: the words, who has them, and how they differ, serious differences first."""
    head = f"{counted(found.articles, 'article')}, {counted(len(found.words.split()), 'word')} in common"
    first = list(islice(found.quotes, _MOST_ROWS))
    lines = [head, *wrap(f"“{flat(first[0].text)}”", width, initial_indent="  ", subsequent_indent="  ")]
    names = [flat(str(quote.article)) for quote in first]
    column = min(40, max(map(len, names)))
    lines += (
        f"    {name:{column}}  {quote.published or '-':10}  {_speaker(quote)}"
        for name, quote in zip(names, first, strict=True)
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


def json_line(found: SharedQuote) -> Iterator[bytes]:
    """The group as one line of JSON, in pieces of bounded length."""
    start, end = _frame(found)
    quotes, lead = iter(found.quotes), start
    while batch := list(islice(quotes, _BATCH)):
        yield lead + json_text.line([each._asdict() for each in batch]).strip()[1:-1]
        lead = b","
    yield end


def _frame(found: SharedQuote) -> tuple[bytes, bytes]:
    """The line without its quotes: what stands before and behind them."""
    words, differences = found.words, [each._asdict() for each in found.differences]
    before = json_text.line({"words": words, "quotes": []}).strip().removesuffix(b"]}")
    return before, b"]," + json_text.line({"differences": differences})[1:]
