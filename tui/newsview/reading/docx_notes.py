"""Footnotes and endnotes of a Word file, and what of it is no part of its text: comments, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING
from zipfile import ZipFile

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = (
    (qn("w:footnoteReference"), "word/footnotes.xml", qn("w:footnote")),
    (qn("w:endnoteReference"), "word/endnotes.xml", qn("w:endnote")),
)
_ID, _TEXT, _CUSTOM = qn("w:id"), qn("w:t"), qn("w:customMarkFollows")
_NOT_SHOWN = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_COMMENTS = qn("w:commentReference")
_CHANGES = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def numbered_notes(body: _Element, parts: ZipFile) -> list[tuple[str, _Element]]:
    """The notes to which *body* refers, in order, each with its mark: a raised number; endnotes count on.

    The references in *body* are replaced by their marks. A note whose part is missing or broken has neither.
    """
    found: list[tuple[str, _Element]] = []
    for reference, part, tag in _KINDS:
        found.extend(_numbered(body, reference, _notes(parts, part, tag), len(found)))
    return found


def _notes(parts: ZipFile, part: str, tag: str) -> dict[str, _Element]:
    with suppress(KeyError, XMLSyntaxError):
        return {note.get(_ID, ""): note for note in parse_xml(parts.read(part)).iter(tag)}
    return {}


def _numbered(body: _Element, reference: str, notes: dict[str, _Element], count: int) -> Iterator[tuple[str, _Element]]:
    for each in [*body.iter(reference)]:
        note = notes.get(each.get(_ID, ""))
        if note is None or any(around.tag in _NOT_SHOWN for around in each.iterancestors()):
            continue
        if each.get(_CUSTOM) in ("1", "true", "on"):  # the text behind it is its mark
            yield "*", note
            continue
        count += 1
        mark = str(count).translate(_RAISED)
        each.tag, each.text = _TEXT, mark
        yield mark, note


def left_out(body: _Element) -> list[str]:
    """The notices of comments and of tracked changes in *body*."""
    notices = []
    if count := sum(1 for _ in body.iter(_COMMENTS)):
        notices.append("1 comment was left out" if count == 1 else f"{count} comments were left out")
    if next(body.iter(*_CHANGES), None) is not None:
        notices.append("tracked changes are not accepted yet; the text is read as if they were")
    return notices
