"""A speaker in the article's own words, and what a review can be filtered by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsview.app.state import edits, filters, navigation
from newsview.app.state.field_values import EditError
from newsview.app.state.filters import Filter
from newsview.app.state.review import Review
from newsview.app.state.selection import Selection
from newsview.model.bookmark import State
from newsview.model.decision import Was
from newsview.model.facts import Decision, Quote
from tests.app.opening import opened, reader, status, until
from tests.app.pressing import back_in_the_reader


def test_words_of_the_article_can_be_the_speaker(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    speaker = edits.speaker_in_words(review, "the  LINE")
    assert (speaker.text, speaker.entity, speaker.sure) == ("The line", None, True)
    assert review.article.text[speaker.start : speaker.end] == speaker.text


@pytest.mark.parametrize("words", ["the line that never was", "pringfield", ""])
def test_words_that_the_article_does_not_have_are_refused(review: Review, words: str) -> None:
    navigation.focus_on(review, "quotes")
    with pytest.raises(EditError):
        edits.speaker_in_words(review, words)


async def test_speaker_who_is_no_entity_is_typed() -> None:
    async with opened() as pilot:
        await pilot.press("2", "g", "e", "s", *"reporters", "enter")
        await back_in_the_reader(pilot)
        fact = reader(pilot).review.fact
        assert isinstance(fact, Quote) and fact.speaker is not None
        assert (fact.speaker.text, fact.speaker.entity) == ("reporters", None)
        await pilot.press("e", "s", *"nobody like that", "enter")
        await back_in_the_reader(pilot)
        await until(pilot, lambda: "the article does not have the words" in status(pilot))


DECIDED: dict[State, Decision] = {
    "true": Decision(verdict="true"),
    "false": Decision(verdict="false"),
    "unclear": Decision(verdict="unclear"),
    "noted": Decision(note="call"),
    "corrected": Decision(edits={"kind": "indirect"}),
    "changed": Decision(was=Was(text="x", status="accepted")),
    "accepted": Decision(status="accepted"),
    "rejected": Decision(status="rejected"),
}


@pytest.mark.parametrize("state", DECIDED)
def test_filter_shows_the_facts_with_such_a_decision(review: Review, state: State) -> None:
    quotes = [row.fact for row in review.index.visible["quotes"]]
    others = next(decision for name, decision in DECIDED.items() if name != state)
    review.decisions.apply({quotes[0]: DECIDED[state], quotes[1]: others})
    shown = filters.shown(review.index, review.decisions, Filter(state=state), "quotes")
    assert [row.fact for row in shown] == [quotes[0]]


def test_filter_shows_guessed_speakers(review: Review) -> None:
    quotes = [*review.extracted.quotes]
    guessed = next(quote for quote in quotes if quote.speaker and quote.speaker.entity)
    assert guessed.speaker is not None
    for sure, found in ((False, [guessed.id]), (True, [])):
        speaker = replace(guessed.speaker, sure=sure)
        rest = [replace(quote, speaker=None) for quote in quotes if quote.id != guessed.id]
        review.receive(replace(review.extracted, quotes=[replace(guessed, speaker=speaker), *rest]))
        shown = filters.shown(review.index, review.decisions, Filter(state="guessed"), "quotes")
        assert [row.fact for row in shown] == found


def test_words_of_a_quote_are_corrected_in_one_step(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    quote = review.fact
    assert isinstance(quote, Quote)
    review.decisions.apply({quote.id: Decision(note="n", verdict="true")})
    step = edits.reword(review, quote.start, quote.end - len(" another decade"))
    fresh = review.fact
    assert isinstance(fresh, Quote) and (fresh.text, fresh.origin) == ("We cannot wait", "reviewer")
    assert (fresh.speaker, fresh.cue, fresh.kind, fresh.stance) == (quote.speaker, quote.cue, quote.kind, quote.stance)
    before, after = review.decisions.get(quote.id), review.decisions.get(fresh.id)
    assert (
        before
        and after
        and (before.status, after.status, after.note, after.verdict) == ("rejected", "accepted", "n", None)
    )
    assert len(step) == 2
    review.decisions.undo()
    review.reindex()
    assert fresh.id not in review.index.by_id and review.decisions.status(quote.id) is None


def test_same_words_change_nothing_and_words_of_another_quote_are_refused(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    quote, other = review.fact, review.index.facts.quotes[1]
    assert isinstance(quote, Quote) and quote.id != other.id
    assert not edits.reword(review, quote.start - 1, quote.end + 1), "quote marks at the edges are not words"
    with pytest.raises(EditError):
        edits.reword(review, quote.end, quote.end)


def test_beginning_of_a_selection_is_moved() -> None:
    text = "one two three"
    assert Selection(4, 13).started(text, 1) == Selection(8, 13)
    assert Selection(8, 13).started(text, 1) == Selection(8, 13)
    assert Selection(4, 13).started(text, -1) == Selection(0, 13)
    assert Selection(0, 13).started(text, -1) == Selection(0, 13)


async def test_edges_of_a_quote_are_moved_in_the_article() -> None:
    async with opened() as pilot:
        await pilot.press("2", "g", "e", "w", "shift+left", "full_stop", "enter")
        await back_in_the_reader(pilot)
        fact = reader(pilot).review.fact
        assert isinstance(fact, Quote) and fact.text == "cannot wait another"
        assert "corrected" in status(pilot)
