"""Word files: notes behind the text, comments and tracked changes told, what a reader does not see left out."""

from __future__ import annotations

import pytest

from newsview.model.article import Article
from newsview.reading.read import read_bytes
from tests.formats import files

FIRST = "The first paragraph stands here."
FOOT = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
END = '<w:r><w:endnoteReference w:id="{}"/></w:r>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(data: bytes) -> Article:
    return read_bytes(data, path="story.docx")


def paragraphs(article: Article) -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs]


def test_notes_stand_behind_the_text_with_their_marks() -> None:
    text = run("The ferry stops.") + FOOT.format(2) + run(" It costs 2 million.") + END.format(1) + FOOT.format(1)
    data = files.with_notes(files.word_with(text), "footnote", ["Said Ada Quill on Monday.", "Until March."])
    article = read(files.with_notes(data, "endnote", ["In prices of 2011."]))
    assert paragraphs(article) == [
        FIRST,
        "The ferry stops.¹ It costs 2 million.³²",
        "¹ Until March.",
        "² Said Ada Quill on Monday.",
        "³ In prices of 2011.",
    ]
    assert len(article.sentences) == 6
    assert article.notices == ()


@pytest.mark.parametrize(
    "text",
    [
        run("The ferry stops.") + FOOT.format(7),
        run("The ferry stops.") + "<w:del>" + FOOT.format(1) + "</w:del>",
    ],
    ids=["unknown note", "deleted reference"],
)
def test_note_without_a_place_in_the_text_is_left_out(text: str) -> None:
    data = files.with_notes(files.word_with(text), "footnote", ["Said Ada Quill on Monday."])
    assert paragraphs(read(data)) == [FIRST, "The ferry stops."]


def test_broken_notes_do_not_cost_the_text() -> None:
    data = files.with_notes(files.word_with(run("It stops.") + FOOT.format(1)), "footnote", ["Said Ada Quill."])
    assert paragraphs(read(files.with_part(data, "word/footnotes.xml", b"no XML"))) == [FIRST, "It stops."]


@pytest.mark.parametrize(
    ("xml", "shown", "notice"),
    [
        (run("It stops.") + '<w:r><w:commentReference w:id="0"/></w:r>', "It stops.", "1 comment was left out"),
        (run("It stops.") + '<w:r><w:commentReference w:id="0"/><w:commentReference w:id="1"/></w:r>', "It stops.", "2 comments were left out"),
        (run("It stops") + f"<w:ins>{run(' soon')}</w:ins>", "It stops soon", "tracked changes are not accepted yet; the text is read as if they were"),
    ],
)  # fmt: skip
def test_comments_and_tracked_changes_are_told(xml: str, shown: str, notice: str) -> None:
    article = read(files.word_with(xml))
    assert paragraphs(article) == [FIRST, shown]
    assert article.notices == (notice,)


def test_hidden_text_stays_hidden() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> Check this!</w:t></w:r>"
    assert paragraphs(read(files.word_with(run("It stops.") + hidden))) == [FIRST, "It stops."]
