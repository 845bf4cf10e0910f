"""Python API: the documented examples, and equal results for texts, files and articles."""

from __future__ import annotations

import doctest
from collections.abc import Iterator
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
