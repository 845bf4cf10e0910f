"""What a newcomer is told: the keys of the pane in use, the first keys until they were used, the seconds of loading."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from newsview.app.app import NewsviewApp
from newsview.app.keymap import FOOTERS, KEYS
from newsview.app.ports import OpenedArticle
from newsview.app.screens.help import IN_THE_ARTICLE, LEGEND, help_text
from newsview.app.state.extraction import Extraction, Stage
from newsview.app.state.panes import PANES
from newsview.app.widgets.bars import Footer
from newsview.store.bookmarks import is_hint_learned, learn_hint
from newsview.workers.events import Progress
from tests.app import springfield
from tests.app.opening import SMALL, opened, reader, screen_text, status, until
from tests.app.running import running
from tests.app.springfield import Replayed


def test_every_action_of_a_footer_has_words_for_it() -> None:
    named = {key.name for key in KEYS if key.footer}
    assert set(FOOTERS) == {"article", *PANES}
    assert {name for names in FOOTERS.values() for name in names} <= named


async def test_footer_names_what_the_pane_can_do() -> None:
    async with opened() as pilot:
        footer = reader(pilot).query_one(Footer)
        assert "] next" in str(footer.render()) and "m note" not in str(footer.render())
        await pilot.press("2")
        assert all(words in str(footer.render()) for words in ("v verdict", "m note", "o only this", "q quit"))
        await pilot.press("1")
        assert "l mentions" in str(footer.render())


@pytest.mark.parametrize(
    ("pane", "own"),
    [
        ("0", ["] next", "v verdict"]),
        ("1", ["l mentions"]),
        ("2", ["v verdict", "m note"]),
        ("3", ["v verdict", "m note"]),
    ],
)
async def test_footer_of_80_columns_has_the_keys_of_a_review_whole(pane: str, own: list[str]) -> None:
    async with opened(size=SMALL) as pilot:
        await pilot.press(pane)
        shown = str(reader(pilot).query_one(Footer).render())
    assert cell_len(shown.rstrip()) <= 80, "nothing is cut"
    keys = ["a accept", "x reject", "e edit", "f filter", "s save", "? help", "q quit", *own]
    assert [words for words in keys if words not in shown] == []


async def test_hint_is_recorded_as_learned_after_its_keys() -> None:
    learned: list[str] = []
    article = springfield.article()
    source = springfield.all_at_once(article)
    opening = OpenedArticle(source=source, hint=[("next", "next sentence")], learned=lambda: learned.append("yes"))
    app = NewsviewApp(article, lambda: opening)
    async with running(app) as pilot:
        await until(pilot, lambda: app.reader.ui.source is not None)
        await pilot.pause()
        for count in range(4):
            assert learned == [] and "j next sentence" in status(pilot), count
            await pilot.press("j")
        assert learned == ["yes"] and "j next sentence" not in status(pilot)
        await pilot.press("j", "j", "j", "j", "j")
        assert learned == ["yes"]


def test_hint_that_was_learned_stays_so(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    assert not is_hint_learned(folder)
    learn_hint(folder)
    assert is_hint_learned(folder)


def test_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    learn_hint(tmp_path / "state")


@pytest.mark.parametrize(
    ("done", "words"),
    [(0, "◒ loading the model 3 s"), (2, "reading 2/9 paragraphs"), (9, "◒ finding the facts 3 s")],
)
def test_seconds_are_counted_before_the_first_paragraph_and_after_the_last(done: int, words: str) -> None:
    extraction = Extraction(Stage.RUNNING, done, 9)
    for _ in range(3):
        extraction = extraction.after_a_second()
    assert extraction.progress == words


async def test_loading_shows_that_it_goes_on() -> None:
    async with opened(Replayed(held=True)) as pilot:
        await until(pilot, lambda: reader(pilot).ui.extraction.counts_seconds)
        assert "loading the model 0 s" in status(pilot)
        await until(pilot, lambda: "loading the model 1 s" in status(pilot))


async def test_a_single_long_paragraph_shows_that_its_facts_are_looked_for() -> None:
    async with opened(Replayed(Progress(0, 1), Progress(1, 1), Progress(1, 1), held=True)) as pilot:
        source = reader(pilot).ui.source
        assert isinstance(source, Replayed)
        for _ in range(2):
            source.go.set()
            await until(pilot, lambda: not source.go.is_set())
        await until(pilot, lambda: "finding the facts 1 s" in status(pilot))
        assert "1/1" not in screen_text(pilot)


async def test_the_help_explains_every_sign_and_look() -> None:
    signs = " ".join(sign for sign, _ in LEGEND)
    assert set("▌›✓✗·=≠?†✎→×↑↓!*~●▸") <= set(signs)
    text = help_text(KEYS, ("Article",), 60)
    assert {look for _, look, _ in IN_THE_ARTICLE} <= {str(span.style) for span in text.spans}
    for sample in ("reversed", "italic", "bold", "underlined", "speaker", "cue"):
        assert f"  {sample} " in text.plain
