"""The current fact in the detail strip: whole, with speaker and verb, value, verdict, source and note."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot

from newsview.app.render import detail
from newsview.app.render.detail import Remarks
from newsview.app.state import filter_actions, navigation
from newsview.app.state.fact_index import Row, pane_of
from newsview.app.state.review import Review
from newsview.app.widgets.article_view import ArticleView
from newsview.app.widgets.bars import DetailStrip
from newsview.model.decision import Was
from newsview.model.facts import Decision
from tests.app.opening import opened, reader, status
from tests.app.springfield import article, facts

LONG = "audit report of the city, page 12, table 3 (with the corrections of June)"


def at(name: str, decision: Decision | None = None) -> Review:
    """The sample article, at the fact of these words."""
    review = Review(article(), facts(article()))
    fact = next(
        each for each in review.index.by_id.values() if name in getattr(each, "name", getattr(each, "text", ""))
    )
    if decision is not None:
        review.decisions.apply({fact.id: decision})
    pane = pane_of(fact)
    navigation.to_row(review, pane, review.panes[pane].number_of(Row(fact.id)) or 0)
    return review


def shown(review: Review, width: int = 118, height: int = 4, notice: str = "", hint: str = "") -> list[str]:
    found = detail.lines(review, Remarks(notice, hint), width, height, width)
    assert len(found) <= height
    return ["".join(piece.text for piece in line) for line in found]


def test_quote_stands_with_speaker_and_verb_and_all_its_words() -> None:
    head, words, *_ = shown(at("Nobody asked"))
    assert head == "· quote 3/3 · sentence 8 · not reviewed"
    assert words == "he → John Smith said: “Nobody asked the people who pay for it”"


@pytest.mark.parametrize("sure", [True, False])
def test_guessed_speaker_is_called_a_guess(sure: bool) -> None:
    whole = facts(article())
    quotes = [replace(each, speaker=each.speaker and replace(each.speaker, sure=sure)) for each in whole.quotes]
    review = Review(article(), replace(whole, quotes=quotes))
    quote = next(each for each in quotes if "Nobody asked" in each.text)
    navigation.to_row(review, "quotes", review.panes["quotes"].number_of(Row(quote.id)) or 0)
    assert ("that “he” is John Smith is a guess" in " ".join(shown(review))) != sure


def test_number_stands_with_its_value_and_unit() -> None:
    assert shown(at("$4.2 million"))[1:] == ["$4.2 million · new buses", "= 4,200,000 USD"]
    assert shown(at("Tuesday"))[1] == "Tuesday · 2024-05-14"


def test_name_stands_with_what_the_article_calls_it() -> None:
    lines = shown(at("Jane Doe"))
    assert lines[0].startswith("· person 2/5") and "mention 1 of 2" in lines[0]
    assert "“Doe”" in lines[2]


def test_verdict_source_and_note_are_shown_whole() -> None:
    decision = Decision(status="accepted", verdict="true", source=LONG, note="call again at 14:05")
    lines = shown(at("Nobody asked", decision))
    assert lines[0].startswith("✓ quote") and lines[0].endswith("· accepted")
    assert lines[-1] == f"= true · source: {LONG} · note: call again at 14:05"


def test_long_source_takes_the_lines_that_the_words_leave() -> None:
    lines = shown(at("Nobody asked", Decision(verdict="false", source=LONG)), 62)
    assert "said: “Nobody asked" in lines[1] and " ".join(lines[2:]).replace("  ", " ").endswith("of June)")


def test_decision_out_of_force_is_shown_with_its_source() -> None:
    was = Was(text="14%", value=14, verdict="true", source="annual report")
    assert "was true for 14%, by annual report · decide again" in shown(at("12%", Decision(was=was)))[-1]


def test_notice_takes_the_first_line_and_leaves_the_fact() -> None:
    lines = shown(at("Nobody asked"), notice="saved to x")
    assert lines[0] == "saved to x" and "said: “Nobody" in lines[1]


def test_hint_loses_whole_parts_where_it_is_too_long() -> None:
    here, keys = at("Nobody asked"), "j next sentence · ] next fact · ? all keys"
    assert shown(here, 30, 8, hint=keys)[-1] == "j next sentence · ] next fact"
    assert shown(here, 30, 8, hint="j the next sentence of the article")[-1].endswith("…")


def test_hint_takes_the_last_line_if_nothing_else_does() -> None:
    assert shown(at("Nobody asked"), hint="j next sentence")[-1] == "j next sentence"
    whole = Decision(verdict="true", source=LONG, note=LONG)
    assert "j next" not in " ".join(shown(at("Nobody asked", whole), 80, hint="j next sentence"))


def test_one_line_has_verdict_and_note_before_the_words() -> None:
    line = shown(at("Nobody asked", Decision(verdict="false", source="city budget", note="call")), height=1)[0]
    assert line.startswith("≠ false · city budget · note: call · he → John Smith said")


@given(
    st.integers(1, 200),
    st.integers(1, 5),
    st.sampled_from(["Nobody asked", "$4.2 million", "Jane Doe", "9,400"]),
    st.text(max_size=90),
    st.text(max_size=200),
)
def test_lines_fit_the_strip(width: int, height: int, name: str, notice: str, note: str) -> None:
    review = at(name, replace(Decision(), verdict="true", note=note or None))
    for line in detail.lines(review, Remarks(notice, note), width, height, width):
        assert sum(cell_len(piece.text) for piece in line) <= width
        assert not any("\x1b" in piece.text or "\n" in piece.text for piece in line[1:])


@pytest.mark.parametrize(
    ("size", "height"), [((120, 36), 4), ((80, 24), 4), ((200, 60), 5), ((79, 24), 1), ((80, 23), 1)]
)
async def test_height_of_strip_follows_the_screen(size: tuple[int, int], height: int) -> None:
    async with opened(size=size) as pilot:
        assert reader(pilot).query_one(DetailStrip).size == (size[0], height)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_source_and_note_that_were_typed_can_be_read(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("2", "v", "t", *"audit", "enter", "2", "g", "m", *"call", "enter")
        await pilot.press("g")
        assert "= true · source: audit · note: call" in status(pilot)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (50, 14)])
@pytest.mark.parametrize("keys", [("v",), ("e",), ("m",), ("e", "s")])
async def test_dialog_does_not_cover_the_passage(size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("2", "G", *keys)
        box = pilot.app.screen.query_one(".dialog").region
        covered = [line for line in passage_lines(pilot) if box.y <= line < box.bottom]
        beside = box.x >= reader(pilot).query_one(ArticleView).region.right
        assert pilot.app.screen is not reader(pilot) and (beside or not covered), (covered, box)


def passage_lines(pilot: Pilot[None]) -> list[int]:
    """The screen's lines with words of the current fact in the article."""
    here, view = reader(pilot).review.occurrence, reader(pilot).query_one(ArticleView)
    assert here is not None
    words = reader(pilot).review.article.text[here.start : here.end].split()
    top, height = view.content_region.y, view.content_region.height
    shown = [view.render_line(y).text for y in range(height)]
    found = [top + y for y, line in enumerate(shown) if words[0] in line]
    assert found
    return found


def test_an_empty_pane_does_not_say_that_the_facts_of_others_are_hidden() -> None:
    review = at("12%")
    filter_actions.narrow(review, review.filter._replace(words="Ridership"))
    navigation.focus_on(review, "quotes")
    [(head,), *_] = detail.lines(review, Remarks(), 80, 4, 80)
    assert "hidden" not in head.text and "none of its facts" not in head.text
    assert head.text == "sentence 5 · no quotes of it are shown here"


def test_status_line_of_facts_that_no_pane_shows_says_so() -> None:
    review = at("12%")
    filter_actions.narrow(review, review.filter._replace(words="nowhere"))
    [(head,), *_] = detail.lines(review, Remarks(), 80, 4, 80)
    assert head.text.endswith("none of its facts is shown")
