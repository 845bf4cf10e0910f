"""Building of an ``Article`` from decoded text: cleaning, paragraphs, sentences, roles, title, byline, date, language.

This module defines the order of the steps; each step is a module of this package.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256 as sha256_of
from typing import Any, Final

from newsview.errors import UnreadableError, UsageError
from newsview.model.article import NOTHING, Article, Paragraph, PublishedFrom, PublishedSource, Role, Sentence
from newsview.reading import boilerplate, dateline
from newsview.reading.clean import clean, composed, one_line
from newsview.reading.language import language
from newsview.reading.paragraph_roles import paragraph_roles
from newsview.reading.paragraphs import Span, paragraph_spans
from newsview.reading.sentences import sentence_spans

LINES = 400_000
"""Maximum number of lines: each may be a paragraph, which takes about as long to process as a sentence."""

_SOURCE: Final[Mapping[PublishedFrom, PublishedSource]] = {
    "flag": "flag", "metadata": "metadata", "address": "metadata", "text": "dateline"
}  # fmt: skip
_FROM: Final[Mapping[PublishedSource, PublishedFrom]] = {"flag": "flag", "metadata": "metadata", "dateline": "text"}

_NOT_ENGLISH = "this does not look like English; expect few and wrong facts"

Published = tuple[str | None, PublishedFrom | None]


def build_article(
    text: str,
    *,
    path: str | None = None,
    sha256: str | None = None,
    encoding: str = "utf-8",
    title: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    published_source: PublishedSource | None = None,
    address: str | None = None,
    metadata: Mapping[str, Any] = NOTHING,
    notices: Sequence[str] = (),
) -> Article:
    """The Article for a decoded *text*; any string is valid, and one without words gives no paragraphs.

    *sha256* is the hash of the bytes that were read (default: of *text* as UTF-8). *title* and *byline* override
    those found in the text. *published* is the user's (``flag``: ``YYYY-MM-DD``, else ``UsageError``), or with
    ``published_source="metadata"`` the file's: any full date, ignored if it is not a date. Without it, the date in
    *address* (the article's URL) is used, else that of a date line or dateline near the top. *metadata* and *notices*
    are stored, on one line each. Raises ``UnreadableError`` for more than ``LINES`` lines.
    """
    if sha256 is None:
        sha256 = sha256_of(text.encode("utf-8", "surrogatepass")).hexdigest()
    given = _given_date(published, published_source)
    text = _within_limit(clean(text))
    spans = paragraph_spans(text)
    pieces = [text[start:end] for start, end in spans]
    roles = paragraph_roles(pieces)
    spoken = language(text)
    found = (given, _in_address(address))
    date, source = next((each for each in found if each[0]), None) or _dated(pieces, roles)
    return Article(
        path=None if path is None else one_line(path),
        sha256=sha256,
        encoding=encoding,
        title=(composed(one_line(title)) if title else None) or _first(pieces, roles, "headline"),
        byline=(composed(one_line(byline)) if byline else None) or _byline(pieces, roles),
        language=spoken,
        published=date,
        published_source=_SOURCE[source] if source else None,
        published_from=source,
        text=text,
        paragraphs=tuple(_paragraphs(spans, roles)),
        sentences=tuple(_sentences(text, spans)),
        metadata=metadata,
        notices=(*map(one_line, notices), *([] if spoken in ("en", None) else [_NOT_ENGLISH])),
    )


def _within_limit(text: str) -> str:
    if text.count("\n") > LINES:
        raise UnreadableError(f"it has more than the limit of {LINES:,} lines for one article; split it")
    return text


def _paragraphs(spans: Sequence[Span], roles: Sequence[Role]) -> list[Paragraph]:
    return [
        Paragraph(id=f"p{number}", start=start, end=end, role=role)
        for number, ((start, end), role) in enumerate(zip(spans, roles, strict=True), 1)
    ]


def _sentences(text: str, spans: Sequence[Span]) -> list[Sentence]:
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(spans, 1):
        paragraph = f"p{number}"
        for begin, stop in sentence_spans(text, start, end):
            sentences.append(Sentence(id=f"s{len(sentences) + 1}", paragraph=paragraph, start=begin, end=stop))
    return sentences


def _given_date(published: str | None, source: PublishedSource | None) -> Published:
    if published is None:
        return None, None
    if source in ("metadata", "dateline"):
        date = dateline.full_date(published)
        return (date, _FROM[source]) if date else (None, None)
    if not dateline.is_iso_date(published):
        raise UsageError(f"--published: {one_line(published)!r} is not a date; write it as YYYY-MM-DD")
    return published, "flag"


def _in_address(address: str | None) -> Published:
    date = dateline.date_in_address(address) if address else None
    return (date, "address") if date else (None, None)


def _dated(pieces: Sequence[str], roles: Sequence[Role]) -> Published:
    """Date of the first date line or dateline, down to the second body paragraph; that of an update last."""
    updated: str | None = None
    stories = 0
    for piece, role in zip(pieces, roles, strict=True):
        line = dateline.date_line(piece) if role == "dateline" else None
        if line is not None and line[1]:
            updated = updated or line[0]
        else:
            head = piece if role in ("byline", "dateline") else dateline.dateline(piece) if role == "body" else None
            date = dateline.full_date(head) if head else None
            if date:
                return date, "text"
        stories += role == "body"
        if stories == 2:
            break
    return (updated, "text") if updated else (None, None)


def _first(pieces: Sequence[str], roles: Sequence[Role], wanted: Role) -> str | None:
    return next((one_line(piece) for piece, role in zip(pieces, roles, strict=True) if role == wanted), None)


def _byline(pieces: Sequence[str], roles: Sequence[Role]) -> str | None:
    """The names in the first byline that has some, else the first byline."""
    lines = (one_line(piece) for piece, role in zip(pieces, roles, strict=True) if role == "byline")
    found = [each for each in lines if not boilerplate.introduces_byline(each)]
    names = (boilerplate.byline_names(each) or (each if boilerplate.is_name(each) else None) for each in found)
    return next(filter(None, names), found[0] if found else None)
