"""Mail and subtitles are read; feeds, XML, JSON, notebooks, program code and encoded data are told for what they are."""

from __future__ import annotations

from base64 import encodebytes
from email.message import EmailMessage

import pytest

from newsview.errors import UnreadableError
from newsview.model.article import Article
from newsview.reading.read import read_bytes
from tests.formats.pages import HEADLINE, STORY, heading, page, text


def mail(*, page_only: bool = False, picture: bool = True) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Ferry to Halden stops – “nobody wants this”"
    message["From"] = "Ada Quill <ada@example.org>"
    message["To"] = "press@example.org"
    message["Date"] = "Mon, 06 May 2024 23:30:00 -0500"
    message["Message-ID"] = "<1@example.org>"
    body = "\n\n".join(STORY[:3])
    if page_only:
        message.set_content("See the page.")
        message.add_alternative(page(f"<article>{heading()}{text()}</article>"), subtype="html")
    else:
        message.set_content(f"{body}\n\n-- \nAda Quill\nTelephone +353 1 555 0100\n", cte="quoted-printable")
    if picture:
        message.add_attachment(bytes(range(256)) * 40, maintype="image", subtype="png", filename="ferry.png")
    return message


def paragraphs(article: Article) -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs]


@pytest.mark.parametrize("name", ["ferry.eml", "ferry.txt", "ferry.msg", None])
def test_mail_is_read_without_headers_and_attachments(name: str | None) -> None:
    article = read_bytes(mail().as_bytes(), path=name)
    assert paragraphs(article) == ["Ferry to Halden stops – “nobody wants this”", *STORY[:3]]
    assert article.paragraphs[0].role == "headline"
    assert (article.title, article.byline) == ("Ferry to Halden stops – “nobody wants this”", "Ada Quill")
    assert (article.published, article.published_from) == ("2024-05-06", "metadata")
    assert article.notices == ("an attachment of this mail was left out",)
    assert article.metadata["To"] == "press@example.org"


def test_page_of_a_mail_is_read_where_its_text_is_a_stub() -> None:
    article = read_bytes(mail(page_only=True, picture=False).as_bytes(), path="a.eml")
    assert paragraphs(article)[-8:] == STORY
    assert article.notices == ()


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: Ferry\nDate: nonsense\nMIME-Version: 1.0\nContent-Type: text/plain; charset=klingon\n\nIt stops, he said.\n",
        b"Subject: =?utf-7?q?broken?= =?x\nMIME-Version: 1.0\nFrom: @@\n\nIt stops, he said.\n",
        b"Subject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nIt stops, he said.\r\n",
        "Subject: Ferry\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nIt “stops”, he said.\n".encode(
            "cp1252"
        ),
        b"Subject: Ferry\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nSXQgc3RvcHMsIGhlIHNhaWQuCg==\n",
    ],
)
def test_odd_mail_keeps_its_text(raw: bytes) -> None:
    article = read_bytes(raw, path="odd.eml")
    assert "he said." in article.text and "MIME" not in article.text


def test_page_of_a_mail_has_its_headline_once() -> None:
    message = mail(page_only=True, picture=False)
    message.replace_header("Subject", HEADLINE)
    assert paragraphs(read_bytes(message.as_bytes(), path="a.eml")) == [HEADLINE, *STORY]


def test_broken_characters_of_a_short_mail_are_told() -> None:
    head = b"Subject: Ferry\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    article = read_bytes(head + "It stops, he “said".encode() + b"\xe2\x80 today.\n", path="a.eml")
    assert paragraphs(article)[1] == "It stops, he “said� today."
    assert article.notices == ("1 broken character was replaced by � (not valid UTF-8, from byte 21)",)
    article = read_bytes(head + "It “stops”.".encode("cp1252"), path="a.eml")
    assert paragraphs(article)[1] == "It “stops”."


def test_mail_of_a_mailbox_on_standard_input_is_mail() -> None:
    line = b"From ada@example.org Mon May  6 23:30:00 2024\n"
    assert paragraphs(read_bytes(line + mail().as_bytes(), path=None))[1:] == STORY[:3]


def test_text_of_an_attached_mail_stays_out() -> None:
    message = mail(picture=False)
    other = EmailMessage()
    other.set_content("The old ferry carried 500 people.")
    message.add_attachment(other)
    article = read_bytes(message.as_bytes(), path="a.eml")
    assert paragraphs(article)[1:] == STORY[:3]
    assert article.notices == ("an attachment of this mail was left out",)


def test_mail_without_text_is_refused() -> None:
    message = mail()
    message.clear_content()
    message.set_content(bytes(range(256)), maintype="image", subtype="png")
    with pytest.raises(UnreadableError, match=r"^a\.eml: this mail contains no text"):
        read_bytes(message.as_bytes(), path="a.eml")


def test_article_that_begins_with_headers_of_its_own_is_text() -> None:
    story = f"Title: Ferry to Halden stops\nAuthor: Ada Quill\nDate: 6 May 2024\n\n{STORY[0]}\n"
    assert read_bytes(story.encode(), path=None).text == story


SRT = """1
00:00:01,000 --> 00:00:03,500
<i>The ferry will not run
from November to March.</i>

2
00:00:03,600 --> 00:00:05,000
- Who decided that?

3
00:00:05,100 --> 00:00:07,000
{\\an8}- The council did,
on Tuesday evening.

4
00:00:15,000 --> 00:00:18,000
About 300 people cross the sound.
"""

VTT = """WEBVTT - Ferry

STYLE
::cue { color: white }

NOTE 25 pictures a second

intro
00:01.000 --> 00:03.500 align:start
<v Ada Quill>Nobody wants this.

00:03.600 --> 00:05.000
<v Ada Quill>We looked at a loan for 12 months &amp; found none.

00:05.100 --> 00:07.000
<v Milo Fenn>I lose a third of my <c.loud>customers</c>.
"""


@pytest.mark.parametrize("name", ["talk.srt", "talk.txt", None])
def test_subtitles_are_read_as_a_transcript(name: str | None) -> None:
    assert paragraphs(read_bytes(SRT.encode(), path=name)) == [
        "The ferry will not run from November to March.",
        "Who decided that?",
        "The council did, on Tuesday evening.",
        "About 300 people cross the sound.",
    ]


def test_speakers_of_web_subtitles_are_named() -> None:
    assert paragraphs(read_bytes(VTT.encode(), path="talk.vtt")) == [
        "Ada Quill: Nobody wants this. We looked at a loan for 12 months & found none.",
        "Milo Fenn: I lose a third of my customers.",
    ]


def test_file_without_subtitles_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no subtitles"):
        read_bytes(b"WEBVTT\n\nNOTE nothing\n", path="a.vtt")


PROGRAM = """import sys

def ferries(number):
    total = 0
    for each in range(number):
        total += each
    return total

print(ferries(4))
"""
SCRIPT = (
    "const boats = 4;\nfunction ferry(n) {\n  if (n > 4) {\n    return n;\n  }\n  return boats * 2;\n}\nferry(3);\n"
)
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>Ferry</title></item></channel></rss>'
ATOM = '<?xml version="1.0"?>\n<!-- a -->\n<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>'
DATA = encodebytes(bytes(range(256)) * 20).decode()

OTHER = {
    "feed.xml": (FEED, "feed"),
    "feed.txt": (FEED, "feed"),
    "feed.atom": (ATOM, "feed"),
    "feed.rss": (FEED.partition("?>")[2], "feed"),
    "story.xml": ('<?xml version="1.0"?><story><p>It rained.</p></story>', "XML"),
    "notebook.ipynb": ('{\n "cells": [{"cell_type": "markdown", "source": ["It rained."]}]\n}', "notebook"),
    "story.json": ('{"title": "Ferry", "text": "It rained."}', "JSON.*jsonl"),
    "stories.json": ('[{"title": "Ferry", "text": "It rained."}]', "JSON.*jsonl"),
    "cut.json": ('{"title": "Ferry", "text": "It rai', "JSON"),
    "numbers.json": ("[1, 2, 3]", "JSON"),
    "stories.txt": ('{"id": 1, "text": "It rained."}\n{"id": 2, "text": "It snowed."}\n', "JSON Lines.*jsonl"),
    "boats.py": (PROGRAM, "program code"),
    "boats.txt": (PROGRAM, "program code"),
    "boats.js": (SCRIPT, "program code"),
    "boats": ("#!/bin/sh\necho boats\n", "program code"),
    "boats.php": ("<?php echo 4; ?>", "program code"),
    "boats.csv": ("id,boats\n1,4\n2,5\n", "table"),
    "boats.c": ("#include <stdio.h>\nint main(void) {\n  return 0;\n}\n", "program code"),
    "boats.sql": ("SELECT boat FROM boats;\n", "program code"),
    "boats.yaml": ("boats:\n  - Halden\n  - Tarn\n", "settings"),
    "boats.tex": ("\\documentclass{article}\n\\begin{document}\nBoats\n\\end{document}\n", "LaTeX"),
    "boats.log": ("2024-05-06 10:00:00 INFO 4 boats\n2024-05-06 10:00:01 INFO 5 boats\n", "log"),
    "boats.svg": ('<svg xmlns="http://www.w3.org/2000/svg"><text>4</text></svg>', "picture"),
    "calendar.txt": ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "calendar"),
    "contacts": ("BEGIN:VCARD\nVERSION:3.0\nN:Quill;Ada\nEND:VCARD\n", "contacts"),
    "hex.txt": (bytes(range(256)).hex(), "encoded"),
    "old.txt": ("begin 644 boats.gif\n" + ("M" + "A3(Z" * 15 + "\n") * 5 + "`\nend\n", "encoded"),
    "data.txt": (DATA, "base64"),
    "data": ("data:image/png;base64," + DATA.replace("\n", ""), "base64"),
}


@pytest.mark.parametrize("name", sorted(OTHER))
def test_file_that_is_no_article_is_told(name: str) -> None:
    content, reason = OTHER[name]
    with pytest.raises(UnreadableError, match=reason) as raised:
        read_bytes(content.encode(), path=name)
    assert str(raised.value).startswith(f"{name}: ") and len(str(raised.value).splitlines()) == 1


@pytest.mark.parametrize("content", [
    "[The mayor] said that {he} <would> go; it was late.\n",
    '["We won," he said.]\n\nThe crowd cheered: it had waited for years (and in vain).\n',
    "<Applause> The speaker thanked them.\n\nShe left at once.\n",
    "Boats;\nplanes;\ntrains;\nand cars: that is what the town has, he said.\n\nNobody else spoke.\n",
    "from the quay:\nfor all who asked:\nif it rains:\nwe stay (at home)\nand so on\nand on\nand on, he said\n",
    "# Ferry stops\n\nThe council decided on Tuesday.\n\n# Why\n\nIts engine is old.\n",
    "Read https://example.org/" + "a" * 300 + " for more, the council said.\n",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch is a village, the guide said.\n",
])  # fmt: skip
def test_article_with_marks_of_other_kinds_is_read(content: str) -> None:
    assert read_bytes(content.encode(), path=None).text == content


@pytest.mark.parametrize("name", ["ferry.log", "ferry.tex", "ferry.sh", "ferry.c", "ferry.diff"])
def test_article_with_an_odd_name_is_read(name: str) -> None:
    assert paragraphs(read_bytes("\n\n".join(STORY).encode(), path=name)) == STORY


def test_encoded_picture_in_a_text_is_boilerplate() -> None:
    content = f"{STORY[0]}\n\n{DATA[:700]}\n\n{STORY[1]} {STORY[2]} {STORY[3]} {STORY[4]} {STORY[5]} {STORY[6]}\n"
    assert [each.role for each in read_bytes(content.encode(), path="a.txt").paragraphs] == [
        "body",
        "boilerplate",
        "body",
    ]
