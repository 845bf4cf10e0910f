"""The reader in a terminal: first steps from the command line to the saved file."""

import json
from pathlib import Path

import pytest

from tests.places import NEWSVIEW
from tests.terminal.reviewed import seed
from tests.terminal.screen import Terminal

pytestmark = pytest.mark.terminal


def test_seed_is_read_from_quote_to_sentence_and_saved(tmp_path: Path, home: dict[str, str]) -> None:
    article = seed("ammunition", tmp_path)
    with Terminal([*NEWSVIEW, str(article)], env=home) as terminal:
        terminal.wait_for("ammunition.txt")
        terminal.wait_for(r"[1-9]\d* facts  ✓ 0")
        terminal.press("2", "j")
        quote = terminal.settle()
        terminal.press("enter")
        sentence = terminal.settle()
        assert sentence != quote
        terminal.press("backspace")
        again = terminal.settle()
        assert again.splitlines()[:-2] == quote.splitlines()[:-2]  # the last lines named the first keys
        terminal.press("a", "s")
        terminal.wait_for("saved")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    saved = json.loads((tmp_path / "ammunition.facts.json").read_text(encoding="utf-8"))
    assert [decision["status"] for decision in saved["review"].values()] == ["accepted"]
    assert set(saved["review"]) <= {quote["id"] for quote in saved["quotes"]}
