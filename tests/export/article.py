"""A reviewed article made by hand: names, quotes and numbers that overlap, corrections, notes, and words that could act."""

from __future__ import annotations

from newsview.facts import (
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
from newsview.reading.build import build_article

TEXT = """Council backs <b>bus</b> plan

Jane Doe, the mayor, said that the city would spend about $4.2 million on new buses.

“We cannot wait,” Doe said, “not for 10 years.” =SUM(A1) is no formula & [no link](http://example.org).

- He is John Smith.
"""


def analysis(review: dict[str, Decision] | None = None) -> Analysis:
    article = build_article(TEXT, path="buses.txt", published="2024-05-16")

    def at(words: str, nth: int = 0) -> tuple[int, int]:
        start = -1
        for _ in range(nth + 1):
            start = article.text.index(words, start + 1)
        return start, start + len(words)

    def sentence(start: int) -> str:
        index = article.sentence_index(start)
        assert index is not None
        return article.sentences[index].id

    def mention(id_: str, words: str, nth: int = 0) -> Mention:
        start, end = at(words, nth)
        return Mention(id=id_, text=words, start=start, end=end, sentence=sentence(start))

    def quote(id_: str, first: str, last: str, speaker: str, nth: int, *content: str) -> Quote:
        start, end = at(first)[0], at(last)[1]
        inside = [article.sentences[index].id for index in article.sentences_between(start, end)]
        begin, stop = at(speaker, nth)
        return Quote(
            id=id_,
            kind="direct" if content else "indirect",
            text=article.text[start:end],
            start=start,
            end=end,
            content=[Range(start=at(each)[0], end=at(each)[1]) for each in content or (article.text[start:end],)],
            speaker=Reference(text=speaker, start=begin, end=stop, entity="e-doe"),
            cue=Span(text="said", start=at("said", nth)[0], end=at("said", nth)[1]),
            sentence=inside[0],
            sentences=inside,
        )

    money, years = at("$4.2 million"), at("10 years")
    about, buses = at("about"), at("new buses")
    return Analysis(
        schema_version=1,
        generator=Generator(name="newsview", version="0", spacy=None, model=None),
        article=article,
        entities=[
            Entity(
                id="e-doe",
                name="Jane Doe",
                type="PERSON",
                role="mayor",
                mentions=[mention("m-1", "Jane Doe"), mention("m-2", "Doe", 1)],
            ),
            Entity(id="e-smith", name="John Smith", type="PERSON", role=None, mentions=[mention("m-3", "John Smith")]),
        ],
        quotes=[
            quote("q-spend", "the city would", "new buses", "Jane Doe", 0),
            quote("q-wait", "We cannot wait,", "not for 10 years.", "Doe", 1, "We cannot wait,", "not for 10 years."),
        ],
        numbers=[
            Number(
                id="n-money",
                sentence=sentence(money[0]),
                text="$4.2 million",
                start=money[0],
                end=money[1],
                kind="money",
                value=4_200_000,
                unit="USD",
                modifier="~",
                cue=Span(text="about", start=about[0], end=about[1]),
                subject=Reference(text="new buses", start=buses[0], end=buses[1]),
            ),
            Number(
                id="n-years",
                sentence=sentence(years[0]),
                text="10 years",
                start=years[0],
                end=years[1],
                kind="duration",
                value=10,
                unit="year",
                iso="P10Y",
            ),
        ],
        review=review or {},
    )


REVIEW = {
    "q-wait": Decision(status="accepted", verdict="false", source="council <minutes>", note="-1 & *more*"),
    "n-years": Decision(status="rejected", edits={"value": -12, "unit": "=month"}),
    "e-doe": Decision(edits={"name": "@Jane Doe | mayor"}),
}
