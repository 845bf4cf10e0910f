"""Copied text of a fact or a sentence, and the file of clippings."""

from __future__ import annotations

import os
from pathlib import Path

from newsview import describe
from newsview.app.state.review import Review
from newsview.errors import CannotWriteError
from newsview.reading.files import special_kind


def copied(review: Review) -> str:
    """In a pane, a description of the current fact; in the article, the current sentence."""
    fact, article = review.fact, review.article
    if review.pane is None or fact is None:
        if not article.sentences:
            return ""
        sentence = article.sentences[review.place.sentence]
        return " ".join(article.text[sentence.start : sentence.end].split())
    return describe.copied_words(review.index.name_of, fact)


def append(path: Path, text: str) -> None:
    """Append *text* and a line break to the file at *path*. Raises ``CannotWriteError``, also if it is not a file."""
    try:
        # non-blocking: opening a pipe without a reader would block
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK, 0o666)
        with os.fdopen(handle, "a", encoding="utf-8", errors="replace") as file:
            special = special_kind(os.fstat(handle).st_mode)
            if special is not None:
                raise CannotWriteError(f"cannot write {path}: it is {special}, not a file")
            file.write(text + "\n")
    except OSError as error:
        raise CannotWriteError(f"cannot write {path}: {error.strerror or error}") from error
