"""Facts files of the seeds, extracted and annotated: valid by the schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsview.model.codec import decode
from newsview.model.facts import Analysis, Mention, Number, Quote
from newsview.model.schema import schema
from tests.seeds.gold import GOLD
from tests.seeds.remake import ARTICLES, written

STEMS = [path.stem for path in ARTICLES]
Found = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="session")
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


@pytest.mark.model
@pytest.mark.parametrize("stem", STEMS)
def test_the_facts_of_a_seed_are_a_valid_file(stem: str, found: Found, validator: Draft202012Validator) -> None:
    validator.validate(found(stem))


@pytest.mark.model
@pytest.mark.parametrize("stem", STEMS)
def test_every_fact_of_a_seed_holds_its_words(stem: str, found: Found) -> None:
    analysis = decode(Analysis, found(stem))
    text = analysis.article.text
    mentions = [mention for entity in analysis.entities for mention in entity.mentions]
    facts: list[Mention | Quote | Number] = [*mentions, *analysis.quotes, *analysis.numbers]
    for fact in facts:
        assert text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize("stem", STEMS)
def test_the_gold_of_a_seed_is_a_valid_facts_file(stem: str, validator: Draft202012Validator) -> None:
    validator.validate(json.loads((GOLD / f"{stem}.json").read_text(encoding="utf-8")))


def test_a_picture_has_one_fact_a_line_and_loses_nothing() -> None:
    plain = {
        "schema_version": 1,
        "article": {"text": "a\nb", "sentences": [{"id": "s1"}]},
        "quotes": [{"id": "q1"}, {"id": "q2"}],
    }
    assert json.loads(written(plain)) == plain
    assert '{"id": "q1"},\n{"id": "q2"}' in written(plain)
