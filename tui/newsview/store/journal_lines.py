"""Line format of a journal: encoding of changes, and replay of the whole lines of a possibly torn file.

The lines have checksums (``checked_lines``); the first names the article, each further one is a change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO, Self

from newsview.model.codec import FormatError, decode, encode
from newsview.model.decisions import Step
from newsview.model.facts import RECORDS, Analysis, Decision, Fact, all_facts, kind_name, with_added, without
from newsview.model.kinds import BY_NAME, KINDS
from newsview.store.checked_lines import checked_line, parsed_line

VERSION = "1"

_RECORDS: Mapping[str, type[Fact]] = {kind.one: RECORDS[kind.name] for kind in KINDS}
"""The record type of a fact by the name of its kind in a line."""


@dataclass(slots=True)
class Journalled:
    """The changes in a journal: decisions (None: withdrawn) and facts added by the reviewer (None: removed)."""

    decisions: dict[str, Decision | None] = field(default_factory=dict)
    added: dict[str, Fact | None] = field(default_factory=dict)
    lines: int = 0
    """The number of changes that were combined."""

    @classmethod
    def of(cls, step: Step) -> Self:
        """The changes of one step; an added fact without a decision after the step counts as removed."""
        added = {id_: fact if step.after[id_] is not None else None for id_, fact in step.added.items()}
        return cls(dict(step.after), added, lines=1)

    def copy(self) -> Self:
        """An independent copy."""
        return replace(self, decisions=dict(self.decisions), added=dict(self.added))

    def take(self, later: Self) -> None:
        """Add the changes of *later* after these."""
        self.decisions.update(later.decisions)
        self.added.update(later.added)
        self.lines += later.lines

    def is_in(self, analysis: Analysis) -> bool:
        """Whether *analysis* contains all of these changes."""
        present = {fact.id for fact in all_facts(analysis)}
        return all(analysis.review.get(key) == decision for key, decision in self.decisions.items()) and all(
            key in present for key, fact in self.added.items() if fact is not None
        )

    def replayed_on(self, base: Analysis) -> Analysis:
        """*base* with these changes applied; it may contain some of them already."""
        own = [fact for fact in self.added.values() if fact is not None]
        changed = with_added(without(base, self.added.keys()), own)
        return replace(changed, review=self.apply(changed.review))

    def apply(self, review: Mapping[str, Decision]) -> dict[str, Decision]:
        """*review* with these decisions applied."""
        merged = dict(review)
        for fact, decision in self.decisions.items():
            if decision is None:
                merged.pop(fact, None)
            else:
                merged[fact] = decision
        return merged


def header(path: str | None, sha256: str) -> bytes:
    """The first line of an article's journal: version, path and hash, for people who look into the folder."""
    return checked_line({"journal": VERSION, "path": path, "sha256": sha256})


def change(decisions: Mapping[str, Decision | None], added: Mapping[str, Fact | None]) -> bytes:
    """The line of one change. Raises ``JsonError`` for values that JSON cannot represent."""
    # a thousand facts accepted at once share one decision
    distinct = {id(decision): decision for decision in decisions.values()}
    plains = {key: _plain(decision) for key, decision in distinct.items()}
    plain: dict[str, Any] = {"set": {key: plains[id(decision)] for key, decision in decisions.items()}}
    if added:
        plain["add"] = {key: _plain_fact(fact) for key, fact in added.items()}
    return checked_line(plain)


def replay(data: bytes | BinaryIO) -> tuple[Journalled, int]:
    """The changes in the whole lines at the beginning of a journal, and their length in bytes.

    An open file is read line by line. Raises ``OSError`` if it cannot be read.
    """
    journalled, length = Journalled(), 0
    for number, line in enumerate(data.splitlines(keepends=True) if isinstance(data, bytes) else data):
        plain = parsed_line(line)
        if plain is None:
            break
        if number:
            try:
                _take(journalled, plain)
            except (FormatError, KeyError, AttributeError, ValueError):
                break
        elif plain.get("journal") != VERSION:
            break
        length += len(line)
    return journalled, length


def _take(journalled: Journalled, plain: dict[str, Any]) -> None:
    decisions = {str(key): None if each is None else decode(Decision, each) for key, each in plain["set"].items()}
    added = {str(key): None if each is None else _fact(each) for key, each in plain.get("add", {}).items()}
    journalled.take(Journalled(decisions, added, lines=1))


def _fact(plain: dict[str, Any]) -> Fact:
    ((name, fields),) = plain.items()
    return decode(_RECORDS[name], fields)


def _plain_fact(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {BY_NAME[kind_name(fact)].one: encode(fact)}


def _plain(decision: Decision | None) -> dict[str, Any] | None:
    return None if decision is None else encode(decision)
