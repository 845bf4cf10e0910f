"""Helpers for tests of the quote rules: the quotes of a Doc as comparable tuples."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from newsview.extraction import doc_extensions
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.quotes.find_quotes import find_quotes

Parsed = Callable[[str], Doc]
Said = tuple[str, str | None, str | None]


def said(doc: Doc) -> list[Said]:
    """Per quote: content (spans joined by " … "), speaker text, cue text."""
    return [
        (
            " … ".join(doc.text[part.start : part.end] for part in quote.content),
            quote.speaker.text if quote.speaker else None,
            quote.cue.text if quote.cue else None,
        )
        for quote in find_quotes(Tokens(doc))
    ]


def speakers(doc: Doc) -> list[tuple[str | None, str | None]]:
    """Per quote: speaker text, and the name of the speaker's entity."""
    names = {entity["id"]: entity["name"] for entity in doc_extensions.grouped_entities(doc)}
    found: list[tuple[str | None, str | None]] = []
    for quote in find_quotes(Tokens(doc)):
        reference = quote.speaker
        found.append((reference.text, names.get(reference.entity or "")) if reference else (None, None))
    return found
