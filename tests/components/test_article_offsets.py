"""Conversion of facts to article offsets: offsets change, all other fields do not."""

from __future__ import annotations

from dataclasses import fields

import pytest
from spacy.language import Language

from newsview.extraction import components
from newsview.extraction.article_offsets import Placer
from newsview.extraction.lexical.tokens import Tokens
from newsview.extraction.parse import merge, parse
from newsview.model.facts import Number
from newsview.reading.build_article import build_article

TEXT = "It   rained.\n\n\n  About $4.2 million a year was spent by Friday, up from 3,000 buses in 2019, at 5 percent.\n"
PLACES = {"sentence", "text", "start", "end", "unit_text", "cue", "subject"}


@pytest.mark.model
def test_number_has_same_fields_except_offsets(nlp: Language) -> None:
    article = build_article(TEXT, published="2024-05-06")
    merged = merge(parse(nlp, article, article.paragraphs), article)
    assert merged is not None
    found = components.numbers(Tokens(merged.doc), article.published)
    assert len(found) >= 5
    place = Placer(article, merged)
    for number in found:
        placed = place.number(number)
        for field in fields(Number):
            if field.name not in PLACES:
                assert getattr(placed, field.name) == getattr(number, field.name), field.name
        assert article.text[placed.start : placed.end] == placed.text == number.text
