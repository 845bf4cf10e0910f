"""The facts that are hidden by default: labels, facts of boilerplate paragraphs, reports that are no speech.

Rules of the extraction may mark further facts (``aside``); they stay so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from newsview.model.article import Article
from newsview.model.facts import Fact, Facts, changed, kind_name, occurrences
from newsview.model.kinds import BY_NAME


def with_aside(article: Article, facts: Facts) -> Facts:
    """*facts* of *article* with ``aside`` set on those that are hidden by default.

    An entity is aside if all its mentions are in boilerplate; a reviewer's own fact never is.
    """
    boilerplate = [paragraph for paragraph in article.paragraphs if paragraph.role == "boilerplate"]
    inside = _lookup([(paragraph.start, paragraph.end) for paragraph in boilerplate])

    def marked(fact: Fact) -> Fact:
        """*fact*, aside if a rule says so."""
        if fact.origin == "reviewer" or fact.aside:
            return fact
        aside = _has_aside_value(fact) or all(inside(each.start) for each in occurrences(fact))
        return replace(fact, aside=True) if aside else fact

    return changed(facts, lambda _, records: [marked(fact) for fact in records])


def _lookup(regions: Sequence[tuple[int, int]]) -> Callable[[int], bool]:
    """A function that returns whether an offset is in one of *regions*, which are in text order."""
    starts = [start for start, _ in regions]

    def inside(offset: int) -> bool:
        """Whether *offset* is in one of the regions."""
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < regions[index][1]

    return inside


def _has_aside_value(fact: Fact) -> bool:
    """Whether a field of *fact* has a value with which facts of its kind are hidden wherever they stand."""
    return any(getattr(fact, name) in values for name, values in BY_NAME[kind_name(fact)].aside.items())
