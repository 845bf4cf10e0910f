"""The sentence of a new version that says that the article was corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsview.compare.alignment import Alignment
from newsview.compare.version import TokenRange
from newsview.compare.word_lists import BRACKETED_LEADS, CORRECTION_LEADS, CORRECTION_NOTES
from newsview.model.differences import NotePlace

_NOTE: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, CORRECTION_NOTES))})\b"
    rf"|\A\W*(?:{'|'.join(map(re.escape, CORRECTION_LEADS))})\b\s*(?:[:—–(-]|\w+\.?\s\d)"
    rf"|\A\W*[(\[](?:{'|'.join(map(re.escape, BRACKETED_LEADS))})\b"
)


def correction_note(alignment: Alignment) -> NotePlace | None:
    """The first sentence that is new and says so; None if the article was changed silently."""
    for first, _ in _new_sentences(alignment):
        index = alignment.new.article.sentence_index(alignment.new.tokens[first].start)
        if index is None:
            continue
        sentence = alignment.new.article.sentences[index]
        text = alignment.new.text[sentence.start : sentence.end]
        if is_note(text):
            return NotePlace(text, sentence.start, sentence.end)
    return None


def is_note(text: str) -> bool:
    """Whether the sentence *text* says that the article was corrected."""
    return _NOTE.search(text.casefold().replace("’", "'")) is not None


def _new_sentences(alignment: Alignment) -> Iterator[TokenRange]:
    spans = [*alignment.added, *(each.new for each in alignment.passages if not each.equal)]
    yield from sorted(span for span in spans if span[0] < span[1])
