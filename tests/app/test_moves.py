from __future__ import annotations

import pytest

from newsview.app import deciding, moves, narrowing
from newsview.app.filtering import Filter
from newsview.app.linking import Row
from newsview.app.review import Review
from newsview.facts import Decision, Entity, Facts, Number, Quote
from tests.app import springfield


@pytest.fixture
def review() -> Review:
    article = springfield.article()
    return Review(article, springfield.facts(article))


def words(review: Review) -> str:
    """The current fact in the article's words, a mention as it stands there."""
    anchor = review.anchor
    return review.article.text[anchor.start : anchor.end] if anchor else ""


def sentence(review: Review) -> str:
    place = review.article.sentences[review.place.sentence]
    return review.article.text[place.start : place.end]


def at(review: Review, text: str) -> None:
    """Goes to the sentence that holds *text*."""
    moves.to_sentence(review, review.article.sentence_index(review.article.text.index(text)) or 0)


def clock() -> str:
    return "2024-05-16T12:00:00+00:00"


def test_a_sentence_brings_its_first_fact(review: Review) -> None:
    at(review, "Ridership")
    assert words(review) == "12%"


def test_a_sentence_without_facts_has_none(review: Review) -> None:
    moves.to_end(review, last=True)
    assert sentence(review) == "The buses are quiet." and review.fact is None


def test_moving_stops_at_both_ends(review: Review) -> None:
    moves.step(review, -5)
    assert review.place.sentence == 0
    moves.step(review, 1000)
    assert review.place.sentence == len(review.article.sentences) - 1


def test_paragraph_steps_go_to_first_sentences(review: Review) -> None:
    at(review, "The line that once")
    moves.step_paragraph(review, 1)
    assert sentence(review).startswith("John Smith")
    moves.step_paragraph(review, -1)
    assert sentence(review).startswith("Ridership")


def test_panes_go_to_the_facts_of_the_sentence(review: Review) -> None:
    at(review, "John Smith")
    entity = review.panes["entities"].cursor
    quote = review.panes["quotes"].cursor
    assert entity and quote
    assert review.index.name_of(entity.fact) == "John Smith"
    found = review.index.by_id[quote.fact]
    assert isinstance(found, Quote) and found.text == "reckless and unaffordable"
    assert {Row(entity.fact), Row(quote.fact)} <= review.linked


def test_a_later_mention_links_its_entity(review: Review) -> None:
    at(review, "told reporters")
    names = {review.index.name_of(row.fact) for row in review.linked}
    assert "Jane Doe" in names
    assert review.place.row is not None
    doe = next(row for row in review.linked if review.index.name_of(row.fact) == "Jane Doe")
    moves.to_row(review, "entities", review.panes["entities"].number_of(Row(doe.fact)) or 0)
    assert words(review) == "Doe" and "told reporters" in sentence(review)


def test_rows_take_the_article_along(review: Review) -> None:
    moves.focus_on(review, "quotes")
    moves.step(review, 1)
    assert words(review) == "reckless and unaffordable" and sentence(review).startswith("John Smith")


def test_facts_follow_each_other_in_text_order_across_panes(review: Review) -> None:
    at(review, "Ridership")
    seen = []
    while moves.step_fact(review, 1):
        seen.append((words(review), review.place.focus))
    assert [text for text, _ in seen] == [
        "9,400",
        "5,000",
        "John Smith",
        "reckless and unaffordable",
        "Nobody asked the people who pay for it",
    ]
    assert moves.step_fact(review, -1) and words(review) == "reckless and unaffordable"


def test_in_a_pane_the_focus_goes_along_with_the_fact(review: Review) -> None:
    at(review, "Ridership")
    moves.focus_on(review, "numbers")
    for _ in range(3):
        moves.step_fact(review, 1)
    assert words(review) == "John Smith" and review.place.focus == "entities"


def test_enter_goes_round_the_facts_of_a_sentence(review: Review) -> None:
    at(review, "John Smith")
    seen = []
    for _ in range(3):
        moves.cross(review)
        seen.append(words(review))
        assert review.pane is not None
        moves.cross(review)
        assert review.pane is None
    assert seen == ["John Smith", "reckless and unaffordable", "John Smith"]


def test_backspace_returns_to_where_enter_was_pressed(review: Review) -> None:
    moves.focus_on(review, "quotes")
    moves.step(review, 2)
    before = review.place
    moves.cross(review)
    moves.step(review, -3)
    assert moves.back(review) and review.place == before
    assert not moves.back(review)


def test_enter_in_a_sentence_without_facts_stays(review: Review) -> None:
    moves.to_end(review, last=True)
    assert not moves.cross(review) and not moves.back(review)


def test_a_click_takes_the_shortest_fact_under_it(review: Review) -> None:
    moves.to_offset(review, review.article.text.index("decade"))
    assert words(review) == "We cannot wait another decade"
    moves.to_offset(review, review.article.text.index("Doe told"))
    assert words(review) == "Doe"


def test_accepting_goes_on_to_the_next_open_fact_of_the_pane(review: Review) -> None:
    moves.focus_on(review, "quotes")
    first = review.fact
    step = deciding.decide(review, "accepted", clock)
    assert first and [change.fact for change in step] == [first.id]
    assert review.decisions.get(first.id) == Decision(status="accepted", at=clock())
    assert words(review) == "reckless and unaffordable"


def test_deciding_in_the_article_goes_on_in_text_order(review: Review) -> None:
    at(review, "Ridership")
    deciding.decide(review, "rejected", clock)
    assert words(review) == "9,400" and review.place.focus == "article"


def test_skipping_passes_over_what_is_decided(review: Review) -> None:
    moves.focus_on(review, "quotes")
    moves.step(review, 1)
    deciding.decide(review, "accepted", clock)
    moves.to_row(review, "quotes", 0)
    assert deciding.go_on(review) and words(review).startswith("Nobody")


def test_a_decision_survives_another_status(review: Review) -> None:
    moves.focus_on(review, "quotes")
    fact = review.fact
    assert fact
    review.decisions.apply({fact.id: Decision(note="call her", verdict="true")})
    deciding.decide(review, "accepted", clock)
    assert review.decisions.get(fact.id) == Decision(status="accepted", note="call her", verdict="true", at=clock())


def test_undo_goes_back_to_the_fact(review: Review) -> None:
    moves.focus_on(review, "quotes")
    fact = review.fact
    deciding.decide(review, "accepted", clock)
    moves.focus_on(review, "numbers")
    deciding.undo(review)
    assert review.fact == fact and review.place.focus == "quotes" and not review.decisions.all
    deciding.redo(review)
    assert fact and review.decisions.status(fact.id) == "accepted"


def test_what_is_decided_leaves_a_list_of_open_facts(review: Review) -> None:
    narrowing.narrow(review, Filter(state="open"))
    moves.focus_on(review, "quotes")
    deciding.decide(review, "accepted", clock)
    assert len(review.panes["quotes"].rows) == 2 and words(review) == "reckless and unaffordable"
    deciding.decide(review, "accepted", clock)
    deciding.decide(review, "accepted", clock)
    assert review.panes["quotes"].rows == [] and review.fact is None


def test_all_that_is_shown_is_decided_in_one_step(review: Review) -> None:
    narrowing.narrow(review, Filter(words="buses"))
    shown = {row.fact for listing in review.panes.values() for row in listing.rows}
    deciding.decide_all(review, "accepted", clock)
    assert shown and set(review.decisions.all) == shown
    deciding.undo(review)
    assert not review.decisions.all


def test_labels_and_boilerplate_are_set_aside(review: Review) -> None:
    def shown() -> set[str]:
        return {
            fact.text
            for row in review.panes["numbers"].rows
            if isinstance(fact := review.index.by_id[row.fact], Number)
        }

    assert "2019" not in shown()
    narrowing.narrow(review, Filter(state="everything"))
    assert "2019" in shown()


def test_an_entity_narrows_to_what_it_said_and_what_is_said_of_it(review: Review) -> None:
    smith = next(each for each in review.index.facts.entities if each.name == "John Smith")
    narrowing.narrow(review, Filter(linked=smith.id))
    assert [row.fact for row in review.panes["entities"].rows] == [smith.id]
    assert len(review.panes["quotes"].rows) == 2


def test_facts_that_arrive_do_not_move_the_reader() -> None:
    article = springfield.article()
    whole = springfield.facts(article)
    late = Facts(entities=whole.entities[3:], quotes=whole.quotes[1:], numbers=whole.numbers[5:])
    review = Review(article, late)
    moves.focus_on(review, "quotes")
    moves.step(review, 1)
    before = review.place, review.fact
    review.receive(whole)
    assert (review.place, review.fact) == before
    assert review.panes["quotes"].number == 2


def test_the_first_facts_give_the_current_sentence_its_fact() -> None:
    article = springfield.article()
    review = Review(article)
    moves.step(review, 1)
    assert review.fact is None
    review.receive(springfield.facts(article))
    assert review.place.sentence == 1 and isinstance(review.fact, Entity)


def test_a_fact_that_is_gone_leaves_the_sentence(review: Review) -> None:
    moves.focus_on(review, "quotes")
    moves.step(review, 2)
    before = review.place.sentence
    review.receive(Facts())
    assert review.place.sentence == before and review.fact is None


def test_an_empty_article_can_be_walked() -> None:
    from newsview.reading.build import build_article

    review = Review(build_article(""))
    for move in (lambda: moves.step(review, 1), lambda: moves.step_paragraph(review, 1), lambda: moves.cross(review)):
        move()
    moves.to_end(review, last=True)
    assert not moves.step_fact(review, 1) and review.fact is None


def test_an_entity_opens_to_its_mentions(review: Review) -> None:
    moves.focus_on(review, "entities")
    doe = next(each for each in review.index.facts.entities if each.name == "Jane Doe")
    moves.to_row(review, "entities", review.panes["entities"].number_of(Row(doe.id)) or 0)
    narrowing.expand(review, open_=True)
    assert [row.part for row in review.panes["entities"].rows if row.fact == doe.id] == [-1, 0, 1]
    narrowing.expand(review, open_=True)
    moves.step(review, 1)
    assert words(review) == "Doe" and "told reporters" in sentence(review)
    narrowing.expand(review, open_=False)
    assert review.panes["entities"].cursor == Row(doe.id)


def test_panes_can_be_sorted_by_name_and_value(review: Review) -> None:
    moves.focus_on(review, "entities")
    fact = review.fact
    assert narrowing.switch_order(review) == "value"
    names = [review.index.name_of(row.fact) for row in review.panes["entities"].rows]
    assert names == sorted(names, key=str) and review.fact == fact
    assert review.panes["numbers"].order == "text"


def test_only_the_facts_of_one_paragraph(review: Review) -> None:
    at(review, "Ridership")
    narrowing.this_paragraph(review)
    shown = [review.index.first(row.fact) for listing in review.panes.values() for row in listing.rows]
    texts = {review.article.text[anchor.start : anchor.end] for anchor in shown}
    assert texts == {"12%", "9,400", "5,000"}
    narrowing.this_paragraph(review)
    assert review.filter == Filter()


def test_linked_only_follows_the_speaker_of_a_quote(review: Review) -> None:
    moves.focus_on(review, "quotes")
    moves.step(review, 2)
    entity = narrowing.link_only(review)
    assert review.index.name_of(entity) == "John Smith"
    assert narrowing.link_only(review) is None and review.filter == Filter()


def test_an_edit_shows_at_once_and_can_be_undone(review: Review) -> None:
    moves.focus_on(review, "numbers")
    fact = review.fact
    assert fact
    deciding.change(review, {fact.id: Decision(edits={"unit": "EUR"})})
    assert isinstance(review.fact, Number) and review.fact.unit == "EUR"
    deciding.undo(review)
    assert review.fact == fact
