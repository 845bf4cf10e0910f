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
"""What browsers read under a name (WHATWG Encoding Standard): declared Latin-1 is Windows-1252."""

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}))(?:;|(?![0-9a-fA-F]))")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BREAK = re.compile(r"\n\s*\n")
_BLOCKS = ("head", "p", "item", "quote", "row", "code", "table", "list")


def convert(data: bytes, encoding: str | None) -> Converted:
    """The main text of the page *data*, and what it says of itself. Raises ``UnreadableError`` where there is none."""
    text, found = _decoded(data, encoding)
    page = trafilatura.bare_extraction(
        _harmless(text),
        with_metadata=True,
        include_comments=False,
        # a declared date, never one guessed from the page's small print
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict) or page.body is None:
        raise UnreadableError("no article was found in this page; save its text as a .txt file")
    body = joined(_blocks(page.body))
    if not body:
        raise UnreadableError("no article was found in this page; save its text as a .txt file")
    return Converted(
        text=_headed(body, page.title),
        encoding=found,
        title=page.title,
        byline=_byline(page.author),
        published=page.date,
    )


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The page as text: in the encoding that was asked for, else that of its mark, else the declared one, else as any text."""
    if encoding is None and not data.startswith(tuple(bom for bom, _ in BOMS)):
        declared = _DECLARED.search(data[:_HEAD])
        if declared is not None:
            try:
                name = codecs.lookup(declared[1].decode("ascii")).name
                name = _WEB_NAMES.get(name, name)
                return data.decode(name), name
            except (LookupError, UnicodeError):
                pass  # pages lie: the bytes decide
    return decode(data, encoding)


def _harmless(text: str) -> str:
    """*text* without control characters, written out or as references: trafilatura gives up on a page that has one."""
    return _REFERENCE.sub(_reference, _CONTROL.sub(_REPLACEMENT, text))


def _reference(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= code < 0xA0:  # what a browser shows (HTML Standard, numeric character references)
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
            yield from _BREAK.split("".join(_words(element)))
        yield element.tail or ""


def _words(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        else:
            yield from _words(child)
        yield child.tail or ""


def _headed(body: str, title: str | None) -> str:
    """*body* under its title, which some pages have only in their metadata; the facts in it are facts too."""
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
