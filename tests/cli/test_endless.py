"""Articles whose extraction does not end: a paragraph costs that paragraph, and the user is told."""

from __future__ import annotations

import time
from typing import cast

import pytest

from newsview.cli.extractor import LimitedExtractor, Limits
from newsview.errors import UnreadableError
from newsview.extraction.extract import Explained, Extractor
from newsview.model.article import Article
from newsview.model.facts import Analysis, Facts, Generator, fact_text
from newsview.reading.build_article import build_article
from newsview.workers.client import Patience, WorkerSource
from newsview.workers.processor_time import at_most
from tests.making import Maker
from tests.worker.stub_workers import HANGING, limited


class Endless:
    """A stub extractor that does not come to an end at the word HANG."""

    def analysis(self, article: Article) -> Analysis:
        while "HANG" in article.text:
            pass
        return Analysis.of(article, Facts(), Generator(name="newsview", version="0", spacy=None, model="none"))

    def explained(self, article: Article) -> list[Explained]:
        while any("HANG" in article.text[each.start : each.end] for each in article.paragraphs):
            pass
        return [Explained(Maker(article).number("5", "cardinal", value=5), ())]


def patient() -> LimitedExtractor:
    patience = Patience(ask=1, answer=20, work=3, paragraph=3, leave=0.5)
    worker = WorkerSource(command=limited(HANGING), patience=patience)
    return LimitedExtractor(cast("Extractor", Endless()), lambda: worker, Limits(article=0.2, character=0))


def test_article_within_the_limit_is_extracted_here() -> None:
    assert patient().analysis(build_article("It rains.")).article.notices == ()


def test_paragraph_that_hangs_is_left_out_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    article = build_article("It rains.\n\nHANG here.\n\nIt snows.", path="rain.txt")
    found = patient().analysis(article)
    told = "paragraph 2 was left out: the extraction does not get to its end there"
    assert found.article.notices == [told] and found.article.paragraphs == article.paragraphs
    assert capsys.readouterr().err == f"newsview: rain.txt: {told}\n"


def test_article_of_one_endless_paragraph_fails() -> None:
    with pytest.raises(UnreadableError, match=r"rain\.txt: its extraction does not end"):
        patient().explained(build_article("HANG", path="rain.txt"))


def test_rules_of_the_other_paragraphs_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    article = build_article("HANG here.\n\n5 roads are closed.", path="rain.txt")
    assert [fact_text(each.fact) for each in patient().explained(article)] == ["5"]
    assert capsys.readouterr().err == (
        "newsview: rain.txt: paragraph 1 was left out: the extraction does not get to its end there\n"
    )


def test_limit_is_processor_time_and_none_is_left_behind() -> None:
    with at_most(0.05):
        time.sleep(0.2)
    with pytest.raises(TimeoutError), at_most(0.05):
        while True:
            pass
    began = time.process_time()
    while time.process_time() - began < 0.1:
        pass
