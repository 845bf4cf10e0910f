"""File formats: detection by file name and first bytes, and the optional extra that reads each."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import PurePath
from typing import Literal

from newsview.errors import ExtraMissingError, UnreadableError
from newsview.model.article import FACTS
from newsview.reading.decode import FORMATS

Format = Literal["text", "markdown", "html", "docx", "pdf", "mail", "subtitles"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".eml": "mail",
    ".mhtml": "mail",
    ".mht": "mail",
    ".srt": "subtitles",
    ".vtt": "subtitles",
}
"""Format by file name suffix; for other suffixes the content decides."""

BINARY_LIMIT = 64_000_000
"""Maximum size in bytes of a Word or PDF file, which is mostly images."""

_NAMES: dict[Format, str] = {
    "docx": "Word (.docx)",
    "pdf": "PDF",
    "html": "HTML",
    "markdown": "Markdown",
    "text": "text",
    "mail": "mail (.eml)",
    "subtitles": "subtitle",
}
_MODULES: dict[Format, tuple[str, ...]] = {
    "html": ("trafilatura", "lxml_html_clean"),
    "docx": ("docx",),
    "pdf": ("pypdf",),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = re.compile(rb"(?:\A|[\r\n\0])\s*%PDF-\d")
_PDF_HEADER = 1024
"""The header of a PDF file stands within so many bytes: mail and web servers leave some of theirs before it."""
_ZIP = b"PK\x03\x04"
_WORD_PART = b"word/"
_HTML = rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?s:.*?)-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
_SUBTITLES = rb"\A(?:\xef\xbb\xbf)?\s*(?:WEBVTT\b|\d{1,6}\s*\r?\n\s*\d{1,3}:\d\d:\d\d[,.]\d{1,3}\s+-->)"
_HEADERS = re.compile(
    rb"\A(?:From [^\r\n:]{1,200}(?::\d\d){1,2}[^\r\n]{0,40}\r?\n)?(?:[A-Za-z][A-Za-z0-9-]{1,40}:[ \t][^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}(?=\r?\n|\Z)"
)
_MAIL = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Content-Transfer-Encoding|Delivered-To):", re.I | re.M
)
_SAMPLE = 4096
_LONG_SAMPLE = 1 << 16
"""Headers of a mail that went a long way are long."""


def limit_for(path: PurePath, text_limit: int) -> int:
    """Maximum size in bytes for a file of this name: ``BINARY_LIMIT`` for Word and PDF, else *text_limit*."""
    return BINARY_LIMIT if SUFFIXES.get(path.suffix.lower()) in ("docx", "pdf") else text_limit


def format_of(data: bytes, path: str | None) -> Format:
    """The format of *data*, read from *path* or from standard input (None).

    A known suffix of the name decides, else the first bytes. Raises ``UnreadableError`` if the two contradict each
    other (a PDF file named .txt) and for a facts file; the message does not include the file name.
    """
    if path is not None and path.endswith(FACTS):
        raise UnreadableError(
            "this is a facts file, not an article; use newsview export to convert it to other formats"
        )
    suffix = PurePath(path).suffix.lower() if path is not None else ""
    named, found = SUFFIXES.get(suffix), _beginning(data)
    if named is None:
        return found or "text"
    if named in ("docx", "pdf"):
        if named != found:
            raise UnreadableError(f"it is named {suffix} but is {_kind(data, named)}")
    elif named == "text" and found in ("mail", "subtitles"):
        return found
    elif found in ("docx", "pdf"):
        raise UnreadableError(f"it is named {suffix} but is a {_NAMES[found]} file; rename it")
    return named


def require(form: Format) -> None:
    """Raise ``ExtraMissingError`` if the parser of *form* is not installed; the message has no file name."""
    if any(find_spec(module) is None for module in _MODULES.get(form, ())):
        from newsview.terminal.install_hint import installing  # only when something is missing

        raise ExtraMissingError(
            f"{_NAMES[form]} files need an extra that is not installed; install it: {installing(f'newsview[{form}]')}"
        )


def _beginning(data: bytes) -> Format | None:
    if _PDF.search(data[:_PDF_HEADER]):
        return "pdf"
    if data.startswith(_ZIP) and _WORD_PART in data:
        return "docx"
    sample = data[:_SAMPLE]
    if re.match(_SUBTITLES, sample):
        return "subtitles"
    if _is_mail(data[:_LONG_SAMPLE]):
        return "mail"
    return "html" if b"<" in sample and re.match(_HTML, sample, re.I) else None


def _is_mail(sample: bytes) -> bool:
    """Whether *sample* begins with the headers of a mail; "From:" and "Subject:" alone may be an article's."""
    headers = _HEADERS.match(sample)
    return headers is not None and _MAIL.search(headers[0]) is not None


def _kind(data: bytes, named: Format) -> str:
    if named == "docx" and data.startswith(_OLE):
        return "an encrypted or an old Word file; save it as .docx without a password"
    kind = next((kind for start, kind in FORMATS if data.startswith(start)), "in another format")
    return f"{kind}; rename it, or save it as {_NAMES[named]} first"
