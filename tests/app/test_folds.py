"""Facts of little weight share one row: which they are, what keys do there, and what opens it."""

from __future__ import annotations

import pytest

from newsview.app.commands import navigate, view
from newsview.app.commands import review as commands
from newsview.app.commands.context import UI
from newsview.app.state import decide, filter_actions, navigation, word_search
from newsview.app.state.fact_index import FOLD, Row
from newsview.app.state.filters import Filter
from newsview.app.state.review import Review
from newsview.model.article import Article
from newsview.model.facts import Decision, Facts, Number, start_of
from newsview.reading.build_article import build_article
from newsview.workers.events import Done
from tests.app import springfield
from tests.app.fake_ui import fake_ui
from tests.app.opening import opened, screen_text, status, until
from tests.app.reviewing import words
from tests.app.springfield import Replayed
from tests.making import Maker

TEXT = """Two ferries stay in port

One official said on Monday that 240 passengers waited for the third ferry, a Type 42 boat. Three crews were at home. \
Two passengers were hurt. At least two boats sail again in the second week.

The harbour opened in 1911.
"""
SMALL, ORDINALS, LABELS = (Row(name, FOLD) for name in ("small counts", "ordinals", "labels"))


def article() -> Article:
    return build_article(TEXT, path="ferries.txt", published="2024-05-16")


def facts(of: Article) -> Facts:
    make = Maker(of)
    return Facts(
        numbers=(
            make.number("Two", "cardinal", value=2, unit="ferry"),
            make.number("One", "cardinal", value=1, unit="official"),
            make.number("Monday", "date", iso="2024-05-13", granularity="day"),
            make.number("240", "cardinal", value=240, unit="passenger"),
            make.number("third", "ordinal", value=3),
            make.number("42", "label"),
            make.number("Three", "cardinal", value=3, unit="crew"),
            make.number("Two", "cardinal", 1, about="passengers", value=2, unit="passenger"),
            make.number("two", "cardinal", value=2, unit="boat", modifier=">="),
            make.number("second", "ordinal", value=2),
            make.number("1911", "date", iso="1911", granularity="year"),
        )
    )


@pytest.fixture
def review() -> Review:
    of = article()
    made = Review(of, facts(of))
    navigation.focus_on(made, "numbers")
    return made


def shown(review: Review) -> list[str]:
    """The rows of the numbers: the text of a fact, the name of a fold in brackets."""
    found = []
    for row in review.panes["numbers"].rows:
        fact = review.index.by_id.get(row.fact)
        found.append(fact.text if isinstance(fact, Number) else f"[{row.fact}]")
    return found


def fact(review: Review, text: str, nth: int = 0) -> str:
    """The id of the number with that text."""
    return [each.id for each in review.index.facts.numbers if each.text == text][nth]


def to_fold(review: Review, row: Row = SMALL) -> None:
    navigation.to_row(review, "numbers", review.panes["numbers"].number_of(row) or 0)
    assert review.fold == row.fact


def test_small_counts_and_ordinals_share_a_row_below_the_others(review: Review) -> None:
    # not the headline's, not what is measured, not "at least two"
    assert shown(review) == ["Two", "Monday", "240", "Two", "two", "1911", "[small counts]", "[ordinals]"]
    assert review.panes["numbers"].facts == review.tally.open == 10


def test_labels_share_a_row_where_hidden_facts_are_shown(review: Review) -> None:
    filter_actions.narrow(review, Filter(state="everything"))
    assert shown(review)[-3:] == ["[small counts]", "[ordinals]", "[labels]"]


@pytest.mark.parametrize("wanted", [Filter(words="three"), Filter(state="noted"), Filter(state="accepted")])
def test_nothing_is_folded_where_some_facts_are_looked_for(review: Review, wanted: Filter) -> None:
    decide.decide_all(review, "accepted", [fact(review, "Three")])
    navigation.to_row(review, "numbers", 0)
    filter_actions.narrow(review, wanted)
    assert "[small counts]" not in shown(review)


def test_a_corrected_number_leaves_the_fold(review: Review) -> None:
    decide.change(review, {fact(review, "Three"): Decision(edits={"value": 300})})
    assert shown(review).index("Three") < shown(review).index("[small counts]")


def test_enter_and_the_mentions_keys_open_and_close_a_fold(review: Review) -> None:
    to_fold(review)
    assert review.fact is None
    navigation.cross(review)
    assert shown(review)[6:] == ["[small counts]", "One", "Three", "[ordinals]"] and review.fold
    filter_actions.expand(review, open_=True)
    assert words(review) == "One"
    filter_actions.expand(review, open_=False)
    assert review.fold == "small counts" and shown(review)[6:] == ["[small counts]", "[ordinals]"]


def test_next_fact_passes_over_closed_folds_and_stops_in_open_ones(review: Review) -> None:
    navigation.to_end(review, last=False)
    navigation.step_fact(review, 1)
    assert words(review) == "Monday"
    review.open_fold("small counts")
    navigation.step_fact(review, -1)
    assert words(review) == "One"


def test_a_sentence_prefers_a_fact_with_a_row_of_its_own(review: Review) -> None:
    navigation.focus_on(review, "article")
    navigation.to_sentence(review, 1)
    assert words(review) == "Monday"
    navigation.to_sentence(review, 2)
    assert words(review) == "Three" and review.is_folded(fact(review, "Three"))
    assert SMALL in review.linked
    assert shown(review)[-2:] == ["[small counts]", "[ordinals]"]  # looking at a sentence opens nothing


def test_crossing_to_a_folded_fact_opens_its_fold(review: Review) -> None:
    navigation.focus_on(review, "article")
    navigation.to_sentence(review, 2)
    navigation.cross(review)
    assert words(review) == "Three" and review.panes["numbers"].cursor == Row(fact(review, "Three"))


def test_a_search_in_the_article_opens_the_fold_of_what_it_finds(review: Review) -> None:
    search = word_search.begin(review, "second", review.place)
    assert search.current == 0
    assert review.panes["numbers"].cursor == Row(fact(review, "second"))


@pytest.mark.parametrize("direction", [1, -1])
def test_a_search_in_the_pane_finds_what_is_folded(review: Review, direction: int) -> None:
    search = word_search.Search(review, "Three", review.place)
    assert word_search.step(review, search, direction)
    assert words(review) == "Three" and not review.is_folded(fact(review, "Three"))
    assert search.facts(review) == 1


def test_undo_shows_what_it_changed_in_a_fold(review: Review) -> None:
    decide.decide_all(review, "accepted", [fact(review, "second")])
    decide.undo(review)
    assert words(review) == "second"


def test_the_cursor_goes_to_the_fold_of_a_fact_that_is_folded(review: Review) -> None:
    filter_actions.narrow(review, Filter(words="three"))
    filter_actions.narrow(review, Filter())
    assert review.fold == "small counts"


def test_facts_that_arrive_leave_the_cursor_on_the_fold() -> None:
    of = article()
    whole = facts(of)
    half = of.sentences[2].start
    made = Review(of, Facts(numbers=[each for each in whole.numbers if start_of(each) < half]))
    navigation.focus_on(made, "numbers")
    to_fold(made)
    made.receive(whole)
    assert made.fold == "small counts"


def test_every_order_has_the_folds_at_its_end(review: Review) -> None:
    for _ in range(3):
        filter_actions.switch_order(review)
        assert shown(review)[-2:] == ["[small counts]", "[ordinals]"] and len(shown(review)) == 8


# Keys


@pytest.fixture
def ui(review: Review) -> UI:
    made, _ = fake_ui()
    made.review = review
    return made


def test_accepting_a_fold_accepts_what_is_open_in_it_and_goes_on(ui: UI, review: Review) -> None:
    decide.decide_all(review, "rejected", [fact(review, "One")])
    to_fold(review)
    commands.decide(ui, "accepted")
    decided = {text: review.decisions.status(fact(review, text)) for text in ("One", "Three", "third")}
    assert decided == {"One": "rejected", "Three": "accepted", "third": None}
    assert review.fold == "ordinals" and "accepted 1 fact" in ui.notice
    commands.undo(ui)
    assert review.decisions.status(fact(review, "Three")) is None


def test_accepting_all_of_the_pane_counts_what_is_folded(ui: UI, review: Review) -> None:
    commands.decide_all(ui, "accepted")
    assert review.tally.open == 0 and "accepted 10 facts, 4 of them folded" in ui.notice


def test_what_is_left_in_folds_is_said_when_all_else_is_reviewed(ui: UI, review: Review) -> None:
    folded = {fact(review, text) for text in ("One", "Three", "third", "second")}
    rest = [row.fact for row in review.panes["numbers"].listed if row.fact not in folded]
    decide.decide_all(review, "accepted", rest[1:])
    navigation.focus_on(review, "article")
    navigation.to_sentence(review, 0)
    commands.decide(ui, "accepted")
    assert ui.notice == "left are 4 facts in folds: small counts, ordinals · 3 G goes there"


def test_a_fold_has_no_verdict_of_its_own(ui: UI, review: Review) -> None:
    to_fold(review)
    commands.clear(ui)
    assert ui.notice == "no fact here"
    navigate.cross(ui)
    view.expand(ui, True)
    assert words(review) == "One"


# The screen


async def test_a_fold_names_what_is_in_it_and_how_much_is_to_go() -> None:
    of = article()
    async with opened(Replayed(Done(facts(of), springfield.GENERATOR)), article=of) as pilot:
        await until(pilot, lambda: "2 small counts" in screen_text(pilot))
        await pilot.press("3", "G", "k")
        assert "▸ 2 small counts" in screen_text(pilot) and "One, Three" in screen_text(pilot)
        assert "2 small counts of little weight, folded · 2 to go · l opens them · a accepts all" in status(pilot)
        await pilot.press("l", "l", "a")
        assert "▾ 2 small counts" in screen_text(pilot) and "1 to go" in screen_text(pilot)
        await pilot.press("h", "a")
        assert "all reviewed" not in status(pilot) and "accepted 1 fact" in status(pilot)
        await pilot.press("k")
        assert "2 small counts of little weight, folded · all reviewed" in status(pilot)
