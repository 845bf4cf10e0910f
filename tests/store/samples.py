"""A small article with one fact of every kind, made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from newsview.model.article import Article
from newsview.model.facts import SCHEMA_VERSION, Analysis, Decision, Generator, Number, NumberKind
from newsview.model.speakers import with_names
from newsview.reading.build_article import build_article
from tests.making import Maker

TEXT = (
    "SPRINGFIELD - The mayor, Jane Doe, said the city would spend $4.2 million on buses.\n\n"
    "“We cannot wait,” Doe told reporters. About 38 percent of commuters take the bus.\n\n"
    "John Smith called the plan “reckless”. 🚌 It was late."
)


def article(text: str = TEXT, path: str | None = "buses.txt") -> Article:
    built = build_article(text, path=path)
    return replace(built, paragraphs=tuple(built.paragraphs), sentences=tuple(built.sentences))


def number(of: Article, words: str, kind: NumberKind = "cardinal", value: float = 1, **fields: Any) -> Number:
    return Maker(of).number(words, kind, value=value, **fields)


def analysis(of: Article | None = None, **fields: Any) -> Analysis:
    of = of or article()
    make = Maker(of)
    doe, smith = make.entity("Jane Doe", "PERSON", ("Jane Doe", 0), ("Doe", 1)), make.entity("John Smith", "PERSON")
    plain: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "generator": Generator(name="newsview", version="0", spacy="3.8", model="en_core_web_md 3.7.1"),
        "article": of,
        "entities": (doe, smith),
        "quotes": (
            make.quote("We cannot wait,", speaker=("Doe", doe.id)),
            make.quote("reckless", speaker=("John Smith", None)),
        ),
        "numbers": (
            make.number("$4.2 million", "money", value=4_200_000, unit="USD"),
            make.number("38 percent", "percent", value=38, modifier="~", cue=make.span("About")),
        ),
        "review": {doe.id: Decision(status="accepted", note="checked", at="2024-05-01T10:00:00+00:00")},
        **fields,
    }
    made = Analysis(**plain)
    return made.with_facts(with_names(made.facts))


OLD = analysis(review={})
NEW = analysis(review={f"n-{count}": Decision(note="x" * 100) for count in range(400)})
"""Two states of one file; the second does not fit on the full disk of the fault tests."""
