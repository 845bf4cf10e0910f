"""HTML export: one self-contained page, without scripts, with the article and its facts linked to each other.

All text of the article, notes and names is passed through ``escape``; ids in the page are numbered, independent of
fact ids. The style sheet is ``data/page.css``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Any, Final

from newsview.describe import (
    MARKS,
    VERDICTS,
    entity_type,
    flat,
    number_about,
    number_kind,
    number_words,
    quote_lead,
    quote_words,
    speaker_words,
    was_words,
)
from newsview.export import html_overview
from newsview.export import page as frame
from newsview.export.html_markup import Mark, marked
from newsview.export.reviewed import Reviewed, finding_decision
from newsview.model.facts import Entity, Fact, Number, Quote, by_kind, is_aside, kind_name, stretches
from newsview.model.finding import MARKS as FINDING_MARKS
from newsview.model.kinds import BY_NAME, PerKind

_HEADINGS = {"headline": "h1", "subhead": "h2"}


def page(reviewed: Reviewed) -> str:
    """The whole page."""
    article = reviewed.article
    keys = _page_ids(reviewed)
    body = [
        '<a class="skip" href="#facts">Go to the facts</a>',
        *_head(reviewed),
        *html_overview.section(reviewed, keys),
        "<main>",
        *_article(reviewed, keys),
        *_lists(reviewed, keys),
        "</main>",
    ]
    title = flat(article.title or article.path or "Article")
    return frame.page(title, "page.css", body, article.language or "en")


def _page_ids(reviewed: Reviewed) -> dict[str, str]:
    """The id in the page, such as ``entity-3``, by fact id."""
    return {
        fact.id: f"{BY_NAME[name].one}-{number}"
        for name, group in by_kind(reviewed.facts).items()
        for number, fact in enumerate(group, 1)
    }


def _head(reviewed: Reviewed) -> Iterator[str]:
    article = reviewed.article
    about = [article.byline, f"published {article.published}" if article.published else None, article.path]
    said = " · ".join(escape(flat(part)) for part in about if part)
    decisions = [decision for decision in map(reviewed.decision, reviewed.in_order()) if decision]
    statuses = [decision.status for decision in decisions]
    changed = sum(1 for decision in decisions if decision.was)
    yield "<header>"
    yield f"<p>{said}</p>" if said else ""
    counts = " · ".join(f"{len(group)} {name}" for name, group in by_kind(reviewed.facts).items())
    yield (
        f"<p>{counts} · {statuses.count('accepted')} accepted · {statuses.count('rejected')} rejected"
        f"{f' · {changed} changed since reviewed' if changed else ''}</p>"
    )
    yield "</header>"


def _article(reviewed: Reviewed, keys: dict[str, str]) -> Iterator[str]:
    article = reviewed.article
    marks = [
        Mark(start, end, f"{keys[fact.id]}-{number}", keys[fact.id], _css_class(reviewed, fact))
        for fact in reviewed.in_order()
        for number, (start, end) in enumerate(stretches(fact), 1)
    ]
    marks += [
        Mark(place.start, place.end, f"finding-{at}-{number}", f"finding-{at}", f"finding {finding.level}")
        for at, finding in enumerate(reviewed.findings, 1)
        for number, place in enumerate(finding.places, 1)
    ]
    yield '<article aria-label="Article">'
    texts = marked(article.text, [(each.start, each.end) for each in article.paragraphs], marks)
    for paragraph, text in zip(article.paragraphs, texts, strict=True):
        tag = _HEADINGS.get(paragraph.role, "p")
        yield f'<{tag} class="{paragraph.role}">{text}</{tag}>'
    yield "</article>"


def _css_class(reviewed: Reviewed, fact: Fact) -> str:
    decision = reviewed.decision(fact)
    rejected = " rejected" if decision and decision.status == "rejected" else ""
    aside = " aside" if is_aside(fact) else ""
    return f"{BY_NAME[kind_name(fact)].one}{aside}{rejected}"


def _lists(reviewed: Reviewed, keys: dict[str, str]) -> Iterator[str]:
    yield '<aside id="facts" aria-label="Facts">'
    yield from _findings(reviewed)
    for name, group in by_kind(reviewed.facts).items():
        title = BY_NAME[name].title
        yield f'<section aria-label="{title}"><h2>{title} <small>{len(group)}</small></h2>'
        yield "<ol>" if group else "<p>none</p>"
        yield from (_fact(reviewed, fact, keys[fact.id]) for fact in group)
        yield "</ol></section>" if group else "</section>"
    yield "</aside>"


def _findings(reviewed: Reviewed) -> Iterator[str]:
    """What deserves a look, before all facts, each with links to its places; nothing where there is none."""
    if not reviewed.findings:
        return
    yield f'<section aria-label="To look at"><h2>To look at <small>{len(reviewed.findings)}</small></h2><ol>'
    for at, finding in enumerate(reviewed.findings, 1):
        decision = reviewed.review.get(finding.id)
        said = " · ".join(
            each for each in (finding_decision(decision), flat((decision and decision.note) or "")) if each
        )
        others = "".join(
            f' <a href="#finding-{at}-{number}">{number}</a>' for number in range(2, len(finding.places) + 1)
        )
        more = f'<span class="more" aria-label="other places">{others}</span>' if others else ""
        rejected = " rejected" if decision and decision.status == "rejected" else ""
        note = f'<p class="note">{escape(said)}</p>' if said else ""
        yield (
            f'<li id="finding-{at}" class="finding {finding.level}{rejected}">'
            f'<span class="mark" title="{finding.level}">{FINDING_MARKS[finding.level]}</span>'
            f'<div><a href="#finding-{at}-1">{escape(flat(finding.message))}</a>'
            f" <small>{escape(flat(finding.check))}</small>{more}"
            f"{note}</div></li>"
        )
    yield "</ol></section>"


def _fact(reviewed: Reviewed, fact: Fact, key: str) -> str:
    decision = reviewed.decision(fact)
    status = decision.status if decision else None
    mark = f'<span class="mark" title="{status or "not reviewed"}">{MARKS[status]}</span>'
    return f'<li id="{key}" class="{_css_class(reviewed, fact)}">{mark}<div>{_WORDS[kind_name(fact)](reviewed, fact, key)}{_decision(reviewed, fact)}</div></li>'


def _entity(reviewed: Reviewed, entity: Entity, key: str) -> str:
    role = f", {flat(entity.role)}" if entity.role else ""
    others = "".join(f' <a href="#{key}-{number}">{number}</a>' for number in range(2, len(entity.mentions) + 1))
    more = f'<span class="more" aria-label="further mentions">{others}</span>' if others else ""
    return f"{_link(key, entity.name)}<small>{escape(role)} · {escape(entity_type(entity))}</small>{more}"


def _quote(reviewed: Reviewed, quote: Quote, key: str) -> str:
    lead = quote_lead(reviewed.name_of, quote) or speaker_words(reviewed.name_of, quote)
    return f"<b>{escape(lead)}</b> <small>{escape(quote.kind)}</small><br>{_link(key, quote_words(quote))}"


def _number(reviewed: Reviewed, number: Number, key: str) -> str:
    about = number_about(number)
    said = f"{number_kind(number)} · {about}" if about else number_kind(number)
    return f"{_link(key, number_words(number))} <small>{escape(said)}</small>"


_WORDS: Final[PerKind[Callable[[Reviewed, Any, str], str]]] = {
    "entities": _entity,
    "quotes": _quote,
    "numbers": _number,
}
"""The description of a fact in the list of its kind, with links to its places in the article."""


def _link(key: str, words: str) -> str:
    return f'<a href="#{key}-1">{escape(flat(words))}</a>'


def _decision(reviewed: Reviewed, fact: Fact) -> str:
    decision = reviewed.decision(fact)
    if decision is None:
        return ""
    source = f" ({flat(decision.source)})" if decision.source else ""
    verdict = f"{VERDICTS[decision.verdict]}{source}" if decision.verdict else ""
    was = was_words(decision.was) if decision.was else ""
    said = " · ".join(part for part in (was, verdict, flat(decision.note or "")) if part)
    return f'<p class="note">{escape(said)}</p>' if said else ""
