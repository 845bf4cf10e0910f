"""Parser of PDF text layers (pypdf): lines joined to paragraphs, running heads removed. Runs in the parser process."""

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

_ENCRYPTED = "it is encrypted; save it without a password first"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": ""}
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.I)
_FINISHED = re.compile(r"[.!?:…][\"”’')\]]{0,3}\Z")
_HYPHENATED = re.compile(r"[a-z]-\Z")
_EDGE = 2
"""Number of lines at the top and bottom of a page that may be running heads and page numbers."""

_FULL = 0.72
"""Minimum share of the column width for a line that may have been wrapped."""

_FITS = 0.9
"""Share of the column width within which the next line's first word would have fitted."""


def convert(data: bytes, encoding: str | None) -> Converted:
    """The text layer of the PDF file *data* as paragraphs. Raises ``UnreadableError`` for scans and encrypted files."""
    del encoding  # a PDF file declares its encoding
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(_ENCRYPTED)
        if len(reader.pages) > PAGES:
            raise UnreadableError(f"it has more than the limit of {PAGES} pages for one article; split it")
        pages = [_lines(page.extract_text()) for page in reader.pages]
        information = reader.metadata
        created = information.creation_date if information is not None else None
    except DependencyError as error:  # AES encryption, which needs another package
        raise UnreadableError(_ENCRYPTED) from error
    except LimitReachedError as error:
        raise UnreadableError(
            "its decompressed content exceeds the parser's limit; split it, or save its text as a .txt file"
        ) from error
    except (PdfReadError, PyPdfError, ValueError, KeyError) as error:
        raise UnreadableError("it is damaged or not a PDF file; print it to PDF again") from error
    text = joined(_paragraphs(_without_running_heads(pages)))
    if not text:
        raise UnreadableError("it contains no text, only images (a scan?); run text recognition (OCR) on it first")
    return Converted(text=text, encoding="pdf", written=created.date().isoformat() if created else None)


def _lines(page: str) -> list[str]:
    for ligature, letters in _LIGATURES.items():
        page = page.replace(ligature, letters)
    return [line.rstrip() for line in page.splitlines()]


def _without_running_heads(pages: Sequence[Sequence[str]]) -> list[str]:
    """All lines in order, without page numbers and lines that repeat at the edges of most pages but for digits."""
    worded = [[line for line in page if line.strip()] for page in pages]
    seen = Counter(key for page in worded for key in {_without_digits(line) for line in _edges(page)})
    repeated = {key for key, count in seen.items() if count >= 3 and count * 2 > len(pages)}
    kept: list[str] = []
    for page in pages:
        edges = set(_edges([line for line in page if line.strip()]))
        kept += [
            line
            for line in page
            if line not in edges or not (_without_digits(line) in repeated or _PAGE_NUMBER.fullmatch(line.strip()))
        ]
    return kept


def _edges(lines: Sequence[str]) -> list[str]:
    return [*lines[:_EDGE], *lines[-_EDGE:]]


def _without_digits(line: str) -> str:
    return _DIGITS.sub("0", line.strip())


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """*lines* joined to paragraphs: a full line continues; a short line that ends a sentence ends the paragraph."""
    lengths = sorted(len(line) for line in lines if line.strip())
    width = max(lengths[len(lengths) * 9 // 10], NARROWEST) if lengths else NARROWEST
    together = ""
    for line, following in pairwise([*lines, ""]):
        if not line.strip():
            continue
        together += line.strip()
        if _ends_paragraph(line.strip(), following.strip(), width):
            yield together
            together = ""
        elif _HYPHENATED.search(together) and following.strip()[:1].islower():
            together = together[:-1]
        else:
            together += " "
    yield together


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends between the two lines, in a column of about *width* characters."""
    finished = _FINISHED.search(line) is not None
    if not following:
        return finished or len(line) < width * _FULL
    first_word = following.split(maxsplit=1)[0]
    if finished and len(line) + 1 + len(first_word) < width * _FITS:
        return True
    return len(line) < width * _FULL and not following[:1].islower()
