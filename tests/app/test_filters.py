"""Filters and order of the panes; without a screen."""

from __future__ import annotations

from newsview.app.state import filter_actions, navigation
from newsview.app.state.fact_index import Row
from newsview.app.state.filters import Filter
from newsview.app.state.review import Review
from newsview.model.facts import Facts, Number, Quote
from newsview.reading.build_article import build_article
from tests.app.reviewing import at, sentence, words
from tests.making import Maker


def test_labels_and_boilerplate_are_set_aside(review: Review) -> None:
    def shown() -> set[str]:
        return {
            fact.text
            for row in review.panes["numbers"].listed
            if isinstance(fact := review.index.by_id[row.fact], Number)
        }

    assert "2019" not in shown()
    filter_actions.narrow(review, Filter(state="everything"))
    assert "2019" in shown()


def test_entity_filter_shows_its_quotes_and_numbers(review: Review) -> None:
    smith = next(each for each in review.index.facts.entities if each.name == "John Smith")
    filter_actions.narrow(review, Filter(linked=smith.id))
    assert [row.fact for row in review.panes["entities"].rows] == [smith.id]
    assert len(review.panes["quotes"].rows) == 2


def test_an_entity_opens_to_its_mentions(review: Review) -> None:
    navigation.focus_on(review, "entities")
    doe = next(each for each in review.index.facts.entities if each.name == "Jane Doe")
    navigation.to_row(review, "entities", review.panes["entities"].number_of(Row(doe.id)) or 0)
    filter_actions.expand(review, open_=True)
    assert [row.part for row in review.panes["entities"].rows if row.fact == doe.id] == [-1, 0, 1]
    filter_actions.expand(review, open_=True)
    navigation.step(review, 1)
    assert words(review) == "Doe" and "told reporters" in sentence(review)
    filter_actions.expand(review, open_=False)
    assert review.panes["entities"].cursor == Row(doe.id)


def test_what_speaks_and_is_named_most_comes_first_by_weight(review: Review) -> None:
    assert filter_actions.switch_order(review) == "weight"
    names = [review.index.name_of(row.fact) for row in review.panes["entities"].rows]
    assert names == ["John Smith", "Jane Doe", "Springfield", "City Hall", "Transit Research Institute"]
    quotes = [review.index.by_id[row.fact] for row in review.panes["quotes"].rows]
    assert [quote.text[:9] for quote in quotes if isinstance(quote, Quote)] == ["reckless ", "Nobody as", "We cannot"]


def test_changes_and_figures_come_before_dates_by_weight(review: Review) -> None:
    navigation.focus_on(review, "numbers")
    assert filter_actions.switch_order(review) == "weight"
    numbers = [review.index.by_id[row.fact] for row in review.panes["numbers"].rows]
    shown = [number.text for number in numbers if isinstance(number, Number)]
    assert shown == ["12%", "$4.2 million", "$4.2 million", "38 percent", "9,400", "5,000", "Tuesday", "2023"]
    assert review.panes["entities"].order == "text"


def test_panes_can_be_sorted_by_name_and_value(review: Review) -> None:
    navigation.focus_on(review, "entities")
    fact = review.fact
    filter_actions.switch_order(review)
    assert filter_actions.switch_order(review) == "value"
    names = [review.index.name_of(row.fact) for row in review.panes["entities"].rows]
    assert names == sorted(names, key=str) and review.fact == fact
    assert review.panes["numbers"].order == "text"


def test_only_the_facts_of_one_paragraph(review: Review) -> None:
    at(review, "Ridership")
    filter_actions.this_paragraph(review)
    shown = [review.index.first(row.fact) for listing in review.panes.values() for row in listing.rows]
    texts = {review.article.text[occurrence.start : occurrence.end] for occurrence in shown}
    assert texts == {"12%", "9,400", "5,000"}
    filter_actions.this_paragraph(review)
    assert review.filter == Filter()


def test_linked_only_follows_the_speaker_of_a_quote(review: Review) -> None:
    navigation.focus_on(review, "quotes")
    navigation.step(review, 2)
    entity = filter_actions.link_only(review)
    assert review.index.name_of(entity) == "John Smith"
    assert filter_actions.link_only(review) is None and review.filter == Filter()


def test_only_this_shows_the_numbers_that_a_person_says() -> None:
    text = "Ada Quill spoke first. She said the bridge cost £41 million. It is 20 years old.\n"
    article = build_article(text)
    make = Maker(article)
    quill = make.entity("Ada Quill", "PERSON")
    quote = make.quote("the bridge cost £41 million", speaker=("She", quill.id), cue="said")
    cost, age = make.number("£41 million", "money"), make.number("20 years", "age")
    review = Review(article, Facts(entities=[quill], quotes=[quote], numbers=[cost, age]))
    filter_actions.narrow(review, Filter(linked=quill.id))
    assert [row.fact for row in review.panes["numbers"].rows] == [cost.id]
