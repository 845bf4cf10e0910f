"""Parser of PDF text layers (pypdf): lines to paragraphs, without running heads. Runs in the parser process."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PdfReadError, PyPdfError

from newsview.errors import UnreadableError
from newsview.reading.paragraphs import NARROWEST
from newsview.reading.parsed_document import Converted, joined

PAGES = 1000

_ENCRYPTED = "it is encrypted: save it without a password first"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": ""}
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.I)
_FINISHED = re.compile(r"[.!?:…][\"”’')\]]{0,3}\Z")
_HYPHENATED = re.compile(r"[a-z]-\Z")
_EDGE = 2
"""Lines at the top and at the bottom of a page where running heads and page numbers stand."""

_FULL = 0.72
"""Share of the column's width from which on a line may have been broken because it was full."""

_FITS = 0.9
"""Share of the width within which the next line's first word would have found room."""


def convert(data: bytes, encoding: str | None) -> Converted:
    """The text layer of the PDF file *data* as paragraphs. Raises ``UnreadableError`` for scans and encrypted files."""
    del encoding  # a PDF file says its own
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(_ENCRYPTED)
        if len(reader.pages) > PAGES:
            raise UnreadableError(f"it has more than the limit of {PAGES} pages for one article; split it")
        pages = [_lines(page.extract_text()) for page in reader.pages]
        information = reader.metadata
        created = information.creation_date if information is not None else None
    except DependencyError as error:  # AES, for which pypdf wants another package
        raise UnreadableError(_ENCRYPTED) from error
    except LimitReachedError as error:
        raise UnreadableError(
            "it unfolds to more than its parser allows; split it, or save its text as a .txt file"
        ) from error
    except (PdfReadError, PyPdfError, ValueError, KeyError) as error:
        raise UnreadableError("it is broken, or not a PDF file; print it to PDF again") from error
    text = joined(_paragraphs(_without_running_heads(pages)))
    if not text:
        raise UnreadableError("it holds no text, only pictures (a scan?): let a program recognize its text (OCR) first")
    return Converted(text=text, encoding="pdf", written=created.date().isoformat() if created else None)


def _lines(page: str) -> list[str]:
    for ligature, letters in _LIGATURES.items():
        page = page.replace(ligature, letters)
    return [line.rstrip() for line in page.splitlines()]


def _without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """All lines in order, without those near the edges of most pages that differ in digits only, and page numbers."""
    worded = [[line for line in page if line.strip()] for page in pages]
    seen = Counter(key for page in worded for key in {_digits_away(line) for line in _edges(page)})
    repeated = {key for key, count in seen.items() if count >= 3 and count * 2 > len(pages)}
    kept: list[str] = []
    for page in pages:
        edges = set(_edges([line for line in page if line.strip()]))
        kept += [
            line
            for line in page
            if line not in edges or not (_digits_away(line) in repeated or _PAGE_NUMBER.fullmatch(line.strip()))
        ]
    return kept


def _edges(lines: Sequence[str]) -> list[str]:
    return [*lines[:_EDGE], *lines[-_EDGE:]]


def _digits_away(line: str) -> str:
    return _DIGITS.sub("0", line.strip())


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """*lines* put together: a full line goes on with the next one, a short one that ends a sentence ends a paragraph."""
    lengths = sorted(len(line) for line in lines if line.strip())
    width = max(lengths[len(lengths) * 9 // 10], NARROWEST) if lengths else NARROWEST
    together = ""
    for line, following in pairwise([*lines, ""]):
        if not line.strip():
            continue
        together += line.strip()
        if _ends(line.strip(), following.strip(), width):
            yield together
            together = ""
        elif _HYPHENATED.search(together) and following.strip()[:1].islower():
            together = together[:-1]
        else:
            together += " "
    yield together


def _ends(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends between the two lines, in a column of *width* characters (as far as letters are of one width)."""
    finished = _FINISHED.search(line) is not None
    if not following:
        return finished or len(line) < width * _FULL
    first_word = following.split(maxsplit=1)[0]
    if finished and len(line) + 1 + len(first_word) < width * _FITS:
        return True
    return len(line) < width * _FULL and not following[:1].islower()
