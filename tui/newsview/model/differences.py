"""Records of the differences between two versions of an article, and of saved facts and an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from newsview.model.codec import encode
from newsview.model.decision import Decision
from newsview.model.facts import Entity, Fact, fact_text, kind_name
from newsview.model.kinds import BY_NAME

ChangeKind = Literal["number", "date", "quote", "entity", "speaker"]
ChangeWay = Literal["added", "removed", "changed"]
WordMark = Literal["=", "-", "+"]
"""Words that are in both versions, only in the old one, only in the new one."""


Marked = Sequence[tuple[WordMark, str]]
"""Words of both versions in order, in stretches of one mark."""


class Side(NamedTuple):
    """A fact of one version at one place, ``text[start:end]``, with its sentence. ``title`` is the fact in words."""

    fact: Fact
    text: str
    start: int
    end: int
    sentence_text: str
    title: str = ""

    def plain(self) -> dict[str, Any]:
        """The fact as in a saved file, with its place and its sentence."""
        found = encode(self.fact)
        if isinstance(self.fact, Entity):
            found.update(text=self.text, start=self.start, end=self.end)
        return {**found, "sentence_text": self.sentence_text}


class Remark(NamedTuple):
    """A word that differs and that matters most: a negation or a number."""

    what: Literal["negation", "number"]
    text: str


class Change(NamedTuple):
    """A fact that only one version has, or that differs.

    ``words`` are those of a changed quote, ``sentence`` those of the sentence of another changed fact. ``remarks`` are
    the negations and numbers among the words that differ.
    """

    kind: ChangeKind
    change: ChangeWay
    old: Side | None
    new: Side | None
    words: Marked | None = None
    sentence: Marked | None = None
    remarks: Sequence[Remark] = ()

    def plain(self) -> dict[str, Any]:
        """The change as JSON values."""
        return {
            "kind": self.kind,
            "change": self.change,
            "old": self.old.plain() if self.old is not None else None,
            "new": self.new.plain() if self.new is not None else None,
            "words": [list(each) for each in self.words] if self.words is not None else None,
        }


class Named(NamedTuple):
    """A version by its path and the hash of its bytes."""

    path: str | None
    sha256: str


class NotePlace(NamedTuple):
    """The sentence of the new version that says that the article was corrected."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """All changes from the old version to the new one, in the order of the text.

    ``unrelated``: the two have nothing in common, and no changes are given.
    """

    old: Named
    new: Named
    correction_note: NotePlace | None
    changes: Sequence[Change]
    unrelated: bool = False

    def plain(self) -> dict[str, Any]:
        """The differences as JSON values."""
        return {
            "old": self.old._asdict(),
            "new": self.new._asdict(),
            "correction_note": self.correction_note._asdict() if self.correction_note is not None else None,
            "changes": [change.plain() for change in self.changes],
        }


class OldWords(NamedTuple):
    """What an older version of an article has otherwise, as the reader marks it.

    ``facts``: the ids of changed and new facts, each with its old sentence, empty if it has none. ``removed``: words that
    were taken out, old sentences or a part of one, by the sentence (its index) where the gap is: in it or before it,
    behind it at the end of the article.
    """

    facts: Mapping[str, str]
    removed: Mapping[int, Sequence[str]]


State = Literal["stands", "moved", "changed", "gone"]
"""Of a saved fact in an article: at its place, at another one, with other words there, or not at all."""


class Standing(NamedTuple):
    """A saved fact in an article; ``start`` and ``end`` are its place there, None if it is gone.

    ``title`` is the fact in words, ``words`` its own beside those of the article if it changed.
    """

    fact: Fact
    state: State
    start: int | None
    end: int | None
    decision: Decision | None
    title: str
    words: Marked | None = None

    def plain(self) -> dict[str, Any]:
        """The fact's state as JSON values."""
        return {
            "id": self.fact.id,
            "kind": BY_NAME[kind_name(self.fact)].one,
            "text": fact_text(self.fact),
            "state": self.state,
            "start": self.start,
            "end": self.end,
            "decision": encode(self.decision) if self.decision is not None else None,
        }


class Verification(NamedTuple):
    """All saved facts of an article, as they stand in it now. ``unrelated``: they are of another text."""

    sha256_equal: bool
    facts: Sequence[Standing]
    unrelated: bool = False

    def plain(self) -> dict[str, Any]:
        """The verification as JSON values."""
        return {"sha256_equal": self.sha256_equal, "facts": [each.plain() for each in self.facts]}
