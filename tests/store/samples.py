"""A small article with one fact of every kind, made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from newsview.article import Article
from newsview.facts import (
    SCHEMA_VERSION,
    Analysis,
    Decision,
    Entity,
    Generator,
    Mention,
    Number,
    Quote,
    Range,
    Reference,
    Span,
)
from newsview.ids import stable_ids
from newsview.reading.build import build_article

TEXT = (
    "SPRINGFIELD - The mayor, Jane Doe, said the city would spend $4.2 million on buses.\n\n"
    "“We cannot wait,” Doe told reporters. About 38 percent of commuters take the bus.\n\n"
    "John Smith called the plan “reckless”. 🚌 It was late."
)


def article(text: str = TEXT, path: str | None = "buses.txt") -> Article:
    built = build_article(text, path=path)
    return replace(built, paragraphs=tuple(built.paragraphs), sentences=tuple(built.sentences))


def find(text: str, words: str, after: int = 0) -> tuple[str, int, int]:
    start = text.index(words, after)
    return words, start, start + len(words)


def sentence_at(of: Article, start: int) -> tuple[str, str]:
    index = of.sentence_index(start)
    assert index is not None
    sentence = of.sentences[index]
    return sentence.id, of.text[sentence.start : sentence.end]


def number(of: Article, words: str, **fields: Any) -> Number:
    text, start, end = find(of.text, words)
    sentence, said = sentence_at(of, start)
    plain: dict[str, Any] = {"kind": "cardinal", "value": 1, **fields}
    id_ = stable_ids("n", [(said, words)])[0]
    return Number(id=id_, sentence=sentence, text=text, start=start, end=end, **plain)


def entity(of: Article, name: str, *places: str) -> Entity:
    mentions, after = [], 0
    for words in places or (name,):
        text, start, end = find(of.text, words, after)
        sentence, said = sentence_at(of, start)
        after = end
        mentions.append(
            Mention(id=stable_ids("m", [(said, words)])[0], text=text, start=start, end=end, sentence=sentence)
        )
    said = sentence_at(of, mentions[0].start)[1]
    id_ = stable_ids("e", [(said, mentions[0].text)])[0]
    return Entity(id=id_, name=name, type="PERSON", role=None, mentions=tuple(mentions))


def quote(of: Article, words: str, speaker: str, entity_id: str | None = None) -> Quote:
    text, start, end = find(of.text, words)
    sentence, said = sentence_at(of, start)
    spoken, begin, stop = find(of.text, speaker)
    return Quote(
        id=stable_ids("q", [(said, words)])[0],
        kind="direct",
        text=text,
        start=start,
        end=end,
        content=(Range(start=start, end=end),),
        speaker=Reference(text=spoken, start=begin, end=stop, entity=entity_id),
        cue=None,
        sentence=sentence,
        sentences=(sentence,),
    )


def analysis(of: Article | None = None, **fields: Any) -> Analysis:
    of = of or article()
    doe = entity(of, "Jane Doe", "Jane Doe", "Doe")
    cue, start, end = find(of.text, "About")
    plain: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "generator": Generator(name="newsview", version="0", spacy="3.8", model="en_core_web_md 3.7.1"),
        "article": of,
        "entities": (doe, entity(of, "John Smith")),
        "quotes": (quote(of, "We cannot wait,", "Doe", doe.id), quote(of, "reckless", "John Smith")),
        "numbers": (
            number(of, "$4.2 million", kind="money", value=4_200_000, unit="USD"),
            number(of, "38 percent", kind="percent", value=38, modifier="~", cue=Span(text=cue, start=start, end=end)),
        ),
        "review": {doe.id: Decision(status="accepted", note="checked", at="2024-05-01T10:00:00+00:00")},
        **fields,
    }
    return Analysis(**plain)


OLD = analysis(review={})
NEW = analysis(review={f"n-{count}": Decision(note="x" * 100) for count in range(400)})
"""Two states of one file; the second does not fit on the full disk of the fault tests."""
