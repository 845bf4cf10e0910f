"""Records of a reviewer's decision on one fact, and of an earlier decision that is out of force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final, Literal

from newsview.model.article import Extensible, nothing

Status = Literal["accepted", "rejected"]
Verdict = Literal["true", "false", "unclear"]

LEFT_OUT: Final[Mapping[str, Any]] = {"left_out": True}
"""Metadata of a field that is left out of the JSON form if its value is None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Was(Extensible):
    """A decision that is out of force because its fact has changed, with the fact as it was.

    ``text`` is the fact's text at that time, ``value`` its value: a number's value or date, the name of a quote's
    speaker, the type of an entity.
    """

    text: str
    value: int | float | str | None = None
    status: Status | None = None
    verdict: Verdict | None = None
    source: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Extensible):
    """A reviewer's decision on one fact. ``status``: is the extraction right? ``verdict``: is the claim true?

    ``was`` is the earlier decision if the fact has changed since and has not been decided again.
    """

    status: Status | None = None
    verdict: Verdict | None = None
    source: str | None = None
    note: str | None = None
    edits: Mapping[str, Any] = field(default_factory=nothing)
    at: str | None = None
    was: Was | None = field(default=None, metadata=LEFT_OUT)


Verb = Literal["accept", "reject", "true", "false", "unclear", "clear"]
"""What a reviewer does to a decision: decide about the extraction, or about the claim, or take both back."""

_STATUS: Final[Mapping[Verb, Status]] = {"accept": "accepted", "reject": "rejected"}
_VERDICT: Final[Mapping[Verb, Verdict]] = {"true": "true", "false": "false", "unclear": "unclear"}


def is_on_finding(id_: str) -> bool:
    """Whether the id of a decision is that of a finding (``f-…``), not of a fact."""
    return id_.startswith("f-")


def now() -> str:
    """The current time in the form recorded in decisions: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def decided(
    before: Decision | None, verb: Verb, *, at: str, source: str | None = None, note: str | None = None
) -> Decision | None:
    """The decision *before* after *verb* at the time *at* (ISO 8601); None if nothing of it is left.

    *source* and *note* replace those of before if given; a verdict without a source has the one it had. ``clear``
    removes status, verdict, source and the decision that was out of force; note and edits stay.
    """
    now = before or Decision()
    if verb == "clear":
        now = replace(now, status=None, verdict=None, source=None, was=None)
    elif verb in _STATUS:
        now = replace(now, status=_STATUS[verb], was=None)
    else:
        now = replace(now, verdict=_VERDICT[verb], was=None)
    if source is not None:
        now = replace(now, source=source)
    if note is not None:
        now = replace(now, note=note or None)
    if now == replace(Decision(), at=now.at):
        return None
    return now if now == before else replace(now, at=at)
