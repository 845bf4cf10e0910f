"""Which facts the panes show, and in which order. No widgets."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from newsview.app.state.fact_index import FactIndex, Pane, Row
from newsview.model.decisions import Decisions
from newsview.model.facts import Entity, Fact, Number, Quote

State = Literal["all", "open", "accepted", "rejected", "everything"]
STATES: Final[tuple[State, ...]] = ("all", "open", "accepted", "rejected", "everything")
STATE_NAMES: Final[dict[State, str]] = {
    "all": "all",
    "open": "not reviewed",
    "accepted": "accepted",
    "rejected": "rejected",
    "everything": "all, with labels and boilerplate",
}

Order = Literal["text", "value"]


class Filter(NamedTuple):
    """What the panes are narrowed to. The default shows everything but labels and the facts of boilerplate."""

    state: State = "all"
    paragraph: int | None = None
    words: str = ""
    linked: str | None = None
    """An entity's id: only what it said, what is said of it, and itself."""

    def next_state(self) -> Filter:
        """The same filter with the state that comes next."""
        return self._replace(state=STATES[(STATES.index(self.state) + 1) % len(STATES)])


def shown(index: FactIndex, decisions: Decisions, wanted: Filter, pane: Pane) -> Sequence[Row]:
    """The rows of the facts of *pane* that pass *wanted*, in text order. Linear in the pane only where it is narrowed."""
    rows: Sequence[Row] = index.panes[pane] if wanted.state == "everything" else index.usual[pane]
    for ids in _narrowed(index, wanted, pane):
        rows = [row for row in rows if row.fact in ids]
    status = decisions.status
    if wanted.state == "open":
        rows = [row for row in rows if status(row.fact) is None]
    elif wanted.state in ("accepted", "rejected"):
        rows = [row for row in rows if status(row.fact) == wanted.state]
    return rows


def _narrowed(index: FactIndex, wanted: Filter, pane: Pane) -> Iterator[Container[str]]:
    """For each part of the filter that is in force but the state: the facts that pass it, at least those of *pane*."""
    if wanted.linked is not None:
        yield _linked_to(index, wanted.linked)
    if wanted.paragraph is not None:
        yield _in_paragraph(index, wanted.paragraph)
    if wanted.words:
        rows = index.panes[pane]
        yield {rows[number].fact for number in index.words(pane).holding(wanted.words)}


def _in_paragraph(index: FactIndex, paragraph: int) -> set[str]:
    place = index.article.paragraphs[paragraph]
    touched = index.article.sentences_between(place.start, place.end)
    here = (anchor for sentence in touched for anchor in index.in_sentence(sentence))
    return {anchor.fact for anchor in here if anchor.start < place.end and anchor.end > place.start}


def _linked_to(index: FactIndex, entity: str) -> set[str]:
    """The entity itself, what it said, what is measured of it, and whatever it is named in."""
    found = {entity}
    found.update(quote.id for quote in index.facts.quotes if quote.speaker and quote.speaker.entity == entity)
    found.update(number.id for number in index.facts.numbers if number.subject and number.subject.entity == entity)
    whole = index.by_id.get(entity)
    if isinstance(whole, Entity):
        for mention in whole.mentions:
            sentence = index.article.sentence_index(mention.start) or 0
            found.update(
                fact.id for fact in index.facts_in(sentence) if _is_named_in(index, fact, mention.start, sentence)
            )
    return found


def _is_named_in(index: FactIndex, fact: Fact, offset: int, sentence: int) -> bool:
    """Whether what is named at *offset*, in *sentence*, is named inside the quote, or in the number's sentence."""
    if isinstance(fact, Entity):
        return False
    if isinstance(fact, Quote):
        return fact.start <= offset < fact.end
    return index.article.sentence_index(fact.start) == sentence


def in_order_of_value(index: FactIndex, pane: Pane, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of facts by name and value; those that are equal stay in text order."""
    ordered = index.by_value.get(pane)
    if ordered is None:
        ordered = index.by_value[pane] = _by_number(index) if pane == "numbers" else _by_name(index, pane)
    if len(rows) == len(ordered):
        return ordered
    listed = {row.fact for row in rows}
    return [row for row in ordered if row.fact in listed]


def _by_name(index: FactIndex, pane: Pane) -> list[Row]:
    """Entities by their names, quotes by their speakers'."""

    def name(row: Row) -> str:
        """What a row is sorted by; a quote without a speaker comes last."""
        fact = index.by_id[row.fact]
        if isinstance(fact, Quote):
            speaker = fact.speaker
            return ((index.name_of(speaker.entity) or speaker.text) if speaker else "\uffff").casefold()
        return fact.name.casefold() if isinstance(fact, Entity) else ""

    return sorted(index.panes[pane], key=name)


def _by_number(index: FactIndex) -> list[Row]:
    """By kind and unit, the greatest first, dates by the calendar: sorted group by group, which takes half the time."""
    groups: dict[tuple[str, str], list[tuple[float, str, int, Row]]] = {}
    for at, row in enumerate(index.panes["numbers"]):
        fact = index.by_id[row.fact]
        if isinstance(fact, Number):
            group = groups.setdefault((fact.kind, fact.unit or ""), [])
            group.append((-(fact.value or 0), fact.iso or "", at, row))
    return [row for _, group in sorted(groups.items()) for _, _, _, row in sorted(group)]


def expanded(index: FactIndex, rows: Sequence[Row], opened: frozenset[str]) -> Sequence[Row]:
    """*rows* of facts, with those of its mentions under each entity that is *opened*."""
    if opened.isdisjoint(index.by_id):
        return rows
    found = []
    for row in rows:
        found.append(row)
        fact = index.by_id[row.fact] if row.fact in opened else None
        if isinstance(fact, Entity):
            found += [Row(row.fact, part) for part in range(len(fact.mentions))]
    return found
