"""Text and metadata of web pages, Word, PDF and Markdown files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import orjson
import pytest

from newsview.errors import ExtraMissingError, UsageError
from newsview.model.article import Article
from newsview.reading import formats, parser_client, parser_process
from newsview.reading.converted import Converted
from newsview.reading.read import read_bytes, read_path
from tests.formats import files

by_process = parser_client.convert


def in_process(data: bytes, form: formats.Format, encoding: str | None = None) -> Converted:
    """What the parser process answers, without a process."""
    formats.require(form)
    return parser_client._converted(orjson.dumps(parser_process._answer(data, form, encoding)))


@pytest.fixture(autouse=True)
def parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are parsed in the test's process, in a tenth of the time."""
    monkeypatch.setattr(parser_client, "convert", in_process)


EACH: dict[formats.Format, bytes] = {
    "html": files.PAGE.encode(),
    "markdown": files.MARKDOWN.encode(),
    "docx": files.word(["It rained.", "It snowed."]),
    "pdf": files.pdf([["It rained."], ["It snowed."]]),
}


@pytest.mark.parametrize("form", EACH)
def test_parser_process_answers_the_same(form: formats.Format) -> None:
    assert by_process(EACH[form], form) == in_process(EACH[form], form)


def read(name: str, content: bytes | str, folder: Path, **options: str) -> Article:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_path(path, **options)


def paragraphs(article: Article) -> list[str]:
    return [article.text[each.start : each.end] for each in article.paragraphs]


def test_page_has_text_title_byline_and_date(tmp_path: Path) -> None:
    article = read("page.html", files.PAGE, tmp_path)
    assert paragraphs(article) == [
        "Council backs bus plan",
        "The council voted last Friday to spend $4.2 million on new buses, after a debate that went on until midnight.",
        "“We can pay for it,” Ada Quill told reporters\ufffd[31m outside the town hall, where others disagreed.",
        "What comes next",
        "The buses are ordered in June.",
        "The old ones are sold.",
    ]
    assert article.paragraphs[0].role == "headline"
    assert (article.title, article.byline) == ("Council backs bus plan", "Ada Quill")
    assert (article.published, article.published_source) == ("2024-05-06", "metadata")
    assert article.encoding == "utf-8"


def test_page_title_is_not_duplicated(tmp_path: Path) -> None:
    page = files.PAGE.replace("<article>", "<article><h1>Council backs bus plan</h1>")
    assert [each for each in paragraphs(read("page.html", page, tmp_path)) if "bus plan" in each] == [
        "Council backs bus plan"
    ]


def test_user_date_overrides_page_date(tmp_path: Path) -> None:
    article = read("page.html", files.PAGE, tmp_path, published="2020-01-02")
    assert (article.published, article.published_source) == ("2020-01-02", "flag")


def test_declared_encoding_is_decoded_as_in_browsers(tmp_path: Path) -> None:
    page = files.PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("cp1252")
    article = read("page.htm", page, tmp_path)
    assert "“We can pay for it,”" in article.text
    assert article.encoding == "cp1252"


def test_wrong_declared_encoding_is_detected(tmp_path: Path) -> None:
    page = files.PAGE.replace('charset="utf-8"', 'charset="ascii"').replace("utf-8", "us-ascii")
    assert (
        "“We can pay for it,”"
        in read("page.html", page.replace('charset="ascii"', 'charset="shift_jis"'), tmp_path).text
    )


@pytest.mark.parametrize(
    ("reference", "shown"), [("&#147;", "“"), ("&#x1b;", "\ufffd"), ("&#0;", "\ufffd"), ("&#8221;", "”")]
)
def test_character_references_are_decoded_as_in_browsers(reference: str, shown: str, tmp_path: Path) -> None:
    article = read("page.html", files.PAGE.replace("“We can", reference + "We can"), tmp_path)
    assert shown + "We can pay for it" in article.text


def test_page_on_standard_input_is_detected_by_content() -> None:
    assert read_bytes(files.PAGE.encode(), path=None).title == "Council backs bus plan"


def test_text_that_mentions_html_is_plain_text() -> None:
    text = "He wrote <html> on the board.\n"
    assert read_bytes(text.encode(), path=None).text == text


def test_markdown_is_text_without_markup_and_front_matter(tmp_path: Path) -> None:
    article = read("note.md", files.MARKDOWN, tmp_path)
    assert paragraphs(article) == [
        "Council backs bus plan",
        "The council voted to spend $4.2 million on new buses.",
        "They are ordered in June.",
        "Year | Buses",
        "2024 | 12",
        "“We can pay,” she said.",
    ]
    assert (article.title, article.byline, article.published) == ("Council backs bus plan", "Ada Quill", "2024-05-06")


def test_word_file_has_paragraphs_and_creation_date(tmp_path: Path) -> None:
    data = files.word(["Council backs bus plan", "It costs $4.2 million."], created=datetime(2024, 5, 6))
    article = read("note.docx", data, tmp_path)
    assert paragraphs(article) == ["Council backs bus plan", "It costs $4.2 million."]
    assert (article.published, article.published_source) == ("2024-05-06", "metadata")
    assert article.encoding == "docx"


def test_dateline_overrides_creation_date(tmp_path: Path) -> None:
    text = ["SPRINGFIELD, March 3, 2024 — The mayor said on Friday that it costs $4.2 million to run the buses."]
    article = read("note.docx", files.word(text, created=datetime(2024, 5, 6)), tmp_path)
    assert (article.published, article.published_source) == ("2024-03-03", "dateline")


def test_creation_date_of_template_is_ignored(tmp_path: Path) -> None:
    for author in ("python-docx", "Ada Quill"):
        assert read("note.docx", files.word(["It costs $4."], author=author), tmp_path).published is None


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        ("<w:r><w:t>Kept </w:t></w:r><w:ins><w:r><w:t>and added</w:t></w:r></w:ins>", "Kept and added"),
        ("<w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText> and gone</w:delText></w:r></w:del>", "Kept"),
        ("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", "One two three"),
        ("<w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink>", "A link"),
    ],
)
def test_word_file_is_read_with_changes_accepted(xml: str, shown: str, tmp_path: Path) -> None:
    assert paragraphs(read("note.docx", files.word_with(xml), tmp_path)) == ["The first paragraph stands here.", shown]


def test_rows_of_a_word_table_stay_together(tmp_path: Path) -> None:
    data = files.word(["Cases rise again"], table=[["Club", "Won", "Lost"], ["Herons", "8", "4"]])
    assert paragraphs(read("note.docx", data, tmp_path)) == ["Cases rise again", "Club | Won | Lost", "Herons | 8 | 4"]


def test_word_table_that_lays_out_a_page_is_paragraphs(tmp_path: Path) -> None:
    story = (
        "The council voted last Friday to spend $4.2 million on new buses, after a debate that went on until midnight. "
        * 2
    )
    data = files.word(["Cases rise again"], table=[["Inside", story]])
    assert paragraphs(read("note.docx", data, tmp_path)) == ["Cases rise again", "Inside", story.strip()]


@pytest.mark.parametrize(
    "part", ["docProps/core.xml", "word/styles.xml", "docProps/app.xml", "word/_rels/document.xml.rels"]
)
@pytest.mark.parametrize("content", [b"no XML", None])
def test_word_file_with_another_part_broken_keeps_its_text(part: str, content: bytes | None, tmp_path: Path) -> None:
    data = files.with_part(files.word(["It costs $4.2 million."]), part, content)
    assert paragraphs(read("note.docx", data, tmp_path)) == ["It costs $4.2 million."]


def test_pdf_lines_become_paragraphs(tmp_path: Path) -> None:
    pages = [
        [
            "Council backs bus plan",
            "The council voted on Monday to spend $4.2 million on new buses, after a de-",
            "bate of several hours that ended at night and went on for some more time",
            "with no result.",
            "“We can pay for it,” Ada Quill said. She has been the mayor of the town for",
        ],
        ["ten years.", "Nobody else spoke."],
    ]
    article = read("note.pdf", files.pdf(pages), tmp_path)
    assert paragraphs(article) == [
        "Council backs bus plan",
        "The council voted on Monday to spend $4.2 million on new buses, after a debate of several hours that ended at "
        "night and went on for some more time with no result.",
        "“We can pay for it,” Ada Quill said. She has been the mayor of the town for ten years.",
        "Nobody else spoke.",
    ]
    assert (article.published, article.published_source, article.encoding) == ("2024-05-06", "metadata", "pdf")


def test_pdf_running_heads_and_page_numbers_are_removed(tmp_path: Path) -> None:
    pages = [
        [f"The Daily, page {number}", f"This is sentence {word}.", str(number)] for number, word in enumerate("abcd", 1)
    ]
    assert paragraphs(read("note.pdf", files.pdf(pages), tmp_path)) == [f"This is sentence {word}." for word in "abcd"]


def test_unknown_encoding_option_is_refused_for_page(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown text encoding 'nonsense'"):
        read("page.html", files.PAGE, tmp_path, encoding="nonsense")


@pytest.mark.parametrize(("name", "extra"), [("a.html", "html"), ("a.docx", "docx"), ("a.pdf", "pdf")])
def test_missing_extra_is_named_in_error(
    name: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda module: None)
    content = {"html": files.PAGE.encode(), "docx": files.word(["It rained."]), "pdf": files.pdf([["It rained."]])}
    with pytest.raises(ExtraMissingError, match=rf"{name}: .*install 'newsview\[{extra}\]'$"):
        read(name, content[extra], tmp_path)
