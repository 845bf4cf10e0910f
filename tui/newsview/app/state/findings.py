"""State of the findings in a review: their marks at facts and sentences, the current one, decisions on them.

Imported when the findings are known, a moment after the facts are shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from newsview.app.state import decide as deciding
from newsview.app.state.fact_index import Row, pane_of
from newsview.app.state.finding_marks import Findings
from newsview.app.state.review import Place, Pointed, Review
from newsview.model.decision import now
from newsview.model.decisions import NOTHING, Step
from newsview.model.facts import Decision, Entity, Status
from newsview.model.finding import Finding


def step(review: Review, direction: int, wanted: Callable[[Finding], bool] = lambda _: True) -> bool:
    """Go to the next or previous *wanted* finding that is not dismissed; False if there is none."""
    findings = review.findings
    if findings is None:
        return False
    shown = findings.marked(review.decisions).shown
    here = _place_in_order(review, findings)
    in_order = shown if direction > 0 else reversed(shown)
    for finding in in_order:
        at = (finding.places[0].start, findings.number(finding.id))
        if (at > here if direction > 0 else at < here) and wanted(finding):
            point(review, finding)
            return True
    return False


def _place_in_order(review: Review, findings: Findings) -> tuple[int, float]:
    """The place of the current finding in text order, else one before all that begin in the current sentence."""
    current = review.finding
    if current is not None:
        return current.places[0].start, findings.number(current.id)
    if not review.article.sentences:
        return 0, -1
    return review.article.sentences[review.place.sentence].start, -1


def point(review: Review, finding: Finding, number: int = 0) -> None:
    """Make the place *number* of *finding* current, with its sentence and, if it is listed, its fact."""
    place = finding.places[number]
    sentence = review.article.sentence_index(place.start) or 0
    row = _row_at(review, place.fact, place.start)
    review.crossed = None
    if row is None:
        review.place = review.place._replace(focus="article")
        review.stand_on(sentence)
    else:
        focus = "article" if review.pane is None else pane_of(review.index.by_id[row.fact])
        review.place = Place(sentence, row, focus)
        review.align_panes()
        review.point_at(Row(row.fact))
    review.pointed = Pointed(finding.id, number, review.place)


def _row_at(review: Review, fact: str | None, start: int) -> Row | None:
    """The row of the fact with the id *fact*, of an entity with the mention at *start*; None if it is not listed."""
    known = review.index.by_id.get(fact) if fact is not None else None
    if known is None or not review.is_shown(known.id):
        return None
    if isinstance(known, Entity):
        part = next((number for number, each in enumerate(known.mentions) if each.start <= start < each.end), 0)
        return Row(known.id, part)
    return Row(known.id, 0)


def cross(review: Review) -> bool:
    """Go to the next place of the current finding, from the last one to the first; False if it has only one."""
    finding, pointed = review.finding, review.pointed
    if finding is None or pointed is None or len(finding.places) < 2:
        return False
    review.visited.append(review.place)
    point(review, finding, (pointed.number + 1) % len(finding.places))
    return True


def decide(review: Review, finding: Finding, status: Status, clock: Callable[[], str] = now) -> Step:
    """Accept *finding* (it is right) or reject it (it is dismissed); returns the step. The place stays."""
    before = review.decisions.get(finding.id) or Decision()
    changed = replace(before, status=status, was=None, at=clock()) if before.status != status else before
    return change(review, finding, changed)


def change(review: Review, finding: Finding, decision: Decision | None) -> Step:
    """Put *decision* on *finding*, which stays current; returns the step."""
    number = review.pointed.number if review.pointed is not None else 0
    step = deciding.change(review, {finding.id: decision})
    review.pointed = Pointed(finding.id, number, review.place)
    return step


def note(review: Review, finding: Finding, words: str, clock: Callable[[], str] = now) -> Step:
    """Put the note *words* on *finding*; empty words remove it. Returns the step."""
    before = review.decisions.get(finding.id) or Decision()
    noted = replace(before, note=words or None)
    if noted == before:
        return NOTHING
    return change(review, finding, replace(noted, at=clock()) if noted != replace(Decision(), at=before.at) else None)


def go_on(review: Review) -> bool:
    """Go to the next finding that is not decided on; False if there is none."""
    return step(review, 1, lambda finding: review.decisions.is_open(finding.id))


def revisit(review: Review, step: Step) -> None:
    """Go to the finding that a step, which was undone or redone, was about."""
    findings, changed = review.findings, next(iter(step.after), None)
    if findings is not None and changed in findings.by_id:
        point(review, findings.by_id[changed])
