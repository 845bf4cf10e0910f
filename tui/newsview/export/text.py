"""Plain-text export for a pager or a screen reader: one sentence or fact a line, without drawing or colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsview.describe import decision_words, fact_words, flat
from newsview.export.reviewed import Reviewed
from newsview.model.article import Article
from newsview.model.facts import Fact, by_kind, occurrences
from newsview.model.kinds import BY_NAME


def plain_text(reviewed: Reviewed) -> str:
    """The article's sentences with their numbers, then its entities, quotes and numbers with sentence and id."""
    lines = list(_sentences(reviewed.article))
    for name, facts in by_kind(reviewed.facts).items():
        lines += [f"{BY_NAME[name].title}: {len(facts) or 'none'}", *_lines(reviewed, facts), ""]
    return "\n".join(lines)


def _sentences(article: Article) -> Iterator[str]:
    """A line for each sentence of *article*: its number and its text; an empty line after each paragraph."""
    for number, sentence in enumerate(article.sentences, 1):
        yield f"{sentence.id.removeprefix('s')} {flat(article.text[sentence.start : sentence.end])}"
        if number == len(article.sentences) or article.sentences[number].paragraph != sentence.paragraph:
            yield ""


def _lines(reviewed: Reviewed, facts: Sequence[Fact]) -> Iterator[str]:
    for number, fact in enumerate(facts, 1):
        words = fact_words(reviewed.name_of, fact)
        places = occurrences(fact)
        where = f"{len(places)} mentions, first in" if len(places) > 1 else "in"
        sentence = places[0].sentence
        decision = reviewed.decision(fact)
        said = f"; {decision_words(decision)}" if decision else ""
        yield f"{number}. {words}; {where} sentence {sentence.removeprefix('s')} [{fact.id}]{said}"
