"""Python API: the documented examples, and equal results for texts, files and articles."""

from __future__ import annotations

import doctest
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import newsview
from newsview import api
from newsview.errors import NoInputError, UsageError
from newsview.reading.build_article import build_article

TEXT = "“We can pay for it,” Ada Quill said last Friday. It costs $4.2 million."


@pytest.mark.model
def test_documented_examples_run() -> None:
    failed, tried = doctest.testmod(api, optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    assert tried >= 8
    assert failed == 0


@pytest.mark.model
def test_text_file_and_article_give_same_facts(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    of_text = newsview.extract(TEXT, published="2024-05-06")
    of_file = newsview.extract(path, published="2024-05-06")
    of_article = newsview.extract(build_article(TEXT, published="2024-05-06"))
    assert of_text.numbers == of_file.numbers == of_article.numbers
    assert next(number.iso for number in of_text.numbers) == "2024-05-03"
    assert of_file.article.path == str(path)


@pytest.mark.model
def test_extract_many_reads_articles_lazily() -> None:
    asked: list[int] = []

    def sources() -> Iterator[str]:
        for number in range(3):
            asked.append(number)
            yield f"It costs ${number + 1} million."

    analyses = newsview.extract_many(sources())
    assert next(analyses).numbers[0].value == 1_000_000
    assert asked == [0]


def test_errors_are_newsview_errors(tmp_path: Path) -> None:
    with pytest.raises(NoInputError):
        newsview.extract(tmp_path / "none.txt")
    assert issubclass(NoInputError, newsview.NewsviewError)
    with pytest.raises(UsageError):
        newsview.extract(TEXT, published="yesterday")


def test_package_has_py_typed_marker() -> None:
    assert Path(newsview.__file__).with_name("py.typed").is_file()


def test_every_exported_name_exists() -> None:
    assert {name for name in newsview.__all__ if getattr(newsview, name, None) is not None} == set(newsview.__all__)
    assert set(newsview.__all__) <= set(dir(newsview))


@pytest.mark.model
def test_result_to_plain_data_and_back() -> None:
    analysis = newsview.extract(TEXT, published=date(2024, 5, 6))
    assert analysis.article.published == "2024-05-06"
    plain = analysis.to_dict()
    assert json.loads(analysis.to_json()) == json.loads(json.dumps(plain)) and "\n" not in analysis.to_json()
    assert newsview.Analysis.from_dict(json.loads(analysis.to_json())) == newsview.Analysis.from_dict(plain) == analysis
    speaker = analysis.quotes[0].speaker
    assert speaker is not None and speaker.entity is not None
    assert analysis.entities_by_id[speaker.entity].name == "Ada Quill"
    with pytest.raises(ValueError, match=r"quotes\[0\]"):
        newsview.Analysis.from_dict({**plain, "quotes": [{}]})


@pytest.mark.model
def test_result_is_shown_short_and_as_a_page_in_a_notebook() -> None:
    analysis = newsview.extract(TEXT + "\n\n<script>alert(1)</script> said “& no more”, Ada Quill said.")
    assert len(repr(analysis)) < 200 and "numbers" in repr(analysis)
    page = analysis._repr_html_()
    assert page is not None and page.startswith("<iframe sandbox srcdoc=") and "Ada Quill" in page
    assert "<script" not in page and "<!doctype" not in page.lower()


@pytest.mark.model
def test_bytes_are_the_content_of_a_file() -> None:
    assert newsview.extract("Der Preis: “It costs £5,” she said.".encode("utf-16")).numbers[0].unit == "GBP"
    with pytest.raises(newsview.NewsviewError):
        newsview.extract(b"")


@pytest.mark.model
def test_one_bad_source_costs_only_itself(tmp_path: Path) -> None:
    sources: list[tuple[newsview.api.Source, str]] = [
        ("It costs $1 million.", "first"),
        (tmp_path / "none.txt", "missing"),
        (b"\x00\x01\x02\x03" * 20, "no text"),
        ("It costs $4 million.", "last"),
    ]
    failed: list[object] = []
    done = newsview.extract_many(sources, as_tuples=True, on_error=lambda source, error: failed.append(source))
    assert [(context, found.numbers[0].value) for found, context in done] == [("first", 1_000_000), ("last", 4_000_000)]
    assert failed == [sources[1][0], sources[2][0]]
    with pytest.raises(NoInputError):
        list(newsview.extract_many(source for source, _ in sources))


@pytest.mark.model
def test_article_that_is_not_english_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    newsview.extract(
        "Der Minister sagte am Dienstag, dass die Stadt kein Geld mehr für neue Busse und Bahnen habe. " * 3
    )
    assert "does not look like English" in caplog.text
