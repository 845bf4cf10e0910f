"""Mutated and random paragraphs through reading and extraction: no exception, right offsets, valid JSON, bounded time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

import jsonschema
import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline
from newsview.model.article import Article
from newsview.model.facts import Facts
from newsview.model.schema import schema
from newsview.reading.build_article import build_article
from newsview.store.save import facts_bytes
from newsview.store.validate import checked
from tests.conftest import Tried
from tests.effort import cases, examples
from tests.fuzz import mutations

pytestmark = pytest.mark.model

CASES = cases(600, 10_000, "NEWSVIEW_FUZZ")
"""Number of paragraphs: 100,000 with ``NEWSVIEW_FUZZ=100000 pytest --timeout=0 tests/fuzz``."""

SEED = int(os.environ.get("NEWSVIEW_FUZZ_SEED", "1"))

TOGETHER = 40
"""Paragraphs in one article: faster than single paragraphs, and tests rules across paragraphs."""

SECONDS = 60.0
"""Limit of processor time for one such article, which takes half a second."""


@pytest.fixture(scope="module")
def extractor(nlp: Language) -> Extractor:
    return Extractor(Pipeline(nlp, "en_core_web_md 3.7.1"))


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema())


def problem(extractor: Extractor, article: Article, *, against_schema: bool) -> str:
    """The problems in the analysis of *article*."""
    start = time.process_time()
    try:
        analysis = extractor.analysis(article)
        took = time.process_time() - start
        _, repaired = checked(analysis)  # offsets, words, ids, references
        plain = orjson.loads(facts_bytes(analysis))
    except (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    if repaired:
        return repaired[0]
    if took > SECONDS:
        return f"it took {took:.0f} s"
    if against_schema:
        wrong = next(validator().iter_errors(plain), None)
        return wrong.message if wrong is not None else ""
    return ""


def smallest(extractor: Extractor, paragraphs: list[str]) -> list[str]:
    """A smaller subset of *paragraphs* that still shows a problem."""
    while len(paragraphs) > 1:
        half = len(paragraphs) // 2
        for part in (paragraphs[:half], paragraphs[half:]):
            if problem(extractor, build_article("\n\n".join(part)), against_schema=True):
                paragraphs = part
                break
        else:
            return paragraphs
    return paragraphs


class Broken(Extractor):
    """An extractor that returns facts changed by a function."""

    def __init__(self, nlp: Language, facts: Callable[[Facts], Facts]) -> None:
        super().__init__(Pipeline(nlp, ""))
        self._bend = facts

    def facts(self, article: Article) -> Facts:
        return self._bend(super().facts(article))


def _fail(facts: Facts) -> Facts:
    raise IndexError("a bug")


@pytest.mark.parametrize(
    ("bend", "words"),
    [
        (lambda facts: facts, ""),
        (_fail, "a bug"),
        (lambda facts: replace(facts, numbers=[replace(facts.numbers[0], start=1)]), "its words"),
        (lambda facts: replace(facts, numbers=facts.numbers * 2), "twice"),
        (lambda facts: replace(facts, numbers=[replace(facts.numbers[0], sentence="s9")]), "missing sentence"),
        (lambda facts: replace(facts, entities=[replace(facts.entities[0], mentions=[])]), "no mention"),
    ],
)
def test_problem_is_detected(nlp: Language, bend: Callable[[Facts], Facts], words: str) -> None:
    article = build_article("Jane Doe paid $4 million in Springfield.")
    wrong = problem(Broken(nlp, bend), article, against_schema=True)
    assert words in wrong and bool(wrong) == bool(words)


def test_mutated_paragraphs_do_not_break_extraction(extractor: Extractor, tried: Tried) -> None:
    dice, failures = Random(SEED), []
    for batch in range(0, CASES, TOGETHER):
        paragraphs = [mutations.paragraph(dice) for _ in range(min(TOGETHER, CASES - batch))]
        wrong = problem(extractor, build_article("\n\n".join(paragraphs)), against_schema=batch % (10 * TOGETHER) == 0)
        if wrong:
            failures.append(f"{wrong}: {smallest(extractor, paragraphs)!r}")
    tried(f"{CASES} mutated paragraphs (seed {SEED}), {len(failures)} failures")
    assert not failures, "\n".join(failures[:20])


@settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=400))
def test_any_text_can_be_extracted(extractor: Extractor, text: str) -> None:
    assert problem(extractor, build_article(text), against_schema=True) == ""


WORDS = st.sampled_from(
    [word for sentence in mutations.SENTENCES for word in sentence.split()] + list(mutations.PIECES)
)


@settings(max_examples=examples(150), deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(WORDS, max_size=60), joint=st.sampled_from([" ", "", "\n"]))
def test_news_words_in_any_order_can_be_extracted(extractor: Extractor, words: list[str], joint: str) -> None:
    assert problem(extractor, build_article(joint.join(words)), against_schema=True) == ""


FOUND = (
    "E: Pre\u20cc Mr. Pre\u20cc Pre\u20cc Pre\u20cc Mr Mr. Mr. E: WALLACE: E: E: Pre\u20cc Pre\u20cc Mr. E: E: Mr. Pre\u20cc "
    "Pre\u20cc Mr. E: E: E: Mr. Pre\u20cc Mr. Pre\u20cc E: Mr. Mr. E: Mr. Mr. Pre\u20cc Pre\u20cc",  # a mention twice
    "According to a survey by the Institute Research\u00e9 Transit (TRI), one \nin five never takes\u2031\n\nLO",  # a unit before the text
    "7 \n\nOF MY\n\n“Nobody",  # a count that went on in the next paragraph, which has no numbers
)
"""Failures found by longer runs, as regression tests."""


@pytest.mark.parametrize("text", FOUND)
def test_known_failures_stay_fixed(extractor: Extractor, text: str) -> None:
    assert problem(extractor, build_article(text), against_schema=True) == ""


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n\n", ".", "“", "“" * 500, "(" * 500, "1" * 5000, "$" * 500, "a " * 3000, "“a” " * 500, "-" * 3000, "said " * 500],
    ids=lambda text: f"{text[:4]!r}x{len(text)}",
)  # fmt: skip
def test_edge_case_texts_can_be_extracted(extractor: Extractor, text: str) -> None:
    assert problem(extractor, build_article(text), against_schema=True) == ""
