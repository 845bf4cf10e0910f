from __future__ import annotations

import time
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsview.app.render.wrapping import lay_out, offset_at, pad, truncate, wrap
from tests.timing import costs_at_most


@dataclass
class Stretch:
    start: int
    end: int


TEXTS = st.text(alphabet=st.sampled_from("ab— \u00a0\n新聞é\u0301👍x"), max_size=80)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


def test_words_are_kept_whole() -> None:
    assert lines("the mayor said so", 9) == ["the mayor ", "said so"]


def test_a_long_word_is_cut_by_cells() -> None:
    assert lines("xxxxxxxxxx yy", 4) == ["xxxx", "xxxx", "xx ", "yy"]


def test_wide_characters_take_two_cells() -> None:
    assert lines("新聞稿件", 5) == ["新聞", "稿件"]


def test_a_no_break_space_holds_words_together() -> None:
    assert lines("paid 5\u00a0million", 9) == ["paid ", "5\u00a0million"]


def test_a_line_may_break_behind_a_long_dash() -> None:
    assert lines("new buses—quiet ones", 10) == ["new buses—", "quiet ones"]


def test_a_line_break_inside_a_paragraph_is_a_blank() -> None:
    assert lines("one\ntwo three", 8) == ["one\ntwo ", "three"]


@given(TEXTS, st.integers(2, 30))
def test_lines_join_to_the_text_and_fit(text: str, width: int) -> None:
    found = lines(text, width)
    assert "".join(found) == text
    assert all(cell_len(line.rstrip()) <= width for line in found)


EVEN = st.text(alphabet=st.sampled_from("aab— \n\té“x,"), max_size=80)


@given(EVEN, st.integers(1, 20))
def test_text_of_one_cell_a_character_breaks_as_any_other_does(text: str, width: int) -> None:
    other = text.replace("a", "\N{CYRILLIC SMALL LETTER A}") + " \N{CYRILLIC SMALL LETTER A}"
    text += " a"
    assert list(wrap(text, 0, len(text), width)) == list(wrap(other, 0, len(other), width))


@given(TEXTS, st.integers(0, 60))
def test_the_offset_under_a_cell_is_on_the_line(text: str, cell: int) -> None:
    if text:
        offset = offset_at(text, 0, len(text), cell)
        assert 0 <= offset < len(text)
        assert cell_len(text[:offset]) <= cell


@given(TEXTS, st.integers(0, 20))
def test_padding_gives_exactly_the_width(text: str, width: int) -> None:
    assert cell_len(pad(text.replace("\n", " "), width)) == width
    assert cell_len(truncate(text, width)) <= width


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    found = lay_out("one\n\ntwo", [Stretch(0, 3), Stretch(5, 8)], 20)
    assert found.starts == [0, 3, 5] and found.ends == [3, 3, 8]
    assert found.at(4) == 1 and found.at(5) == 2
    assert list(found.between(0, 8)) == [0, 1, 2]


def test_wrapping_is_linear_in_the_text() -> None:
    def seconds(words: int) -> float:
        text = "some word " * words
        begun = time.process_time()
        for _ in wrap(text, 0, len(text), 70):
            pass
        return time.process_time() - begun

    seconds(1000)
    assert costs_at_most(16, lambda: seconds(80_000), lambda: max(seconds(20_000), 0.005))
