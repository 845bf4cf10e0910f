"""Parser of web pages (trafilatura): text, title, byline, date. Runs in the parser process, without network."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import trafilatura

from newsview.errors import UnreadableError
from newsview.reading.decode import BOMS, decode
from newsview.reading.parsed_document import Converted, joined

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_HEAD = 4096
_WEB_NAMES = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Encoding that browsers use for a declared name (WHATWG Encoding Standard): Windows-1252 for Latin-1."""

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}))(?:;|(?![0-9a-fA-F]))")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BREAK = re.compile(r"\n\s*\n")
_BLOCKS = ("head", "p", "item", "quote", "row", "code", "table", "list")


def convert(data: bytes, encoding: str | None) -> Converted:
    """The main text and metadata of the page *data*. Raises ``UnreadableError`` if no article is found."""
    text, found = _decoded(data, encoding)
    page = trafilatura.bare_extraction(
        _without_controls(text),
        with_metadata=True,
        include_comments=False,
        # only a declared date, no guess from the page's text
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict) or page.body is None:
        raise UnreadableError("no article was found in this page; save its text as a .txt file")
    body = joined(_blocks(page.body))
    if not body:
        raise UnreadableError("no article was found in this page; save its text as a .txt file")
    return Converted(
        text=_with_title(body, page.title),
        encoding=found,
        title=page.title,
        byline=_byline(page.author),
        published=page.date,
    )


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The page as text and its encoding: *encoding*, else by byte order mark, else the declared one, else detected."""
    if encoding is None and not data.startswith(tuple(bom for bom, _ in BOMS)):
        declared = _DECLARED.search(data[:_HEAD])
        if declared is not None:
            try:
                name = codecs.lookup(declared[1].decode("ascii")).name
                name = _WEB_NAMES.get(name, name)
                return data.decode(name), name
            except (LookupError, UnicodeError):
                pass  # wrong declaration: detect from the bytes
    return decode(data, encoding)


def _without_controls(text: str) -> str:
    """*text* without control characters, literal or as references: trafilatura rejects a page that contains one."""
    return _REFERENCE.sub(_reference, _CONTROL.sub(_REPLACEMENT, text))


def _reference(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= code < 0xA0:  # as browsers do (HTML Standard, numeric character references)
        return bytes([code]).decode("cp1252", "replace")
    control = code < 0x20 and code not in (9, 10, 13)
    return _REPLACEMENT if control or code == 0x7F or 0xD800 <= code < 0xE000 or code > 0x10FFFF else match[0]


def _blocks(body: _Element) -> Iterator[str]:
    """The texts of *body*'s paragraphs, headings, list items and table rows, in order."""
    for element in body:
        if element.tag == "row":
            yield " | ".join("".join(cell.itertext()).strip() for cell in element)
        elif any(child.tag in _BLOCKS for child in element):
            yield element.text or ""
            yield from _blocks(element)
        else:
            yield from _BREAK.split("".join(_texts(element)))
        yield element.tail or ""


def _texts(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        else:
            yield from _texts(child)
        yield child.tail or ""


def _with_title(body: str, title: str | None) -> str:
    """*body* with the title as first paragraph, if missing: some pages have the title in metadata only."""
    if not title:
        return body
    wanted = _letters(title)
    if any(_letters(block).startswith(wanted) for block in body.split("\n\n", 3)[:3]):
        return body
    return f"{joined([title])}\n\n{body}"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _byline(author: str | None) -> str | None:
    return ", ".join(name.strip() for name in author.split(";")) if author else None
