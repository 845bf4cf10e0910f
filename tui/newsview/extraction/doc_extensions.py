"""Doc extensions shared by the components: the publication date, the paragraphs and the extracted facts.

The components run on any Doc. newsview's own pipeline stores the paragraphs and their roles on it; on other Docs the
paragraphs are the stretches between line breaks. Everything stored is plain data (lists, dicts, strings), because
``Doc.to_bytes`` cannot serialize anything else. Offsets are code points of ``doc.text``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from spacy.tokens import Doc, Span

from newsview.model.article import Role
from newsview.model.codec import encode
from newsview.model.facts import Entity, Number, Quote

PARAGRAPHS = "newsview_paragraphs"
PUBLISHED = "newsview_published"
ENTITIES = "newsview_entities"
QUOTES = "newsview_quotes"
NUMBERS = "newsview_numbers"
"""The names of the lists of facts, and of their spans in ``doc.spans``."""

_OLDER = {"entities_grouped": ENTITIES, "quotes": QUOTES, "numbers": NUMBERS}
"""Older names of the lists, which another package may have taken."""

for _name in (PARAGRAPHS, PUBLISHED, ENTITIES, QUOTES, NUMBERS):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


# partial functions, because spaCy pickles them for its processes
def _older(older: str, name: str, doc: Doc) -> Any:
    """The facts on *doc* under their older name; Docs saved with it have them there."""
    found = getattr(doc._, name)
    return cast("dict[Any, Any]", doc.user_data).get(("._.", older, None, None)) if found is None else found


def _set_older(name: str, doc: Doc, value: Any) -> None:
    setattr(doc._, name, value)


for _name, _new in _OLDER.items():
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, getter=partial(_older, _name, _new), setter=partial(_set_older, _new))


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


def store_facts(doc: Doc, name: str, facts: Sequence[Quote | Number]) -> None:
    """Store quotes or numbers on *doc*: the list under *name*, and their spans."""
    setattr(doc._, name, [encode(each) for each in facts])
    store_spans(doc, name, ((each.start, each.end, each.kind, each.id) for each in facts))


def store_spans(doc: Doc, name: str, spans: Iterable[tuple[int, int, str, str]]) -> None:
    """Store (start, end, label, id) as the span group *name*; spans end with the tokens that they touch."""
    made = (
        doc.char_span(start, end, label=label, span_id=id_, alignment_mode="expand") for start, end, label, id_ in spans
    )
    doc.spans[name] = [span for span in made if span is not None]


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
