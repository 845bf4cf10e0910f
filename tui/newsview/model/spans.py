"""Spans of an article that facts refer to: ranges, spans with their text, phrases that may refer to an entity.

Offsets are code points into ``article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsview.model.article import Extensible

Link = Literal["name", "pronoun", "description"]
"""How a speaker's words stand for an entity: they contain its name, are "she", or describe it, as "the mayor"."""


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
    """A noun phrase that may refer to an entity: what a number measures. ``entity`` is the entity's id."""

    text: str
    start: int
    end: int
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Extensible):
    """The words of an article that say who speaks, and the entity that they stand for. ``entity`` is the entity's id.

    ``name`` is the entity's name, or the words themselves if there is no entity; ``speakers.with_names`` sets it, and
    it is empty before. ``sure`` is False if the entity is a guess.
    """

    text: str
    start: int
    end: int
    entity: str | None = None
    name: str = ""
    link: Link | None = None
    sure: bool = False
