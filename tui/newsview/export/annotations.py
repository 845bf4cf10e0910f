"""W3C Web Annotations (JSON-LD): facts, findings and verdicts as annotations of the article's text.

A place is selected by position, in code points of ``article.text``, and by its words with those around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote as percent_encoded

from newsview.describe import fact_words, flat
from newsview.export.reviewed import Reviewed
from newsview.model.article import Article
from newsview.model.facts import Decision, Fact, kind_name, stretches, subtype
from newsview.model.finding import Finding
from newsview.model.kinds import BY_NAME

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32
"""Characters of the text before and behind a place by which it is found again."""

Json = dict[str, Any]


def annotation_page(reviewed: Reviewed, findings: Sequence[Finding]) -> Json:
    """The annotation page of one article: its facts and the verdicts on them in text order, then its *findings*."""
    items = [*_facts(reviewed), *(_finding(reviewed.article, finding) for finding in findings)]
    return {
        "@context": CONTEXT,
        "id": _urn(reviewed.article, "page"),
        "type": "AnnotationPage",
        "partOf": {
            "id": _urn(reviewed.article, "facts"),
            "type": "AnnotationCollection",
            "label": flat(reviewed.article.path or reviewed.article.title or "an article"),
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }


def _facts(reviewed: Reviewed) -> Iterator[Json]:
    for fact in reviewed.in_order():
        decision = reviewed.decision(fact)
        target = _targets(reviewed.article, stretches(fact))
        tags = [f"{BY_NAME[kind_name(fact)].one}/{subtype(fact)}"]
        tags += [decision.status] if decision is not None and decision.status else []
        bodies = [_body("describing", fact_words(reviewed.name_of, fact)), *(_body("tagging", tag) for tag in tags)]
        bodies += [_body("commenting", flat(decision.note))] if decision is not None and decision.note else []
        yield _annotation(_urn(reviewed.article, fact.id), "identifying", bodies, target)
        if decision is not None and decision.verdict is not None:
            yield _verdict(reviewed.article, fact, decision, target)


def _verdict(article: Article, fact: Fact, decision: Decision, target: list[Json]) -> Json:
    source = f", by {flat(decision.source)}" if decision.source else ""
    bodies = [_body("assessing", f"claim {decision.verdict}{source}")]
    made = _annotation(_urn(article, f"{fact.id}/verdict"), "assessing", bodies, target)
    return {**made, "created": decision.at} if decision.at else made


def _finding(article: Article, finding: Finding) -> Json:
    bodies = [_body("describing", flat(finding.message)), _body("tagging", f"{finding.level}/{finding.check}")]
    target = _targets(article, [(place.start, place.end) for place in finding.places])
    return _annotation(_urn(article, finding.id), "assessing", bodies, target)


def _annotation(id_: str, motivation: str, bodies: list[Json], target: list[Json]) -> Json:
    return {"id": id_, "type": "Annotation", "motivation": motivation, "body": bodies, "target": target}


def _body(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _targets(article: Article, places: Sequence[tuple[int, int]]) -> list[Json]:
    return [{"source": source(article), "selector": _selectors(article.text, *place)} for place in places]


def _selectors(text: str, start: int, end: int) -> list[Json]:
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
    ]


def source(article: Article) -> str:
    """The IRI of the article: its web address, or the hash of its text; a path would mean nothing elsewhere."""
    return web_address(article) or _urn(article, "text")


def web_address(article: Article) -> str | None:
    """The web address among the article's metadata; None without one."""
    for name in ("url", "link", "address"):
        value = article.metadata.get(name)
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return percent_encoded(value, safe=":/?#[]@!$&'()*+,;=%~", errors="replace")
    return None


def _urn(article: Article, name: str) -> str:
    return f"urn:newsview:{article.sha256[:32]}:{percent_encoded(name, errors='replace')}"
