"""Findings in the reader: marks, moving through them, decisions on them, the filter, and those that are gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newsview.app.commands import edit, findings, navigate, review, view
from newsview.app.commands.context import UI
from newsview.app.messages import Checked
from newsview.app.render import detail, layers, status
from newsview.app.render.detail import Remarks
from newsview.app.state.extraction import Extraction, Stage
from newsview.app.state.finding_marks import Findings
from newsview.app.state.panes import Row
from newsview.errors import UsageError
from newsview.model.article import Article
from newsview.model.facts import Decision, Facts
from newsview.model.finding import Finding
from newsview.reading.build_article import build_article
from newsview.store.load import load
from tests.app import rereading, springfield
from tests.app.fake_ui import FakeView, fake_ui
from tests.app.opening import dialog_text, opened, reader, screen_text, until
from tests.app.opening import status as strip
from tests.app.pressing import back_in_the_reader
from tests.app.springfield import Memory

LOOK, WRONG, VOICE = "f-1111111111", "f-2222222222", "f-4444444444"


def checked(store: Memory | None = None) -> tuple[UI, FakeView]:
    """The context of the sample article with its facts and findings."""
    ui, shown = fake_ui(store)
    found = springfield.findings(ui.review.article, ui.review.index.facts)
    ui.review.findings = Findings(ui.review.article, found)
    return ui, shown


def number(ui: UI, words: str) -> str:
    return next(fact.id for fact in ui.review.index.facts.numbers if fact.text == words)


def current(ui: UI) -> str | None:
    return ui.review.finding.id if ui.review.finding is not None else None


def words(lines: list[detail.Line]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def test_facts_and_sentences_with_findings_are_marked_by_the_gravest() -> None:
    ui, _ = checked()
    marks = ui.review.marks
    assert (marks[number(ui, "38 percent")], marks[number(ui, "12%")], marks[number(ui, "9,400")]) == ("*", "!", "!")
    assert len(marks) == 3
    sentence = ui.review.article.sentences[4]
    marked = ui.review.marked
    assert marked is not None and set(marked.sentences.values()) == {"!", "*"} and marked.counts == {"!": 1, "*": 2}
    margin = layers.margin_marks(
        ui.review.index, ui.review.decisions, sentence.start, sentence.end, lambda at: marked.sentences.get(at, "")
    )
    assert margin[0] == ("!", "contradiction")


def test_header_counts_findings_and_not_what_is_to_go() -> None:
    ui, _ = checked()
    before = ui.review.tally.open
    assert "  ! 1  * 2  · " in status.header(ui.review, 100)[1].plain
    findings.step(ui, 1)
    review.decide(ui, "rejected")
    assert ui.review.tally.open == before and "* 1" in status.header(ui.review, 100)[1].plain


def test_keys_go_through_the_findings_in_text_order() -> None:
    ui, shown = checked()
    passed = []
    for _ in range(4):
        findings.step(ui, 1)
        passed.append(current(ui))
    assert passed == [LOOK, WRONG, VOICE, VOICE] and shown.notices[-1] == "no finding after this one"
    findings.step(ui, -1)
    assert current(ui) == WRONG
    assert ui.review.place.row == Row(number(ui, "12%"), 0)


def test_a_finding_is_found_from_where_the_reader_is() -> None:
    ui, _ = checked()
    navigate.to_end(ui, True)
    findings.step(ui, -1)
    assert current(ui) == VOICE
    navigate.to_end(ui, False)
    assert current(ui) is None
    findings.step(ui, 1)
    assert current(ui) == LOOK


def test_finding_is_current_until_any_move() -> None:
    ui, _ = checked()
    findings.step(ui, 1)
    assert current(ui) == LOOK
    navigate.step(ui, 1)
    assert current(ui) is None
    review.decide(ui, "accepted")
    assert not [id_ for id_ in ui.review.decisions.all if id_.startswith("f-")]


def test_in_a_pane_the_focus_goes_to_the_facts_pane() -> None:
    ui, _ = checked()
    navigate.focus_on(ui, "quotes")
    findings.step(ui, 1)
    assert ui.review.place.focus == "numbers" and current(ui) == LOOK
    navigate.cross(ui)
    assert ui.review.pane is None, "the other place is no fact"


def test_enter_goes_to_the_other_place_and_back() -> None:
    ui, _ = checked()
    findings.step(ui, 1)
    findings.step(ui, 1)
    here = ui.review.place
    navigate.cross(ui)
    assert ui.review.place.row == Row(number(ui, "9,400"), 0) and current(ui) == WRONG
    navigate.cross(ui)
    assert ui.review.place == here and current(ui) == WRONG
    navigate.cross(ui)
    navigate.back(ui)
    assert ui.review.place == here


def test_a_finding_is_accepted_dismissed_noted_and_taken_back() -> None:
    store = Memory()
    ui, shown = checked(store)
    findings.step(ui, 1)
    review.decide(ui, "rejected")
    assert shown.notices[-1] == "dismissed: 38 percent here, 62 elsewhere · u takes it back"
    assert current(ui) == WRONG and number(ui, "38 percent") not in ui.review.marks
    review.decide(ui, "accepted")
    assert current(ui) == VOICE and ui.review.marks[number(ui, "12%")] == "!"
    review.undo(ui)
    assert current(ui) == WRONG and ui.review.decisions.get(WRONG) is None
    review.undo(ui)
    assert current(ui) == LOOK and ui.review.marks[number(ui, "38 percent")] == "*"
    review.redo(ui)
    assert current(ui) == LOOK and ui.review.decisions.status(LOOK) == "rejected"
    review.clear(ui)
    assert ui.review.decisions.get(LOOK) is None
    assert [list(step.after) for step in store.steps] == [[LOOK], [WRONG], [WRONG], [LOOK], [LOOK], [LOOK]]


async def test_a_note_is_about_the_finding() -> None:
    ui, shown = checked()
    findings.step(ui, 1)
    for answer in ("see page 4", None, ""):
        shown.answers = [answer]
        edit.note(ui)
        await shown.finish()
    assert shown.notices[-2:] == ["noted", "noted"] and not ui.review.decisions.all
    assert [list(step.after) for step in ui.review.decisions._done] == [[LOOK], [LOOK]]


def test_the_last_finding_stays_current_when_it_is_dismissed() -> None:
    ui, _ = checked()
    findings.step(ui, -1)
    navigate.to_end(ui, True)
    findings.step(ui, -1)
    review.decide(ui, "rejected")
    assert current(ui) == VOICE
    review.undo(ui)
    assert not ui.review.decisions.all


@pytest.mark.parametrize("height", [1, 2, 3, 4])
def test_strip_shows_the_finding_with_its_sum_and_its_other_place(height: int) -> None:
    ui, _ = checked()
    findings.step(ui, 1)
    findings.step(ui, 1)
    lines = words(detail.lines(ui.review, Remarks(), 118, height, 118))
    assert len(lines) <= height
    if height == 1:
        assert lines == ["! from 9,400 to 5,000 is 47%, not 12% · change-percent"]
        return
    assert lines[0] == "· ! change-percent A101 · finding 2/3 · not reviewed · contradiction · sentence 5"
    assert lines[1].startswith("from 9,400 to 5,000 is 47%, not 12% · stated 12, fits 40 to 50 percent ((to")
    if height > 2:
        assert "sentence 6: …" in lines[2] and "9,400 people a day" in lines[2]


def test_strip_of_a_fact_says_what_its_findings_are() -> None:
    ui, _ = checked()
    navigate.focus_on(ui, "numbers")
    ui.review.place = ui.review.place._replace(row=Row(number(ui, "9,400")))
    for height in (1, 4):
        assert "! from 9,400 to 5,000 is 47%, not 12%" in " ".join(
            words(detail.lines(ui.review, Remarks(), 118, height, 118))
        )


async def test_key_that_comes_before_the_check_checks_at_once() -> None:
    ui, shown = fake_ui()
    assert ui.opened is not None
    ui.opened = ui.opened._replace(check=springfield.findings)
    findings.step(ui, 1)
    assert ui.phase.name == "ASKING", "further keys wait"
    await shown.finish()
    assert current(ui) == LOOK and ui.ready
    assert "3 findings · c goes to them" in shown.notices


async def test_filter_shows_the_facts_with_findings() -> None:
    ui, shown = checked()
    shown.answers = ["w"]
    view.choose_state(ui)
    await shown.finish()
    assert [row.fact for row in ui.review.panes["numbers"].rows] == [
        number(ui, words) for words in ("38 percent", "12%", "9,400")
    ]
    assert not ui.review.panes["quotes"].rows
    findings.step(ui, 1)
    review.decide(ui, "rejected")
    assert len(ui.review.panes["numbers"].rows) == 2


def test_accepting_all_leaves_findings_alone() -> None:
    ui, _ = checked()
    navigate.focus_on(ui, "numbers")
    review.decide_all(ui, "accepted")
    assert not [id_ for id_ in ui.review.decisions.all if id_.startswith("f-")]


def test_without_findings_the_key_says_so() -> None:
    ui, shown = fake_ui()
    ui.extraction = Extraction(Stage.RUNNING)
    findings.step(ui, 1)
    assert shown.notices[-1] == "the facts are not checked yet"
    ui.review.findings = Findings(ui.review.article, ())
    findings.step(ui, 1)
    assert shown.notices[-1] == "no findings: nothing here is known not to fit"


def test_decision_on_a_finding_that_is_not_found_is_gone_and_others_are_not() -> None:
    ui, _ = checked()
    for finding in (LOOK, "f-3333333333", "f-9999999999"):
        ui.review.decisions.apply({finding: Decision(status="rejected")})
    assert ui.review.gone == ["f-9999999999"]
    ui.review.findings = None
    assert ui.review.gone == [] and ui.review.all_found


async def test_a_setting_that_cannot_be_used_is_told() -> None:
    ui, shown = fake_ui()

    def fail(article: Article, facts: Facts) -> list[Finding]:
        raise UsageError("config.toml: checks.off: a list is wanted")

    assert ui.opened is not None
    ui.opened = ui.opened._replace(check=fail)
    await findings.check(ui)
    (message,) = shown.posted
    assert isinstance(message, Checked)
    findings.take(ui, message.index, message.found, message.error)
    assert shown.notices[-1] == "config.toml: checks.off: a list is wanted" and ui.review.findings is None


async def seen(pilot: Pilot[None]) -> None:
    """Waits until the findings are there."""
    await until(pilot, lambda: reader(pilot).review.findings is not None)
    await pilot.pause()


async def test_marks_stand_in_panes_margin_and_header() -> None:
    async with opened(check=springfield.findings) as pilot:
        await seen(pilot)
        text = screen_text(pilot)
        assert "! 1  * 2" in text.splitlines()[0]
        assert "·!12%" in text and "·*about 38 percent" in text
        assert " !  Ridership fell" in text
        await pilot.press("c", "c")
        assert "from 9,400 to 5,000 is 47%, not 12%" in strip(pilot)
        await pilot.press("x")
        assert "·!12%" not in screen_text(pilot)


async def test_findings_change_with_the_facts() -> None:
    def big(article: Article, facts: Facts) -> list[Finding]:
        found = springfield.findings(article, facts)
        return found if any(each.value == 12 for each in facts.numbers) else found[:1]

    async with opened(check=big) as pilot:
        await seen(pilot)
        await pilot.press("c", "c", "j", "k", "3", "e", "v", *["backspace"] * 8, *"40", "enter")
        await back_in_the_reader(pilot)
        await until(pilot, lambda: len(reader(pilot).review.marks) == 1)


async def test_dismissed_finding_is_saved_and_stays_dismissed(tmp_path: Path) -> None:
    async with rereading.opened(tmp_path, check=springfield.findings) as pilot:
        await seen(pilot)
        await pilot.press("c", "x", "s")
        await until(pilot, lambda: (tmp_path / "buses.facts.json").exists())
        await pilot.press("c", "a")
    plain = json.loads((tmp_path / "buses.facts.json").read_text())
    assert plain["review"][LOOK]["status"] == "rejected"
    assert [each["id"] for each in plain["findings"]] == [LOOK, WRONG, VOICE]
    async with rereading.opened(tmp_path, check=springfield.findings) as pilot:
        await seen(pilot)
        now = reader(pilot).review
        assert now.decisions.status(LOOK) == "rejected", "saved"
        assert now.decisions.status(VOICE) == "accepted", "journalled"
        assert number(reader(pilot).ui, "38 percent") not in now.marks and not now.gone


async def test_decision_whose_finding_is_gone_is_listed_and_dismissed(tmp_path: Path) -> None:
    async with rereading.opened(tmp_path, check=springfield.findings) as pilot:
        await seen(pilot)
        await pilot.press("c", "x", "s")
        await until(pilot, lambda: (tmp_path / "buses.facts.json").exists())

    def fewer(article: Article, facts: Facts) -> list[Finding]:
        return springfield.findings(article, facts)[1:]

    for _ in range(2):  # it stays known when the facts are saved without it
        async with rereading.opened(tmp_path, check=fewer) as pilot:
            await seen(pilot)
            assert reader(pilot).review.gone == [LOOK]
            assert "d lists it" in strip(pilot)
            await pilot.press("d")
            await until(pilot, lambda: "Esc keeps all" in screen_text(pilot))
            assert "✗ * 38 percent here, 62 elsewhere" in screen_text(pilot)
            await pilot.press("escape")
            await back_in_the_reader(pilot)
            await pilot.press("2", "a", "s")
            await until(pilot, lambda: not reader(pilot).review.decisions.dirty)
    saved = load(tmp_path / "buses.facts.json").analysis
    assert list(saved.extra["orphaned"]) == [LOOK] and saved.review[LOOK].status == "rejected"
    async with rereading.opened(tmp_path, check=springfield.findings) as pilot:
        await seen(pilot)
        assert not reader(pilot).review.gone, "it is found again"
        await pilot.press("2", "x", "s")
        await until(pilot, lambda: not reader(pilot).review.decisions.dirty)
    assert "orphaned" not in load(tmp_path / "buses.facts.json").analysis.extra


async def test_check_first_lists_sentences_with_reasons_and_goes_to_one() -> None:
    async with opened(check=springfield.findings) as pilot:
        await seen(pilot)
        await pilot.press("w")
        await until(pilot, lambda: "sentences to check first" in screen_text(pilot))
        assert "› 1. Ridership fell by 12%" in screen_text(pilot)
        reasons = " ".join(dialog_text(pilot).split())
        assert "does not fit: from 9,400 to 5,000 is 47%, not 12% · a quantity (12%) · a change (12% down)" in reasons
        await pilot.press("j", "k")
        await pilot.press("enter")
        await back_in_the_reader(pilot)
        assert reader(pilot).review.place.sentence == 4
        await pilot.press("backspace")
        assert reader(pilot).review.place.sentence == 0


async def test_check_first_of_an_article_without_claims_says_so() -> None:
    ui, shown = fake_ui()
    findings.check_first(ui)
    assert shown.notices[-1] == "the facts are not checked yet"
    article = build_article("A headline\n\nThe buses are quiet.\n\nThe city is not.")
    ui.review.switch_text(article, 0)
    ui.review.findings = Findings(article, ())
    findings.check_first(ui)
    await shown.finish()
    assert shown.notices[-1] == "no sentence has a figure, a comparison or a superlative to check"
