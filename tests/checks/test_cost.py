"""Cost: all checks take time linear in the article, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import process_time

import pytest

from newsview.checks.evidence import Evidence
from newsview.checks.registry import CHECKS
from newsview.checks.run import findings_of
from newsview.checks.sources import one_voice
from newsview.model.facts import Entity, Facts, Mention, Number, Quote, Range, Speaker
from newsview.model.finding import Finding
from newsview.reading.build_article import build_article
from tests.timing import costs_at_most

BOUND = 10
"""How many times longer four times the text may take: linear work takes four, quadratic sixteen."""

_FIGURE = re.compile(r"\$?\d[\d,]*%?")
_NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")


def facts_of(text: str) -> tuple[Evidence, Callable[[], list[Finding]]]:
    """The text as an article with numbers and names as facts, without a pipeline."""
    article = build_article(text, published="2024-05-06", published_source="flag")
    text = article.text
    sentences = article.sentences

    def sentence(offset: int) -> str:
        return sentences[article.sentence_index(offset) or 0].id

    numbers = [
        Number(
            id=f"n-{index}",
            sentence=sentence(match.start()),
            text=match[0],
            start=match.start(),
            end=match.end(),
            kind="percent" if "%" in match[0] else "money" if "$" in match[0] else "cardinal",
            value=int(re.sub(r"\D", "", match[0])[:15]),
            unit="USD" if "$" in match[0] else None,
        )
        for index, match in enumerate(_FIGURE.finditer(text))
    ]
    entities = [
        Entity(
            id=f"e-{index}",
            name=match[0],
            type="PERSON",
            role=None,
            mentions=[
                Mention(
                    id=f"m-{index}",
                    text=match[0],
                    start=match.start(),
                    end=match.end(),
                    sentence=sentence(match.start()),
                )
            ],
        )
        for index, match in enumerate(_NAME.finditer(text))
    ]
    facts = Facts(numbers=numbers, entities=entities)
    return Evidence(article, facts), lambda: findings_of(article, facts, run=CHECKS)


TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence of figures": lambda n: "the price rose from $50 to $45 and " * n,
    "findings": lambda n: "Traffic dropped by 120% in May.\n\n" * n,
    "quotations": lambda n: "“We will enter the small car market soon,” she said. " * n,
    "unclosed quotations": lambda n: "“We will enter “" * n,
    "straight marks": lambda n: '"We will enter the small car market number one soon, " ' * n,
    "names": lambda n: " ".join(f"Ada Qu{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}ll" for i in range(n)),
    "capitals of a list": lambda n: "three owners: " + "Aro, Bex " * n,
    "one word": lambda n: "Ab" + "ab" * 10 * n,
    "initials": lambda n: "Aa of the " * n + "(AAA)",
    "counts of people": lambda n: "6 men, 7 women and " * n,
    "hedges": lambda n: "rose by about about nearly " * n + "5%",
    "nested quotations": lambda n: "“a “b “c” " * n,
    "turned marks": lambda n: "“no,“ " * n,
    "days of June": lambda n: "in the June 31 (boats " * n,
    "a headline and many figures": lambda n: "Bank lays off 3,140\n\n" + "3,740 of 12 " * n,
    "a headline and many quotations": lambda n: (
        "Bank: “We will sell the old ferry”\n\n" + "“We will sell the big ferry,” she said. " * n
    ),
    "places": lambda n: " ".join(f"in Qu{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}lll" for i in range(n)),
    "a headline": lambda n: "Bank lays off 3,140 2,460 " * n,
    "amounts": lambda n: "It cost $850 million. It cost $850 billion. " * n,
    "dates": lambda n: "Tuesday, 14 March born 1990 " * n,
}


@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_with_the_text_and_not_faster(name: str) -> None:
    small, large = (seconds_of(facts_of(TEXTS[name](count))[1]) for count in (300, 1200))
    assert costs_at_most(BOUND, large, small)


def said_by_one(count: int) -> Evidence:
    """An article of quotations, every second of them a quote of its one speaker."""
    unit, words = "“We will go there.” said Ada Quill. “", "We will go there."
    article = build_article((unit + "No, not yet.” ") * count)
    quotes = [
        Quote(
            id=f"q-{match.start()}",
            kind="direct",
            text=match[0],
            start=match.start(),
            end=match.end(),
            content=[Range(start=match.start(), end=match.end())],
            speaker=Speaker(text="Ada Quill", start=match.end() + 7, end=match.end() + 16, entity="e-1"),
            cue=None,
            sentence=article.sentences[article.sentence_index(match.start()) or 0].id,
            sentences=[],
        )
        for match in re.finditer(re.escape(words) + "|No, not yet.", article.text)
    ]
    named = [
        Entity(id=id_, name=name, type="PERSON", role=None, mentions=mentions)
        for id_, name, mentions in (
            ("e-1", "Ada Quill", [_mention(match.start(), "Ada Quill") for match in re.finditer("Ada", article.text)]),
            ("e-2", "We", [_mention(match.start(), "We") for match in re.finditer("We", article.text)]),
        )
    ]
    return Evidence(article, Facts(entities=named, quotes=quotes))


def _mention(start: int, text: str) -> Mention:
    return Mention(id=f"m-{start}", text=text, start=start, end=start + len(text), sentence="s1")


def test_one_voice_takes_time_linear_in_the_quotes() -> None:
    small, large = (said_by_one(count) for count in (200, 800))
    assert len(list(one_voice(small))) == 1

    def seconds(evidence: Evidence) -> Callable[[], float]:
        """As ``seconds_of`` for the check of *evidence*, whose lookups are made anew."""
        return seconds_of(lambda: list(one_voice(Evidence(evidence.article, evidence.facts))))

    assert costs_at_most(BOUND, seconds(large), seconds(small))


def seconds_of(run: Callable[[], object]) -> Callable[[], float]:
    """A function that runs *run* and returns the seconds of processor time it took."""

    def seconds() -> float:
        began = process_time()
        run()
        return process_time() - began

    return seconds


def test_ten_thousand_findings_in_one_article() -> None:
    found = facts_of("Traffic dropped by 120% in May. " * 10_000)[1]()
    assert len(found) == 10_000
    assert len({each.id for each in found}) == 10_000


def test_one_sentence_of_a_megabyte() -> None:
    text = ("and the price rose from $50 to $45 " + "in a town by the sea " * 4) * 9_000
    assert len(text) > 1_000_000
    _, run = facts_of(text)
    began = process_time()
    found = run()
    assert process_time() - began < 60
    assert len(found) >= 9_000
