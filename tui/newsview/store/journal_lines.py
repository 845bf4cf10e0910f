"""The lines of a journal: what a change looks like as text, and what the whole lines of a torn file say. No files.

A line is a checksum, a blank and a JSON object; the first says what the journal is about, each other one is a change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO, Self
from zlib import crc32

from newsview.model import json_text
from newsview.model.codec import FormatError, decode, encode
from newsview.model.decisions import Step
from newsview.model.facts import RECORDS, Analysis, Decision, Fact, all_facts, kind_name, with_added, without
from newsview.model.kinds import BY_NAME, KINDS

VERSION = "1"

_RECORDS: Mapping[str, type[Fact]] = {kind.one: RECORDS[kind.name] for kind in KINDS}
"""The record of a fact by the name that its kind has in a line."""


@dataclass(slots=True)
class Journalled:
    """What a journal holds: the decisions that were made (None: taken back), and the facts that the reviewer added."""

    decisions: dict[str, Decision | None] = field(default_factory=dict)
    added: dict[str, Fact | None] = field(default_factory=dict)
    lines: int = 0
    """How many changes these come from."""

    @classmethod
    def of(cls, step: Step) -> Self:
        """The changes of one step; a fact that it added is taken back where no decision on it is left."""
        added = {id_: fact if step.after[id_] is not None else None for id_, fact in step.added.items()}
        return cls(dict(step.after), added, lines=1)

    def copy(self) -> Self:
        """The same changes, apart from these."""
        return replace(self, decisions=dict(self.decisions), added=dict(self.added))

    def take(self, later: Self) -> None:
        """Make the changes of *later* after these."""
        self.decisions.update(later.decisions)
        self.added.update(later.added)
        self.lines += later.lines

    def is_in(self, analysis: Analysis) -> bool:
        """Whether *analysis* holds all of these changes."""
        present = {fact.id for fact in all_facts(analysis)}
        return all(analysis.review.get(key) == decision for key, decision in self.decisions.items()) and all(
            key in present for key, fact in self.added.items() if fact is not None
        )

    def replayed_on(self, base: Analysis) -> Analysis:
        """*base* with these changes made on it, whether or not it holds some of them already."""
        own = [fact for fact in self.added.values() if fact is not None]
        changed = with_added(without(base, self.added.keys()), own)
        return replace(changed, review=self.apply(changed.review))

    def apply(self, review: Mapping[str, Decision]) -> dict[str, Decision]:
        """*review* with these decisions made on it."""
        merged = dict(review)
        for fact, decision in self.decisions.items():
            if decision is None:
                merged.pop(fact, None)
            else:
                merged[fact] = decision
        return merged


def header(path: str | None, sha256: str) -> bytes:
    """The first line of the journal of an article: for whoever looks into the folder."""
    return _line({"journal": VERSION, "path": path, "sha256": sha256})


def change(decisions: Mapping[str, Decision | None], added: Mapping[str, Fact | None]) -> bytes:
    """The line of one change. Raises ``JsonError`` for what JSON cannot hold."""
    # of a thousand facts that were accepted at once the decision is one
    distinct = {id(decision): decision for decision in decisions.values()}
    plains = {key: _plain(decision) for key, decision in distinct.items()}
    plain: dict[str, Any] = {"set": {key: plains[id(decision)] for key, decision in decisions.items()}}
    if added:
        plain["add"] = {key: _plain_fact(fact) for key, fact in added.items()}
    return _line(plain)


def replay(data: bytes | BinaryIO) -> tuple[Journalled, int]:
    """What the whole lines at the beginning of a journal say, and how many bytes they are.

    Of an open file one line at a time is in memory. Raises ``OSError`` where it cannot be read.
    """
    journalled, length = Journalled(), 0
    for number, line in enumerate(data.splitlines(keepends=True) if isinstance(data, bytes) else data):
        plain = _whole(line)
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


def _whole(line: bytes) -> dict[str, Any] | None:
    """The object of a line that is whole, else None."""
    sum_, _, text = line.partition(b" ")
    if not line.endswith(b"\n") or sum_ != b"%08x" % crc32(text):
        return None
    try:
        value = json_text.quick(text)
    except json_text.JsonError:
        return None
    return value if isinstance(value, dict) else None


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


def _line(plain: Mapping[str, object]) -> bytes:
    text = json_text.line(plain)
    return b"%08x " % crc32(text) + text
