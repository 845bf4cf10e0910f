"""The state of one reading: where the reader is, what the panes show, what was decided. No widgets, no files.

``moves`` and ``deciding`` say what each key does to it; the screen then shows what has changed. Positions are kept by
id, never by row number, so that facts may arrive at any time without moving the reader.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Final, Literal, NamedTuple

from newsview.app.state import filters
from newsview.app.state.fact_index import PANES, Anchor, FactIndex, Pane, Row, pane_of
from newsview.app.state.filters import Filter
from newsview.app.state.row_list import RowList
from newsview.model import corrections
from newsview.model.article import Article
from newsview.model.decisions import Decisions, Tally
from newsview.model.facts import Decision, Fact, Facts, parts_by_id, with_added, without

Focus = Literal["article"] | Pane
FOCI: Final[tuple[Focus, ...]] = ("article", *PANES)


class Place(NamedTuple):
    """Where the reader is: a sentence (its index), a fact if there is one, and the part of the screen in use."""

    sentence: int = 0
    row: Row | None = None
    focus: Focus = "article"


class Linked(NamedTuple):
    """An index of facts, and what the reviewer had edited and added when it was made."""

    links: FactIndex
    edits: Mapping[str, Mapping[str, object]]
    added: Mapping[str, Fact]


class Review:
    """One reader's session with one article."""

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
        """The fact that Enter was pressed on last, so that the next Enter goes to the one behind it."""
        self.receive(facts or Facts())

    def receive(self, facts: Facts, linked: Linked | None = None) -> None:
        """Takes the facts that were extracted. The reader's sentence, fact and rows stay where they are.

        *linked* is what ``linking`` has made of them, where there was time for it.
        """
        self.extracted = facts
        current = linked is not None and linked.links.article is self.article
        if linked is not None and current and (linked.edits, linked.added) == self._written():
            self._take(linked.links)
        else:
            self.reindex()

    def linking(self, facts: Facts) -> Generator[None, None, Linked]:
        """*facts* linked with what the reviewer edited and added by now: a generator that stops after every few."""
        edits, added = self._written()
        whole = corrections.apply(self._with_added(facts), self.decisions.all)
        return Linked((yield from FactIndex.building(self.article, whole)), edits, added)

    def _written(self) -> tuple[Mapping[str, Mapping[str, object]], Mapping[str, Fact]]:
        """The edits by fact id, and the facts that the reviewer added."""
        return corrections.edits_of(self.decisions.all), dict(self.decisions.added)

    def switch_text(self, article: Article, sentence: int) -> None:
        """Takes a newer text of the article, of which no facts are known but the reviewer's own, and goes to *sentence*."""
        self.article = article
        self.place = Place(sentence)
        self.visited.clear()
        self.filter = self.filter._replace(paragraph=None)
        for listing in self.panes.values():
            listing.cursor = None
        self.receive(Facts())

    def return_to(self, place: Place) -> None:
        """Goes to the fact and the part of the screen of an earlier *place*, as far as they are there."""
        anchor = self.index.anchor(place.row) if place.row else None
        if anchor is not None and self.is_shown(anchor.fact):
            self.place = self.place._replace(focus=place.focus)
            self.take(anchor)
            self.align_panes()
            self.point_at(Row(anchor.fact, anchor.part))
        elif place.focus != "article":
            self.place = self.place._replace(focus=place.focus)
            self.follow_pane()

    def reindex(self) -> None:
        """Links the facts anew, with what the reviewer edited and added: either has changed."""
        self._take(FactIndex(self.article, corrections.apply(self.known, self.decisions.all)))

    def _take(self, index: FactIndex) -> None:
        self.index = index
        untouched, sentence = all(listing.cursor is None for listing in self.panes.values()), self.place.sentence
        self.refill()
        row = self.place.row
        if row is not None and row.fact not in self.index.by_id:
            self.place = self.place._replace(row=None)
        if untouched:  # the first facts: the panes go to where the reader already is
            self.stand_on(sentence)
            self.follow_pane()
        elif self.pane is None and self.place.row is None:
            self.stand_on(sentence, align=False)

    @property
    def lowered(self) -> str:
        """The article's text in small letters, made when it is first looked for words in."""
        if self._lowered is None or self._lowered[0] is not self.article:
            self._lowered = self.article, self.article.text.lower()
        return self._lowered[1]

    @property
    def known(self) -> Facts:
        """The facts as they were extracted, with those that the reviewer added: what is saved."""
        return self._with_added(self.extracted)

    def _with_added(self, facts: Facts) -> Facts:
        added = self.decisions.added
        if not added:
            return facts

        return with_added(without(facts, added.keys()), added.values())

    def refill(self) -> None:
        """Lists the facts of every pane again: facts, decisions, filter, order or expansion have changed."""
        for pane, listing in self.panes.items():
            facts = filters.shown(self.index, self.decisions, self.filter, pane)
            listing.fill(self.index, facts, self.expanded)
        self.follow_pane()

    def is_shown(self, fact: str) -> bool:
        """Whether the fact has a row in its pane."""
        return self.panes[pane_of(self.index.by_id[fact])].has(fact)

    def shown_in(self, sentence: int) -> list[Anchor]:
        """What stands in a sentence and has a row, in text order."""
        return [each for each in self.index.in_sentence(sentence) if self.is_shown(each.fact)]

    @property
    def all_found(self) -> bool:
        """Whether every decision is about a fact, or a mention, that is there."""
        others = self.decisions.all.keys() - self.index.by_id.keys()
        if others:
            others -= {mention.id for entity in self.index.facts.entities for mention in entity.mentions}
        return not others

    @property
    def gone(self) -> list[str]:
        """The ids of decisions that are about no fact and no mention any more, in the order in which they were made."""
        others = [id_ for id_ in self.decisions.all if id_ not in self.index.by_id]
        if not others:
            return others
        known = self.known  # with those that were merged into others, which the index does not have
        present = parts_by_id(known)
        return [id_ for id_ in others if id_ not in present]

    @property
    def fact(self) -> Fact | None:
        """The current fact."""
        return self.index.by_id.get(self.place.row.fact) if self.place.row else None

    @property
    def anchor(self) -> Anchor | None:
        """Where the current fact stands in the text."""
        return self.index.anchor(self.place.row) if self.place.row else None

    @property
    def pane(self) -> Pane | None:
        """The pane in use, None while it is the article."""
        return None if self.place.focus == "article" else self.place.focus

    @property
    def linked(self) -> frozenset[Row]:
        """The rows that stand in the current sentence: those that get the bar."""
        here = self.index.in_sentence(self.place.sentence)
        return frozenset(row for each in here for row in (Row(each.fact), Row(each.fact, each.part)))

    @property
    def tally(self) -> Tally:
        """Accepted, rejected and open among the facts that are shown when nothing is filtered."""
        counted = (self.index, self.decisions, self.decisions.version)
        if self._tallied is None or self._tallied[0] != counted:
            self._tallied = counted, self.decisions.tally(self.index.is_usual, self.index.usual_count)
        return self._tallied[1]

    def stand_on(self, sentence: int, *, align: bool = True) -> None:
        """Makes a sentence current, with its first fact; *align* takes the panes there as well."""
        here = self.shown_in(sentence)
        self.place = Place(sentence, Row(here[0].fact, here[0].part) if here else None, self.place.focus)
        if align:
            self.align_panes()

    def take(self, anchor: Anchor) -> None:
        """Makes the fact at *anchor* current. The sentence stays if the fact reaches into it."""
        here = self.index.in_sentence(self.place.sentence)
        sentence = self.place.sentence if anchor in here else self.index.sentence_of(anchor)
        self.place = Place(sentence, Row(anchor.fact, anchor.part), self.place.focus)

    def point_at(self, row: Row) -> None:
        """Puts the cursor of the pane that lists *row* on it, if it is listed."""
        self.panes[pane_of(self.index.by_id[row.fact])].point_at(row)

    def align_panes(self) -> None:
        """Each pane goes to its first fact of the current sentence, or, in text order, to the first one behind it."""
        seen: set[Pane] = set()
        for each in self.shown_in(self.place.sentence):
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
        """Makes the fact under the cursor of the pane in use current, and its sentence with it."""
        if self.pane is None:
            return
        cursor = self.panes[self.pane].cursor
        anchor = self.index.anchor(cursor) if cursor else None
        if anchor is None or cursor is None:
            self.place = self.place._replace(row=None)
            return
        here = [each for each in self.index.in_sentence(self.place.sentence) if each.fact == cursor.fact]
        if cursor.part < 0 and here:
            kept = self.place.row
            anchor = next((each for each in here if kept == Row(each.fact, each.part)), here[0])
        before = self.place.sentence
        self.take(anchor)
        if self.place.sentence != before:
            self.align_panes()
            self.panes[self.pane].cursor = cursor
