"""State of the findings in a review: their marks at facts and sentences, the current one, decisions on them.

Imported when the findings are known, a moment after the facts are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsview.app.state import decide as deciding
from newsview.app.state.fact_index import Row, pane_of
from newsview.app.state.review import Place, Review
from newsview.model.article import Article
from newsview.model.decision import now
from newsview.model.decisions import NOTHING, Decisions, Step
from newsview.model.facts import Decision, Entity, Status
from newsview.model.finding import LEVELS, MARKS, Finding


class Pointed(NamedTuple):
    """The current finding (its id), the number of the place of it that is shown, and the place of the review then.

    It is current until the place of the review is another one.
    """

    finding: str
    number: int
    at: Place


class Marked(NamedTuple):
    """The findings that are not dismissed, in text order, and their marks: the gravest one wins."""

    shown: Sequence[Finding]
    facts: Mapping[str, str]
    """Marks by fact id."""
    sentences: Mapping[int, str]
    """Marks by the index of the sentence."""
    about: Mapping[str, Sequence[Finding]]
    """The findings by the ids of the facts at their places."""
    counts: Mapping[str, int]
    """How many there are by their mark, the gravest first."""


class Findings:
    """The findings of an article in text order; notes are left out."""

    def __init__(self, article: Article, found: Iterable[Finding]) -> None:
        every = list(found)
        self.ids = frozenset(finding.id for finding in every)
        """The ids of all findings, notes included."""
        self.all = [finding for finding in every if finding.level != "note"]
        self.by_id = {finding.id: finding for finding in self.all}
        self._order = {finding.id: number for number, finding in enumerate(self.all)}
        self._sentences = {
            finding.id: [article.sentence_index(place.start) for place in finding.places] for finding in self.all
        }
        self._marked: tuple[tuple[Decisions, int], Marked] | None = None

    def marked(self, decisions: Decisions) -> Marked:
        """The findings that are not dismissed, with their marks; made anew when the decisions have changed."""
        of = (decisions, decisions.version)
        if self._marked is None or self._marked[0] != of:
            self._marked = of, self._mark(decisions)
        return self._marked[1]

    def _mark(self, decisions: Decisions) -> Marked:
        shown = [finding for finding in self.all if decisions.status(finding.id) != "rejected"]
        sentences: dict[int, str] = {}
        about: dict[str, list[Finding]] = {}
        for finding in shown:
            for fact in dict.fromkeys(place.fact for place in finding.places):
                if fact is not None:
                    about.setdefault(fact, []).append(finding)
            for sentence in self._sentences[finding.id]:
                if sentence is not None and sentences.get(sentence) != MARKS["contradiction"]:
                    sentences[sentence] = MARKS[finding.level]
        facts = {fact: gravest(found) for fact, found in about.items()}
        counts = {MARKS[level]: sum(each.level == level for each in shown) for level in LEVELS[:2]}
        return Marked(shown, facts, sentences, about, counts)

    def number(self, finding: str) -> int:
        """The number of a finding (its id) in text order, from 0."""
        return self._order[finding]


def gravest(findings: Iterable[Finding]) -> str:
    """The mark of the gravest of *findings*, of which there is one at least."""
    return MARKS[min((finding.level for finding in findings), key=LEVELS.index)]


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
