"""The reader's command before there is a reader: what it says where there is nothing to open."""

from pathlib import Path
from pkgutil import get_data

import pytest

from tests.places import NEWSVIEW, SEEDS
from tests.terminal.screen import Terminal


def test_the_demonstration_is_one_of_the_seeds() -> None:
    assert get_data("newsview.cli", "data/demo.txt") in {seed.read_bytes() for seed in SEEDS.glob("*.txt")}


@pytest.mark.terminal
def test_without_an_article_and_without_a_last_one_it_says_how_to_begin(home: dict[str, str]) -> None:
    with Terminal(NEWSVIEW, env=home) as terminal:
        assert terminal.wait_for_exit() == 2
        assert "newsview --demo" in terminal.text


@pytest.mark.terminal
def test_without_an_article_the_last_one_is_opened_where_it_was_left(home: dict[str, str]) -> None:
    with Terminal([*NEWSVIEW, str(SEEDS / "derby.txt")], env=home) as terminal:
        terminal.wait_for("Article")
        terminal.press("j", "j")
        terminal.wait_for("▌ LEEDS")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    with Terminal(NEWSVIEW, env=home) as terminal:
        terminal.wait_for("▌ LEEDS")


@pytest.mark.parametrize("arguments", [("-o", "x.json", "a.txt", "b.txt"), ("-", "b.txt")])
@pytest.mark.terminal
def test_one_output_or_standard_input_is_for_one_article(arguments: tuple[str, ...], home: dict[str, str]) -> None:
    with Terminal([*NEWSVIEW, *arguments], env=home) as terminal:
        assert terminal.wait_for_exit() == 2
        assert "one article" in terminal.text


@pytest.mark.parametrize("name", ["gone.txt", "", ".", "*.odd", "week.jsonl", "none.facts.json", "ab\udce9.txt", "-"])
@pytest.mark.terminal
def test_an_article_s_name_alone_fails_as_it_does_with_the_command_before_it(name: str, home: dict[str, str]) -> None:
    ends = []
    for words in ([name], ["read", name]):
        # standard input is the terminal, and ends at once
        with Terminal([*NEWSVIEW, *words], env=home, cwd=Path(home["XDG_CONFIG_HOME"])) as terminal:
            if name == "-":
                terminal.press("\x04")
            code = terminal.wait_for_exit()
            ends.append((code, [line.rstrip() for line in terminal.text.splitlines() if "newsview: " in line]))
    assert ends[0] == ends[1]
    assert ends[0][0] in (2, 65, 66)
    assert len(ends[0][1]) == 1


@pytest.mark.terminal
def test_a_folder_of_several_articles_is_told_what_it_is(home: dict[str, str]) -> None:
    with Terminal([*NEWSVIEW, str(SEEDS)], env=home) as terminal:
        assert terminal.wait_for_exit() == 2
        assert "several articles" in terminal.text
