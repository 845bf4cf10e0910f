"""Versions of articles for the tests of comparisons, with facts made by hand from their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsview.model.facts import Analysis, Entity, Facts, Generator, Number, Quote
from newsview.reading.build_article import build_article
from tests.making import Maker

GENERATOR = Generator(name="newsview", version="0", spacy=None, model=None)


def maker(text: str) -> Maker:
    """A maker of facts of an article with this *text*."""
    return Maker(build_article(text, path="article.txt"))


def version(
    make: Maker, *, numbers: Sequence[Number] = (), quotes: Sequence[Quote] = (), entities: Sequence[Entity] = ()
) -> Analysis:
    """The article of *make* with its facts."""
    facts = Facts(entities=tuple(entities), quotes=tuple(quotes), numbers=tuple(numbers))
    return Analysis.of(make.article, facts, GENERATOR)


QUOTE = "We will not raise the tax on boats in this harbour"


def article(*quotes: tuple[str, str]) -> Analysis:
    """An article in which each of *quotes*, its words and its speaker, is said."""
    make = maker("".join(f"“{words},” {speaker} said.\n\n" for words, speaker in quotes))
    made = [make.quote(words, speaker=(speaker, None), cue="said") for words, speaker in quotes]
    return version(make, quotes=[replace(each, id=f"q-{index}") for index, each in enumerate(made)])
