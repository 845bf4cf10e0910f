"""Which facts the panes show, and in which order. No widgets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from newsview.app.decisions import Decisions
from newsview.app.linking import FactIndex, Pane, Row, anchors
from newsview.facts import Entity, Fact, Number, Quote

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


def shown(index: FactIndex, decisions: Decisions, wanted: Filter, pane: Pane, order: Order) -> list[str]:
    """The ids of the facts of *pane* that pass *wanted*, in *order*. Linear, but for sorting by value."""
    ids = [fact for fact in index.panes[pane] if passes(index, decisions, wanted, fact)]
    if order == "value":
        ids.sort(key=lambda fact: _value_key(index, index.by_id[fact]))
    return ids


def passes(index: FactIndex, decisions: Decisions, wanted: Filter, fact_id: str) -> bool:
    """Whether the fact passes every part of the filter."""
    fact = index.by_id[fact_id]
    if wanted.state != "everything" and _set_aside(index, fact):
        return False
    status = decisions.status(fact_id)
    if wanted.state == "open" and status is not None:
        return False
    if wanted.state in ("accepted", "rejected") and status != wanted.state:
        return False
    if wanted.paragraph is not None and not _is_in_paragraph(index, fact, wanted.paragraph):
        return False
    if wanted.words and not matches(words_of(index, fact), wanted.words):
        return False
    return wanted.linked is None or _is_linked(index, fact, wanted.linked)


def _set_aside(index: FactIndex, fact: Fact) -> bool:
    """A number that is part of a name, or a fact of nothing but boilerplate: kept, but not shown unasked."""
    if isinstance(fact, Number) and fact.kind == "label":
        return True
    roles = index.article.paragraphs
    return bool(roles) and roles[index.paragraph_of(index.first[fact.id])].role == "boilerplate"


def _is_in_paragraph(index: FactIndex, fact: Fact, paragraph: int) -> bool:
    place = index.article.paragraphs[paragraph]
    return any(each.start < place.end and each.end > place.start for each in anchors(fact))


def _is_linked(index: FactIndex, fact: Fact, entity: str) -> bool:
    if isinstance(fact, Entity):
        return fact.id == entity
    party = fact.speaker if isinstance(fact, Quote) else fact.subject
    if party is not None and party.entity == entity:
        return True
    whole = index.by_id.get(entity)
    if not isinstance(whole, Entity):
        return False
    return any(_covers(index, fact, mention.start) for mention in whole.mentions)


def _covers(index: FactIndex, fact: Quote | Number, offset: int) -> bool:
    """Whether the entity is named inside the quote, or in the number's sentence: then the fact is said of it."""
    if isinstance(fact, Quote):
        return fact.start <= offset < fact.end
    return index.article.sentence_index(offset) == index.article.sentence_index(fact.start)


def words_of(index: FactIndex, fact: Fact) -> str:
    """Everything by which a reader may look for *fact*, in one line."""
    if isinstance(fact, Entity):
        parts = [fact.name, fact.role, fact.type, *{mention.text for mention in fact.mentions}]
    elif isinstance(fact, Quote):
        speaker = fact.speaker
        parts = [speaker.text if speaker else None, index.name_of(speaker.entity) if speaker else None]
        parts += [fact.cue.text if fact.cue else None, fact.text]
    else:
        subject = fact.subject
        parts = [fact.text, fact.unit, fact.kind, fact.iso, subject.text if subject else None]
    return " ".join(part for part in parts if part)


def matches(text: str, words: str) -> bool:
    """Whether *text* holds *words*; letters of either case match unless *words* has a capital."""
    return words in text if words != words.lower() else words in text.lower()


def _value_key(index: FactIndex, fact: Fact) -> tuple[object, ...]:
    if isinstance(fact, Entity):
        return (fact.name.casefold(),)
    if isinstance(fact, Quote):
        speaker = fact.speaker
        name = (index.name_of(speaker.entity) or speaker.text) if speaker else "\uffff"
        return (name.casefold(), fact.start)
    return (fact.kind, fact.unit or "", -(fact.value or 0), fact.iso or "", fact.start)


def rows(index: FactIndex, ids: Iterable[str], expanded: frozenset[str]) -> list[Row]:
    """The rows of a pane: its facts, and under each expanded entity its mentions."""
    found = []
    for fact_id in ids:
        found.append(Row(fact_id))
        fact = index.by_id[fact_id]
        if fact_id in expanded and isinstance(fact, Entity):
            found += [Row(fact_id, part) for part in range(len(fact.mentions))]
    return found
