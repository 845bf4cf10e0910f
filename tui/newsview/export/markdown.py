"""Markdown export: a review sheet of the article, with the facts, checkboxes, decisions and notes under each paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newsview.describe import decision_words, fact_words, flat
from newsview.export.reviewed import Reviewed, around, finding_decision
from newsview.model.article import Article
from newsview.model.facts import Decision, Fact, kind_name, occurrences
from newsview.model.finding import MARKS
from newsview.model.kinds import BY_NAME

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|$]")
"""Characters with a meaning anywhere in a line: CommonMark, GitHub's tables and strikethrough, formulas."""

_BEGINNING = re.compile(r"\A(?:[#+=-]|\d{1,9}(?=[.)]))")
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
"""Text that GitHub turns into a link without markup."""


def sheet(reviewed: Reviewed) -> str:
    """The whole sheet. Text of the article and of notes is escaped: it never acts as Markdown or HTML."""
    article = reviewed.article
    lines = [f"# {escaped(article.title or article.path or 'Article')}", "", *_about(article), _progress(reviewed), ""]
    lines += _findings(reviewed)
    for paragraph, facts in zip(article.paragraphs, reviewed.by_paragraph(), strict=True):
        lines += [f"> {escaped(article.text[paragraph.start : paragraph.end])}", ""]
        if facts:
            lines += [*(line for fact in facts for line in _fact(reviewed, fact)), ""]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """*text* on one line, escaped so that Markdown shows it verbatim."""
    line = _SPECIAL.sub(lambda match: "\\" + match[0], flat(text))
    line = _LINK.sub(lambda match: f"{match[1] or match[3]}\\{match[2] or match[4]}", line)
    first = _BEGINNING.match(line)
    if first is None:
        return line
    return f"\\{line}" if not first[0].isdigit() else f"{first[0]}\\{line[first.end() :]}"


def _about(article: Article) -> Iterator[str]:
    parts = [article.byline, article.published, article.path]
    said = " · ".join(escaped(part) for part in parts if part)
    if said:
        yield said
        yield ""


def _progress(reviewed: Reviewed) -> str:
    facts = reviewed.in_order()
    statuses = [decision.status for decision in map(reviewed.decision, facts) if decision]
    accepted, rejected = statuses.count("accepted"), statuses.count("rejected")
    changed = sum(1 for decision in map(reviewed.decision, facts) if decision and decision.was)
    since = f" {changed} changed since reviewed." if changed else ""
    to_go = len(facts) - accepted - rejected
    return f"{len(facts)} facts: {accepted} accepted, {rejected} rejected, {to_go} to go.{since}"


def _findings(reviewed: Reviewed) -> Iterator[str]:
    """What deserves a look, before the article: a line for each finding, and one for each of its places."""
    if not reviewed.findings:
        return
    yield from ("## To look at", "")
    for finding in reviewed.findings:
        decision = reviewed.review.get(finding.id)
        box = "x" if decision and decision.status else " "
        said = f" — {finding_decision(decision)}" if decision and decision.status else ""
        yield f"- [{box}] **{escaped(MARKS[finding.level])} {escaped(finding.check)}** {escaped(finding.message)}{said}"
        for place in finding.places:
            yield f"  - {escaped(around(reviewed.article.text, place.start, place.end))}"
        if decision and decision.note:
            yield f"  - note: {escaped(decision.note)}"
    yield ""


def _fact(reviewed: Reviewed, fact: Fact) -> Iterator[str]:
    decision = reviewed.decision(fact)
    box = "x" if decision and decision.status else " "
    words = escaped(fact_words(reviewed.name_of, fact))
    if len(occurrences(fact)) > 1:
        words += f" · {len(occurrences(fact))}×"
    yield f"- [{box}] **{BY_NAME[kind_name(fact)].label}** {words}{_decision(decision)}"
    if decision and decision.note:
        yield f"  - note: {escaped(decision.note)}"


def _decision(decision: Decision | None) -> str:
    if decision is None or not (decision.status or decision.verdict or decision.was):
        return ""
    return f" — {escaped(decision_words(replace(decision, note=None)))}"
