"""Commands without a screen: effects on review, store and phase, and their notices."""

from __future__ import annotations

from pathlib import Path

from newsview.app.commands import articles, close, edit, extraction, navigate, review, saving, search, view
from newsview.app.commands.context import UI, Phase
from newsview.app.keymap import KEYS
from newsview.app.messages import ArticleWanted
from newsview.app.state.extraction import Extraction, Stage
from newsview.app.state.filters import Filter
from newsview.errors import CannotWriteError, ConflictError
from newsview.workers.events import Failed, Progress
from tests.app.fake_ui import fake_ui
from tests.app.springfield import Memory


def phase(ui: UI) -> Phase:
    return ui.phase


def test_a_decision_is_recorded_and_taken_back() -> None:
    store = Memory()
    ui, shown = fake_ui(store)
    navigate.focus_on(ui, "quotes")
    review.decide(ui, "accepted")
    review.undo(ui)
    review.undo(ui)
    assert shown.notices == ["", "", "", "nothing to undo"]
    assert [[decision and decision.status for decision in step.after.values()] for step in store.steps] == [
        ["accepted"],
        [None],
    ]
    review.redo(ui)
    assert ui.review.tally.accepted == 1 and ui.unsaved


def test_where_no_fact_is_there_is_nothing_to_decide_on() -> None:
    ui, shown = fake_ui()
    ui.review.place = ui.review.place._replace(row=None)
    review.decide(ui, "accepted")
    assert shown.notices == ["no fact to decide on here"] and not ui.review.decisions.all


def test_skipping_is_a_page_in_the_article() -> None:
    ui, _ = fake_ui()
    navigate.to_end(ui, True)
    review.skip(ui)
    assert ui.review.place.sentence == 0


async def test_filters_say_what_is_shown_and_esc_removes_them() -> None:
    ui, shown = fake_ui()
    shown.answers = ["o"]
    view.choose_state(ui)
    await shown.finish()
    assert ui.review.filter != Filter() and shown.notices[-1].startswith("showing: ")
    close.close(ui)
    assert ui.review.filter == Filter() and shown.notices[-1] == "showing everything again"
    close.close(ui)
    assert shown.notices[-1] == ""


def test_esc_stops_an_extraction_and_names_the_key_that_starts_another() -> None:
    ui, shown = fake_ui()
    ui.keys = [key._replace(keys=("E",), shown="") if key.name == "extract" else key for key in KEYS]
    ui.extraction = Extraction(Stage.RUNNING, 3, 9)
    close.close(ui)
    assert shown.notices == ["stopped reading · E reads again"]
    assert ui.extraction.failure == "stopped" and not ui.extraction.under_way


def test_events_of_a_stopped_extraction_are_dropped() -> None:
    ui, shown = fake_ui()
    ui.extraction = Extraction(Stage.STOPPED)
    extraction.take_event(ui, Progress(1, 2), None)
    assert ui.extraction.stage is Stage.STOPPED and not shown.drawn
    ui.extraction = Extraction(Stage.RUNNING)
    extraction.take_event(ui, Progress(1, 2), None)
    assert ui.extraction.progress == "reading 1/2 paragraphs"
    extraction.take_event(ui, Failed("the worker died", "died"), None)
    assert shown.notices == ["the worker died · r tries again"]


async def test_saving_writes_facts_and_review() -> None:
    store = Memory()
    ui, shown = fake_ui(store)
    review.decide(ui, "accepted")
    assert await saving.write(ui)
    ((analysis, path, overwrite),) = store.saved
    assert (len(analysis.review), path, overwrite) == (1, None, False)
    assert not ui.unsaved and shown.notices[-1].startswith("saved to springfield-buses.facts.json")


async def test_a_conflict_is_asked_about_before_anything_is_overwritten() -> None:
    store = Memory(ConflictError("somebody else has saved it"))
    ui, shown = fake_ui(store)
    shown.answers = ["escape"]
    assert not await saving.write(ui) and not store.saved
    shown.answers = ["w"]
    assert await saving.write(ui)
    assert store.saved[0][2]


async def test_what_cannot_be_written_goes_to_another_file() -> None:
    store = Memory(CannotWriteError("no room"))
    ui, shown = fake_ui(store)
    shown.answers = ["other.json"]
    assert await saving.write(ui)
    assert store.saved[0][1] == Path("other.json")
    shown.answers = [None]
    assert not await saving.write(ui) and shown.notices[-1] == "not saved"


async def test_quitting_asks_about_unsaved_decisions_and_keys_wait_meanwhile() -> None:
    ui, shown = fake_ui(Memory())
    review.decide(ui, "accepted")
    saving.quit(ui)
    assert phase(ui) is Phase.LEAVING
    shown.answers = ["escape"]
    await shown.finish()
    assert phase(ui) is Phase.READY and not shown.exited
    saving.quit(ui)
    shown.answers = ["s"]
    await shown.finish()
    assert shown.exited and not ui.unsaved


async def test_a_phase_ends_by_itself_whatever_began_behind_it() -> None:
    ui, shown = fake_ui(Memory())
    edit.note(ui)
    assert phase(ui) is Phase.ASKING
    saving.quit(ui)
    assert phase(ui) is Phase.LEAVING
    shown.answers = ["page 4"]
    await shown.started.pop(0)
    assert phase(ui) is Phase.LEAVING
    shown.answers = ["escape"]
    await shown.finish()
    assert phase(ui) is Phase.READY and shown.notices[-1] == "noted"


def test_first_quit_while_opening_waits_and_second_does_not() -> None:
    ui, shown = fake_ui()
    ui.opened = None
    saving.quit(ui)
    assert ui.quit_requested and not shown.started
    saving.quit(ui)
    assert phase(ui) is Phase.LEAVING
    shown.started.pop().close()


async def test_a_search_that_is_cancelled_leaves_everything_as_it_was() -> None:
    ui, shown = fake_ui()
    before = ui.review.place
    search.find(ui)
    search.type_words(ui, "9,400")
    assert ui.review.place != before
    search.close_bar(ui, "9,400", False)
    assert ui.review.place == before and ui.search is None and ui.bar is None
    search.next_match(ui, 1)
    assert shown.notices[-1] == "nothing to look for yet · / finds"
    await shown.finish()


def test_turning_to_another_article_is_left_to_the_application() -> None:
    ui, shown = fake_ui()
    articles.turn(ui, 1)
    assert shown.notices == ["no other article was named"]
    ui.articles = ["buses.txt", "rain.txt"]
    articles.turn(ui, 1)
    assert shown.posted == [ArticleWanted(1)] and phase(ui) is Phase.TURNING
