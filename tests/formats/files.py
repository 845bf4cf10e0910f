"""Generated files of every format: small valid ones and hostile ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import parse_xml
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Bus plan | The Daily</title>
<meta property="og:title" content="Council backs bus plan"><meta name="author" content="Ada Quill">
<meta property="article:published_time" content="2024-05-06T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<p>The council voted last Friday to spend $4.2 million on new buses, after a debate that went on until midnight.</p>
<p>“We can pay for it,” <b>Ada Quill</b> told reporters&#27;[31m outside the town&nbsp;hall, where others disagreed.</p>
<h2>What comes next</h2><ul><li>The buses are ordered in June.</li><li>The old ones are sold.</li></ul>
</article><footer>Copyright 2011 The Daily. All rights reserved.</footer>
<script>document.write("<p>never run</p>")</script></body></html>"""

MARKDOWN = """---
title: "Council backs bus plan"
author: Ada Quill
date: 2024-05-06
---
# Council backs **bus** plan

The council voted to spend [$4.2 million](https://example.org/a) on
new buses.

- They are *ordered* in June.

| Year | Buses |
|------|-------|
| 2024 | 12    |

> “We can pay,” she said.
"""


def word(
    paragraphs: Sequence[str],
    *,
    author: str = "Ada Quill",
    created: datetime | None = None,
    table: Sequence[Sequence[str]] = (),
) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        rows = document.add_table(len(table), len(table[0])).rows
        for row, cells in zip(rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.core_properties.author = author
    if created is not None:
        document.core_properties.created = created
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word_with(xml: str) -> bytes:
    """A Word file with *xml* inside its last paragraph."""
    document = docx.Document()
    document.add_paragraph("The first paragraph stands here.")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document.element.body.insert(1, parse_xml(f'<w:p xmlns:w="{space}">{xml}</w:p>'))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_part(package: bytes, name: str, content: bytes | None) -> bytes:
    """The zip *package* with the part *name* replaced by *content*, or without it (None)."""
    buffer = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            kept = content if part == name else old.read(part)
            if kept is not None:
                new.writestr(part, kept)
    return buffer.getvalue()


def with_notes(package: bytes, kind: str, notes: Sequence[str]) -> bytes:
    """The Word file *package* with a part of notes: *kind* is "footnote" or "endnote", ids count from 1."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    inside = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {note}</w:t></w:r></w:p></w:{kind}>'
        for number, note in enumerate(notes, 1)
    )
    line = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    buffer = BytesIO(package)
    with ZipFile(buffer, "a", ZIP_DEFLATED) as archive:
        archive.writestr(f"word/{kind}s.xml", f"<w:{kind}s {space}>{line}{inside}</w:{kind}s>")
    return buffer.getvalue()


def pdf(pages: Iterable[Sequence[str]], *, created: str = "D:20240506101500Z") -> bytes:
    """A PDF file with the given lines of text on each page."""
    return _pdf(
        (b"72 720 Td 14 TL " + b" ".join(b"(%s) Tj T*" % _literal(line) for line in page) for page in pages), created
    )


def placed_pdf(pages: Iterable[Sequence[tuple[float, float, float, str]]]) -> bytes:
    """A PDF file with texts at their places: points from the left, points from the bottom, size, text."""
    return _pdf(
        (
            b" ".join(b"/F1 %f Tf 1 0 0 1 %f %f Tm (%s) Tj" % (size, x, y, _literal(text)) for x, y, size, text in page)
            for page in pages
        ),
        "D:20240506101500Z",
    )


def _pdf(contents: Iterable[bytes], created: str) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for shown in contents:
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % (len(objects) + 2)
        )
        content = b"BT /F1 11 Tf " + shown + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /CreationDate (%s) >>" % created.encode())
    return _assembled(objects)


def _literal(line: str) -> bytes:
    raw = line.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>" % (len(objects) + 1, len(objects))
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + trailer + b"\nstartxref\n%d\n%%%%EOF" % len(out)


def with_pictures(data: bytes, numbers: Iterable[int]) -> bytes:
    """The PDF file *data* with a picture among the resources of its pages *numbers*, from 1."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    for number in numbers:
        page = writer.pages[number - 1]
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): DictionaryObject()})
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def encrypted(data: bytes, *, user: str = "secret", algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user, "owner's secret", algorithm=algorithm)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
