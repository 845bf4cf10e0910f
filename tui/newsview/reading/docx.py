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

UNPACKED_LIMIT = 200_000_000
"""Maximum size in bytes of the unpacked parts of a file, ten times that of a book."""

_PARAGRAPH = qn("w:p")
_TEXT = {qn("w:t"): None, qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_OMITTED = {
    qn("w:txbxContent"),  # a text box inside a paragraph has its own paragraphs
    qn("w:moveFrom"),  # source of text moved by tracked changes
    qn("w:pPr"),
    qn("w:rPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # a copy for older programs
}
_TEMPLATE = "python-docx"
"""Author in python-docx's default template; a file with this author has the template's date."""


def convert(data: bytes, encoding: str | None) -> Converted:
    """The paragraphs of the Word file *data* with all tracked changes accepted. Raises ``UnreadableError``.

    Headers, footers, footnotes and comments are omitted.
    """
    del encoding  # a Word file declares its encoding
    try:
        with ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > UNPACKED_LIMIT:
                raise UnreadableError(
                    f"it is larger than the limit of {UNPACKED_LIMIT // 1_000_000} MB when unpacked; split it"
                )
        document = docx.Document(BytesIO(data))
        text = joined("".join(_texts(each)) for each in _paragraphs(document.element.body))
        core = document.core_properties
        written = core.created.date().isoformat() if core.created and core.author != _TEMPLATE else None
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, XMLSyntaxError) as error:
        raise UnreadableError("it is damaged or not a Word document; open it in Word and save it again") from error
    return Converted(text=text, encoding="docx", written=written)


def _paragraphs(body: _Element) -> Iterator[_Element]:
    """Every paragraph in order, including those of tables and text boxes, without the copies for older programs."""
    for element in body:
        if element.tag in _OMITTED and not element.tag.endswith("txbxContent"):
            continue
        if element.tag == _PARAGRAPH:
            yield element
        yield from _paragraphs(element)


def _texts(paragraph: _Element) -> Iterator[str]:
    for element in paragraph:
        if element.tag in _OMITTED:
            continue
        if element.tag in _TEXT:
            yield _TEXT[element.tag] or element.text or ""
        else:
            yield from _texts(element)
