"""Doc extensions shared by the components: the publication date, the paragraphs and the extracted facts.

The components run on any Doc. newsview's own pipeline stores the paragraphs and their roles on it; on other Docs the
paragraphs are the stretches between line breaks. Everything stored is plain data (lists, dicts, strings), because
``Doc.to_bytes`` cannot serialize anything else. Offsets are code points of ``doc.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from spacy.tokens import Doc, Span

from newsview.model.article import Role
from newsview.model.codec import encode
from newsview.model.facts import Entity

PARAGRAPHS = "newsview_paragraphs"
PUBLISHED = "newsview_published"
ENTITIES = "entities_grouped"
QUOTES = "quotes"
NUMBERS = "numbers"

for _name in (PARAGRAPHS, PUBLISHED, ENTITIES, QUOTES, NUMBERS):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a Doc: the tokens ``doc[start:end]`` and their role in the article."""

    start: int
    end: int
    role: Role


def paragraphs(doc: Doc) -> list[Block]:
    """The non-empty paragraphs of *doc* in order: the stored ones, else the stretches between line breaks."""
    stored = getattr(doc._, PARAGRAPHS)
    if stored is not None:
        return [Block(start, end, role) for start, end, role in stored]
    blocks, start = [], 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                blocks.append(Block(start, token.i, "body"))
            start = token.i + 1
    if start < len(doc):
        blocks.append(Block(start, len(doc), "body"))
    return blocks


def store_paragraphs(doc: Doc, blocks: Sequence[Block]) -> None:
    """Store the paragraphs on *doc* for later components."""
    setattr(doc._, PARAGRAPHS, [[block.start, block.end, block.role] for block in blocks])


def published(doc: Doc) -> str | None:
    """The publication date, ``YYYY-MM-DD``, or None."""
    return cast("str | None", getattr(doc._, PUBLISHED))


def store_entities(doc: Doc, entities: Sequence[Entity]) -> None:
    """Store the grouped entities on *doc*, in the form of the saved file."""
    setattr(doc._, ENTITIES, [encode(entity) for entity in entities])


def grouped_entities(doc: Doc) -> list[dict[str, Any]]:
    """The result of ``newsview_entities``: dicts in the form of the saved file; empty before it has run."""
    return getattr(doc._, ENTITIES) or []


def entity_by_token(doc: Doc, offsets: Sequence[int] | None = None) -> dict[int, str]:
    """The entity id of every token inside a mention of a grouped entity. *offsets*: token starts, if available."""
    if offsets is None:
        offsets = doc.to_array("IDX").tolist()
    owner: dict[int, str] = {}
    for entity in grouped_entities(doc):
        for mention in entity["mentions"]:
            first = bisect_right(offsets, mention["start"]) - 1
            last = bisect_right(offsets, mention["end"] - 1) - 1
            owner.update(dict.fromkeys(range(first, last + 1), entity["id"]))
    return owner


def people_tokens(doc: Doc, offsets: Sequence[int]) -> frozenset[int]:
    """The tokens inside mentions of grouped persons, including "Ames" if only "Jo Ames" has the label PERSON."""
    found: set[int] = set()
    for entity in grouped_entities(doc):
        if entity["type"] == "PERSON":
            for mention in entity["mentions"]:
                first = bisect_right(offsets, mention["start"]) - 1
                found.update(range(first, bisect_right(offsets, mention["end"] - 1)))
    return frozenset(found)


def span_text(doc: Doc, start: int, end: int) -> tuple[str, int, int]:
    """(text, start, end) of the tokens ``doc[start:end]`` in code points, without white space at the edges."""
    span: Span = doc[start:end]
    text = span.text
    begin = span.start_char + len(text) - len(text.lstrip())
    text = text.strip()
    return text, begin, begin + len(text)
