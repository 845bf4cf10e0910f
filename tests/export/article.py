"""A reviewed article made by hand: names, quotes and numbers that overlap, corrections, notes, and words that could act."""

from __future__ import annotations

from dataclasses import replace

from newsview.model.facts import Analysis, Decision, Facts, Generator, Was
from newsview.model.finding import Finding, Place
from newsview.model.saved_findings import with_findings
from newsview.reading.build_article import build_article
from tests.making import Maker

TEXT = """Council backs <b>bus</b> plan

Jane Doe, the mayor, said that the city would spend about $4.2 million on new buses.

“We cannot wait,” Doe said, “not for 10 years.” =SUM(A1) is no formula & [no link](http://example.org).

- He is John Smith.
"""


def analysis(review: dict[str, Decision] | None = None) -> Analysis:
    article = build_article(TEXT, path="buses.txt", published="2024-05-16")
    make = Maker(article)
    doe = make.entity("Jane Doe", "PERSON", ("Jane Doe", 0), ("Doe", 1), role="mayor")
    spend = make.quote(
        "the city would spend about $4.2 million on new buses", speaker=("Jane Doe", "e-doe"), cue="said"
    )
    wait = make.quote("We cannot wait,", "not for 10 years.", speaker=("Doe", "e-doe"), cue="said")
    money = make.number(
        "$4.2 million", "money", about="new buses", value=4_200_000, unit="USD", modifier="~", cue=make.span("about")
    )
    facts = Facts(
        entities=[replace(doe, id="e-doe"), replace(make.entity("John Smith", "PERSON"), id="e-smith")],
        quotes=[replace(spend, id="q-spend", kind="indirect"), replace(wait, id="q-wait")],
        numbers=[
            replace(money, id="n-money"),
            replace(make.number("10 years", "duration", value=10, unit="year", iso="P10Y"), id="n-years"),
        ],
    )
    return Analysis.of(article, facts, Generator(name="newsview", version="0", spacy=None, model=None), review)


REVIEW = {
    "q-wait": Decision(status="accepted", verdict="false", source="council <minutes>", note="-1 & *more*"),
    "n-years": Decision(status="rejected", edits={"value": -12, "unit": "=month"}),
    "e-doe": Decision(edits={"name": "@Jane Doe | mayor"}),
}


def denial() -> Analysis:
    """A report that reads as its contrary without the verb."""
    article = build_article("Mayor Jane Holt denied that the city had lost $4 million.\n", path="denial.txt")
    make = Maker(article)
    holt = replace(make.entity("Jane Holt", "PERSON"), id="e-holt")
    lost = make.quote("the city had lost $4 million", speaker=("Jane Holt", "e-holt"), cue="denied")
    facts = Facts(entities=[holt], quotes=[replace(lost, id="q-lost", kind="indirect")])
    return Analysis.of(article, facts, Generator(name="newsview", version="0", spacy=None, model=None), None)


def with_aside(review: dict[str, Decision] | None = None) -> Analysis:
    """The article with a denial, a belief and a label; the last two are hidden by default."""
    found = analysis(review)
    spend, wait = found.quotes
    money, years = found.numbers
    return found.with_facts(
        Facts(
            entities=found.entities,
            quotes=[replace(spend, stance="denies"), replace(wait, act="belief", aside=True)],
            numbers=[replace(money, kind="label"), replace(years, range="n-years")],
        )
    )


CHANGED = {
    "n-money": Decision(
        was=Was(text="$3.9 <million>", value=3_900_000, status="accepted", verdict="true", source="the *budget*"),
        note="ask again",
    )
}
"""A decision that is out of force: its fact has changed since."""


def with_finding(review: dict[str, Decision] | None = None) -> Analysis:
    """The article with a finding whose words could act, at two facts, and a note."""
    whole = analysis(review)
    text = whole.article.text

    def place(words: str, fact: str | None) -> Place:
        """The place of *words*, which stand there once."""
        start = text.index(words)
        return Place(text=words, start=start, end=start + len(words), fact=fact)

    message = "<b>4.2</b> & *5* do not fit"
    places = [place("$4.2 million", "n-money"), place("10 years", "n-years")]
    found = Finding(id="f-1", check="amount", code="A103", level="contradiction", message=message, places=places)
    return with_findings(whole, [found, replace(found, id="f-2", level="note")])
