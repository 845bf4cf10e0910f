"""Decisions on changed facts: out of force, preserved, reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from newsview.describe import decision_words
from newsview.model.article import Article
from newsview.model.facts import Analysis, Decision, Entity, Facts, Number, Quote, Range, Speaker, Was
from newsview.store.journal import Journal
from newsview.store.load import load
from newsview.store.merge import merge
from newsview.store.save import facts_bytes, save
from newsview.store.session import Session
from tests.making import Maker
from tests.store import samples

ACCEPTED = Decision(
    status="accepted", verdict="true", source="budget, p. 3", note="call her", edits={"per": "year"}, at="2024-05-01"
)
OUT = Decision(
    note="call her",
    edits={"per": "year"},
    at="2024-05-01",
    was=Was(
        text="$4.2 million",
        value=4_200_000,
        status="accepted",
        verdict="true",
        source="budget, p. 3",
        at="2024-05-01",
    ),
)


def of_number(change: Callable[[Number], Number], decision: Decision = ACCEPTED) -> Decision:
    """The decision on the sample's first number, once a new extraction has found it as *change* makes it."""
    old = samples.analysis()
    number = old.numbers[0]
    new = replace(old, numbers=(change(number), *old.numbers[1:]), review={})
    return merge(replace(old, review={number.id: decision}), new).analysis.review[number.id]


def of_quote(change: Callable[[Quote], Quote]) -> Decision:
    old = samples.analysis()
    quote = old.quotes[0]
    new = replace(old, quotes=(change(quote), *old.quotes[1:]), review={})
    return merge(replace(old, review={quote.id: Decision(status="rejected")}), new).analysis.review[quote.id]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("value", 4_300_000),
        ("value_max", 5_000_000),
        ("unit", "CAD"),
        ("per", "year"),
        ("modifier", "<="),
        ("trend", "up"),
        ("iso", "2024-05"),
    ],
)
def test_a_number_with_another_value_takes_status_and_verdict_out_of_force(field: str, value: Any) -> None:
    assert of_number(lambda number: replace(number, **{field: value})) == OUT


def test_unchanged_quantity_keeps_decision_in_force() -> None:
    assert of_number(lambda number: replace(number, value=4_200_000.0, vague=True, subject=None)) is ACCEPTED
    assert of_number(lambda number: replace(number, value=1), Decision(note="later")) == Decision(note="later")


def test_a_number_without_a_value_is_its_words() -> None:
    text = "The crew of flight 212 rested."
    changed = text.replace("212", "217")
    old, new = samples.article(text), samples.article(changed)
    was, now = Maker(old).number("212", "label"), Maker(new).number("217", "label")
    merged = merge(_bare(old, was, {was.id: Decision(status="accepted")}), _bare(new, now, {}))
    assert merged.analysis.review == {now.id: Decision(was=Was(text="212", status="accepted"))}


def _bare(article: Article, number: Number, review: dict[str, Decision]) -> Analysis:
    return Analysis.of(article, Facts(numbers=(number,)), samples.OLD.generator, review)


def test_number_changed_in_edited_article_is_out_of_force() -> None:
    before = "The firm put its sales at $9.8 billion last year."
    old, new = samples.article(before), samples.article(before.replace("$9.8", "$7.7"))
    was = Maker(old).number("$9.8 billion", "money", value=9.8e9, unit="USD")
    now = Maker(new).number("$7.7 billion", "money", value=7.7e9, unit="USD")
    decision = Decision(status="accepted", verdict="true", source="annual report", at="2024-05-01")
    merged = merge(_bare(old, was, {was.id: decision}), _bare(new, now, {}))
    assert merged.moved == {was.id: now.id}
    kept = merged.analysis.review[now.id]
    assert (kept.status, kept.verdict, kept.source) == (None, None, None)
    assert decision_words(kept) == "not reviewed · was true for $9.8 billion, by annual report"
    # what can be undone or made again is about the new fact too
    assert merged.carried(was.id, Decision(status="rejected")).status is None
    again = merge(merged.analysis, replace(_bare(new, now, {}), numbers=(replace(now, value=7.8e9),)))
    assert again.analysis.review[now.id] == kept


def test_changed_content_or_speaker_is_out_of_force() -> None:
    shorter = of_quote(lambda quote: replace(quote, content=(Range(start=quote.start, end=quote.start + 6),)))
    assert shorter == Decision(was=Was(text="We cannot wait,", value="Jane Doe", status="rejected"))
    smith = samples.analysis().entities[1]

    def said_by_smith(quote: Quote) -> Quote:
        return replace(quote, speaker=Speaker(text="Smith", start=0, end=5, entity=smith.id))

    assert of_quote(said_by_smith) == shorter
    assert of_quote(lambda quote: replace(quote, speaker=None)) == shorter


def test_equivalent_quote_keeps_decision_in_force() -> None:
    def without_comma(quote: Quote) -> Quote:
        return replace(quote, content=(Range(start=quote.start, end=quote.end - 1),), cue=None)

    assert of_quote(without_comma) == Decision(status="rejected")
    assert of_quote(lambda quote: replace(quote, kind="mixed")) == Decision(status="rejected")


def test_a_speaker_whose_first_mention_was_edited_is_still_the_same() -> None:
    old = samples.analysis()
    edited = samples.TEXT.replace("The mayor, Jane Doe, said", "The mayor, Jane Doe, said again that")
    new = samples.analysis(samples.article(edited), review={})
    assert new.entities[0].id != old.entities[0].id and new.quotes[0].id == old.quotes[0].id
    review = {old.quotes[0].id: Decision(status="accepted")}
    assert merge(replace(old, review=review), new).analysis.review == review


@pytest.mark.parametrize("change", [{"name": "Jane Q. Doe"}, {"type": "ORG"}])
def test_changed_name_or_type_is_out_of_force(change: dict[str, Any]) -> None:
    old = samples.analysis()
    doe = old.entities[0]
    decision = Decision(status="accepted", edits={"role": "mayor"})
    new = replace(old, entities=(replace(doe, **change), *old.entities[1:]), review={})
    out = merge(replace(old, review={doe.id: decision}), new).analysis.review[doe.id]
    assert out == Decision(edits={"role": "mayor"}, was=Was(text="Jane Doe", value="PERSON", status="accepted"))
    other = replace(old, entities=(replace(doe, role="mayor", mentions=doe.mentions[:1]),), review={})
    assert merge(replace(old, review={doe.id: decision}), other).analysis.review == {doe.id: decision}


def test_decision_out_of_force_records_the_corrected_fact() -> None:
    out = of_number(lambda number: replace(number, value=1), replace(ACCEPTED, edits={"value": 4_250_000}))
    assert out.was is not None and out.was.value == 4_250_000 and out.edits == {"value": 4_250_000}


def test_orphan_matched_to_changed_fact_is_out_of_force() -> None:
    old = samples.analysis()
    number = old.numbers[0]
    away = merge(replace(old, review={number.id: ACCEPTED}), replace(old, numbers=(), review={})).analysis
    assert away.review == {number.id: ACCEPTED}
    back = replace(old, numbers=(replace(number, value=5),), review={})
    assert merge(away, back).analysis.review == {number.id: OUT}


def test_saved_file_has_was_only_if_set(tmp_path: Path) -> None:
    without = samples.analysis(review={"n-1": ACCEPTED})
    plain = orjson.loads(facts_bytes(without))
    assert list(plain["review"]["n-1"]) == ["status", "verdict", "source", "note", "edits", "at"]
    path = tmp_path / "buses.facts.json"
    path.write_bytes(facts_bytes(without))
    assert facts_bytes(load(path).analysis) == path.read_bytes()
    path.write_bytes(facts_bytes(samples.analysis(review={"n-1": OUT})))
    assert load(path).analysis.review == {"n-1": OUT}
    assert orjson.loads(path.read_bytes())["review"]["n-1"]["was"] == {
        "text": "$4.2 million",
        "value": 4_200_000,
        "status": "accepted",
        "verdict": "true",
        "source": "budget, p. 3",
        "at": "2024-05-01",
    }


def test_journal_has_was(tmp_path: Path) -> None:
    journal = Journal.open(samples.article(), tmp_path)
    journal.append({"n-1": OUT})
    journal.close()
    again = Journal.open(samples.article(), tmp_path)
    assert again.recovered.decisions == {"n-1": OUT}
    again.close()


def test_article_edited_while_closed_opens_with_decisions_out_of_force(tmp_path: Path) -> None:
    text = "The firm put its sales at $9.8 billion last year."
    old = samples.article(text, str(tmp_path / "firm.txt"))
    was = Maker(old).number("$9.8 billion", "money", value=9.8e9, unit="USD")
    decision = Decision(status="accepted", verdict="true")
    save(_bare(old, was, {was.id: decision}), tmp_path / "firm.facts.json")
    new = samples.article(text.replace("$9.8", "$7.7"), old.path)
    now = Maker(new).number("$7.7 billion", "money", value=7.7e9, unit="USD")
    session = Session(new, journals=tmp_path / "journals")
    assert session.before.stale and session.before.analysis is not None
    settled = session.merge(_bare(new, now, dict(session.before.analysis.review)))
    session.close()
    said = settled.analysis.review[now.id]
    assert said == Decision(was=Was(text="$9.8 billion", value=9.8e9, status="accepted", verdict="true"))


def test_save_during_extraction_keeps_old_facts_for_comparison(tmp_path: Path) -> None:
    text = "The firm put its sales at $9.8 billion last year."
    old = samples.article(text, str(tmp_path / "firm.txt"))
    was = Maker(old).number("$9.8 billion", "money", value=9.8e9, unit="USD")
    new = samples.article(text.replace("$9.8", "$7.7"), old.path)
    now = Maker(new).number("$7.7 billion", "money", value=7.7e9, unit="USD")
    session = Session(old, journals=tmp_path / "journals")
    session.merge(_bare(old, was, {}))
    turned = session.switch_text(new, _bare(old, was, {was.id: Decision(status="accepted")}))
    review = dict(turned.analysis.review)
    session.save(Analysis.of(new, Facts(), samples.OLD.generator, review))
    session.save(_bare(new, now, review))
    settled = session.merge(_bare(new, now, review), Facts(numbers=(now,)))
    session.close()
    out = Decision(was=Was(text="$9.8 billion", value=9.8e9, status="accepted"))
    assert settled.analysis.review == {now.id: out} and settled.orphaned == ()


def test_decision_on_fact_of_partial_extraction_is_compared(tmp_path: Path) -> None:
    whole = samples.analysis(review={})
    quote = replace(whole.quotes[0], speaker=None)
    review = {quote.id: Decision(status="accepted"), whole.quotes[1].id: Decision(status="accepted")}
    session = Session(whole.article, journals=tmp_path)
    shown = replace(whole.facts, quotes=(quote, *whole.quotes[1:]))
    settled = session.merge(replace(whole, review=review), shown)
    session.close()
    assert settled.analysis.review == {
        quote.id: Decision(was=Was(text="We cannot wait,", status="accepted")),
        whole.quotes[1].id: Decision(status="accepted"),
    }


def test_facts_of_different_kinds_are_never_equal() -> None:
    old = samples.analysis()
    doe = old.entities[0]
    assert isinstance(doe, Entity)
    number = replace(old.numbers[0], id=doe.id)
    merged = merge(
        replace(old, review={doe.id: Decision(status="accepted")}),
        replace(old, entities=(), quotes=(), numbers=(number,), review={}),
    )
    assert merged.analysis.review[doe.id].status is None
