"""Merge of a review with a new extraction of its article, whose text may have been edited since.

A decision stays with its fact's id. If the id is missing, the decision moves to the fact of the same kind at the same
place, or with the same words nearby; else it is kept as an orphan with its old fact. If the fact has changed, the
decision is out of force (``in_force``). No work of the reviewer is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from newsview.model.codec import decode, encode
from newsview.model.decisions import MergedReview
from newsview.model.facts import (
    REFERENCES,
    Analysis,
    Fact,
    Part,
    added_by_reviewer,
    changed,
    kind_name,
    parts_by_id,
    with_added,
)
from newsview.model.speakers import with_names
from newsview.store.alignment import Alignment
from newsview.store.matching import Matcher
from newsview.store.orphans import orphans_of, with_orphans
from newsview.store.rebase import Carrier, Shift, renamed


def merge(old: Analysis, new: Analysis) -> MergedReview:
    """*new* with the review, the reviewer's facts and the unknown keys of *old*."""
    alignment = Alignment(old.article, new.article)
    shift = Shift(old.article, new.article, alignment)
    carried, lost = _carried_facts(old, shift)
    facts = with_added(_with_unknown_keys(new, parts_by_id(old)), carried)
    moved, orphaned = Matcher(old, facts, alignment).match()
    facts = _with_references(facts, moved)
    facts = facts.with_facts(with_names(facts.facts))
    carrier = Carrier(old, shift, facts, moved)
    review = {moved.get(key, key): carrier.decision(key, decision) for key, decision in old.review.items()}
    known = {**orphans_of(old), **_plain_parts(old)}
    kept = {key: known[key] for key in [*orphaned, *lost] if key in known}
    return MergedReview(
        with_orphans(replace(facts, review=review, extra={**old.extra, **new.extra}), kept),
        moved,
        tuple(dict.fromkeys([*orphaned, *lost])),
        carrier.decision,
        shift.fact,
        alignment.place,
    )


def _plain_parts(analysis: Analysis) -> dict[str, Any]:
    """Plain records by id: facts and mentions with a decision, and facts added by the reviewer."""
    wanted = {*analysis.review, *added_by_reviewer(analysis)}
    return {key: encode(part) for key, part in parts_by_id(analysis).items() if key in wanted}


def _carried_facts(old: Analysis, shift: Shift) -> tuple[list[Fact], list[str]]:
    """The facts added by the reviewer at their places in the new text, and the ids of those not found in it."""
    carried: list[Fact] = []
    lost: list[str] = []
    for fact in added_by_reviewer(old).values():
        there = shift.fact(fact)
        if there is None:
            lost.append(fact.id)
        else:
            carried.append(there)
    return carried, lost


def _with_unknown_keys(new: Analysis, old: Mapping[str, Part]) -> Analysis:
    """*new* with the unknown keys of the old facts of the same id."""

    def kept(fact: Fact) -> Fact:
        """*fact* with the unknown keys of the old fact."""
        was = old.get(fact.id)
        return replace(fact, extra=was.extra) if was is not None and was.extra else fact

    return changed(new, lambda _, records: list(map(kept, records)))


def _with_references(analysis: Analysis, moved: Mapping[str, str]) -> Analysis:
    """*analysis* with new entity ids in the references of facts added by the reviewer."""

    def mended(fact: Fact) -> Fact:
        """*fact*, if added by the reviewer, with new entity ids."""
        if fact.origin == "extracted" or not moved or REFERENCES[kind_name(fact)] is None:
            return fact
        return decode(type(fact), renamed(encode(fact), moved))

    return changed(analysis, lambda _, records: list(map(mended, records)))
