"""ClaimReview (schema.org JSON-LD) of the claims that were judged true, false or unclear, with their sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from newsview.describe import flat, quote_words
from newsview.export.annotations import source, web_address
from newsview.export.reviewed import Reviewed
from newsview.model.article import Article
from newsview.model.facts import Decision, Fact, Quote, start_of

Json = dict[str, Any]

_RATINGS: Final[dict[str, int]] = {"true": 5, "false": 1}
"""Ratings from 1, the worst, to 5; what is unclear has none."""


def claim_reviews(reviewed: Reviewed) -> Json:
    """The reviews of one article, in text order. Facts whose extraction was rejected are none."""
    return {"@context": "https://schema.org", "@graph": list(_reviews(reviewed))}


def _reviews(reviewed: Reviewed) -> Iterator[Json]:
    for fact in reviewed.in_order():
        decision = reviewed.decision(fact)
        if decision is not None and decision.verdict is not None and decision.status != "rejected":
            yield _review(reviewed, fact, decision, decision.verdict)


def _review(reviewed: Reviewed, fact: Fact, decision: Decision, verdict: str) -> Json:
    review: Json = {
        "@type": "ClaimReview",
        "@id": f"urn:newsview:{reviewed.article.sha256[:32]}:{fact.id}/review",
        "claimReviewed": _claim(reviewed, fact),
        "itemReviewed": _item(reviewed, fact),
        "reviewRating": _rating(verdict),
    }
    if decision.at:
        review["datePublished"] = decision.at[:10]
    if decision.source:
        review["citation"] = flat(decision.source)
    if decision.note:
        review["reviewBody"] = flat(decision.note)
    return review


def _rating(verdict: str) -> Json:
    rating: Json = {"@type": "Rating", "alternateName": verdict}
    if verdict in _RATINGS:
        rating.update(ratingValue=_RATINGS[verdict], bestRating=5, worstRating=1)
    return rating


def _claim(reviewed: Reviewed, fact: Fact) -> str:
    """The words of a quote, else the sentence that states the fact."""
    if isinstance(fact, Quote):
        return quote_words(fact)
    index = reviewed.article.sentence_index(start_of(fact))
    if index is None:
        return flat(reviewed.article.text[start_of(fact) :][:200])
    sentence = reviewed.article.sentences[index]
    return flat(reviewed.article.text[sentence.start : sentence.end])


def _item(reviewed: Reviewed, fact: Fact) -> Json:
    """The claim with who made it, if somebody is quoted, and the article in which it appears."""
    item: Json = {"@type": "Claim", "appearance": _appearance(reviewed.article)}
    if isinstance(fact, Quote) and fact.speaker is not None:
        name = reviewed.name_of(fact.speaker.entity) or fact.speaker.text
        types = {entity.id: entity.type for entity in reviewed.facts.entities}
        kind = "Person" if types.get(fact.speaker.entity or "") == "PERSON" else "Thing"
        item["author"] = {"@type": kind, "name": flat(name)}
    if reviewed.article.published:
        item["datePublished"] = reviewed.article.published
    return item


def _appearance(article: Article) -> Json:
    found: Json = {"@type": "NewsArticle", "@id": source(article)}
    if web_address(article) is not None:
        found["url"] = web_address(article)
    if article.title:
        found["headline"] = flat(article.title)
    if article.published:
        found["datePublished"] = article.published
    return found
