from __future__ import annotations

from threading import Event

from textual.pilot import Pilot

from newsview.app.app import NewsviewApp
from newsview.app.ports import ArticleList, OpenedArticle, Prepare
from newsview.model.article import Article
from newsview.model.bookmark import Bookmark
from newsview.model.facts import Analysis, Facts, Quote
from newsview.reading.build_article import build_article
from newsview.workers.events import Done
from tests.app import springfield
from tests.app.opening import opened, reader, screen_text, status, until
from tests.app.pressing import burst
from tests.app.running import running
from tests.app.shelf import keepers, rain, three_articles
from tests.app.springfield import GENERATOR, Memory, Replayed


async def accept_and_turn_to_rain(pilot: Pilot[None], app: NewsviewApp) -> None:
    """Accepts a number of the first article, and chooses the third by its name."""
    await pilot.press("3", "a", "L")
    for letter in "rain":
        await pilot.press(letter)
    await pilot.press("enter")
    await until(pilot, lambda: app.reader.ui.number == 2 and app.screen is app.reader)


async def test_braces_switch_articles_without_losing_decisions() -> None:
    kept = keepers()
    async with three_articles(kept) as (pilot, app):
        await accept_and_turn_to_rain(pilot, app)
        assert "rain.txt" in screen_text(pilot)
        assert "3 of 3" in screen_text(pilot)
        await pilot.press("L", "down", "enter")  # past the last one is the first
        await until(pilot, lambda: app.reader.ui.number == 0 and app.screen is app.reader)
        await pilot.pause()
        assert app.reader.review.tally.accepted == 1


async def test_unreadable_article_is_reported_and_current_one_stays() -> None:
    async with three_articles(keepers()) as (pilot, app):
        await pilot.press("right_curly_bracket")
        await until(pilot, lambda: "no such file" in screen_text(pilot))
        assert app.reader.ui.number == 0


async def test_quitting_asks_for_every_open_article() -> None:
    kept = keepers()
    async with three_articles(kept) as (pilot, app):
        await accept_and_turn_to_rain(pilot, app)
        await pilot.press("q")
        await until(pilot, lambda: app.screen is not app.reader)
        await pilot.press("s")
        await until(pilot, lambda: bool(kept[0].saved))
    assert len(kept[0].saved[0][0].review) == 1


async def test_without_other_articles_the_braces_say_so() -> None:
    async with opened() as pilot:
        await pilot.press("right_curly_bracket")
        assert "no other article" in screen_text(pilot)


async def test_leaving_remembers_the_place_and_opening_returns_to_it() -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("2", "j", "f", "o")
        await pilot.pause()
        place, narrowed = reader(pilot).review.place, reader(pilot).review.filter
    mark = keeper.bookmark
    assert isinstance(mark, Bookmark)
    article = springfield.article()
    app = NewsviewApp(article, lambda: OpenedArticle(source=springfield.all_at_once(article), bookmark=mark))
    async with running(app) as pilot:
        await until(pilot, lambda: app.reader.ui.ready and app.reader.review.fact is not None)
        await pilot.pause()
        assert app.reader.review.filter == narrowed
        assert app.reader.review.place.sentence == place.sentence
        assert app.reader.review.place.focus == "quotes"
        assert isinstance(app.reader.review.fact, Quote)


def held(opening: OpenedArticle) -> tuple[Prepare, Event]:
    """A way to prepare *opening* that waits for the event."""
    go_on = Event()

    def prepare() -> OpenedArticle:
        assert go_on.wait(60)
        return opening

    return prepare, go_on


async def test_q_while_opening_waits_and_stores_the_bookmark() -> None:
    keeper = Memory()
    prepare, go_on = held(OpenedArticle(source=Replayed(Done(Facts(), GENERATOR)), store=keeper))
    app = NewsviewApp(rain(), prepare)
    async with running(app) as pilot:
        await until(pilot, lambda: app.reader.ui.ready)
        burst(pilot, "q")
        await until(pilot, lambda: app.reader.ui.quit_requested)
        assert not app._exit
        go_on.set()
        await until(pilot, lambda: app._exit)
    assert keeper.bookmark is not None and keeper.closed


async def test_a_second_q_leaves_what_cannot_be_opened() -> None:
    prepare, go_on = held(OpenedArticle(source=Replayed(Done(Facts(), GENERATOR)), store=Memory()))
    app = NewsviewApp(rain(), prepare)
    try:
        async with running(app) as pilot:
            await until(pilot, lambda: app.reader.ui.ready)
            burst(pilot, "q", "q")
            await until(pilot, lambda: app._exit)
            go_on.set()
    finally:
        go_on.set()


async def test_bookmark_is_ignored_after_a_move() -> None:
    mark = Bookmark(path="springfield-buses.txt", offset=0, focus="quotes")
    article = springfield.article()
    prepare, go_on = held(OpenedArticle(source=springfield.all_at_once(article), bookmark=mark))
    app = NewsviewApp(article, prepare)
    async with running(app) as pilot:
        await until(pilot, lambda: app.reader.ui.ready)
        burst(pilot, "j", "j")
        await until(pilot, lambda: app.reader.review.place.sentence == 2)
        go_on.set()
        await until(pilot, lambda: bool(app.reader.review.panes["quotes"].rows))
        assert app.reader.review.place.sentence == 2 and app.reader.review.place.focus == "article"


async def test_bookmark_beyond_the_end_goes_to_last_sentence() -> None:
    mark = Bookmark(path="rain.txt", offset=99_999, focus="nowhere", linked="e-gone")
    article = rain()
    app = NewsviewApp(article, lambda: OpenedArticle(source=Replayed(Done(Facts(), GENERATOR)), bookmark=mark))
    async with running(app) as pilot:
        await until(pilot, lambda: app.reader.ui.source is not None)
        await pilot.pause()
        assert app.reader.review.place.sentence == len(article.sentences) - 1


async def test_switched_article_shows_the_sentence_of_its_bookmark() -> None:
    long = "\n\n".join(f"Paragraph {number} says that it rained." for number in range(60))
    article = build_article(long, path="long.txt")
    place = article.sentences[40]
    saved = Analysis.of(article, Facts(), GENERATOR)

    def open_(number: int) -> tuple[Article, Prepare]:
        if number == 0:
            return rain(), lambda: OpenedArticle(source=Replayed(Done(Facts(), GENERATOR)), store=Memory())
        mark = Bookmark(path="long.txt", offset=place.start)
        return article, lambda: OpenedArticle(source=Replayed(), store=Memory(), saved=saved, bookmark=mark)

    app = NewsviewApp(*open_(0), articles=ArticleList(["rain.txt", "long.txt"], open_))
    async with running(app, (100, 24)) as pilot:
        await until(pilot, lambda: app.reader.ui.source is not None)
        await pilot.press("right_curly_bracket")
        await until(pilot, lambda: app.reader.ui.number == 1 and app.reader.review.place.sentence == 40)
        await until(pilot, lambda: "▌   Paragraph 40 says" in screen_text(pilot))


async def test_list_marks_current_article_and_notice_ends_on_switch() -> None:
    async with three_articles(keepers()) as (pilot, app):
        await accept_and_turn_to_rain(pilot, app)
        await pilot.press("L")
        await until(pilot, lambda: "› ▸ rain.txt" in screen_text(pilot))
        assert "▸ buses.txt" not in screen_text(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.reader.ui.number == 0 and app.screen is app.reader)
        await until(pilot, lambda: "opening" not in status(pilot) and "not reviewed" in status(pilot))
