"""Texts of the header and the status line: the article, the progress of the review, the current fact."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from textual.content import Content

from newsview import describe
from newsview.app.render import rows
from newsview.app.render.wrapping import truncate
from newsview.app.state import filters
from newsview.terminal.plural import counted
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.app.state.review import Review
    from newsview.model.article import Article


def title(article: Article, words: int, place: str = "") -> Content:
    """The file name or title of the article, its length in *words*, and its *place* among several articles."""
    name = PurePath(article.path).name if article.path else article.title or "standard input"
    return Content.assemble(" ", ("newsview", "bold"), f"  {printable(name)} · {counted(words, 'word')}{place}")


def header(review: Review, words: int, place: str = "") -> tuple[Content, Content]:
    """The left and right part of the header: the title, and the counts of the review."""
    left = title(review.article, words, place)
    if not review.index.by_id:
        return left, Content("")
    tally = review.tally
    total = tally.accepted + tally.rejected + tally.open
    facts = counted(total, "fact")
    changed = f" {tally.changed:,} changed " if tally.changed else ""
    right = Content(f"{facts}  ✓ {tally.accepted:,}  ✗ {tally.rejected:,}  · {tally.open:,} to go {changed}")
    return left, right


def status(review: Review, notice: str, reading: str, save_key: str) -> tuple[Content, Content, Content]:
    """The status line: a notice or the current fact; unsaved work and extraction at the right; the same shortened.

    *save_key* is the display name of the key that saves.
    """
    dirty = review.decisions.dirty
    right = [part for part in (reading, f"● unsaved  {save_key} to save" if dirty else "") if part]
    short = reading or ("●" if dirty else "")
    left = Content(f" {notice or _fact(review, bool(reading))}")
    return left, Content("  ".join(right) + " " if right else ""), Content(short + " " if short else "")


def _fact(review: Review, reading: bool) -> str:
    row, fact = review.place.row, review.fact
    number = review.place.sentence + 1
    if row is None or fact is None:
        hidden = bool(review.index.in_sentence(review.place.sentence))
        here = "no facts yet" if reading else "none of its facts is shown" if hidden else "no facts here"
        return f"sentence {number} · {here}" if review.article.sentences else "an empty article"
    decision = review.decisions.get(fact.id)
    # the mark comes first, because the line is truncated at the end
    sign = f"{describe.MARKS[decision.status]} " if decision and decision.status else ""
    if decision is not None and decision.was is not None:
        sign += f"{truncate(describe.was_words(decision.was), 60)} · now "
        decision = replace(decision, was=None)
    return f"{sign}{rows.headline(review.index, fact)} · sentence {number} · {rows.status(review.index, row, decision)}"


def filter_words(review: Review) -> str:
    """The active filter in words; empty without a filter."""
    wanted = review.filter
    if wanted == filters.Filter():
        return ""
    name = review.index.name_of(wanted.linked)
    parts = [
        filters.STATE_NAMES[wanted.state] if wanted.state != "all" else "",
        "this paragraph" if wanted.paragraph is not None else "",
        f"“{printable(wanted.words)}”" if wanted.words else "",
        printable(name) if name else "",
    ]
    return ", ".join(part for part in parts if part)
