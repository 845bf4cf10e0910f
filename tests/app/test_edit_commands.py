from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from newsview import describe
from newsview.app.commands import add
from newsview.model.facts import Entity, Number, Quote
from newsview.reading.build_article import build_article
from tests.app import springfield
from tests.app.fake_ui import fake_ui
from tests.app.opening import SMALL, opened, reader, screen_text, status, until
from tests.app.pressing import back_in_the_reader, burst, settled
from tests.app.springfield import Memory


async def test_m_writes_a_note() -> None:
    keeper = Memory()
    async with opened(keeper=keeper) as pilot:
        await pilot.press("3", "m", *"seen", "enter")
        await back_in_the_reader(pilot)
        fact = reader(pilot).review.fact
        assert fact is not None
        decision = reader(pilot).review.decisions.get(fact.id)
        assert decision is not None
        assert (decision.note, decision.status) == ("seen", None)


async def test_v_gives_a_verdict_with_its_source_and_leaves_the_decision_alone() -> None:
    async with opened() as pilot:
        await pilot.press("3")
        fact = reader(pilot).review.fact
        await pilot.press("v", "f", *"budget", "enter")
        await back_in_the_reader(pilot)
        assert fact is not None and reader(pilot).review.fact not in (None, fact), "it goes on as after accepting"
        decision = reader(pilot).review.decisions.get(fact.id)
        assert decision is not None
        assert (decision.verdict, decision.source, decision.status) == ("false", "budget", None)
        await pilot.press("u")
        assert reader(pilot).review.decisions.get(fact.id) is None


async def test_escape_leaves_everything_as_it_was() -> None:
    async with opened() as pilot:
        for keys in (("m", "escape"), ("v", "escape"), ("e", "escape"), ("e", "v", "escape"), ("i", "escape")):
            await pilot.press("3", *keys)
            await back_in_the_reader(pilot)
        assert not reader(pilot).review.decisions.dirty


async def test_e_corrects_a_number() -> None:
    async with opened() as pilot:
        await pilot.press("3", "e", "v")
        for _ in range(12):
            await pilot.press("backspace")
        await pilot.press(*"5 million", "enter")
        await back_in_the_reader(pilot)
        number = reader(pilot).review.fact
        assert isinstance(number, Number)
        assert number.value == 5_000_000


async def test_invalid_value_is_reported_and_can_be_corrected() -> None:
    async with opened() as pilot:
        await pilot.press("3", "e", "v", "ctrl+u", *"many", "enter")
        await until(pilot, lambda: "a number is wanted" in screen_text(pilot))
        assert not reader(pilot).review.decisions.dirty
        burst(pilot, "ctrl+u", "enter")
        await until(pilot, lambda: "a number is wanted" in screen_text(pilot))
        burst(pilot, "escape")
        await back_in_the_reader(pilot)
        assert not reader(pilot).review.decisions.dirty
        burst(pilot, "e", "v", "ctrl+u", "enter", *"7 bn", "enter")
        number = (await settled(pilot)).review.fact
        assert isinstance(number, Number)
        assert number.value == 7_000_000_000


async def test_a_date_is_corrected_as_iso_8601_has_it() -> None:
    async with opened() as pilot:
        burst(pilot, "3", "j", "e", "d", "ctrl+u", *"2024-02-30", "enter")
        await until(pilot, lambda: "no 2024-02-30 in the calendar" in screen_text(pilot))
        burst(pilot, "ctrl+u", *"soon", "enter")
        await until(pilot, lambda: "ISO 8601" in screen_text(pilot))
        burst(pilot, "ctrl+u", *"2024-05", "enter")
        number = (await settled(pilot)).review.fact
        assert isinstance(number, Number)
        assert (number.iso, number.granularity) == ("2024-05", "month")


async def test_empty_entity_name_is_refused() -> None:
    async with opened() as pilot:
        burst(pilot, "1", "e", "n", "ctrl+u", "enter")
        await until(pilot, lambda: "needs a name" in screen_text(pilot))
        burst(pilot, "escape")
        await settled(pilot)
        assert not reader(pilot).review.decisions.dirty


async def test_unchanged_input_changes_nothing() -> None:
    async with opened() as pilot:
        for keys in (["3", "e", "v"], ["3", "e", "d"], ["3", "e", "u"], ["3", "e", "s"], ["1", "e", "n"]):
            burst(pilot, *keys, "enter")
            await settled(pilot)
            assert "nothing changed" in status(pilot)
        assert not reader(pilot).review.decisions.dirty


async def test_e_chooses_a_speaker_from_the_entities() -> None:
    async with opened() as pilot:
        await pilot.press("2", "e", "s", *"smith", "enter")
        await back_in_the_reader(pilot)
        quote = reader(pilot).review.fact
        assert isinstance(quote, Quote)
        assert quote.speaker is not None
        assert reader(pilot).review.index.name_of(quote.speaker.entity) == "John Smith"


async def test_e_merges_an_entity_into_another() -> None:
    async with opened() as pilot:
        before = len(reader(pilot).review.index.facts.entities)
        await pilot.press("1", "e", "m", "enter")
        await back_in_the_reader(pilot)
        assert len(reader(pilot).review.index.facts.entities) == before - 1


@pytest.mark.parametrize("size", [(120, 36), SMALL])
async def test_i_marks_words_and_makes_them_an_entity(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await pilot.press("0", "i", "right", "right", "shift+right", "enter", "e", "enter")
        await back_in_the_reader(pilot)
        entity = reader(pilot).review.fact
        assert isinstance(entity, Entity)
        assert (entity.name, entity.type, entity.origin) == ("spend $4.2", "PERSON", "reviewer")


async def test_y_sends_the_quote_with_its_speaker_to_the_clipboard() -> None:
    async with opened() as pilot:
        await pilot.press("2", "y")
        assert pilot.app.clipboard == "Jane Doe told: “We cannot wait another decade”"
        await pilot.press("0", "g", "y")
        assert pilot.app.clipboard == "Springfield to spend $4.2 million on new buses"


async def test_capital_y_appends_to_a_file_beside_the_article(tmp_path: Path) -> None:
    article = build_article(springfield.TEXT, path=str(tmp_path / "buses.txt"), published="2024-05-16")
    async with opened(article=article, source=springfield.all_at_once(article)) as pilot:
        for _ in range(2):
            await pilot.press("2", "Y", "enter")
            await back_in_the_reader(pilot)
    lines = (tmp_path / "buses.clippings.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("Jane Doe told: “We cannot wait")


async def test_prompt_for_a_quote_shows_speaker_and_verb() -> None:
    async with opened() as pilot:
        await pilot.press("2", "v")
        await until(pilot, lambda: "Is it true? Jane Doe told: “We" in screen_text(pilot))
        await pilot.press("escape")
        await back_in_the_reader(pilot)
        await pilot.press("e", "k", *"indirect", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("m")
        await until(pilot, lambda: "Note on Jane Doe told: We cannot" in screen_text(pilot))


async def test_kinds_of_numbers_have_the_names_of_the_pane() -> None:
    async with opened() as pilot:
        await pilot.press("3", "e", "k")
        listed = screen_text(pilot)
        assert all(name in listed for name in ("count", "share", "rank", "points"))
        assert not any(name in listed for name in ("cardinal", "percentage", "ordinal"))
        await pilot.press(*"share", "enter")
        await until(pilot, lambda: "corrected" in status(pilot))
        fact = reader(pilot).review.fact
        assert isinstance(fact, Number) and fact.kind == "percent"


async def test_words_being_marked_stand_in_the_strip() -> None:
    async with opened() as pilot:
        await pilot.press("i")
        assert status(pilot).split("\n")[0].strip() == "marked: “Springfield”"
        await pilot.press("shift+right")
        assert status(pilot).split("\n")[0].strip() == "marked: “Springfield to”"
        await pilot.press("escape")
        assert "marked" not in status(pilot)


async def test_mouse_selection_is_extended_to_whole_words() -> None:
    ui, view = fake_ui()
    text = ui.review.article.text
    start = text.index("Transit Research")
    with patch.object(view, "mouse_selection", lambda: (start + 3, start + len("Transit Rese"))):
        view.answers = ["e", "ORG"]
        add.add(ui)
        await view.finish()
    assert (
        ui.review.fact is not None and describe.fact_words(lambda _: None, ui.review.fact) == "Transit Research · org"
    )
