"""What a test of the quote rules asks: the quotes of a text in a form that is easy to compare."""

from __future__ import annotations

from spacy.tokens import Doc

from newsview.extraction.quotes.find import find_quotes

Said = tuple[str, str | None, str | None]


def said(doc: Doc) -> list[Said]:
    """For each quote: its content (spans joined by " … "), its speaker, its cue."""
    return [
        (
            " … ".join(doc.text[part.start : part.end] for part in quote.content),
            quote.speaker.text if quote.speaker else None,
            quote.cue.text if quote.cue else None,
        )
        for quote in find_quotes(doc)
    ]
