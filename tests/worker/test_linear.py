"""Nothing costs more than its share: a paragraph twice as long takes twice the time, not four times."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline
from newsview.reading.build import build_article

pytestmark = pytest.mark.model

SENTENCE = "Jane Doe told reporters in Springfield that the city paid $4 million. "


def cost(extractor: Extractor, text: str) -> float:
    article = build_article(text)
    start = time.process_time()
    extractor.facts(article)
    return time.process_time() - start


@pytest.mark.parametrize("joint", ["", "\n\n"], ids=["one paragraph", "many paragraphs"])
def test_the_cost_of_an_article_is_linear_in_its_length(nlp: Language, joint: str) -> None:
    extractor = Extractor(Pipeline(nlp, ""))
    cost(extractor, SENTENCE * 20)
    short = min(cost(extractor, (SENTENCE + joint) * 120) for _ in range(2))
    long = min(cost(extractor, (SENTENCE + joint) * 480) for _ in range(2))
    assert long < 4 * short * 1.8
