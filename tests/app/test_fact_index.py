"""Fact index: built in steps, it equals the one built at once."""

from __future__ import annotations

from dataclasses import replace

from newsview.app.state import decide, fact_index, navigation
from newsview.app.state.fact_index import PANES, FactIndex
from newsview.app.state.filters import ORDERS
from newsview.app.state.review import Review
from newsview.model.facts import Decision
from newsview.workers.cooperative import at_once
from tests.app import springfield

ARTICLE = springfield.article()
FACTS = springfield.facts(ARTICLE)


def test_an_index_that_is_built_in_steps_is_the_one_that_is_built_at_once() -> None:
    whole, built = FactIndex(ARTICLE, FACTS), at_once(FactIndex.building(ARTICLE, FACTS))
    assert built.by_id == whole.by_id and built.panes == whole.panes and built.visible == whole.visible
    for sentence in range(len(ARTICLE.sentences)):
        assert built.in_sentence(sentence) == whole.in_sentence(sentence)


def test_facts_out_of_text_order_are_listed_in_it() -> None:
    turned = replace(FACTS, entities=FACTS.entities[::-1], numbers=FACTS.numbers[::-1])
    assert FactIndex(ARTICLE, turned).panes == FactIndex(ARTICLE, FACTS).panes


def test_mentions_out_of_text_order_are_found_in_their_sentences() -> None:
    turned = [replace(each, mentions=each.mentions[::-1]) for each in FACTS.entities]
    index, whole = FactIndex(ARTICLE, replace(FACTS, entities=turned)), FactIndex(ARTICLE, FACTS)
    for sentence in range(len(ARTICLE.sentences)):
        assert index.in_sentence(sentence) == whole.in_sentence(sentence)


def test_edits_during_indexing_are_in_the_index() -> None:
    review = Review(ARTICLE, FACTS)
    linked = at_once(review.linking(FACTS))
    decide.change(review, {FACTS.numbers[0].id: Decision(edits={"unit": "cent"})})
    review.receive(FACTS, linked)
    assert review.index is not linked.links
    assert getattr(review.index.by_id[FACTS.numbers[0].id], "unit", None) == "cent"


def test_indexed_facts_are_not_indexed_again() -> None:
    review = Review(ARTICLE)
    linked = at_once(review.linking(FACTS))
    review.receive(FACTS, linked)
    assert review.index is linked.links


def test_every_number_of_a_row_is_its_place_in_every_order() -> None:
    review = Review(ARTICLE, FACTS)
    for order in ORDERS:
        for listing in review.panes.values():
            listing.order = order
        review.refill()
        for pane in PANES:
            rows = review.panes[pane].rows
            assert [review.panes[pane].number_of(row) for row in rows] == list(range(len(rows)))


def test_line_has_colours_of_all_facts_overlapping_it() -> None:
    index = FactIndex(ARTICLE, FACTS)
    for sentence in ARTICLE.sentences:
        kinds = fact_index.kinds_between(index, {}.__contains__, sentence.start, sentence.end)
        expected = {(n.start, n.end) for n in FACTS.numbers if n.start < sentence.end and n.end > sentence.start}
        assert set(kinds["number"]) == expected


def test_the_next_fact_goes_through_all_panes_in_text_order() -> None:
    review = Review(ARTICLE, FACTS)
    navigation.to_sentence(review, 0)
    seen = [review.occurrence]
    while navigation.step_fact(review, 1):
        seen.append(review.occurrence)
    starts = [occurrence.start for occurrence in seen if occurrence is not None]
    folded = sum(map(review.is_folded, review.index.by_id))
    listed = sum(listing.facts for listing in review.panes.values())
    assert starts == sorted(starts) and len(seen) == listed - folded
