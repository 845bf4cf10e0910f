"""Parser of Word files (python-docx). Runs in the parser process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from newsview.errors import UnreadableError
from newsview.reading.converted import Converted, joined
from newsview.reading.docx_notes import left_out, numbered_notes

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

UNPACKED_LIMIT = 200_000_000
"""Maximum size in bytes of the unpacked parts of a file, ten times that of a book."""

_MAIN = "word/document.xml"
_BROKEN = (PackageNotFoundError, KeyError, ValueError, AttributeError, XMLSyntaxError)
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_LONG_CELL = 30
"""Words; a table with a longer cell lays out the page, it does not hold data."""
_TEXT = {qn("w:t"): None, qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_OMITTED = {
    qn("w:txbxContent"),  # a text box inside a paragraph has its own paragraphs
    qn("w:moveFrom"),  # source of text moved by tracked changes
    qn("w:pPr"),
    qn("w:rPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # a copy for older programs
}
_HIDDEN = f"{qn('w:rPr')}/{qn('w:vanish')}"
_TEMPLATE = datetime(2013, 12, 23, 23, 15)
"""Creation time (UTC) of python-docx's default template: programs that write files with it seldom set another."""


def convert(data: bytes, encoding: str | None) -> Converted:
    """The paragraphs of the Word file *data*, then its footnotes and endnotes. Raises ``UnreadableError``.

    Tracked changes are accepted and comments left out, which is told; headers and footers are left out.
    """
    del encoding  # a Word file declares its encoding
    try:
        with ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > UNPACKED_LIMIT:
                raise UnreadableError(
                    f"it is larger than the limit of {UNPACKED_LIMIT // 1_000_000} MB when unpacked; split it"
                )
            body, written = _body(data, parts)
            notes = numbered_notes(body, parts)
        text = joined([*_blocks(body), *(f"{mark} {text}" for mark, note in notes for text in [_note(note)] if text)])
    except (BadZipFile, *_BROKEN) as error:
        raise UnreadableError("it is damaged or not a Word document; open it in Word and save it again") from error
    return Converted(text=text, encoding="docx", written=written, notices=left_out(body))


def _body(data: bytes, parts: ZipFile) -> tuple[_Element, str | None]:
    """The element with the text, and the day of the file's creation.

    A file whose other parts are broken or missing still has its text: it is then read from its own part.
    """
    try:
        document = docx.Document(BytesIO(data))
    except _BROKEN:
        root = parse_xml(parts.read(_MAIN))
        body = root.find(qn("w:body"))
        if body is None:
            raise
        return body, None
    return document.element.body, _created(document)


def _created(document: Document) -> str | None:
    with suppress(*_BROKEN):
        created = document.core_properties.created
        return created.date().isoformat() if created and created.replace(tzinfo=None) != _TEMPLATE else None
    return None


def _blocks(body: _Element) -> Iterator[str]:
    """Every paragraph in order, including those of text boxes and of tables that lay out a page; rows of other tables."""
    for element in body:
        if element.tag in _OMITTED and not element.tag.endswith("txbxContent"):
            continue
        if element.tag == _TABLE and _holds_data(element):
            for row in element.iter(_ROW):
                yield " | ".join(" ".join(_cell(cell)) for cell in row.iter(_CELL))
            continue
        if element.tag == _PARAGRAPH:
            yield "".join(_texts(element))
        yield from _blocks(element)


def _note(note: _Element) -> str:
    return " ".join(filter(None, (block.strip() for block in _blocks(note))))


def _holds_data(table: _Element) -> bool:
    """Whether *table* has more than one cell, and only short ones: no table inside, no long text."""
    cells = list(table.iter(_CELL))
    if len(cells) < 2 or any(each is not table for each in table.iter(_TABLE)):
        return False
    return all(len(" ".join(_cell(cell)).split()) <= _LONG_CELL for cell in cells)


def _cell(cell: _Element) -> Iterator[str]:
    return (text for text in ("".join(_texts(each)).strip() for each in cell.iter(_PARAGRAPH)) if text)


def _texts(paragraph: _Element) -> Iterator[str]:
    for element in paragraph:
        if element.tag in _OMITTED or element.find(_HIDDEN) is not None:
            continue
        if element.tag in _TEXT:
            yield _TEXT[element.tag] or element.text or ""
        else:
            yield from _texts(element)
