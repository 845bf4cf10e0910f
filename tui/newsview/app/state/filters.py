"""Filters and orders of the rows of the panes."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from newsview.app.state.fact_index import FOLDS, FactIndex, Pane, Row
from newsview.model.bookmark import State as State
from newsview.model.decisions import Decisions
from newsview.model.facts import (
    Decision,
    Entity,
    Fact,
    Number,
    Quote,
    all_facts,
    kind_name,
    occurrences,
    reference_of,
    start_of,
)
from newsview.model.kinds import BY_NAME

STATE_NAMES: Final[dict[State, str]] = {
    "all": "all",
    "open": "not reviewed",
    "accepted": "accepted",
    "rejected": "rejected",
    "true": "true",
    "false": "false",
    "unclear": "unclear",
    "noted": "with a note",
    "corrected": "corrected",
    "changed": "changed since",
    "guessed": "speaker guessed",
    "finding": "with a finding",
    "everything": "all, also hidden",
}

Order = Literal["text", "weight", "value"]
ORDERS: Final[tuple[Order, ...]] = ("text", "weight", "value")


class Filter(NamedTuple):
    """The filter of the panes. The default shows all facts except those hidden by default."""

    state: State = "all"
    paragraph: int | None = None
    words: str = ""
    linked: str | None = None
    """An entity's id: only the entity, its quotes and numbers, and the quotes and numbers near its mentions."""


def shown(
    index: FactIndex, decisions: Decisions, wanted: Filter, pane: Pane, marks: Container[str] = ()
) -> Sequence[Row]:
    """The rows of the facts of *pane* that pass *wanted*, in text order. Linear in the pane only with a filter.

    *marks* are the ids of the facts with findings.
    """
    rows: Sequence[Row] = index.panes[pane] if wanted.state == "everything" else index.visible[pane]
    for ids in _passing(index, wanted, pane):
        rows = [row for row in rows if row.fact in ids]
    if wanted.state == "finding":
        rows = [row for row in rows if row.fact in marks]
    passes = _PASSES.get(wanted.state)
    if passes is not None:
        rows = [row for row in rows if passes(decisions.get(row.fact), index.by_id[row.fact])]
    return rows


def _is_guessed(decision: Decision | None, fact: Fact) -> bool:
    """Whether the speaker of *fact* is an entity that was guessed."""
    return isinstance(fact, Quote) and fact.speaker is not None and bool(fact.speaker.entity) and not fact.speaker.sure


_PASSES: Final[Mapping[State, Callable[[Decision | None, Fact], bool]]] = {
    "open": lambda decision, fact: not (decision and (decision.status or decision.verdict)),
    "accepted": lambda decision, fact: decision is not None and decision.status == "accepted",
    "rejected": lambda decision, fact: decision is not None and decision.status == "rejected",
    "true": lambda decision, fact: decision is not None and decision.verdict == "true",
    "false": lambda decision, fact: decision is not None and decision.verdict == "false",
    "unclear": lambda decision, fact: decision is not None and decision.verdict == "unclear",
    "noted": lambda decision, fact: decision is not None and bool(decision.note),
    "corrected": lambda decision, fact: decision is not None and bool(decision.edits),
    "changed": lambda decision, fact: decision is not None and decision.was is not None,
    "guessed": _is_guessed,
}
"""Whether a fact with its decision is shown in a state; in the others every fact is."""


def _passing(index: FactIndex, wanted: Filter, pane: Pane) -> Iterator[Container[str]]:
    """For each active part of the filter except the state: the facts that pass it, at least those of *pane*."""
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
    here = (occurrence for sentence in touched for occurrence in index.in_sentence(sentence))
    return {occurrence.fact for occurrence in here if occurrence.start < place.end and occurrence.end > place.start}


def _linked_to(index: FactIndex, entity: str) -> set[str]:
    """The ids of the entity, its quotes and numbers, the numbers that it says, the quotes and sentences' numbers that name it."""
    found = {entity}
    for fact in all_facts(index.facts):
        reference = reference_of(fact)
        if reference is not None and reference.entity == entity:
            found.add(fact.id)
            if isinstance(fact, Quote):
                found.update(_numbers_in(index, fact))
    whole = index.by_id.get(entity)
    if isinstance(whole, Entity):
        for mention in whole.mentions:
            sentence = index.article.sentence_index(mention.start) or 0
            found.update(
                fact.id for fact in index.facts_in(sentence) if _is_named_with(index, fact, mention.start, sentence)
            )
    return found


def _numbers_in(index: FactIndex, quote: Quote) -> Iterator[str]:
    """The ids of the numbers in the words of *quote*."""
    for sentence in index.article.sentences_between(quote.start, quote.end):
        for fact in index.facts_in(sentence):
            if isinstance(fact, Number) and quote.start <= fact.start and fact.end <= quote.end:
                yield fact.id


def _is_named_with(index: FactIndex, fact: Fact, offset: int, sentence: int) -> bool:
    """Whether *fact* belongs to the mention at *offset*, in *sentence* (its index), as its kind has it."""
    match BY_NAME[kind_name(fact)].named_in:
        case "words":
            return any(each.start <= offset < each.end for each in occurrences(fact))
        case "sentence":
            return index.article.sentence_index(start_of(fact)) == sentence
        case _:
            return False


def folded(index: FactIndex, rows: Sequence[Row]) -> Mapping[str, Sequence[Row]]:
    """Those of *rows* that share a row with others of their sort, by the name of the fold, in the order of the folds."""
    found: dict[str, list[Row]] = {fold: [] for fold in FOLDS}
    for row in rows if index.folds else ():
        fold = index.folds.get(row.fact)
        if fold is not None:
            found[fold].append(row)
    return {fold: members for fold, members in found.items() if members}


def row_count(index: FactIndex, pane: Pane) -> int:
    """The number of rows of *pane* without a filter, with closed folds."""
    rows = index.visible[pane]
    members = folded(index, rows)
    return len(rows) - sum(map(len, members.values())) + len(members)


def folds(wanted: Filter) -> bool:
    """Whether facts of little weight are folded: where nobody looks for some facts in particular."""
    return wanted.state in ("all", "open", "everything") and not wanted.words and wanted.linked is None


def expanded(index: FactIndex, rows: Sequence[Row], opened: frozenset[str]) -> Sequence[Row]:
    """*rows* of facts, with the rows of its mentions below each entity in *opened* (ids)."""
    if opened.isdisjoint(index.by_id):
        return rows
    found = []
    for row in rows:
        found.append(row)
        fact = index.by_id[row.fact] if row.fact in opened else None
        if isinstance(fact, Entity):
            found += [Row(row.fact, part) for part in range(len(fact.mentions))]
    return found
