"""From decoded text to an Article."""

from __future__ import annotations

import re
from hashlib import sha256

from newsview.article import Article, Paragraph, Sentence


def build_article(text: str, *, path: str | None = None, published: str | None = None) -> Article:
    """An Article of *text*: first version, paragraphs at blank lines."""
    text = text.replace("\r\n", "\n")
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        id_ = f"p{len(paragraphs) + 1}"
        paragraphs.append(Paragraph(id=id_, start=match.start(), end=match.end()))
        for part in re.finditer(r"\S.*?(?:[.!?][\"”’)]*(?=\s)|$)", match[0].replace("\n", " ")):
            start = match.start() + part.start()
            sentences.append(
                Sentence(id=f"s{len(sentences) + 1}", paragraph=id_, start=start, end=match.start() + part.end())
            )
    return Article(
        path=path,
        sha256=sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        title=None,
        byline=None,
        language="en",
        published=published,
        published_source="flag" if published else None,
        text=text,
        paragraphs=paragraphs,
        sentences=sentences,
    )
