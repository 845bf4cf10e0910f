"""Parser of web pages (trafilatura): text, title, byline, date. Runs in the parser process, without network."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from typing import TYPE_CHECKING

import trafilatura

from newsview.errors import UnreadableError, UsageError
from newsview.reading.boilerplate import byline_names, is_boilerplate
from newsview.reading.converted import Converted, joined
from newsview.reading.dateline import date_line
from newsview.reading.decode import BOMS, Decoded, decode
from newsview.reading.page_blocks import blocks, letters
from newsview.reading.page_json import declared_paragraphs, told_longer
from newsview.reading.page_lines import part_lines
from newsview.reading.page_metadata import byline, headline, other_fields, published, site_names
from newsview.reading.page_parts import drop_other_parts
from newsview.reading.page_text import completed, share_told
from newsview.reading.page_tree import mend

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
_BLOCKS = ("head", "p", "item", "code", "table", "list", "div", "quote")
_HEAD_PARAGRAPHS = 6
"""The headline is among so many paragraphs, where a lead or a date stands above it."""
_NOTHING = "no article was found in this page; save its text as a .txt file"


def convert(data: bytes, encoding: str | None) -> Converted:
    """The main text and metadata of the page *data*. Raises ``UnreadableError`` if no article is found."""
    text, found, notice = _decoded(data, encoding)
    tree = trafilatura.load_html(_without_controls(text))
    if tree is None:
        raise UnreadableError(_NOTHING)
    mend(tree)
    part_lines(tree)
    teasers = drop_other_parts(tree)
    page = trafilatura.bare_extraction(
        deepcopy(tree),
        with_metadata=True,
        include_comments=False,
        # the date is searched separately
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict) or page.body is None:
        raise UnreadableError(_NOTHING)
    declared = declared_paragraphs(tree)
    paragraphs, left = completed(list(_blocks(page.body)), tree, teasers)
    if letters("".join(paragraphs)) in letters("".join(declared)) and not any(each.running for each in blocks(tree)):
        paragraphs = declared  # a page whose text a script shows
    body = joined(paragraphs)
    if all(map(is_boilerplate, paragraphs)):
        raise UnreadableError(_NOTHING)
    longer = told_longer(len(body.split()), sum(len(each.split()) for each in declared))
    names = site_names(page.sitename, page.url)
    title = headline(page.title, tree, names)
    return Converted(
        text=_with_title(body, title),
        encoding=found,
        title=title,
        byline=byline(page.author, tree, names),
        published=published(tree),
        address=page.url,
        notices=[each for each in (notice, share_told(left), longer) if each],
        metadata=other_fields(page, page.url),
    )


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    """The page as text and its encoding: *encoding*, else by byte order mark, else the declared one, else detected."""
    if encoding is None and not data.startswith(tuple(bom for bom, _ in BOMS)):
        declared = _DECLARED.search(data[:_HEAD])
        if declared is not None:
            name = _web_name(declared[1].decode("ascii"))
            found = _as_declared(data, name) if name else None
            if found is not None:
                return found
    return decode(data, encoding)


def _web_name(declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return None
    return _WEB_NAMES.get(name, name)


def _as_declared(data: bytes, name: str) -> Decoded | None:
    """*data* in the declared encoding *name*, with a few broken characters if it is not UTF-8; None if it is another."""
    with suppress(LookupError, UnicodeError):
        return Decoded(data.decode(name), name)
    with suppress(UnicodeError):
        data.decode("utf-8")
        return None
    with suppress(UnreadableError, UsageError):
        return decode(data, name)
    return None


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
    return _split("".join(_texts(body)))


def _split(text: str) -> Iterator[str]:
    """The paragraphs of *text*, which blank lines separate; a date or byline above the first stands alone."""
    for part in filter(None, map(str.strip, _BREAK.split(text))):
        first, _, rest = part.partition("\n")
        if rest and (date_line(first) is not None or byline_names(first) is not None):
            yield first
            yield rest
        else:
            yield part


def _texts(element: _Element) -> Iterator[str]:
    """The text in *element* with blank lines around blocks; a line break is a line end."""
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag == "row":
            yield "\n\n" + " | ".join(" ".join("".join(_texts(cell)).split()) for cell in child) + "\n\n"
        elif child.tag in _BLOCKS:
            yield "\n\n"
            yield from _texts(child)
            yield "\n\n"
        else:
            yield from _texts(child)
        yield child.tail or ""


def _with_title(body: str, title: str | None) -> str:
    """*body* with the title as first paragraph, if missing: some pages have the title in metadata only."""
    if not title:
        return body
    wanted = letters(title)
    paragraphs = body.split("\n\n")
    place = next((index for index, each in enumerate(paragraphs[:_HEAD_PARAGRAPHS]) if letters(each) == wanted), None)
    if place is not None:
        return "\n\n".join([paragraphs[place], *paragraphs[:place], *paragraphs[place + 1 :]])
    if any(letters(each).startswith(wanted) for each in paragraphs[:3]):
        return body
    return f"{joined([title])}\n\n{body}"
