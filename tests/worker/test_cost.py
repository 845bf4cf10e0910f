"""Cost of extraction: time linear in the length of the text, constant memory over articles."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline
from newsview.model.codec import encode
from newsview.reading.build_article import build_article
from tests.places import SEEDS
from tests.timing import costs_at_most

pytestmark = pytest.mark.model

SENTENCE = "Jane Doe told reporters in Springfield that the city paid $4 million. "


def cost(extractor: Extractor, text: str) -> float:
    article = build_article(text)
    start = time.process_time()
    extractor.facts(article)
    return time.process_time() - start


@pytest.mark.parametrize("joint", ["", "\n\n"], ids=["one paragraph", "many paragraphs"])
def test_extraction_time_is_linear_in_article_length(nlp: Language, joint: str) -> None:
    extractor = Extractor(Pipeline(nlp, ""))
    cost(extractor, SENTENCE * 20)
    short, long = ((SENTENCE + joint) * count for count in (120, 480))
    assert costs_at_most(4 * 1.8, lambda: cost(extractor, long), lambda: cost(extractor, short))


def test_releasing_spacy_memory_does_not_change_facts(nlp: Language) -> None:
    seeds = sorted(SEEDS.glob("*.txt"))
    articles = [build_article(path.read_text(encoding="utf-8")) for path in seeds[:5]]
    warming = Extractor(Pipeline(nlp, ""))
    before = [warming.facts(article) for article in articles]
    extractor = Extractor(Pipeline(nlp, ""), warm=0, tidy=0)
    extractor.facts(articles[0])  # the first article has no zone of its own
    strings = len(nlp.vocab.strings)
    for article, facts in zip(articles * 2, before * 2, strict=True):
        assert encode(extractor.facts(article)) == encode(facts)
        (*_, last) = extractor.windows(article)
        assert encode(last.facts) == encode(facts)
    extractor.facts(build_article("Nobody has met Xzqwv Brtlkj before."))
    assert len(nlp.vocab.strings) == strings, "a new word is forgotten"
    assert all(string in nlp.vocab.strings for string in ("nsubj", "PERSON", "the", articles[0].text.split()[0]))
