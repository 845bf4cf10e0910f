"""Findings of an article: all checks on its facts, with stable ids, in text order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from newsview.checks.check import Check
from newsview.checks.evidence import Evidence, Found
from newsview.checks.registry import checks, is_of_others
from newsview.checks.settings import Settings
from newsview.model.article import Article
from newsview.model.facts import Analysis, Facts
from newsview.model.finding import Finding, Level, Place, lowered
from newsview.model.ids import hashed_ids, words

_log = logging.getLogger("newsview")

FAILURES: Final = (
    ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, NameError, OSError, RuntimeError, TypeError,
    ValueError,
)  # fmt: skip
"""What a mistake in a check of another package raises. Want of memory and what ends the process are not of the check."""

OnFailure = Callable[[Check, Exception], None]
"""Called with a check of another package that failed, and its error."""


def _logged(check: Check, error: Exception) -> None:
    _log.warning("%s", failure(check, error))


def failure(check: Check, error: Exception) -> str:
    """What to say of a check of another package that failed."""
    return f"check {check.name} ({check.code}) failed: {type(error).__name__}: {error}"


def findings_of(
    article: Article,
    facts: Facts,
    settings: Settings | None = None,
    run: Sequence[Check] | None = None,
    on_failure: OnFailure = _logged,
) -> list[Finding]:
    """The findings of *article* with its *facts*, in text order.

    *run* are the checks, by default all that are registered; those that the *settings* have off are left out. A check of
    another package that fails has no findings: *on_failure* is told, by default the log.
    """
    settings = settings or Settings()
    evidence = Evidence(article, facts, settings.known)
    found: list[Finding] = []
    for check in checks() if run is None else run:
        if not {check.name, check.code} & settings.off:
            found += _of_others(check, evidence, on_failure) if is_of_others(check) else _of_check(check, evidence)
    found.sort(key=lambda finding: (finding.places[0].start, finding.code))
    return _with_ids(evidence, found)


def findings_in(
    analysis: Analysis,
    settings: Settings | None = None,
    run: Sequence[Check] | None = None,
    on_failure: OnFailure = _logged,
) -> list[Finding]:
    """The findings of *analysis* that its review does not reject, as ``findings_of``; its facts are corrected already."""
    review = analysis.review
    found = findings_of(analysis.article, analysis.facts, settings, run, on_failure)
    return [each for each in found if each.id not in review or review[each.id].status != "rejected"]


def _of_others(check: Check, evidence: Evidence, on_failure: OnFailure) -> list[Finding]:
    """The findings of a check of another package; none if it fails."""
    try:
        return list(_of_check(check, evidence))
    except FAILURES as error:
        on_failure(check, error)
        return []


def _of_check(check: Check, evidence: Evidence) -> Iterator[Finding]:
    for found in check.function(evidence):
        first = found.places[0]
        index = evidence.article.paragraph_index(first.start)
        if index is not None and evidence.article.paragraphs[index].role == "boilerplate":
            continue
        yield Finding(
            id="",
            check=check.name,
            code=check.code,
            level=_level(check, evidence, found),
            message=found.message,
            places=tuple(found.places),
            sum=found.sum,
        )


def _level(check: Check, evidence: Evidence, found: Found) -> Level:
    """The level of the finding: one below that of the check in a quotation, whose speaker may be wrong."""
    level = found.level or check.level
    return lowered(level) if not check.about_words and evidence.is_quoted(found.places[0].start) else level


def _with_ids(evidence: Evidence, found: Sequence[Finding]) -> list[Finding]:
    """*found* with ids of the check and its facts, so that an edit elsewhere does not change them."""
    sentences: dict[int, str] = {}
    keys = (
        "\0".join([finding.code, *(_key(evidence, place, sentences) for place in finding.places)]) for finding in found
    )
    return [replace(finding, id=id_) for finding, id_ in zip(found, hashed_ids("f", keys), strict=True)]


def _key(evidence: Evidence, place: Place, sentences: dict[int, str]) -> str:
    """The id of the fact at *place*, else the words of the place and of its sentence."""
    if place.fact is not None:
        return place.fact
    start, end = evidence.sentence(place.start)
    if start not in sentences:
        text = words(evidence.text[start:end])
        sentences[start] = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{sentences[start]} {words(place.text) or place.text}"
