"""The seed articles: properties that make them difficult."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.places import SEEDS

ARTICLES = sorted(SEEDS.glob("*.txt"))


def stem(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", ARTICLES, ids=stem)
def test_article_is_plain_utf8_of_a_news_length(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert "\r" not in text and not text.startswith("\ufeff") and text.endswith("\n")
    assert 300 <= len(text.split()) <= 900


@pytest.mark.parametrize("path", ARTICLES, ids=stem)
def test_article_is_described_in_the_readme(path: Path) -> None:
    assert f"| `{path.name}` |" in (SEEDS / "README.md").read_text(encoding="utf-8")


def test_the_story_of_the_shells_keeps_its_difficulties() -> None:
    text = (SEEDS / "ammunition.txt").read_text(encoding="utf-8")
    headline = text.splitlines()[0]
    assert headline[-1].isalpha()
    assert "2012.(Photo by" in text
    assert text.count("\u00a0") == 12
    assert "“settled ‘in principle’" in text and '"considerable"' in text
    assert "\nIt further said that" in text
    assert all(words in text for words in ("Last month", "on Friday", "earlier this month", "late February"))
    assert "SHARE THIS STORY" in text


def test_paragraphs_come_in_three_layouts() -> None:
    lines = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in ARTICLES}
    assert "" not in lines["quarterly-results"] and "" not in lines["derby"]
    assert max(map(len, lines["court-report"])) <= 72
    assert max(map(len, lines["glacier-study"])) > 300 and "" in lines["glacier-study"]


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_only_the_last() -> None:
    paragraphs = (SEEDS / "court-report.txt").read_text(encoding="utf-8").split("\n\n")
    start = next(i for i, paragraph in enumerate(paragraphs) if "You looked at" in " ".join(paragraph.split()))
    first, second, third = paragraphs[start : start + 3]
    assert all(paragraph.startswith("“") for paragraph in (first, second, third))
    assert first.count("“") > first.count("”") and "”" not in second
    assert third.count("“") == third.count("”")
