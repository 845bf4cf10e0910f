"""What the table of speeds is made of: its clock, its articles, its lines. No figure is asserted: the machine decides those."""

import sys
import time
from pathlib import Path

import pytest

from newsview.reading.read import read_path
from newsview.store.validate import check_facts
from tests.benchmarks import long_articles, reader_speed
from tests.benchmarks.terminal_times import Keys, Start, percentile, running, time_key, time_start

SLOW_ECHO = """
import sys, time, tty
tty.setraw(0)
time.sleep(0.3)
print("ready", flush=True)
while True:
    key = sys.stdin.read(1)
    if key == "x":
        time.sleep(0.2)
        print("late", flush=True)
"""


@pytest.mark.terminal
def test_a_time_is_never_shorter_than_what_the_program_waited(tmp_path: Path) -> None:
    with running([sys.executable, "-c", SLOW_ECHO], {}, tmp_path) as terminal:
        assert time_start(terminal, "ready").ms >= 300
        settled = time_key(terminal, "x")
        assert settled is not None and settled >= 200


@pytest.mark.terminal
def test_output_that_is_looked_at_late_has_the_time_of_its_arrival(tmp_path: Path) -> None:
    with running([sys.executable, "-c", SLOW_ECHO], {}, tmp_path) as terminal:
        terminal.wait_for("ready")
        terminal.press("x")
        time.sleep(2)
        looked = time.monotonic()
        terminal.wait_for("late")
        assert terminal.last.at < looked


@pytest.mark.parametrize("words", [1, 10_000])
def test_the_annotation_of_a_long_article_holds_its_words(words: int, tmp_path: Path) -> None:
    path = long_articles.write_article(words, tmp_path)
    article = read_path(path)
    assert len(article.text.split()) >= words
    facts = long_articles.replayed(article, words)
    check_facts(article, facts)
    assert facts.entities and facts.quotes and facts.numbers


def test_no_two_copies_of_a_seed_are_equal() -> None:
    copies = [text for stem, text in long_articles.pieces(30_000) if stem == "ammunition"]
    assert len(copies) > 3 and len(set(copies)) == len(copies)


def test_a_ratio_is_that_of_the_medians_and_says_whether_its_budget_is_met() -> None:
    found = [Start(ms, 0, 0) for ms in (100, 120, 900)]
    assert reader_speed.compared("paint", found, 100, "ten lines", 1.35).met is True
    line = reader_speed.compared("paint", found, 80, "ten lines", 1.35)
    assert (line.figure, line.beside, line.met) == ("120 ms", "1.50 × ten lines", False)


def test_a_slow_key_in_twenty_does_not_break_the_budget_but_two_do() -> None:
    assert reader_speed.key_line("keys", Keys([10.0] * 20 + [90.0], 0, 1)).met is True
    assert reader_speed.key_line("keys", Keys([10.0] * 18 + [90.0, 90.0], 0, 1)).met is False
    assert percentile([3, 1, 2], 0.5) == 2


def test_the_table_has_a_row_for_each_line() -> None:
    lines = [reader_speed.Line("short", "1 ms"), reader_speed.Line("a longer one", "20 ms", "2 ×", "≤ 1 ×", False)]
    assert reader_speed.table(lines).splitlines() == ["short         1 ms", "a longer one  20 ms  2 ×  ≤ 1 ×  NOT MET"]
