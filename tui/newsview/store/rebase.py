"""Rebasing of a reviewer's facts and decisions from an old text and its facts to a new one: offsets, ids, force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from newsview.model.article import Article
from newsview.model.codec import FormatError, decode, encode
from newsview.model.corrections import corrected
from newsview.model.facts import Analysis, Decision, Fact, Mention, parts_by_id
from newsview.model.in_force import changed, out_of_force
from newsview.store.alignment import Alignment
from newsview.store.orphans import orphans_of, part_of


class Shift:
    """Conversion of facts, and of the spans of plain records, from one text of an article to another."""

    def __init__(self, old: Article, new: Article, alignment: Alignment) -> None:
        self._old = old
        self._new = new
        self._alignment = alignment

    def fact(self, fact: Fact) -> Fact | None:
        """*fact* at its place in the new text; None if its words are not found."""
        try:
            return decode(type(fact), self.record(encode(fact)))
        except (FormatError, LookupError):
            return None

    def record(self, plain: dict[str, Any]) -> dict[str, Any]:
        """*plain* with its spans, including nested ones, in the new text. Raises ``LookupError`` if one is not found."""
        shifted = {key: self._value(value) for key, value in plain.items()}
        if "start" in plain:
            at = self._find(plain.get("text"), plain["start"], plain["end"])
            if at is None:
                raise LookupError("the words are not in the new text")
            shifted["start"], shifted["end"] = at, at + plain["end"] - plain["start"]
            if "sentence" in plain:
                names = [self._new.sentences[i].id for i in self._new.sentences_between(at, shifted["end"])]
                shifted["sentence"] = names[0]
                if "sentences" in plain:
                    shifted["sentences"] = names
        return shifted

    def _find(self, words: str | None, start: int, end: int) -> int | None:
        if words in (None, self._old.text[start:end]):
            return self._alignment.find(start, end)
        # offsets of an even earlier text, or of the new one: a journal does not record which
        return self._alignment.find_words(words, start) if isinstance(words, str) and words else None

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return self.record(value)
        if isinstance(value, list):
            return [self._value(each) for each in value]
        return value

    def offset(self, start: int) -> int:
        """The aligned offset in the new text."""
        return self._alignment.offset(start)


class Carrier:
    """Conversion of decisions on old facts to decisions on the new ones.

    Ids and spans in the edits are replaced; a decision on a changed fact is put out of force.
    """

    def __init__(self, old: Analysis, shift: Shift, facts: Analysis, moved: Mapping[str, str]) -> None:
        self._shift = shift
        self._facts = facts
        self._moved = moved
        self._was, self._now = parts_by_id(old), parts_by_id(facts)
        self._orphans = orphans_of(old)
        self._old_names = {entity.id: entity.name for entity in old.entities}.get
        self._new_names = {entity.id: entity.name for entity in facts.entities}.get

    def decision(self, id_: str, decision: Decision) -> Decision:
        """*decision*, made on the old fact with id *id_*, for the new fact."""
        return self._with_edits(self._in_force(id_, decision))

    def _in_force(self, id_: str, decision: Decision) -> Decision:
        """*decision*, out of force if its fact has changed; unchanged if the old or the new fact is unknown."""
        if not (decision.status or decision.verdict):
            return decision
        now = self._now.get(self._moved.get(id_, id_))
        was = self._was.get(id_) or part_of(self._orphans.get(id_))
        if was is None or now is None or not changed(was, now, self._old_name, self._new_name):
            return decision
        seen = was if isinstance(was, Mention) else corrected(was, decision.edits)
        return out_of_force(decision, seen, self._old_name)

    def _old_name(self, entity: str | None) -> str | None:
        return self._old_names(entity) if entity is not None else None

    def _new_name(self, entity: str | None) -> str | None:
        return self._new_names(entity) if entity is not None else None

    def _with_edits(self, decision: Decision) -> Decision:
        """*decision* with new ids (``merged_into``, ``entity``, a speaker's entity) and new spans in its edits."""
        if not decision.edits:
            return decision
        edits = {key: self._edit(renamed(value, self._moved)) for key, value in decision.edits.items()}
        return replace(decision, edits=edits) if edits != decision.edits else decision

    def _edit(self, value: Any) -> Any:
        if not isinstance(value, dict) or not all(type(value.get(end)) is int for end in ("start", "end")):
            return value
        try:
            return self._shift.record(value)
        except LookupError:
            return self._at_nearest_mention(value)

    def _at_nearest_mention(self, value: dict[str, Any]) -> dict[str, Any]:
        """*value* at the nearest mention of its entity; without a mention, without offsets: kept, but not applied."""
        named = (entity for entity in self._facts.entities if entity.id == value.get("entity"))
        about = self._shift.offset(value["start"])
        mentions = [mention for entity in named for mention in entity.mentions]
        if not mentions:
            return {key: each for key, each in value.items() if key not in ("start", "end")}
        nearest = min(mentions, key=lambda mention: abs(mention.start - about))
        return {**value, "text": nearest.text, "start": nearest.start, "end": nearest.end}


def renamed(value: Any, moved: Mapping[str, str]) -> Any:
    """*value* with every string in it that is an old id in *moved* replaced by the new id."""
    if isinstance(value, str):
        return moved.get(value, value)
    if isinstance(value, Mapping):
        return {key: renamed(each, moved) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [renamed(each, moved) for each in value]
    return value
