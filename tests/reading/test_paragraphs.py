"""Paragraph boundaries: blank lines, one paragraph a line, hard-wrapped lines."""

from __future__ import annotations

import textwrap

import pytest

from newsview.reading.paragraphs import paragraph_spans

FIRST = (
    "The council of Springfield voted late on Monday to close the old harbour bridge for at least two years, a decision that "
    "will send some nine thousand cars a day through the narrow streets of the market quarter. Shopkeepers there were quick "
    "to protest. They say that nobody asked them, and that the detour will cost them a third of their trade."
)
SECOND = (
    "“We looked at every other way,” the mayor told reporters outside the town hall, where some two hundred people had gathered "
    "in the rain. The engineers left no doubt, she said: the steel is too weak to carry lorries for another winter."
)
THIRD = (
    "Work is to begin in March. It will cost about eleven million dollars, most of which the state has promised to pay."
)


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_spans(text)]


def unwrapped(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in paragraphs(text)]


def test_blank_lines_separate_paragraphs() -> None:
    assert paragraphs(f"{FIRST}\n\n{SECOND}\n \u00a0\n\n{THIRD}\n") == [FIRST, SECOND, THIRD]


def test_long_lines_are_paragraphs() -> None:
    assert paragraphs("\n".join([FIRST, SECOND, THIRD])) == [FIRST, SECOND, THIRD]


def test_short_lines_that_are_sentences_are_paragraphs() -> None:
    lines = [
        "The bridge is closed from Monday.",
        "Nobody knows for how long.",
        "The mayor will speak at noon on Tuesday.",
        "Work begins in March.",
    ]
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize("width", [45, 60, 72, 79, 100])
def test_hard_wrapped_lines_are_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (FIRST, SECOND, THIRD))
    assert unwrapped(text) == [FIRST, SECOND, THIRD]
    assert "\n" in paragraphs(text)[0]


@pytest.mark.parametrize("width", [56, 72])
def test_hard_wrapped_paragraph_ends_at_short_line(width: int) -> None:
    text = "\n".join(textwrap.fill(paragraph, width) for paragraph in (FIRST, SECOND, THIRD))
    assert unwrapped(text) == [FIRST, SECOND, THIRD]


def test_indent_begins_paragraph() -> None:
    text = "\n".join(textwrap.fill(paragraph, 66, initial_indent="   ") for paragraph in (FIRST, SECOND, THIRD))
    assert unwrapped(text) == [FIRST, SECOND, THIRD]


def test_list_items_labels_and_bylines_begin_paragraphs() -> None:
    head = "Council of Springfield votes to close old harbour bridge for two years"
    byline = "By Jane Doe, Staff Writer"
    text = f"{head}\n{byline}\n\n{textwrap.fill(FIRST, 72)}\n- {textwrap.fill(SECOND, 70)}\nMAYOR: {textwrap.fill(THIRD, 64)}"
    assert unwrapped(text) == [head, byline, FIRST, f"- {SECOND}", f"MAYOR: {THIRD}"]


def test_short_lines_in_unwrapped_text_are_not_joined() -> None:
    assert paragraphs(f"{FIRST}\n\n{SECOND}\n\n\nSHARE THIS STORY\nDaily Example News") == [
        FIRST, SECOND, "SHARE THIS STORY", "Daily Example News",
    ]  # fmt: skip


def test_wrapped_block_among_long_lines_is_joined() -> None:
    text = f"{FIRST}\n\n{textwrap.fill(SECOND, 64)}\n\n{THIRD}"
    assert unwrapped(text) == [FIRST, SECOND, THIRD]


def test_lines_of_verse_and_tables_are_not_joined() -> None:
    lines = ["Springfield 3 1 Shelbyville", "Ogdenville 0 2 North Haverbrook", "Brockway 1 1 Capital City"]
    assert paragraphs("\n".join([*lines, "", FIRST])) == [*lines, FIRST]


def test_empty_text_has_no_paragraphs() -> None:
    assert paragraph_spans("") == [] and paragraph_spans(" \n\u00a0\n ") == []


def test_list_item_or_label_inside_sentence_does_not_split() -> None:
    lines = [
        "The show, which the company first brought to Springfield early in Aug.",
        "5 of that year, moves on next week with its songs, its dances and both",
        "A. Doe and J. Roe. Most people liked it – not only those who were paid",
        "– and will come back. A few were heard to ask for their money, but the",
        "manager, who had counted on fewer guests, was not in the house at night.",
    ]
    assert unwrapped("\n".join(lines)) == [" ".join(lines)]


def test_consecutive_headlines_are_not_joined() -> None:
    lines = ["Council of Springfield votes to close old harbour bridge", "Mayor promises a ferry"]
    assert paragraphs("\n".join(lines)) == lines
