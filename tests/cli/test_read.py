"""``newsview read`` without an article to open."""

from pathlib import Path
from pkgutil import get_data

import pytest

from tests.effort import sample
from tests.places import NEWSVIEW, SEEDS
from tests.terminal.screen import Terminal


def test_demonstration_is_a_seed_article() -> None:
    assert get_data("newsview.cli", "data/demo.txt") in {seed.read_bytes() for seed in SEEDS.glob("*.txt")}


@pytest.mark.terminal
def test_no_article_and_no_last_article_suggests_demo(home: dict[str, str]) -> None:
    with Terminal(NEWSVIEW, env=home) as terminal:
        assert terminal.wait_for_exit() == 2
        assert "newsview --demo" in terminal.text


@pytest.mark.terminal
def test_no_article_opens_last_one_at_its_position(home: dict[str, str]) -> None:
    with Terminal([*NEWSVIEW, str(SEEDS / "derby.txt")], env=home) as terminal:
        terminal.wait_for("Article")
        terminal.press("j", "j")
        terminal.wait_for("▌   LEEDS")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    with Terminal(NEWSVIEW, env=home) as terminal:
        terminal.wait_for("▌   LEEDS")


@pytest.mark.parametrize("arguments", [("-o", "x.json", "a.txt", "b.txt"), ("-", "b.txt")])
@pytest.mark.terminal
def test_output_option_or_stdin_with_several_articles_is_refused(
    arguments: tuple[str, ...], home: dict[str, str]
) -> None:
    with Terminal([*NEWSVIEW, *arguments], env=home) as terminal:
        assert terminal.wait_for_exit() == 2
        assert "one article" in terminal.text


WRONG = ["gone.txt", "", ".", "ab\udce9.txt", "*.odd", "week.jsonl", "-", "none.facts.json"]


@pytest.mark.parametrize("name", sample(WRONG, 3))
@pytest.mark.terminal
def test_article_alone_fails_like_read_command(name: str, home: dict[str, str]) -> None:
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
def test_reader_lists_the_articles_of_a_folder(home: dict[str, str]) -> None:
    with Terminal([*NEWSVIEW, str(SEEDS)], env=home) as terminal:
        terminal.wait_for(r"\d+ articles")
        terminal.wait_for(r"derby\.txt +Okafor hits")
        terminal.press("d", "e", "r", "b", "y", "\r")
        terminal.wait_for(r"derby\.txt · 571 words · \d+ of \d+")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    with Terminal(NEWSVIEW, env=home) as terminal:  # now there are several that were read last
        terminal.wait_for(r"▸ derby\.txt")


@pytest.mark.terminal
def test_options_for_one_article_are_refused_for_a_folder(home: dict[str, str]) -> None:
    with Terminal([*NEWSVIEW, str(SEEDS), "-o", "x.json"], env=home) as terminal:
        assert terminal.wait_for_exit() == 2
        assert "-o is for one article" in terminal.text
