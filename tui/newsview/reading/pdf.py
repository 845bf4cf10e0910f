"""Parser of PDF text layers (pypdf): text as paragraphs, footnotes at its end. Runs in the parser process."""

from __future__ import annotations

import re
from contextlib import suppress
from email.utils import parsedate
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PdfReadError, PyPdfError
from pypdf.generic import DictionaryObject

from newsview.errors import UnreadableError
from newsview.reading.converted import Converted, joined
from newsview.reading.dateline import full_date, iso_date
from newsview.reading.parser_process import SECONDS, more_time
from newsview.reading.pdf_lines import Line, lines_of, main_size, parted_notes, without_running_heads
from newsview.reading.pdf_paragraphs import paragraphs

PAGES = 1000

PAGE_SECONDS = 0.25
"""Processor time that each page adds to the parser's limit."""

_POINTER = b"startxref"
_END = 4096
"""Bytes at the end of a file among which the pointer to its table of objects stands, with whatever follows it."""

_LOCKED = "it is encrypted; save it without a password first"
_NO_LETTERS = (
    "its letters cannot be read, because its fonts have no character map; run text recognition (OCR) on it first"
)
_NO_TEXT = "it contains no text, only images (a scan?); run text recognition (OCR) on it first"
_GLYPHS = re.compile(
    r"(?:/[A-Za-z.]{0,8}\d{1,5}(?=/|\s|\Z)){2,}|(?:\(cid:\d+\))+|[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]+"
)
_UNREADABLE = 0.3
"""Share of the letters that cannot be read from which on the file is refused."""

_DAY = re.compile(r"(?:D:)?\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d{1,3}\Z)")


def convert(data: bytes, encoding: str | None) -> Converted:
    """The text layer of the PDF file *data* as paragraphs. Raises ``UnreadableError`` for scans and locked files."""
    del encoding  # a PDF file declares its encoding
    try:
        reader = PdfReader(BytesIO(_with_end(data)))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(_LOCKED)
        count = len(reader.pages)
        if count > PAGES:
            raise UnreadableError(f"it has more than the limit of {PAGES} pages for one article; split it")
        more_time(SECONDS + PAGE_SECONDS * count)
        pages = [lines_of(page) for page in reader.pages]
    except DependencyError as error:
        raise UnreadableError(
            "it is encrypted; its parser needs the package cryptography: install the extra newsview[pdf] again"
        ) from error
    except LimitReachedError as error:
        raise UnreadableError(
            "its decompressed content exceeds the parser's limit; split it, or save its text as a .txt file"
        ) from error
    except (PdfReadError, PyPdfError, ValueError, KeyError) as error:
        raise UnreadableError("it is damaged or not a PDF file; print it to PDF again") from error
    text, notice = _readable(_text(pages))
    notices = [each for each in (notice, _pictures(reader, pages)) if each]
    return Converted(text=text, encoding="pdf", written=_created(reader), notices=notices)


def _with_end(data: bytes) -> bytes:
    """*data* with the pointer to its table that ends a PDF file: where it is missing, one that makes pypdf search."""
    return data if _POINTER in data[-_END:] else data + b"\n%b\n0\n%%%%EOF\n" % _POINTER


def _text(pages: list[list[Line]]) -> str:
    """The pages' text as paragraphs, footnotes behind it."""
    cut = without_running_heads(pages)
    size = main_size(cut)
    parted = [parted_notes(page, size) for page in cut]
    main = [line for page, _ in parted for line in page]
    notes = [line for _, page_notes in parted for line in page_notes]
    return joined([*paragraphs(main), *paragraphs(notes)])


def _readable(text: str) -> tuple[str, str | None]:
    """*text* without names of glyphs in place of letters, and a notice of them. Raises ``UnreadableError`` for many."""
    if not text:
        raise UnreadableError(_NO_TEXT)
    odd = sum(len(match[0]) for match in _GLYPHS.finditer(text))
    if odd > _UNREADABLE * len(text):
        raise UnreadableError(_NO_LETTERS)
    share = round(100 * odd / len(text))
    if not share:
        return text, None
    return _GLYPHS.sub("\ufffd", text), f"about {share}% of the letters of this PDF file cannot be read"


def _pictures(reader: PdfReader, pages: list[list[Line]]) -> str | None:
    """A notice of the pages that have pictures and no text, as scans have."""
    count = 0
    for page, lines in zip(reader.pages, pages, strict=True):
        with suppress(PyPdfError, ValueError, KeyError, TypeError, AttributeError):
            resources = page["/Resources"]
            count += not lines and isinstance(resources, DictionaryObject) and "/XObject" in resources
    if count == 0:
        return None
    are, pictures = ("is a picture", "it") if count == 1 else ("are pictures", "them")
    return f"{count} of {len(pages)} pages {are} without text; run text recognition (OCR) on {pictures} first"


def _created(reader: PdfReader) -> str | None:
    """The day of the file's creation (``YYYY-MM-DD``), in any of the forms that its makers write; None if unknown."""
    with suppress(PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        raw = str(reader.metadata["/CreationDate"] if reader.metadata is not None else "")
        compact = _DAY.match(raw)
        if compact is not None:
            return iso_date(*map(int, compact.groups()))
        words = full_date(raw)
        parsed = None if words else parsedate(raw)
        return words or (iso_date(*parsed[:3]) if parsed else None)
    return None
