"""Merging of a review with a new extraction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsview.model.facts import Analysis, Decision, all_facts
from newsview.store.load import load
from newsview.store.merge import merge
from newsview.store.save import save
from tests.making import Maker
from tests.store import samples

EDITED = samples.TEXT.replace("The mayor, Jane Doe, said", "The mayor, Jane Doe, said again that").replace(
    "John Smith", "Meanwhile John Smith"
)


def reviewed(analysis: Analysis, decisions: dict[str, Decision]) -> Analysis:
    return replace(analysis, review=decisions)


def test_decisions_stay_with_their_ids() -> None:
    old = samples.analysis()
    review = {fact.id: Decision(status="accepted", note=fact.id) for fact in all_facts(old)}
    merged = merge(reviewed(old, review), samples.analysis(review={}))
    assert merged.analysis.review == review
    assert merged.moved == {} and merged.orphaned == ()


def test_a_decision_goes_to_the_fact_at_the_same_place() -> None:
    old = samples.analysis()
    number = old.numbers[0]
    longer = samples.number(old.article, "$4.2 million on", kind="money", value=4_200_000, unit="USD")
    merged = merge(reviewed(old, {number.id: Decision(status="rejected")}), replace(old, numbers=(longer,), review={}))
    assert merged.analysis.review == {longer.id: Decision(status="rejected")}
    assert merged.moved == {number.id: longer.id}


def test_a_decision_goes_with_its_words_when_the_sentence_was_edited() -> None:
    old, new = samples.analysis(), samples.analysis(samples.article(EDITED), review={})
    was, now = old.numbers[0], new.numbers[0]
    assert was.id != now.id
    merged = merge(reviewed(old, {was.id: Decision(status="accepted", edits={"value": 5})}), new)
    assert merged.analysis.review == {now.id: Decision(status="accepted", edits={"value": 5})}


def test_decision_never_moves_to_another_kind_or_far_away() -> None:
    far = samples.TEXT + "\n\n" + "Nothing here. " * 100 + "\n\nIt cost $4.2 million again."
    old = samples.analysis(samples.article(far))
    number = old.numbers[0]
    start = far.rindex("$4.2 million")
    sentence = Maker(old.article).sentence(start)
    other = replace(number, id="n-far", start=start, end=start + len(number.text), sentence=sentence)
    quote = Maker(old.article).quote("$4.2 million", speaker=("Doe", None))
    merged = merge(
        reviewed(old, {number.id: Decision(status="accepted")}),
        replace(old, numbers=(other,), quotes=(quote,), review={}),
    )
    assert merged.orphaned == (number.id,)
    assert merged.analysis.review == {number.id: Decision(status="accepted")}


def test_two_decisions_never_go_to_one_fact() -> None:
    old = samples.analysis()
    first = samples.number(old.article, "spend $4.2 million")
    second = samples.number(old.article, "$4.2 million on")
    review = {first.id: Decision(status="accepted"), second.id: Decision(status="rejected")}
    new = replace(old, numbers=(samples.number(old.article, "$4.2 million"),), review={})
    merged = merge(reviewed(replace(old, numbers=(first, second)), review), new)
    assert len(merged.analysis.review) == 2
    assert len(merged.moved) == 1 and len(merged.orphaned) == 1


def test_orphan_is_kept_with_its_fact_and_matched_later() -> None:
    old = samples.analysis()
    quote = old.quotes[1]
    review = {quote.id: Decision(status="accepted", note="her words")}
    merged = merge(reviewed(old, review), replace(old, quotes=(), review={}))
    assert merged.orphaned == (quote.id,)
    assert merged.analysis.review == review
    assert merged.analysis.extra["orphaned"][quote.id]["text"] == "reckless"
    again = merge(merged.analysis, replace(old, quotes=(), review={}))
    assert again.analysis.extra["orphaned"] == merged.analysis.extra["orphaned"]
    back = merge(again.analysis, replace(old, review={}))
    assert back.analysis.review == review
    assert back.orphaned == () and "orphaned" not in back.analysis.extra


def test_merged_entities_and_corrected_speakers_follow_the_ids() -> None:
    old, new = samples.analysis(), samples.analysis(samples.article(EDITED), review={})
    doe, smith = old.entities
    review = {
        doe.id: Decision(edits={"merged_into": smith.id}),
        old.quotes[0].id: Decision(edits={"speaker": {"text": "Doe", "start": 1, "end": 4, "entity": doe.id}}),
        doe.mentions[1].id: Decision(edits={"entity": smith.id}),
    }
    merged = merge(reviewed(old, review), new)
    now_doe, now_smith = new.entities
    assert now_doe.id != doe.id and now_smith.id != smith.id
    assert merged.analysis.review[now_doe.id].edits == {"merged_into": now_smith.id}
    assert merged.analysis.review[new.quotes[0].id].edits["speaker"]["entity"] == now_doe.id
    assert merged.analysis.review[now_doe.mentions[1].id].edits == {"entity": now_smith.id}
    assert merged.orphaned == ()


def test_added_facts_move_to_their_place_in_the_new_text(tmp_path: Path) -> None:
    old = samples.analysis()
    added = replace(samples.number(old.article, "the bus", kind="label"), origin="reviewer")
    whole = replace(old, numbers=(*old.numbers, added), review={added.id: Decision(status="accepted")})
    new = samples.analysis(samples.article(EDITED), review={})
    merged = merge(whole, new)
    (carried,) = (number for number in merged.analysis.numbers if number.origin == "reviewer")
    assert EDITED[carried.start : carried.end] == "the bus"
    assert merged.analysis.review[added.id].status == "accepted"
    path = tmp_path / "x.facts.json"
    save(merged.analysis, path)
    assert load(path).repaired == ()


def test_added_fact_without_its_words_becomes_an_orphan() -> None:
    old = samples.analysis()
    added = replace(samples.number(old.article, "the bus", kind="label"), origin="reviewer")
    new = samples.analysis(samples.article(samples.TEXT.replace("take the bus", "walk")), review={})
    merged = merge(replace(old, numbers=(*old.numbers, added)), new)
    assert added.id in merged.orphaned
    assert merged.analysis.extra["orphaned"][added.id]["text"] == "the bus"


def test_unknown_keys_of_the_old_file_survive() -> None:
    merged = merge(samples.analysis(extra={"future": 1}), samples.analysis(review={}))
    assert merged.analysis.extra == {"future": 1}
    old = samples.analysis()
    odd = replace(old, quotes=[replace(old.quotes[0], extra={"sure": 0.5}), *old.quotes[1:]])
    assert merge(odd, samples.analysis(review={})).analysis.quotes[0].extra == {"sure": 0.5}


@pytest.mark.parametrize("text", ["", "Nothing left.", samples.TEXT[::-1]])
def test_any_edit_of_the_article_loses_no_decision(text: str) -> None:
    old = samples.analysis()
    review = {fact.id: Decision(note=fact.id) for fact in all_facts(old)}
    article = samples.article(text)
    new = samples.analysis(review={}, entities=(), quotes=(), numbers=(), article=article)
    merged = merge(reviewed(old, review), new)
    assert {decision.note for decision in merged.analysis.review.values()} == set(review)


@given(kept=st.sets(st.integers(0, 5)))
def test_every_decision_and_every_note_survives_any_loss_of_facts(kept: set[int]) -> None:
    old = samples.analysis()
    facts = all_facts(old)
    review = {fact.id: Decision(note=fact.id) for fact in facts}
    left = {facts[index].id for index in kept}
    new = replace(
        old,
        entities=tuple(each for each in old.entities if each.id in left),
        quotes=tuple(each for each in old.quotes if each.id in left),
        numbers=tuple(each for each in old.numbers if each.id in left),
        review={},
    )
    merged = merge(reviewed(old, review), new)
    assert sorted(str(decision.note) for decision in merged.analysis.review.values()) == sorted(review)
    assert set(merged.orphaned) == {key for key in merged.analysis.review if key not in left}
