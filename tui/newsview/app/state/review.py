"""State of a review session: the place in the article, the rows of the panes, the decisions.

The actions of ``navigation``, ``decide``, ``edits`` and ``filter_actions`` change it. Positions are stored by id, not
by row number, so that facts may arrive at any time without moving the cursor.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from newsview.app.state import filters
from newsview.app.state.fact_index import FOLD, PANES, FactIndex, Occurrence, Pane, Row, pane_of
from newsview.app.state.filters import Filter
from newsview.app.state.row_list import RowList
from newsview.model import corrections
from newsview.model.article import Article
from newsview.model.decision import is_on_finding
from newsview.model.decisions import Decisions, Tally
from newsview.model.facts import Decision, Fact, Facts, parts_by_id, with_added, without

if TYPE_CHECKING:
    from newsview.app.state.changes import Changes
    from newsview.app.state.finding_marks import Findings, Marked
    from newsview.model.finding import Finding

Focus = Literal["article"] | Pane
FOCI: Final[tuple[Focus, ...]] = ("article", *PANES)
CHANGED: Final = "~"
"""The mark of what an older version of the article has otherwise."""


class Place(NamedTuple):
    """A place: a sentence (its index), a fact's row if there is one, and the focus."""

    sentence: int = 0
    row: Row | None = None
    focus: Focus = "article"


class Pointed(NamedTuple):
    """The current finding (its id), the number of the place of it that is shown, and the place of the review then.

    It is current until the place of the review is another one.
    """

    finding: str
    number: int
    at: Place


class Linked(NamedTuple):
    """An index of facts, with the reviewer's edits and added facts at the time it was built."""

    links: FactIndex
    edits: Mapping[str, Mapping[str, object]]
    added: Mapping[str, Fact]


class Review:
    """The state of the review of one article."""

    def __init__(
        self, article: Article, facts: Facts | None = None, review: Mapping[str, Decision] | None = None
    ) -> None:
        self.article = article
        self.decisions = Decisions(review)
        self.place = Place()
        self.filter = Filter()
        self.index = FactIndex(article, Facts())
        self.panes: dict[Pane, RowList] = {pane: RowList(pane, self.index) for pane in PANES}
        self.expanded: frozenset[str] = frozenset()
        self.visited: list[Place] = []
        self._lowered: tuple[Article, str] | None = None
        self._tallied: tuple[object, Tally] | None = None
        self.crossed: Row | None = None
        """The fact from which Enter was pressed last, so that the next Enter goes to the one after it."""
        self.findings: Findings | None = None
        """What does not fit in the article; None before it is known, a moment after the facts are."""
        self.pointed: Pointed | None = None
        """The finding that was gone to last."""
        self.changes: Changes | None = None
        """What an older version has otherwise; None if there is none."""
        self.removed_shown: int | None = None
        """The sentence whose removed words Enter has just shown: the next Enter crosses over."""
        self.receive(facts or Facts())

    def receive(self, facts: Facts, linked: Linked | None = None) -> None:
        """Replace the extracted facts; the current sentence, fact and rows are preserved.

        *linked* is the result of ``linking`` for these facts, if it was computed before.
        """
        self.extracted = facts
        current = linked is not None and linked.links.article is self.article
        if linked is not None and current and (linked.edits, linked.added) == self._edits_and_added():
            self._set_index(linked.links)
        else:
            self.reindex()

    def linking(self, facts: Facts) -> Generator[None, None, Linked]:
        """The index of *facts* with the reviewer's edits and added facts: a generator that yields after every few facts."""
        edits, added = self._edits_and_added()
        whole = corrections.apply(self._with_added(facts), self.decisions.all)
        return Linked((yield from FactIndex.building(self.article, whole)), edits, added)

    def _edits_and_added(self) -> tuple[Mapping[str, Mapping[str, object]], Mapping[str, Fact]]:
        """The edits by fact id, and the facts added by the reviewer."""
        return corrections.edits_of(self.decisions.all), dict(self.decisions.added)

    def switch_text(self, article: Article, sentence: int) -> None:
        """Replace the article by a newer text, with only the facts added by the reviewer, and go to *sentence*."""
        self.article = article
        self.findings = None
        self.changes = None
        self.place = Place(sentence)
        self.visited.clear()
        self.filter = self.filter._replace(paragraph=None)
        for listing in self.panes.values():
            listing.cursor = None
        self.receive(Facts())

    def return_to(self, place: Place) -> None:
        """Go to the fact and focus of an earlier *place*, if they still exist."""
        occurrence = self.index.occurrence(place.row) if place.row else None
        if occurrence is not None and self.is_shown(occurrence.fact):
            self.place = self.place._replace(focus=place.focus)
            self.take(occurrence)
            self.align_panes()
            self.point_at(Row(occurrence.fact, occurrence.part))
        elif place.focus != "article":
            self.place = self.place._replace(focus=place.focus)
            self.follow_pane()

    def reindex(self) -> None:
        """Build the index again, after edits or added facts have changed."""
        self._set_index(FactIndex(self.article, corrections.apply(self.known, self.decisions.all)))

    def _set_index(self, index: FactIndex) -> None:
        self.index = index
        untouched, sentence = all(listing.cursor is None for listing in self.panes.values()), self.place.sentence
        self.refill()
        row = self.place.row
        if row is not None and row.fact not in self.index.by_id:
            self.place = self.place._replace(row=None)
        if untouched:  # the first facts: align the panes with the current sentence
            self.stand_on(sentence)
            self.follow_pane()
        elif self.pane is None and self.place.row is None:
            self.stand_on(sentence, align=False)

    @property
    def lowered(self) -> str:
        """The article's text in lower case, computed at the first search."""
        if self._lowered is None or self._lowered[0] is not self.article:
            self._lowered = self.article, self.article.text.lower()
        return self._lowered[1]

    @property
    def known(self) -> Facts:
        """The extracted facts with those added by the reviewer, as they are saved."""
        return self._with_added(self.extracted)

    def _with_added(self, facts: Facts) -> Facts:
        added = self.decisions.added
        if not added:
            return facts

        return with_added(without(facts, added.keys()), added.values())

    def refill(self) -> None:
        """Fill all panes again, after facts, decisions, filter, order or expansion have changed."""
        for pane, listing in self.panes.items():
            facts = filters.shown(self.index, self.decisions, self.filter, pane, self.marks)
            listing.fill(self.index, facts, self.expanded, folding=filters.folds(self.filter))
        self.follow_pane()

    def is_shown(self, fact: str) -> bool:
        """Whether the fact has a row in its pane."""
        return self.panes[pane_of(self.index.by_id[fact])].has(fact)

    def shown_in(self, sentence: int) -> list[Occurrence]:
        """The occurrences in a sentence that have a row, in text order."""
        return [each for each in self.index.in_sentence(sentence) if self.is_shown(each.fact)]

    @property
    def all_found(self) -> bool:
        """Whether every decision that is not on a finding refers to an existing fact or mention."""
        others = {id_ for id_ in self.decisions.all.keys() - self.index.by_id.keys() if not is_on_finding(id_)}
        if others:
            others -= {mention.id for entity in self.index.facts.entities for mention in entity.mentions}
        return not others

    @property
    def gone(self) -> list[str]:
        """The ids of decisions that refer to no existing fact, mention or finding, in the order in which they were made."""
        findings = self.findings
        others = [
            id_
            for id_ in self.decisions.all
            if id_ not in self.index.by_id and not (is_on_finding(id_) and (findings is None or id_ in findings.ids))
        ]
        if not others:
            return others
        known = self.known  # includes entities merged into others, which the index does not have
        present = parts_by_id(known)
        return [id_ for id_ in others if id_ not in present]

    @property
    def marked(self) -> Marked | None:
        """The findings that are not dismissed, with their marks; None before they are known."""
        return self.findings.marked(self.decisions) if self.findings is not None else None

    @property
    def marks(self) -> Mapping[str, str]:
        """The marks of facts with findings, by id."""
        return self.marked.facts if self.marked is not None else {}

    def mark(self, fact: str) -> str:
        """The mark of the findings at the fact with the id *fact*, else of its change; empty if it has neither."""
        return self.marks.get(fact) or (CHANGED if self.changes is not None and fact in self.changes.facts else "")

    @property
    def changed_here(self) -> str | None:
        """The old sentence of the current one, if the article is in focus and a fact in it has changed."""
        if self.changes is None or self.pane is not None:
            return None
        return self.changes.sentences.get(self.place.sentence)

    @property
    def removed_here(self) -> Sequence[str]:
        """The words of an older version that were taken out at the current sentence, if the article is in focus."""
        return self.changes.removed.get(self.place.sentence, ()) if self.changes and self.pane is None else ()

    @property
    def finding(self) -> Finding | None:
        """The current finding: the one that was gone to, until the place is another one."""
        if self.findings is None or self.pointed is None or self.pointed.at != self.place:
            return None
        return self.findings.by_id.get(self.pointed.finding)

    @property
    def fact(self) -> Fact | None:
        """The current fact."""
        return self.index.by_id.get(self.place.row.fact) if self.place.row else None

    @property
    def occurrence(self) -> Occurrence | None:
        """The place of the current fact in the text."""
        return self.index.occurrence(self.place.row) if self.place.row else None

    @property
    def pane(self) -> Pane | None:
        """The focused pane; None if the article has the focus."""
        return None if self.place.focus == "article" else self.place.focus

    @property
    def linked(self) -> frozenset[Row]:
        """The rows of facts in the current sentence, which are marked with a bar."""
        here = self.index.in_sentence(self.place.sentence)
        rows = {row for each in here for row in (Row(each.fact), Row(each.fact, each.part))}
        folds = {self.index.folds[each.fact] for each in here if each.fact in self.index.folds}
        return frozenset(rows | {Row(fold, FOLD) for fold in folds})

    @property
    def fold(self) -> str:
        """The name of the fold under the cursor of the focused pane; empty if a fact is."""
        cursor = self.panes[self.pane].cursor if self.pane is not None else None
        return cursor.fact if cursor is not None and cursor.part == FOLD else ""

    def is_folded(self, fact: str) -> bool:
        """Whether the fact has a share in the row of a closed fold instead of one of its own."""
        return fact in self.index.folds and self.panes[pane_of(self.index.by_id[fact])].is_folded(fact)

    @property
    def tally(self) -> Tally:
        """Counts of the facts that are shown without a filter, by decision."""
        counted = (self.index, self.decisions, self.decisions.version)
        if self._tallied is None or self._tallied[0] != counted:
            self._tallied = counted, self.decisions.tally(self.index.is_visible, self.index.visible_count)
        return self._tallied[1]

    def stand_on(self, sentence: int, *, align: bool = True) -> None:
        """Make a sentence current, with its first fact; with *align*, align the panes."""
        here = self.shown_in(sentence)
        first = next((each for each in here if not self.is_folded(each.fact)), here[0] if here else None)
        self.place = Place(sentence, Row(first.fact, first.part) if first else None, self.place.focus)
        if align:
            self.align_panes()

    def take(self, occurrence: Occurrence) -> None:
        """Make the fact at *occurrence* current. The current sentence is unchanged if the fact overlaps it."""
        here = self.index.in_sentence(self.place.sentence)
        sentence = self.place.sentence if occurrence in here else self.index.sentence_of(occurrence)
        self.place = Place(sentence, Row(occurrence.fact, occurrence.part), self.place.focus)

    def point_at(self, row: Row) -> None:
        """Put the cursor of its pane on *row*, if it is listed; the fold that it is in is opened."""
        listing = self.panes[pane_of(self.index.by_id[row.fact])]
        if listing.is_folded(row.fact):
            self.open_fold(listing.fold_of(row.fact))
        listing.point_at(row)

    def toggle_fold(self) -> None:
        """Give the facts of the fold under the cursor rows of their own, or take them away."""
        self.expanded = self.expanded ^ {self.fold}
        self.refill()

    def open_fold(self, fold: str) -> None:
        """Give the facts of *fold* rows of their own; no cursor moves."""
        self.expanded = self.expanded | {fold}
        for listing in self.panes.values():
            if fold in listing.folded:
                listing.fill(self.index, listing.listed, self.expanded, folding=True)

    def align_panes(self) -> None:
        """Move each pane to its first fact in the current sentence or, in text order, after it."""
        seen: set[Pane] = set()
        here = [each for each in self.shown_in(self.place.sentence) if not self.is_folded(each.fact)]
        for each in sorted(here, key=lambda each: each.fact in self.index.folds):  # those of open folds last
            pane = pane_of(self.index.by_id[each.fact])
            if pane not in seen:
                seen.add(pane)
                self.panes[pane].cursor = Row(each.fact)
        if not self.article.sentences:
            return
        start = self.article.sentences[self.place.sentence].start
        for pane, listing in self.panes.items():
            if pane not in seen and listing.order == "text":
                listing.cursor = listing.from_offset(start) or listing.cursor

    def follow_pane(self) -> None:
        """Make the fact under the cursor of the focused pane current, with its sentence."""
        if self.pane is None:
            return
        cursor = self.panes[self.pane].cursor
        occurrence = self.index.occurrence(cursor) if cursor else None
        if occurrence is None or cursor is None:
            self.place = self.place._replace(row=None)
            return
        here = [each for each in self.index.in_sentence(self.place.sentence) if each.fact == cursor.fact]
        if cursor.part < 0 and here:
            kept = self.place.row
            occurrence = next((each for each in here if kept == Row(each.fact, each.part)), here[0])
        before = self.place.sentence
        self.take(occurrence)
        if self.place.sentence != before:
            self.align_panes()
            self.panes[self.pane].cursor = cursor
