"""Records of a reviewer's decision on one fact, and of an earlier decision that is out of force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from newsview.model.article import nothing

Status = Literal["accepted", "rejected"]
Verdict = Literal["true", "false", "unclear"]

LEFT_OUT: Final[Mapping[str, Any]] = {"left_out": True}
"""Metadata of a field that is left out of the JSON form if its value is None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Was:
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
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
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
    extra: Mapping[str, Any] = field(default_factory=nothing, repr=False)
