"""What the review says is seen in the article: marks in the margin, no colour on rejected facts, progress, notices."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from newsview.app.render import layers
from newsview.app.render.status import progress_bar
from newsview.app.state.review import Review
from newsview.app.widgets.article_view import CONTEXT, ArticleView
from newsview.model.decisions import Decisions
from newsview.model.facts import Decision
from newsview.workers.events import Done, left_out_notice
from tests.app import springfield
from tests.app.opening import opened, reader, screen_text, status, until
from tests.app.pressing import back_in_the_reader
from tests.app.springfield import Replayed

ACCEPTED, REJECTED = Decision(status="accepted"), Decision(status="rejected")
TRUE, FALSE, UNCLEAR = Decision(verdict="true"), Decision(verdict="false"), Decision(verdict="unclear")


@pytest.mark.parametrize(
    ("decided", "mark"),
    [
        ({}, " "),
        ({"a": ACCEPTED}, " "),
        ({"a": ACCEPTED, "b": REJECTED}, "✓"),
        ({"a": REJECTED, "b": REJECTED}, "✗"),
        ({"a": TRUE}, "="),
        ({"a": TRUE, "b": UNCLEAR}, "?"),
        ({"a": FALSE, "b": TRUE}, "≠"),
    ],
)
def test_sentence_is_marked_by_the_review_of_its_facts(decided: dict[str, Decision], mark: str) -> None:
    assert layers.sentence_mark(Decisions(decided), ["a", "b"])[0] == mark


def test_sentence_without_facts_has_no_mark() -> None:
    assert layers.sentence_mark(Decisions(), [])[0] == " "


def test_marks_of_a_line_are_those_of_the_sentences_that_begin_on_it(review: Review) -> None:
    index, article = review.index, review.article
    review.decisions.apply({fact.id: FALSE for fact in index.facts_in(1)})
    sentence = article.sentences[1]
    assert "≠" in "".join(
        text for text, _ in layers.margin_marks(index, review.decisions, sentence.start, sentence.end)
    )
    inside = layers.margin_marks(index, review.decisions, sentence.start + 1, sentence.end)
    assert "≠" not in "".join(text for text, _ in inside)


def test_facts_that_are_hidden_do_not_hold_a_mark_back(review: Review) -> None:
    facts = [replace(number, aside=True) for number in review.extracted.numbers]
    review.receive(replace(review.extracted, numbers=facts))
    shown = [fact.id for fact in review.index.facts_in(1) if review.index.is_visible(fact.id)]
    review.decisions.apply(dict.fromkeys(shown, ACCEPTED))
    sentence = review.article.sentences[1]
    assert layers.margin_marks(review.index, review.decisions, sentence.start, sentence.end)[0][0] == "✓"


def article_lines(pilot: Pilot[None]) -> list[str]:
    view = reader(pilot).query_one(ArticleView)
    return [view.render_line(y).text for y in range(view.content_region.height)]


async def test_verdict_stands_in_the_margin_at_once() -> None:
    async with opened() as pilot:
        await pilot.press("2", "v", "f", "enter")
        await back_in_the_reader(pilot)
        (line,) = [line for line in article_lines(pilot) if "≠" in line]
        assert line.startswith("▌≠  “We cannot") or line.startswith(" ≠  “We cannot")
        await pilot.press("u")
        assert "≠" not in "".join(article_lines(pilot))


async def test_rejected_fact_is_not_coloured_and_comes_back() -> None:
    async with opened() as pilot:
        view = reader(pilot).query_one(ArticleView)
        fact = reader(pilot).review.index.facts.quotes[0]

        def coloured() -> bool:
            """Whether the words of the fact have the colour of quotes."""
            return (fact.start, fact.end) in view._kinds(fact.start, fact.end)["quote"] or bool(
                view._kinds(fact.start, fact.end)["quote"]
            )

        await pilot.press("2", "g")
        assert coloured()
        await pilot.press("x", "0", "G")
        assert not coloured()
        await pilot.press("u")
        assert coloured()


async def test_lines_below_the_sentence_stay_visible() -> None:
    async with opened(size=(80, 24)) as pilot:
        view = reader(pilot).query_one(ArticleView)
        height = view.scrollable_content_region.height
        for _ in range(6):
            await pilot.press("j")
            shown = view._lines.between(*view._sentence)
            below = view.scroll_offset.y + height - 1 - shown[-1]
            assert below >= min(CONTEXT, (height - len(shown)) // 2) or view.scroll_offset.y >= view.max_scroll_y


@pytest.mark.parametrize(
    ("done", "total", "bar"), [(0, 9, "░" * 10), (1, 900, "▓" + "░" * 9), (899, 900, "▓" * 9 + "░")]
)
def test_progress_bar_is_full_only_at_the_end(done: int, total: int, bar: str) -> None:
    assert progress_bar(done, total) == bar
    assert progress_bar(total, total) == "▓" * 10


async def test_header_shows_progress_and_the_end() -> None:
    async with opened() as pilot:
        for pane in "123":
            await pilot.press(pane, "A")
        header = screen_text(pilot).splitlines()[0]
        assert "all reviewed" in header and "▓▓▓▓▓▓▓▓▓▓" in header


async def test_notices_of_the_article_can_be_read_again() -> None:
    article = replace(springfield.article(), notices=("a third of the page was left out",))
    async with opened(article=article, notice="this does not look like English") as pilot:
        await pilot.press("j", "j")
        assert "⚠ 2 (I)" in screen_text(pilot).splitlines()[0]
        await pilot.press("I")
        assert "a third of the page" in screen_text(pilot) and "does not look like English" in screen_text(pilot)
        await pilot.press("q")
        await back_in_the_reader(pilot)


@pytest.mark.parametrize("saved", [False, True])
async def test_notice_of_paragraphs_left_out_stands_once(saved: bool) -> None:
    told = left_out_notice((2,))
    of = springfield.article()
    of = replace(of, notices=(told,)) if saved else of
    done = Done(springfield.facts(of), springfield.GENERATOR, left_out=(2,))
    async with opened(Replayed(done), article=of) as pilot:
        await until(pilot, lambda: told in status(pilot))
        await pilot.press("j")
        assert "⚠ 1 (I)" in screen_text(pilot).splitlines()[0] and told not in status(pilot)
        await pilot.press("I")
        assert screen_text(pilot).count("paragraph 2 was left out") == 1
