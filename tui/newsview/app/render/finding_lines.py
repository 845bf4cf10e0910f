"""The current finding as the lines of the detail strip. Imported when the findings are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsview import describe
from newsview.app.render.layers import FINDINGS
from newsview.app.render.rows import MARKS, Piece
from newsview.app.state.review import CHANGED
from newsview.model import finding as findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsview.app.state.review import Review
    from newsview.model.article import Article
    from newsview.model.facts import Decision
    from newsview.model.finding import Finding, Place, Sum

STATUS: Final = {None: "not reviewed", "accepted": "it is right", "rejected": "dismissed"}
"""A decision on a finding in words."""


def head(review: Review, finding: Finding) -> list[Piece]:
    """The line about the review: ``! conversion U301 · finding 1/5 · not reviewed · contradiction · sentence 3``."""
    decision = review.decisions.get(finding.id)
    status = decision.status if decision is not None else None
    shown = review.marked.shown if review.marked is not None else ()
    ids = [each.id for each in shown]
    count = f"finding {ids.index(finding.id) + 1:,}/{len(ids):,}" if finding.id in ids else "finding"
    parts = (f" {finding.code} · {count}", STATUS[status], finding.level, f"sentence {review.place.sentence + 1}")
    sign = findings.MARKS[finding.level]
    return [
        MARKS[status],
        Piece(f" {sign} ", FINDINGS[sign]),
        Piece(describe.flat(finding.check), "strong"),
        Piece(" · ".join(parts), "dim"),
    ]


def message(finding: Finding) -> list[Piece]:
    """What does not fit, with its sum."""
    total = sum_words(finding.sum)
    return [Piece(describe.flat(finding.message), "strong"), *([Piece(f" · {total}", "dim")] if total else [])]


def other_place(review: Review, finding: Finding, width: int) -> list[Piece]:
    """The words of the next place of *finding*, to which Enter goes; empty where there is only one."""
    if len(finding.places) < 2 or review.pointed is None:
        return []
    place = finding.places[(review.pointed.number + 1) % len(finding.places)]
    sentence = review.article.sentence_index(place.start) or 0
    lead = f"beside sentence {sentence + 1}: "
    reach = max(0, (width - len(lead) - len(place.text)) // 2 - 2)
    before, after = _around(review.article, place, reach)
    return [Piece(lead, "dim"), Piece(before), Piece(describe.flat(place.text), "strong"), Piece(after)]


def _around(article: Article, place: Place, reach: int) -> tuple[str, str]:
    """Whole words of the paragraph before and after *place*, at most *reach* code points each."""
    paragraph = article.paragraphs[article.paragraph_index(place.start) or 0]
    low, high = max(paragraph.start, place.start - reach), min(paragraph.end, place.end + reach)
    before, after = article.text[low : place.start], article.text[place.end : high]
    if low > paragraph.start:
        before = "…" + before[before.find(" ") + 1 :]
    if high < paragraph.end:
        after = after[: max(0, after.rfind(" "))] + "…"
    return _inline(before), _inline(after)


def _inline(text: str) -> str:
    """*text* on one line, with a blank where it begins or ends with white space."""
    before = " " if text[:1].isspace() else ""
    return f"{before}{describe.flat(text)}{' ' if text.strip() and text[-1:].isspace() else ''}"


def judged(decision: Decision | None) -> list[Piece]:
    """The note on a finding."""
    return [Piece(f"note: {describe.flat(decision.note)}")] if decision is not None and decision.note else []


def status_line(review: Review, finding: Finding) -> str:
    """Everything on one line: ``✗ dismissed · ! 14 March 2024 was a Thursday · weekday 1/2``."""
    decision = review.decisions.get(finding.id)
    status = f"{describe.MARKS[decision.status]} {STATUS[decision.status]} · " if decision and decision.status else ""
    return f"{status}{findings.MARKS[finding.level]} {describe.flat(finding.message)} · {describe.flat(finding.check)}"


def about_fact(review: Review, fact: str) -> list[Piece]:
    """The old words at the fact with the id *fact*, and the messages of its findings, with their marks.

    The old words are the old sentence, if it or another fact in the sentence has changed, and what was taken out here.
    """
    found = review.marked.about.get(fact, ()) if review.marked is not None else ()
    pieces: list[Piece] = []
    old = review.changes.facts.get(fact, review.changed_here) if review.changes is not None else None
    if old is not None:
        pieces += [Piece(" · ", "dim"), Piece(was_words(old), FINDINGS[CHANGED])]
    if review.removed_here:
        pieces += [Piece(" · ", "dim"), Piece(removed_words(review.removed_here), FINDINGS[CHANGED])]
    for finding in found[:2]:
        sign = findings.MARKS[finding.level]
        pieces += [Piece(" · ", "dim"), Piece(f"{sign} {describe.flat(finding.message)}", FINDINGS[sign])]
    if len(found) > 2:
        pieces.append(Piece(f" · {len(found) - 2:,} more", "dim"))
    return pieces[1:]


def was_words(sentence: str) -> str:
    """The old *sentence* of a fact that has changed, with its mark; empty: the old version has none."""
    return f"{CHANGED} was: {describe.flat(sentence)}" if sentence else f"{CHANGED} not in the old version"


def removed_words(words: Sequence[str]) -> str:
    """The *words* that were taken out at a place, with the mark: "~ gone here: “The bridge is old.”"."""
    more = f" and {len(words) - 1:,} more" if len(words) > 1 else ""
    return f"{CHANGED} gone here: “{describe.flat(words[0])}”{more}"


def sum_words(total: Sum | None) -> str:
    """The sum of a finding: ``stated 20,720,000, fits 700 to 790 square metre (conversion)``; empty without figures."""
    if total is None or not total.expected:
        return ""
    expected = " to ".join(dict.fromkeys(map(_figure, total.expected)))
    stated = f"stated {_figure(total.stated)}, " if total.stated is not None else ""
    unit = f" {describe.flat(total.unit)}" if total.unit else ""
    return f"{stated}fits {expected}{unit} ({describe.flat(total.rule)})"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
