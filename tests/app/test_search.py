from __future__ import annotations

import pytest

from newsview.app.state import navigation, word_search
from newsview.app.state.review import Place, Review
from newsview.app.widgets.bars import Footer
from tests.app.opening import opened, reader, screen_text, until


def found(review: Review, search: word_search.Search) -> list[str]:
    return [review.article.text[start:end] for start, end in search.hits]


def test_small_letters_find_either_case(review: Review) -> None:
    assert found(review, word_search.begin(review, "the", Place())).count("The") == 3


def test_a_capital_makes_case_count(review: Review) -> None:
    assert set(found(review, word_search.begin(review, "The", Place()))) == {"The"}


def test_white_space_matches_any_white_space() -> None:
    assert word_search.pattern("4 million").search("4\u00a0\nmillion")


def test_special_characters_are_letters_like_others(review: Review) -> None:
    assert found(review, word_search.begin(review, "$4.2", Place())) == ["$4.2", "$4.2"]


def test_search_starts_at_the_current_place(review: Review) -> None:
    navigation.step(review, 4)
    search = word_search.begin(review, "Springfield", review.place)
    assert search.current == 0  # none behind: round the end
    navigation.to_sentence(review, 1)
    assert word_search.begin(review, "Springfield", review.place).current == 1


def test_matches_follow_each_other_round_the_end(review: Review) -> None:
    search = word_search.begin(review, "buses", Place())
    places = [search.current]
    for _ in range(3):
        assert word_search.step(review, search, 1)
        places.append(search.current)
    assert places == [0, 1, 2, 0]
    assert word_search.step(review, search, -1) and search.current == 2


def test_next_match_after_a_move_follows_the_new_place(review: Review) -> None:
    search = word_search.begin(review, "buses", Place())
    navigation.to_end(review, last=True)
    navigation.step(review, -1)
    assert word_search.step(review, search, 1) and search.current == 2


def test_in_a_pane_matching_facts_follow_each_other(review: Review) -> None:
    search = word_search.begin(review, "john smith", Place())
    navigation.focus_on(review, "quotes")
    navigation.to_row(review, "quotes", 0)
    assert word_search.step(review, search, 1) and review.panes["quotes"].number == 1
    assert word_search.step(review, search, 1) and review.panes["quotes"].number == 2
    assert word_search.step(review, search, 1) and review.panes["quotes"].number == 1


def test_search_without_match_keeps_the_place(review: Review) -> None:
    navigation.step(review, 2)
    before = review.place
    search = word_search.begin(review, "zebra", before)
    assert review.place == before and not word_search.step(review, search, 1)
    assert word_search.count_words(review, search) == "0 in the article · 0 facts"


def test_count_shows_number_of_current_match(review: Review) -> None:
    search = word_search.begin(review, "buses", Place())
    assert word_search.count_words(review, search) == "1 of 3 in the article · 2 facts"


def test_nothing_typed_finds_nothing(review: Review) -> None:
    search = word_search.begin(review, "  ", review.place)
    assert not search.hits and word_search.count_words(review, search) == ""


@pytest.mark.parametrize(("key", "words"), [("slash", "other matches"), ("F", "show only these")])
async def test_footer_shows_search_keys_while_typing(key: str, words: str) -> None:
    async with opened() as pilot:
        footer = reader(pilot).query_one(Footer)
        assert "accept" in str(footer.render())
        await pilot.press(key, "b")
        assert words in str(footer.render()) and "accept" not in str(footer.render())
        await pilot.click("#footer", offset=(3, 0))
        assert len(pilot.app.screen_stack) == 1 and reader(pilot).ui.bar is not None
        await pilot.press("escape")
        await until(pilot, lambda: "accept" in str(footer.render()))


async def test_one_fact_is_counted_as_one() -> None:
    async with opened() as pilot:
        await pilot.press("F", *"12%")
        await until(pilot, lambda: "1 fact " in screen_text(pilot) + " ")
        assert "1 facts" not in screen_text(pilot)
