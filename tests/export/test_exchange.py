"""Exchange formats: W3C Web Annotations, ClaimReview and brat standoff, each by the rules of its format."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import orjson
import pytest

from newsview.export.annotations import annotation_page
from newsview.export.brat import standoff
from newsview.export.claimreview import claim_reviews
from newsview.export.formats import rendered
from newsview.export.reviewed import Reviewed, reviewed
from newsview.model.facts import Analysis, Decision
from newsview.model.finding import Finding, Place
from tests.cli.command import newsview
from tests.export.article import REVIEW, analysis, denial, with_aside

# the parts of the W3C's Web Annotation Data Model (2017) that are used: what it says must be, and nothing else
IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[A-Za-z0-9:/?#\[\]@!$&'()*+,;=%._~-]+$"}
ANNOTATIONS: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "partOf": {"type": "object", "required": ["id", "type"], "properties": {"id": IRI}},
        "startIndex": {"type": "integer", "minimum": 0},
        "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target"],
            "additionalProperties": False,
            "properties": {
                "id": IRI,
                "type": {"const": "Annotation"},
                "motivation": {"enum": ["assessing", "identifying", "commenting", "describing", "tagging"]},
                "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"},
                "body": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/body"}},
                "target": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/target"}},
            },
        },
        "body": {
            "type": "object",
            "required": ["type", "value"],
            "additionalProperties": False,
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "format": {"const": "text/plain"},
                "purpose": {"enum": ["assessing", "commenting", "describing", "tagging"]},
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "additionalProperties": False,
            "properties": {"source": IRI, "selector": {"type": "array", "items": {"$ref": "#/$defs/selector"}}},
        },
        "selector": {
            "oneOf": [
                {
                    "type": "object",
                    "required": ["type", "start", "end"],
                    "additionalProperties": False,
                    "properties": {
                        "type": {"const": "TextPositionSelector"},
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 0},
                    },
                },
                {
                    "type": "object",
                    "required": ["type", "exact"],
                    "additionalProperties": False,
                    "properties": {
                        "type": {"const": "TextQuoteSelector"},
                        "exact": {"type": "string"},
                        "prefix": {"type": "string"},
                        "suffix": {"type": "string"},
                    },
                },
            ]
        },
    },
}

# schema.org: the properties of ClaimReview, Claim, Rating and NewsArticle that are used, with the types they expect
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
CLAIM_REVIEW: dict[str, Any] = {
    "type": "object",
    "required": ["@context", "@graph"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {"type": "array", "items": {"$ref": "#/$defs/review"}},
    },
    "$defs": {
        "review": {
            "type": "object",
            "required": ["@type", "claimReviewed", "itemReviewed", "reviewRating"],
            "additionalProperties": False,
            "properties": {
                "@type": {"const": "ClaimReview"},
                "@id": IRI,
                "claimReviewed": {"type": "string", "minLength": 1},
                "citation": {"type": "string"},
                "reviewBody": {"type": "string"},
                "datePublished": DAY,
                "itemReviewed": {"$ref": "#/$defs/claim"},
                "reviewRating": {"$ref": "#/$defs/rating"},
            },
        },
        "claim": {
            "type": "object",
            "required": ["@type", "appearance"],
            "additionalProperties": False,
            "properties": {
                "@type": {"const": "Claim"},
                "datePublished": DAY,
                "author": {
                    "type": "object",
                    "required": ["@type", "name"],
                    "properties": {"@type": {"enum": ["Person", "Thing"]}, "name": {"type": "string"}},
                },
                "appearance": {
                    "type": "object",
                    "required": ["@type"],
                    "additionalProperties": False,
                    "properties": {
                        "@type": {"const": "NewsArticle"},
                        "@id": IRI,
                        "url": IRI,
                        "headline": {"type": "string"},
                        "datePublished": DAY,
                    },
                },
            },
        },
        "rating": {
            "type": "object",
            "required": ["@type", "alternateName"],
            "additionalProperties": False,
            "dependentRequired": {"ratingValue": ["bestRating", "worstRating"]},
            "properties": {
                "@type": {"const": "Rating"},
                "alternateName": {"enum": ["true", "false", "unclear"]},
                "ratingValue": {"type": "integer", "minimum": 1, "maximum": 5},
                "bestRating": {"const": 5},
                "worstRating": {"const": 1},
            },
        },
    },
}

FINDING = Finding(
    id="f-1", check="weekday", code="D501", level="look", message="odd", places=[Place(text="Jane", start=34, end=38)]
)


def sample(review: dict[str, Decision] | None = REVIEW) -> Reviewed:
    return reviewed(analysis(review), aside=True)


@pytest.mark.parametrize("each", [analysis(REVIEW), denial(), with_aside()], ids=["reviewed", "denial", "aside"])
def test_annotations_follow_the_data_model(each: Analysis) -> None:
    page = annotation_page(reviewed(each, aside=True), [FINDING])
    jsonschema.validate(page, ANNOTATIONS)
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids) == page["partOf"]["total"]


def test_selectors_find_the_words_by_position_and_by_their_surroundings() -> None:
    given = sample()
    text = given.article.text
    for item in annotation_page(given, [])["items"]:
        for target in item["target"]:
            position, words = target["selector"]
            assert text[position["start"] : position["end"]] == words["exact"]
            assert words["prefix"] + words["exact"] + words["suffix"] in text


def test_verdicts_and_findings_are_annotations_of_their_own() -> None:
    items = annotation_page(sample(), [FINDING])["items"]
    assessing = [item["body"][0]["value"] for item in items if item["motivation"] == "assessing"]
    assert assessing == ["claim false, by council <minutes>", "odd"]


def test_a_quote_in_two_parts_has_two_targets() -> None:
    items = annotation_page(sample(), [])["items"]
    assert max(len(item["target"]) for item in items) == 2


def test_source_is_the_web_address_if_there_is_one() -> None:
    given = sample()
    article = replace(given.article, metadata={"url": "https://example.org/a b"})
    page = annotation_page(replace(given, article=article), [])
    assert page["items"][0]["target"][0]["source"] == "https://example.org/a%20b"
    jsonschema.validate(page, ANNOTATIONS)


def test_source_of_a_file_is_an_iri_and_its_path_a_label() -> None:
    given = sample()
    page = annotation_page(replace(given, article=replace(given.article, path="news/a b.txt")), [])
    assert page["partOf"]["label"] == "news/a b.txt"
    assert page["items"][0]["target"][0]["source"] == f"urn:newsview:{given.article.sha256[:32]}:text"


def test_claim_reviews_are_of_schema_org() -> None:
    found = claim_reviews(sample())
    jsonschema.validate(found, CLAIM_REVIEW)
    (review,) = found["@graph"]
    assert review["claimReviewed"] == "“We cannot wait, … not for 10 years.”"
    assert review["itemReviewed"]["author"]["name"] == "@Jane Doe | mayor"
    assert review["reviewRating"]["ratingValue"] == 1 and review["citation"] == "council <minutes>"


def test_number_is_reviewed_by_its_sentence_and_unclear_without_a_rating() -> None:
    found = claim_reviews(sample({"n-money": Decision(verdict="unclear", at="2024-05-17T08:00:00+00:00")}))
    jsonschema.validate(found, CLAIM_REVIEW)
    (review,) = found["@graph"]
    assert review["claimReviewed"].startswith("Jane Doe, the mayor, said that the city would spend about $4.2 million")
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "unclear"}
    assert review["datePublished"] == "2024-05-17"


def test_rejected_facts_and_facts_without_a_verdict_are_not_reviewed() -> None:
    review = {"n-money": Decision(status="rejected", verdict="true"), "q-wait": Decision(status="accepted")}
    assert claim_reviews(sample(review))["@graph"] == []


_LINES = {
    "T": re.compile(r"T\d+\t[A-Za-z0-9_-]+ \d+ \d+(?:;\d+ \d+)*\t[^\n]+"),
    "R": re.compile(r"R\d+\t[A-Za-z0-9_-]+ Arg1:T\d+ Arg2:T\d+"),
    "A": re.compile(r"A\d+\t[A-Za-z0-9_-]+ T\d+ [A-Za-z0-9_-]+"),
    "#": re.compile(r"#\d+\tAnnotatorNotes T\d+\t[^\n]+"),
    "*": re.compile(r"\*\tEquiv T\d+(?: T\d+)+"),
}
"""The lines of brat's standoff format, by their first character."""


@pytest.mark.parametrize("each", [analysis(REVIEW), denial(), with_aside()], ids=["reviewed", "denial", "aside"])
def test_every_line_of_the_standoff_is_of_the_format(each: Analysis) -> None:
    given = reviewed(each, aside=True)
    text = given.article.text
    lines = standoff(given).splitlines()
    assert all(_LINES[line[0]].fullmatch(line) for line in lines), lines
    spans = {}
    for line in lines:
        if line[0] == "T":
            name, where, words = line.split("\t")
            fragments = [tuple(map(int, part.split())) for part in where.partition(" ")[2].split(";")]
            assert " ".join(text[start:end] for start, end in fragments) == words
            spans[name] = words
    assert {name for line in lines for name in re.findall(r"\bT\d+", line.partition("\t")[2])} <= spans.keys()


def test_standoff_relates_quotes_to_speakers_and_has_the_stance() -> None:
    lines = standoff(reviewed(denial(), aside=True)).splitlines()
    assert lines == [
        "T1\tPERSON 6 15\tJane Holt",
        "#1\tAnnotatorNotes T1\tJane Holt · person",
        "T2\tQuote-indirect 28 56\tthe city had lost $4 million",
        "A1\tStance T2 states",
        "#2\tAnnotatorNotes T2\tJane Holt denied: the city had lost $4 million · indirect quote",
        "R1\tSpeaker Arg1:T2 Arg2:T1",
    ]


def test_a_fact_over_several_lines_is_discontinuous() -> None:
    given = sample(None)
    quote = replace(given.facts.quotes[1], content=[replace(given.facts.quotes[1].content[0], start=0, end=50)])
    text = standoff(replace(given, facts=replace(given.facts, quotes=[quote])))
    assert "0 29;31 50\tCouncil backs <b>bus</b> plan Jane Doe, the mayor" in text


@pytest.mark.parametrize("name", ["annotations", "claimreview"])
def test_exchange_formats_are_json(name: str) -> None:
    assert orjson.loads(rendered(analysis(REVIEW), name))["@context"]


@pytest.mark.model
def test_exported_annotations_have_the_findings_of_the_checks(tmp_path: Path) -> None:
    (tmp_path / "trial.txt").write_text("The trial began on Tuesday, 14 March 2024. Nobody came.\n")
    done = newsview("extract", "trial.txt", "--format", "annotations", cwd=tmp_path)
    page = orjson.loads(done.stdout)
    jsonschema.validate(page, ANNOTATIONS)
    assert "14 March 2024 was a Thursday" in [item["body"][0]["value"] for item in page["items"]]
