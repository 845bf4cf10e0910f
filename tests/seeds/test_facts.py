"""What newsview finds in the seeds is always a valid facts file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from newsview.codec import decode
from newsview.extraction.extract import Extractor
from newsview.facts import Analysis, Mention, Number, Quote
from newsview.schema import schema
from tests.seeds.gold import GOLD
from tests.seeds.remake import ARTICLES, picture, written


@pytest.fixture(scope="session")
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


@pytest.mark.model
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_facts_of_a_seed_are_a_valid_file(
    path: Path, extractor: Extractor, validator: Draft202012Validator
) -> None:
    validator.validate(picture(extractor, path))


@pytest.mark.model
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_fact_of_a_seed_holds_its_words(path: Path, extractor: Extractor) -> None:
    found = decode(Analysis, picture(extractor, path))
    text = found.article.text
    mentions = [mention for entity in found.entities for mention in entity.mentions]
    facts: list[Mention | Quote | Number] = [*mentions, *found.quotes, *found.numbers]
    for fact in facts:
        assert text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_gold_of_a_seed_is_a_valid_facts_file(path: Path, validator: Draft202012Validator) -> None:
    validator.validate(json.loads((GOLD / f"{path.stem}.json").read_text(encoding="utf-8")))


def test_a_picture_has_one_fact_a_line_and_loses_nothing() -> None:
    plain = {
        "schema_version": 1,
        "article": {"text": "a\nb", "sentences": [{"id": "s1"}]},
        "quotes": [{"id": "q1"}, {"id": "q2"}],
    }
    assert json.loads(written(plain)) == plain
    assert '{"id": "q1"},\n{"id": "q2"}' in written(plain)
