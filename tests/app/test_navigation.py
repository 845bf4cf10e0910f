"""Navigation among sentences and facts, also while facts arrive; without a screen."""

from __future__ import annotations

from newsview.app.state import filter_actions, navigation
from newsview.app.state.fact_index import Row
from newsview.app.state.filters import Filter
from newsview.app.state.review import Review
from newsview.model.facts import Entity, Facts, Quote
from tests.app import springfield
from tests.app.reviewing import at, sentence, words


def test_a_sentence_brings_its_first_fact(review: Review) -> None:
    at(review, "Ridership")
    assert words(review) == "12%"


def test_a_sentence_without_facts_has_none(review: Review) -> None:
    navigation.to_end(review, last=True)
    assert sentence(review) == "The buses are quiet." and review.fact is None


def test_moving_stops_at_both_ends(review: Review) -> None:
    navigation.step(review, -5)
    assert review.place.sentence == 0
    navigation.step(review, 1000)
    assert review.place.sentence == len(review.article.sentences) - 1


def test_paragraph_steps_go_to_first_sentences(review: Review) -> None:
    at(review, "The line that once")
    navigation.step_paragraph(review, 1)
    assert sentence(review).startswith("John Smith")
    navigation.step_paragraph(review, -1)
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
    navigation.to_row(review, "entities", review.panes["entities"].number_of(Row(doe.fact)) or 0)
    assert words(review) == "Doe" and "told reporters" in sentence(review)


def test_row_moves_set_the_sentence(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    navigation.step(review, 1)
    assert words(review) == "reckless and unaffordable" and sentence(review).startswith("John Smith")


def test_facts_follow_each_other_in_text_order_across_panes(review: Review) -> None:
    at(review, "Ridership")
    seen = []
    while navigation.step_fact(review, 1):
        seen.append((words(review), review.place.focus))
    assert [text for text, _ in seen] == [
        "9,400",
        "5,000",
        "John Smith",
        "reckless and unaffordable",
        "Nobody asked the people who pay for it",
    ]
    assert navigation.step_fact(review, -1) and words(review) == "reckless and unaffordable"


def test_fact_step_in_a_pane_moves_the_focus(review: Review) -> None:
    at(review, "Ridership")
    navigation.focus_on(review, "numbers")
    for _ in range(3):
        navigation.step_fact(review, 1)
    assert words(review) == "John Smith" and review.place.focus == "entities"


def test_enter_goes_round_the_facts_of_a_sentence(review: Review) -> None:
    at(review, "John Smith")
    seen = []
    for _ in range(3):
        navigation.cross(review)
        seen.append(words(review))
        assert review.pane is not None
        navigation.cross(review)
        assert review.pane is None
    assert seen == ["John Smith", "reckless and unaffordable", "John Smith"]


def test_enter_goes_to_the_fact_that_is_current(review: Review) -> None:
    at(review, "reckless")
    navigation.step_fact(review, 1)
    seen = [(words(review), review.place.focus)]
    for _ in range(3):
        navigation.cross(review)
        seen.append((words(review), review.place.focus))
    assert seen == [
        ("reckless and unaffordable", "article"),
        ("reckless and unaffordable", "quotes"),
        ("reckless and unaffordable", "article"),
        ("John Smith", "entities"),
    ]


def test_enter_after_a_move_goes_to_the_new_fact(review: Review) -> None:
    at(review, "reckless")
    navigation.cross(review)
    navigation.cross(review)
    navigation.to_offset(review, review.article.text.index("unaffordable"))
    navigation.cross(review)
    assert words(review) == "reckless and unaffordable"


def test_enter_goes_to_the_mention_that_is_current(review: Review) -> None:
    navigation.to_offset(review, review.article.text.index("Doe told"))
    navigation.cross(review)
    assert words(review) == "Doe" and review.place.focus == "entities"


def test_enter_goes_to_first_shown_fact_if_current_is_hidden(review: Review) -> None:
    at(review, "reckless")
    assert words(review) == "John Smith"
    filter_actions.narrow(review, Filter(words="unaffordable"))
    navigation.cross(review)
    assert words(review) == "reckless and unaffordable"


def test_backspace_returns_to_where_enter_was_pressed(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    navigation.step(review, 2)
    before = review.place
    navigation.cross(review)
    navigation.step(review, -3)
    assert navigation.back(review) and review.place == before
    assert not navigation.back(review)


def test_enter_in_a_sentence_without_facts_stays(review: Review) -> None:
    navigation.to_end(review, last=True)
    assert not navigation.cross(review) and not navigation.back(review)


def test_a_click_takes_the_shortest_fact_under_it(review: Review) -> None:
    navigation.to_offset(review, review.article.text.index("decade"))
    assert words(review) == "We cannot wait another decade"
    navigation.to_offset(review, review.article.text.index("Doe told"))
    assert words(review) == "Doe"


def test_facts_that_arrive_do_not_move_the_reader() -> None:
    article = springfield.article()
    whole = springfield.facts(article)
    late = Facts(entities=whole.entities[3:], quotes=whole.quotes[1:], numbers=whole.numbers[5:])
    review = Review(article, late)
    navigation.focus_on(review, "quotes")
    navigation.step(review, 1)
    before = review.place, review.fact
    review.receive(whole)
    assert (review.place, review.fact) == before
    assert review.panes["quotes"].number == 2


def test_the_first_facts_give_the_current_sentence_its_fact() -> None:
    article = springfield.article()
    review = Review(article)
    navigation.step(review, 1)
    assert review.fact is None
    review.receive(springfield.facts(article))
    assert review.place.sentence == 1 and isinstance(review.fact, Entity)


def test_missing_fact_keeps_the_sentence(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    navigation.step(review, 2)
    before = review.place.sentence
    review.receive(Facts())
    assert review.place.sentence == before and review.fact is None


def test_an_empty_article_can_be_walked() -> None:
    from newsview.reading.build_article import build_article

    review = Review(build_article(""))
    for move in (
        lambda: navigation.step(review, 1),
        lambda: navigation.step_paragraph(review, 1),
        lambda: navigation.cross(review),
    ):
        move()
    navigation.to_end(review, last=True)
    assert not navigation.step_fact(review, 1) and review.fact is None
