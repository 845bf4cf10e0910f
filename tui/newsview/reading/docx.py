"""Parser of Word files (python-docx). Runs in the parser process."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from newsview.errors import UnreadableError
from newsview.reading.parsed_document import Converted, joined

if TYPE_CHECKING:
    from lxml.etree import _Element

UNFOLDED = 200_000_000
"""Bytes that the parts of a file may have when they are unpacked; a book has a tenth."""

_PARAGRAPH = qn("w:p")
_TEXT = {qn("w:t"): None, qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_NOT_HERE = {
    qn("w:txbxContent"),  # a box inside a paragraph has paragraphs of its own
    qn("w:moveFrom"),  # where tracked changes moved it away from
    qn("w:pPr"),
    qn("w:rPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # the same once more for old programs
}
_TEMPLATE = "python-docx"
"""The author in the template that programs leave in the files they make; the date there is the template's."""


def convert(data: bytes, encoding: str | None) -> Converted:
    """The paragraphs of the Word file *data* as they read with all changes accepted. Raises ``UnreadableError``.

    Left out: headers and footers, footnotes, comments.
    """
    del encoding  # a Word file says its own
    try:
        with ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > UNFOLDED:
                raise UnreadableError(f"it unfolds to more than the limit of {UNFOLDED // 1_000_000} MB; split it")
        document = docx.Document(BytesIO(data))
        text = joined("".join(_words(each)) for each in _paragraphs(document.element.body))
        core = document.core_properties
        written = core.created.date().isoformat() if core.created and core.author != _TEMPLATE else None
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, XMLSyntaxError) as error:
        raise UnreadableError("it is broken, or not a Word document; open it in Word and save it again") from error
    return Converted(text=text, encoding="docx", written=written)


def _paragraphs(body: _Element) -> Iterator[_Element]:
    """Every paragraph in order, those of tables and boxes too, without what is there twice for old programs."""
    for element in body:
        if element.tag in _NOT_HERE and not element.tag.endswith("txbxContent"):
            continue
        if element.tag == _PARAGRAPH:
            yield element
        yield from _paragraphs(element)


def _words(paragraph: _Element) -> Iterator[str]:
    for element in paragraph:
        if element.tag in _NOT_HERE:
            continue
        if element.tag in _TEXT:
            yield _TEXT[element.tag] or element.text or ""
        else:
            yield from _words(element)
