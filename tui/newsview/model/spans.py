"""Spans of an article that facts refer to: a range, a span with its text, a phrase that may refer to an entity.

Offsets are code points into ``article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsview.model.article import Extensible


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Extensible):
    """A range of the article, ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(Extensible):
    """A range of the article with its text: a cue, a unit."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Extensible):
    """A noun phrase that may refer to an entity: a speaker, a number's subject. ``entity`` is the entity's id."""

    text: str
    start: int
    end: int
    entity: str | None = None
