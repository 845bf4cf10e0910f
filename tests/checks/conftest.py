"""What the tests of the checks share: findings of a short text, extracted by the pipeline that all tests share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from newsview.checks.run import findings_of
from newsview.checks.settings import Settings
from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline
from newsview.model.facts import Analysis
from newsview.model.finding import Finding
from newsview.reading.build_article import build_article

Analysed = Callable[[str], Analysis]
Checked = Callable[..., list[Finding]]

PUBLISHED = "2024-05-06"
"""The day on which all texts of the tests appeared, a Monday."""


@pytest.fixture(scope="session")
def analysed(nlp: Language) -> Analysed:
    """A text with its facts."""
    extractor = Extractor(Pipeline(nlp, ""))

    def analyse(text: str) -> Analysis:
        return extractor.analysis(build_article(text, published=PUBLISHED, published_source="flag"))

    return analyse


@pytest.fixture(scope="session")
def checked(analysed: Analysed) -> Checked:
    """The findings of a text, also those that are notes; with a code, of that check alone."""

    def check(text: str, code: str | None = None, settings: Settings | None = None) -> list[Finding]:
        analysis = analysed(text)
        found = findings_of(analysis.article, analysis.facts, settings)
        return [each for each in found if code in (None, each.code)]

    return check
