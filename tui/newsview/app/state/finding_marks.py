"""The findings of an article: where each stands, and which mark its facts and sentences get."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsview.model.article import Article
from newsview.model.decisions import Decisions
from newsview.model.finding import LEVELS, MARKS, Finding


class Marked(NamedTuple):
    """The findings that are not dismissed, in text order, and their marks: the gravest one wins."""

    shown: Sequence[Finding]
    facts: Mapping[str, str]
    """Marks by fact id."""
    sentences: Mapping[int, str]
    """Marks by the index of the sentence."""
    about: Mapping[str, Sequence[Finding]]
    """The findings by the ids of the facts at their places."""
    counts: Mapping[str, int]
    """How many there are by their mark, the gravest first."""


class Findings:
    """The findings of an article in text order; notes are left out."""

    def __init__(self, article: Article, found: Iterable[Finding]) -> None:
        every = list(found)
        self.ids = frozenset(finding.id for finding in every)
        """The ids of all findings, notes included."""
        self.all = [finding for finding in every if finding.level != "note"]
        self.by_id = {finding.id: finding for finding in self.all}
        self._order = {finding.id: number for number, finding in enumerate(self.all)}
        self._sentences = {
            finding.id: [article.sentence_index(place.start) for place in finding.places] for finding in self.all
        }
        self._marked: tuple[tuple[Decisions, int], Marked] | None = None

    def marked(self, decisions: Decisions) -> Marked:
        """The findings that are not dismissed, with their marks; made anew when the decisions have changed."""
        of = (decisions, decisions.version)
        if self._marked is None or self._marked[0] != of:
            self._marked = of, self._mark(decisions)
        return self._marked[1]

    def _mark(self, decisions: Decisions) -> Marked:
        shown = [finding for finding in self.all if decisions.status(finding.id) != "rejected"]
        sentences: dict[int, str] = {}
        about: dict[str, list[Finding]] = {}
        for finding in shown:
            for fact in dict.fromkeys(place.fact for place in finding.places):
                if fact is not None:
                    about.setdefault(fact, []).append(finding)
            for sentence in self._sentences[finding.id]:
                if sentence is not None and sentences.get(sentence) != MARKS["contradiction"]:
                    sentences[sentence] = MARKS[finding.level]
        facts = {fact: gravest(found) for fact, found in about.items()}
        counts = {MARKS[level]: sum(each.level == level for each in shown) for level in LEVELS[:2]}
        return Marked(shown, facts, sentences, about, counts)

    def number(self, finding: str) -> int:
        """The number of a finding (its id) in text order, from 0."""
        return self._order[finding]


def gravest(findings: Iterable[Finding]) -> str:
    """The mark of the gravest of *findings*, of which there is one at least."""
    return MARKS[min((finding.level for finding in findings), key=LEVELS.index)]
