"""Texts of the header and of the panes' titles: the article, the progress of the review, the filter."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from textual.content import Content

from newsview.app.state import filters
from newsview.app.state import review as reviews
from newsview.terminal.plural import counted
from newsview.terminal.printable import printable

BAR: Final = 10
"""Cells of the progress bar."""

if TYPE_CHECKING:
    from newsview.app.state.review import Review
    from newsview.model.article import Article


def title(article: Article, words: int, place: str = "") -> Content:
    """The file name or title of the article, its length in *words*, and its *place* among several articles."""
    name = PurePath(article.path).name if article.path else article.title or "standard input"
    return Content.assemble(" ", ("newsview", "bold"), f"  {printable(name)} · {counted(words, 'word')}{place}")


def overview_title(article: Content) -> Content:
    """The title of the overview of the article with that title."""
    return Content.assemble(" ", ("Overview", "bold"), article[len(" newsview") :])


def header(review: Review, words: int, place: str = "", notices: str = "") -> tuple[Content, Content, Content]:
    """The left and right part of the header: the title; notices, and the counts and progress of the review.

    The third is the right part without the progress bar.
    """
    left = title(review.article, words, place)
    if not review.index.by_id:
        return left, Content(notices), Content(notices)
    tally = review.tally
    total = review.index.visible_count
    facts = counted(total, "fact")
    changed = f" {tally.changed:,} changed " if tally.changed else ""
    judged = (("=", tally.true), ("≠", tally.false), ("?", tally.unclear))
    verdicts = "".join(f"  {sign} {count:,}" for sign, count in judged if count)
    found = review.marked.counts if review.marked is not None else {}
    findings = "".join(f"  {sign} {count:,}" for sign, count in found.items() if count)
    if review.changes is not None and review.changes.stops:
        findings += f"  {reviews.CHANGED} {len(review.changes.stops):,}"
    left_over = f"· {tally.open:,} to go{'' if tally.open else ', all reviewed'}"
    counts = f"{facts}  ✓ {tally.accepted:,}  ✗ {tally.rejected:,}{verdicts}{findings}  {left_over} {changed}"
    short = Content.assemble((notices, "bold"), counts)
    return left, short + Content.assemble((progress_bar(total - tally.open, total), "bold"), " "), short


def progress_bar(done: int, total: int) -> str:
    """How much of *total* is done, as ``BAR`` cells: full only if everything is, empty only if nothing is."""
    full = BAR if done >= total else min(BAR - 1, -(-done * BAR // total))
    return "▓" * full + "░" * (BAR - full)


def unfinished(review: Review, reading: str, save_key: str) -> tuple[str, str]:
    """Unsaved work and the progress of the extraction; the same shortened. *save_key* is the name of the key that saves."""
    dirty = review.decisions.dirty
    parts = [part for part in (reading, f"● unsaved  {save_key} to save" if dirty else "") if part]
    short = reading or ("●" if dirty else "")
    return "  ".join(parts) + " " if parts else "", short + " " if short else ""


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
