"""Paragraphs of a Doc that a user's pipeline has made, found as newsview reads an article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import cast

import numpy
from spacy.tokens import Doc
from thinc.types import Ints2d

from newsview.errors import UnreadableError
from newsview.extraction import doc_extensions
from newsview.extraction.doc_extensions import Block
from newsview.model.article import Article, Paragraph
from newsview.reading.build_article import build_article
from newsview.reading.dateline import story_start


def store(doc: Doc) -> Doc:
    """Store the paragraphs of *doc* with their roles, its day of publication if none is set, and sentence starts.

    A text whose length would change by cleaning (composed letters) or with too many lines is left as it is.
    """
    found = _article(doc.text)
    if found is None or not len(doc):
        return doc
    offsets = doc.to_array("IDX").tolist()
    blocks = [_block(offsets, each) for each in found.paragraphs]
    doc_extensions.store_paragraphs(doc, [block for block in blocks if block.start < block.end])
    if doc_extensions.published(doc) is None:
        setattr(doc._, doc_extensions.PUBLISHED, found.published)
    begins = numpy.full((len(doc), 1), -1, dtype="int64")
    starts = {bisect_left(offsets, start) for start in _sentence_starts(found)}
    begins[sorted({0, *(start for start in starts if start < len(doc))})] = 1
    return doc.from_array(["SENT_START"], cast(Ints2d, begins.astype("uint64")))


def article(doc: Doc) -> Article:
    """The paragraphs of *doc* as those of an article, for rules that look at their roles."""
    blocks = doc_extensions.paragraphs(doc)
    paragraphs = [
        Paragraph(
            id=f"p{number}",
            start=doc[block.start].idx,
            end=doc[block.end - 1].idx + len(doc[block.end - 1]),
            role=block.role,
        )
        for number, block in enumerate(blocks, 1)
    ]
    return Article(
        path=None,
        sha256="",
        encoding="utf-8",
        title=None,
        byline=None,
        language=None,
        published=doc_extensions.published(doc),
        published_source=None,
        text=doc.text,
        paragraphs=paragraphs,
        sentences=(),
    )


def _article(text: str) -> Article | None:
    # one for one, so that offsets remain
    prepared = text.replace("\r\n", " \n").replace("\r", "\n")
    try:
        found = build_article(prepared)
    except UnreadableError:
        return None
    return found if len(found.text) == len(text) else None


def _block(offsets: Sequence[int], paragraph: Paragraph) -> Block:
    return Block(bisect_left(offsets, paragraph.start), bisect_left(offsets, paragraph.end), paragraph.role)


def _sentence_starts(found: Article) -> list[int]:
    """Starts of sentences, and of the stories behind datelines."""
    starts = [each.start for each in found.sentences]
    for paragraph in found.paragraphs:
        story = story_start(found.text[paragraph.start : paragraph.end]) if paragraph.role == "body" else None
        if story is not None:
            starts.append(paragraph.start + story)
    return starts
