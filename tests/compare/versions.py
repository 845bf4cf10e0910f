"""Versions of articles for the tests of comparisons, with facts made by hand from their words."""

from __future__ import annotations

from collections.abc import Sequence

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
