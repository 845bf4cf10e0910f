"""Decisions on facts that have changed: shown as out of force, with the fact as it was."""

from __future__ import annotations

import re
from pathlib import Path

from newsview.model.article import Article
from newsview.model.decisions import Tally
from newsview.model.facts import Facts
from tests.app.opening import reader, screen_text, status
from tests.app.pressing import back_in_the_reader
from tests.app.rereading import opened, reread, saved
from tests.making import Maker

TEXT = "The firm put its sales at $9.8 billion last year.\n\nIts rival reported $3.1 billion.\n"
CHANGED = TEXT.replace("$9.8", "$7.7")


def money(article: Article) -> Facts:
    make = Maker(article)
    found = re.findall(r"\$([\d.]+) billion", article.text)
    return Facts(
        numbers=[make.number(f"${each} billion", "money", value=float(each) * 1e9, unit="USD") for each in found]
    )


async def test_a_verdict_goes_out_of_force_when_the_number_changes_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "buses.txt").write_text(TEXT, encoding="utf-8")
    async with opened(tmp_path, find=money) as pilot:
        await pilot.press("3", "v", "t", *"10-K", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("g", "m", *"call", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("a", "a", "s")
        await reread(pilot, tmp_path, CHANGED)
        review = reader(pilot).review
        assert review.tally == Tally(1, 0, 1, 1)
        assert "1 reviewed fact has changed: not reviewed any more" in status(pilot)
        assert "1 to go  1 changed" in screen_text(pilot)
        await pilot.press("3", "g")
        (row,) = [line for line in screen_text(pilot).splitlines() if "›" in line[70:]]
        assert re.search(r"· \$7\.7 billion .*was true for \$9\.8 bil", row)
        assert "was true for $9.8 billion" in status(pilot) and "$7.7 billion" in status(pilot)
        assert "not reviewed" in status(pilot) and "note: call" in status(pilot)
        await pilot.press("f", "o")
        await back_in_the_reader(pilot)
        assert len(review.panes["numbers"].rows) == 1
        await pilot.press("f", "a")
        await back_in_the_reader(pilot)
        await pilot.press("g", "u", "ctrl+r")  # what is undone and made again is out of force too
        assert review.tally.accepted == 1
        await pilot.press("s")
    kept = saved(tmp_path)
    (out,) = [each for each in kept.review.values() if each.was]
    assert (out.status, out.verdict, out.source, out.note) == (None, None, None, "call")
    assert out.was and (out.was.text, out.was.verdict, out.was.source) == ("$9.8 billion", "true", "10-K")
    async with opened(tmp_path, find=money) as pilot:
        assert "1 to go  1 changed" in screen_text(pilot)
        await pilot.press("3", "g", "a")
        assert reader(pilot).review.tally == Tally(2, 0, 0, 0) and "changed" not in screen_text(pilot)


async def test_decision_on_article_edited_while_closed_is_out_of_force(tmp_path: Path) -> None:
    (tmp_path / "buses.txt").write_text(TEXT, encoding="utf-8")
    async with opened(tmp_path, find=money) as pilot:
        await pilot.press("3", "a", "a", "s")
    (tmp_path / "buses.txt").write_text(CHANGED, encoding="utf-8")
    async with opened(tmp_path, find=money) as pilot:
        assert reader(pilot).review.tally == Tally(1, 0, 1, 1)
        await pilot.press("3", "g")
        assert "was accepted for $9.8 billion" in status(pilot)


async def test_undo_after_a_change_keeps_decisions_out_of_force(tmp_path: Path) -> None:
    (tmp_path / "buses.txt").write_text(TEXT, encoding="utf-8")
    async with opened(tmp_path, find=money) as pilot:
        await pilot.press("3", "x", "g", "a")
        await reread(pilot, tmp_path, CHANGED)
        await pilot.press("u")
        assert reader(pilot).review.tally[:2] == (0, 0)


async def test_a_new_extraction_that_reads_another_value_takes_it_out_of_force(tmp_path: Path) -> None:
    unit = ["USD"]

    def find(article: Article) -> Facts:
        return Facts(numbers=[Maker(article).number("$9.8 billion", "money", value=9.8e9, unit=unit[0])])

    (tmp_path / "buses.txt").write_text(TEXT, encoding="utf-8")
    async with opened(tmp_path, find=find) as pilot:
        await pilot.press("3", "a")
        await pilot.press("r")
        assert reader(pilot).review.tally == Tally(1, 0, 0, 0)
        unit[0] = "CAD"
        await pilot.press("r")
        assert reader(pilot).review.tally == Tally(0, 0, 1, 1)


async def test_correction_puts_only_the_verdict_out_of_force(tmp_path: Path) -> None:
    (tmp_path / "buses.txt").write_text(TEXT, encoding="utf-8")
    async with opened(tmp_path, find=money) as pilot:
        await pilot.press("3", "a", "g", "v", "f", "enter")
        await back_in_the_reader(pilot)
        await pilot.press("g", "e", "u", "ctrl+u", *"CAD", "enter")
        await back_in_the_reader(pilot)
        assert "corrected; its verdict was about what it said before" in status(pilot)
        review = reader(pilot).review
        (decision,) = review.decisions.all.values()
        assert decision.status == "accepted" and decision.verdict is None and decision.edits == {"unit": "CAD"}
        assert decision.was and decision.was.verdict == "false" and review.tally == Tally(1, 0, 1, 1)
        await pilot.press("u")
        assert review.tally == Tally(1, 0, 1, 0, false=1)
        await pilot.press("e", "s", *"sales", "enter")  # what is measured is not what the verdict was about
        await back_in_the_reader(pilot)
        (decision,) = review.decisions.all.values()
        assert decision.verdict == "false" and decision.was is None
