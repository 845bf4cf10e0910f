"""Sums of speakers: of one article, and of the same person in several."""

from __future__ import annotations

from dataclasses import replace

from newsview.compare.speakers import COLUMNS, Sheet, speeches
from newsview.model.article import Article
from newsview.model.facts import Facts, Quote, QuoteKind, Stance
from newsview.reading.build_article import build_article
from tests.making import Maker

TEXT = """Mayor Ada Quill said: “We will build – now.” She denied that the bridge was closed. “It is late,” it said.

The report said the bridge was old. The report asked whether it would hold. The engineer Ada Quill said nothing new.

Norvik would not confirm the plan. Norvik declined to comment.
"""


def facts(article: Article) -> Facts:
    make = Maker(article)
    quill = replace(make.entity("Ada Quill", "PERSON", role="mayor"), id="e-quill")
    norvik = replace(make.entity("Norvik", "ORG"), id="e-norvik")

    def quote(
        words: str,
        speaker: tuple[str, str | None],
        kind: QuoteKind = "indirect",
        stance: Stance = "states",
        *,
        sure: bool = True,
    ) -> Quote:
        """A quote with a name for its speaker."""
        made = make.quote(words, speaker=speaker)
        assert made.speaker is not None
        name = {"e-quill": "Ada Quill", "e-norvik": "Norvik"}.get(speaker[1] or "", speaker[0])
        return replace(made, kind=kind, stance=stance, speaker=replace(made.speaker, name=name, sure=sure))

    return Facts(
        entities=[quill, norvik],
        quotes=[
            quote("We will build – now.", ("Ada Quill", "e-quill"), "direct"),
            quote("the bridge was closed", ("She", "e-quill"), stance="denies", sure=False),
            quote("It is late,", ("it", None), "direct"),
            quote("the bridge was old", ("The report", None)),
            quote("it would hold", ("report", None), stance="asks"),
            quote("the plan", ("Norvik", "e-norvik"), stance="withholds"),
        ],
    )


def sheet(*articles: tuple[str, Article, Facts]) -> Sheet:
    made = Sheet()
    for each in articles:
        made.add(*each)
    return made


def test_an_article_is_summed_by_speaker_in_the_order_of_words() -> None:
    article = build_article(TEXT)
    made = sheet(("bridge.txt", article, facts(article)))
    rows = list(made.plain())
    assert [tuple(row) for row in rows] == [COLUMNS] * 3
    found = {row["name"]: {key: value for key, value in row.items() if value} for row in rows}
    assert list(found) == ["Ada Quill", "The report", "Norvik"]
    assert found["Ada Quill"] == {
        "name": "Ada Quill",
        "roles": ["mayor"],
        "articles": 1,
        "direct": 1,
        "indirect": 1,
        "words": 8,  # the dash is none
        "states": 1,
        "denies": 1,
        "share": 0.4706,
        "first": {"article": "bridge.txt", "start": article.text.index("We will")},
        "guessed": 1,
    }
    assert (found["The report"]["states"], found["The report"]["asks"], found["The report"]["indirect"]) == (1, 1, 2)
    assert (found["Norvik"]["refused"], found["Norvik"]["indirect"], found["Norvik"]["words"]) == (2, 1, 2)
    assert "guessed" not in found["The report"]
    assert made.unnamed == 1  # "it" is nobody's name


def test_speeches_come_in_text_order_with_their_quotes() -> None:
    article = build_article(TEXT)
    found = speeches(article, facts(article))
    assert [(each.name, len(each.quotes), len(each.refusals)) for each in found] == [
        ("Ada Quill", 2, 0),
        ("The report", 2, 0),
        ("Norvik", 1, 1),
    ]


def test_a_person_is_the_same_elsewhere_only_by_full_name_and_role() -> None:
    article = build_article(TEXT)
    own = facts(article)
    quill, norvik = own.entities

    def other(**fields: str | None) -> tuple[str, Article, Facts]:
        """The article with another Ada Quill in it."""
        changed = replace(quill, name=fields.get("name") or quill.name, role=fields.get("role"))
        return "other.txt", article, replace(own, entities=[changed, norvik])

    def articles_of(another: tuple[str, Article, Facts]) -> list[int]:
        """In how many articles each speaker called Quill is."""
        rows = sheet(("bridge.txt", article, own), another).rows()
        return [each.articles for each in rows if "Quill" in each.name]

    assert articles_of(other(role="Mayor")) == [2]
    assert articles_of(other(role="engineer")) == [1, 1]
    assert articles_of(other()) == [1, 1]
    assert articles_of(other(role="mayor", name="Quill")) == [1, 1]
    both = sheet(("bridge.txt", article, own), other(role="Mayor")).rows()
    assert [each.articles for each in both if each.name in ("Norvik", "The report")] == [1, 1, 1, 1]
    [quilled] = [each for each in both if each.name == "Ada Quill"]
    assert (quilled.words, quilled.denies, quilled.first.article) == (16, 2, "bridge.txt")


def test_nothing_said_is_an_empty_sheet() -> None:
    made = sheet(("empty.txt", build_article("Rain.\n"), Facts()))
    assert (list(made.plain()), made.unnamed, made.articles) == ([], 0, 1)
