"""Complete review of an article in a terminal, saved and reopened."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from newsview.reading.read import read_path
from tests.effort import cases
from tests.places import NEWSVIEW, SEEDS
from tests.terminal.reviewed import seed
from tests.terminal.screen import Terminal

CLEAR = "\x15"  # Ctrl+U: what a line holds, from its beginning to the cursor
HEADER = re.compile(r"([\d,]+) facts  ✓ (\d+)  ✗ (\d+)(?:  [=≠?] \d+)*  · (\d+) to go")

pytestmark = [pytest.mark.model, pytest.mark.terminal]


class Tally(NamedTuple):
    facts: int
    accepted: int
    rejected: int
    open: int


def tally(screen: str) -> Tally | None:
    found = HEADER.search(screen)
    return Tally(*map(int, found.groups())) if found else None


def opened(article: Path, env: Mapping[str, str], columns: int = 120, rows: int = 36) -> Terminal:
    return Terminal([*NEWSVIEW, str(article)], env=env, columns=columns, rows=rows)


def all_read(screen: str) -> bool:
    strip = "\n".join(screen.splitlines()[-6:])
    return tally(screen) is not None and not re.search(r"reading \d+/|loading the model|finding the facts", strip)


def decide_pane(terminal: Terminal, pane: str, rows: int, before: Tally) -> Tally:
    """Accept, reject and skip the facts of a pane in turn, waiting after each key."""
    terminal.press(pane, "g")
    terminal.settle()
    now = before
    for key, _ in zip(cycle("axa "), range(rows), strict=False):
        terminal.press(key)
        if key == " ":
            terminal.settle(0.1)
            continue
        step = (0, 1, 0, -1) if key == "a" else (0, 0, 1, -1)
        now = Tally(*(old + change for old, change in zip(now, step, strict=True)))
        terminal.wait_for(f"✓ {now.accepted}  ✗ {now.rejected}  · {now.open} to go")
    return now


def answer(terminal: Terminal, *exchange: tuple[str, str]) -> None:
    """Steps as (keys, expected text on the screen)."""
    for keys, wanted in exchange:
        terminal.press(*keys)
        terminal.wait_for(re.escape(wanted))
        terminal.settle()


def saved(article: Path) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(article.with_name(f"{article.stem}.facts.json").read_text(encoding="utf-8"))
    return plain


def decide_all(terminal: Terminal) -> Tally:
    """Go through the three panes, with the number of facts from their titles."""
    first = tally(terminal.wait_for(all_read))
    assert first is not None and first.open == first.facts > 20
    rows = [int(count) for count in re.findall(r"\d (?:Entities|Quotes|Numbers) ─+ (\d+)", terminal.text)]
    assert sum(rows) == first.facts
    now = first
    for pane, count in zip("123", rows, strict=True):
        now = decide_pane(terminal, pane, count, now)
    assert now.accepted > now.rejected > now.open > 0
    return now


def judge_the_first_number(terminal: Terminal) -> None:
    """Correct a value, add a note, mark the claim false by a source; undo and redo."""
    terminal.press("3", "g")
    terminal.settle()
    answer(
        terminal,
        ("e", "Correct"),
        ("v", "5 to 10"),
        (CLEAR, "5 to 10"),
        ("152", "152 "),
        ("\r", "corrected"),
        ("m", "Note on"),
        ("asked the author\r", "noted"),
        ("v", "Is it true?"),
        ("f", "By what source"),
        ("a ballistics table\r", "claim false"),
    )
    terminal.press("u")
    undone = terminal.settle()
    terminal.press("ctrl+r")
    assert terminal.settle() != undone


def find_narrow_and_save(terminal: Terminal) -> str:
    """Find a word, show unreviewed facts only, save; returns the final screen."""
    terminal.press("/")
    terminal.settle()
    answer(terminal, ("Yonhap", "Yonhap"), ("\r", "Yonhap"))
    terminal.press("escape")
    terminal.settle()
    answer(terminal, ("2f", "Show which facts?"), ("o", "not reviewed ·"), ("s", "saved to"))
    return terminal.settle()


def standing(screen: str) -> list[str]:
    """The titles of the panes with their filters, and their selected rows, without scrollbars."""
    return [line[72:117] for line in screen.splitlines() if line[72:73] in ("┌", "┏") or "›" in line[72:77]]


def test_full_review_is_saved_and_reopened(tmp_path: Path, home: dict[str, str]) -> None:
    article = tmp_path / "ammunition.txt"
    text = (SEEDS / article.name).read_text(encoding="utf-8")
    article.write_text("\n\n".join(text.split("\n\n")[: cases(11, 100)]) + "\n", encoding="utf-8")
    with opened(article, home) as terminal:
        now = decide_all(terminal)
        judge_the_first_number(terminal)
        left = find_narrow_and_save(terminal)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0

    review = saved(article)["review"]
    decided = [each["status"] for each in review.values()]
    assert (decided.count("accepted"), decided.count("rejected")) == (now.accepted, now.rejected)
    judged = [each for each in review.values() if each["verdict"]]
    assert [(each["verdict"], each["source"], each["note"]) for each in judged] == [
        ("false", "a ballistics table", "asked the author")
    ]
    assert judged[0]["edits"]["value"] == 152

    with opened(article, home) as terminal:
        terminal.wait_for("not reviewed ·")
        again = terminal.settle(1)
        assert tally(again) == now
        assert standing(again) == standing(left)


def test_resize_keeps_position(tmp_path: Path, home: dict[str, str]) -> None:
    article = seed("derby", tmp_path)
    read = read_path(article)
    thirteenth = " ".join(read.text[read.sentences[12].start : read.sentences[12].end].split())
    with opened(article, home) as terminal:
        terminal.wait_for(all_read)
        terminal.press(*"jjjjjjjjjjjj")
        before = terminal.settle()
        assert "sentence 13 " in before
        for size in ((80, 24), (59, 20), (200, 50)):
            terminal.resize(*size)
            assert thirteenth in marked(terminal.settle()), size
        terminal.resize(120, 36)
        assert terminal.settle().splitlines()[-2] == before.splitlines()[-2]


def marked(screen: str) -> str:
    """The article's lines with the bar of the current sentence, joined."""
    lines = (re.match(r"[│┃]?▌ ([^│┃]*)", line) for line in screen.splitlines())
    return " ".join(" ".join(line[1].split()) for line in lines if line)


def test_text_is_the_same_with_any_colors_and_theme(tmp_path: Path, home: dict[str, str]) -> None:
    article = seed("derby", tmp_path)
    light = tmp_path / "light" / "newsview"
    light.mkdir(parents=True)
    (light / "config.toml").write_text('theme = "textual-light"\n')
    looks: tuple[dict[str, str], ...] = (
        {},
        {"NO_COLOR": "1"},
        {"TERM": "xterm", "COLORTERM": ""},
        {"XDG_CONFIG_HOME": str(light.parent)},
    )
    screens: list[str] = []
    colours: list[set[tuple[str, str]]] = []
    for look in looks:
        fresh = {**home, **look, "XDG_STATE_HOME": str(tmp_path / f"state{len(screens)}")}
        with opened(article, fresh) as terminal:
            terminal.wait_for(all_read)
            terminal.press("2", "j", "j", "a")
            terminal.wait_for("✓ 1")
            screens.append(terminal.settle())
            colours.append({terminal.style_at(row, column)[:2] for row in range(36) for column in range(120)})
    assert screens[1:] == [screens[0]] * 3
    assert all(each != colours[0] for each in colours[1:])
