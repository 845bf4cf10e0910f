"""Plain-text export for a pager or a screen reader: one paragraph or fact a line, without drawing or colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsview.describe import decision_words, fact_words, flat
from newsview.export.reviewed import Reviewed
from newsview.model.facts import Fact, by_kind, occurrences
from newsview.model.kinds import BY_NAME


def plain_text(reviewed: Reviewed) -> str:
    """The article's paragraphs, then its entities, quotes and numbers, one a line with the number of its sentence."""
    article = reviewed.article
    lines = [flat(article.text[each.start : each.end]) + "\n" for each in article.paragraphs]
    for name, facts in by_kind(reviewed.facts).items():
        lines += [f"{BY_NAME[name].title}: {len(facts) or 'none'}", *_lines(reviewed, facts), ""]
    return "\n".join(lines)


def _lines(reviewed: Reviewed, facts: Sequence[Fact]) -> Iterator[str]:
    for number, fact in enumerate(facts, 1):
        words = fact_words(reviewed.name_of, fact)
        places = occurrences(fact)
        where = f"{len(places)} mentions, first in" if len(places) > 1 else "in"
        sentence = places[0].sentence
        decision = reviewed.decision(fact)
        said = f"; {decision_words(decision)}" if decision else ""
        yield f"{number}. {words}; {where} sentence {sentence.removeprefix('s')}{said}"
