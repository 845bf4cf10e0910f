"""Input of the exports: the corrected facts with their decisions, in text order and by paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from newsview.model import corrections
from newsview.model.article import Article
from newsview.model.facts import Analysis, Decision, Fact, Facts, all_facts, changed, is_aside, occurrences
from newsview.model.finding import Finding
from newsview.model.saved_findings import saved_findings


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article with its corrected facts and their review. ``names`` maps entity ids to names."""

    article: Article
    facts: Facts
    review: Mapping[str, Decision]
    names: Mapping[str, str]
    findings: Sequence[Finding] = ()
    """What does not fit in the article, or deserves a look, without notes."""

    def name_of(self, entity: str | None) -> str | None:
        """The name of the entity with the id *entity*; None if there is none."""
        return self.names.get(entity) if entity is not None else None

    def decision(self, fact: Fact) -> Decision | None:
        """The decision on *fact*; None if there is none."""
        return self.review.get(fact.id)

    def in_order(self) -> list[Fact]:
        """All facts in text order; those with the same start in the order of their kinds."""
        return sorted(all_facts(self.facts), key=place)

    def by_paragraph(self) -> list[list[Fact]]:
        """For each paragraph of the article, the facts that begin in it, in text order."""
        found: list[list[Fact]] = [[] for _ in self.article.paragraphs]
        for fact in self.in_order():
            index = self.article.paragraph_index(place(fact)[0])
            if index is not None:
                found[index].append(fact)
        return found


def reviewed(analysis: Analysis, *, aside: bool) -> Reviewed:
    """*analysis* with the edits of its review applied to its facts.

    Facts that are hidden by default (labels, boilerplate, belief and plans) are left out unless *aside*, or reviewed;
    so are dismissed findings.
    """
    facts = corrections.apply(analysis.facts, analysis.review)
    facts = replace(facts, entities=[each for each in facts.entities if each.mentions])
    names = {entity.id: entity.name for entity in facts.entities}
    findings = [
        each
        for each in saved_findings(analysis)
        if each.level != "note" and (aside or not _is_dismissed(analysis.review.get(each.id)))
    ]
    facts = shown(facts, analysis.review, aside=aside)
    return Reviewed(analysis.article, facts, analysis.review, names, findings)


def _is_dismissed(decision: Decision | None) -> bool:
    return decision is not None and decision.status == "rejected"


def shown(facts: Facts, review: Mapping[str, Decision], *, aside: bool) -> Facts:
    """*facts* without those that are hidden by default, unless they were reviewed; all of them with *aside*."""
    if aside:
        return facts
    return changed(facts, lambda _, records: [each for each in records if each.id in review or not is_aside(each)])


def corrected(analysis: Analysis) -> Analysis:
    """*analysis* with its facts corrected; the review is unchanged and still shows the edits."""
    return analysis.with_facts(reviewed(analysis, aside=True).facts)


def place(fact: Fact) -> tuple[int, int]:
    """(start, end) of the first occurrence of *fact* in code points: an entity's first mention."""
    first = occurrences(fact)[0]
    return first.start, first.end


_REACH: Final = 60


def around(text: str, start: int, end: int) -> str:
    """The words around ``text[start:end]``, with marks of a cut."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    return f"{'…' if low else ''}{text[low:high]}{'…' if high < len(text) else ''}"


def finding_decision(decision: Decision | None) -> str:
    """A decision on a finding in words; empty if there is none."""
    return {"accepted": "it is right", "rejected": "dismissed"}.get((decision.status or "") if decision else "", "")
