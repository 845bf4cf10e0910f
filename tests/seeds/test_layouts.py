"""Line layout of an article: no influence on its facts."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable

import pytest

from newsview.extraction.extract import Extractor
from newsview.model.facts import Quote
from newsview.reading.read import read_bytes
from tests.seeds.gold import GOLD

pytestmark = pytest.mark.model

STEMS = sorted(path.stem for path in GOLD.glob("*.json"))
Layout = Callable[[list[str]], str]


def plain(text: str) -> str:
    return " ".join(text.split())


def blank_lines(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def one_a_line(paragraphs: list[str]) -> str:
    return "\n".join(paragraphs) + "\n"


def hard_wrapped(paragraphs: list[str]) -> str:
    filled = (textwrap.fill(each, 72, break_long_words=False, break_on_hyphens=False) for each in paragraphs)
    return "\r\n\r\n".join(each.replace("\n", "\r\n") for each in filled) + "\r\n"


def paragraphs_of(stem: str) -> list[str]:
    article = json.loads((GOLD / f"{stem}.json").read_text(encoding="utf-8"))["article"]
    return [plain(article["text"][each["start"] : each["end"]]) for each in article["paragraphs"]]


def said(quote: Quote) -> tuple[str, str, str | None]:
    return quote.kind, plain(quote.text), plain(quote.speaker.text) if quote.speaker else None


def facts(extractor: Extractor, text: str) -> list[object]:
    """Everything that is found, but for places and ids."""
    found = extractor.analysis(read_bytes(text.encode(), path="article.txt"))
    source = found.article.text
    return [
        [(each.role, plain(source[each.start : each.end])) for each in found.article.paragraphs],
        [(each.type, plain(each.name), len(each.mentions)) for each in found.entities],
        [said(each) for each in found.quotes],
        [(each.kind, plain(each.text), each.value, each.value_max, each.unit, each.iso) for each in found.numbers],
    ]


@pytest.mark.parametrize("stem", STEMS)
def test_facts_are_the_same_in_every_layout(extractor: Extractor, stem: str) -> None:
    paragraphs = paragraphs_of(stem)
    expected = facts(extractor, blank_lines(paragraphs))
    assert all(expected)
    for layout in (one_a_line, hard_wrapped):
        assert facts(extractor, layout(paragraphs)) == expected, layout.__name__
