"""Quotation marks: pairing, nesting, apostrophes, quotations over several paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsview.extraction.quotes.quotation_marks import quotations
from tests.quotes.saying import Parsed, said


def blocks_of(paragraphs: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The paragraphs as one text, and the start and end of each in it."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return "\n".join(paragraphs), blocks


def inside(*paragraphs: str) -> list[list[str]]:
    """The text inside the marks, by paragraph."""
    text, blocks = blocks_of(list(paragraphs))
    return [[text[each.start : each.end] for each in found] for found in quotations(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It rains," she said.', ["It rains,"]),
        ("“It rains,” she said.", ["It rains,"]),
        ("''It rains,'' she said.", ["It rains,"]),
        ("``It rains,'' she said.", ["It rains,"]),
        ("«It rains», she said.", ["It rains"]),
        ("« It rains », she said.", ["It rains"]),
        ("»It rains«, she said.", ["It rains"]),
        ("„It rains“, she said.", ["It rains"]),
        ("„It rains”, she said.", ["It rains"]),
        ("‘It rains,’ she said.", ["It rains,"]),
        ("'It rains,' she said.", ["It rains,"]),
        ('It was “late" and dark.', ["late"]),
        # a blank inside the marks
        ('"It rains," she said. " I\'m wet."', ["It rains,", "I'm wet."]),
        ('It was " late " and dark.', ["late"]),
        ('It was "late ", she said.', ["late"]),
        ('"It was late ".', ["It was late"]),
        # a closing mark in the place of the opening one
        ("She wrote: ”It rains.”", ["It rains."]),
        ("”It rains,” she said.", ["It rains,"]),
    ],
)
def test_marks_of_each_style_are_paired(text: str, expected: list[str]) -> None:
    assert inside(text) == [expected]


def test_nested_quotation_is_part_of_outer_quotation() -> None:
    assert inside("“He agreed ‘in principle’ to it,” she said.") == [["He agreed ‘in principle’ to it,"]]
    assert inside("\"He said 'no' to it,\" she said.") == [["He said 'no' to it,"]]


@pytest.mark.parametrize(
    "text",
    [
        "The dog's bowl isn't the cats' bowl.",
        "The bakers’ union and the miners’ union met.",
        "Rock 'n' roll of the '60s, and 'em all.",
        'A board 12 " wide and 3 " thick.',
        'A word " alone.',
        "It was late”, she said.",
        "She is 5'10\" tall and he is 6' 2\" tall.",
        'The pipe is 12" wide.',
    ],
)
def test_apostrophe_feet_and_inches_are_no_marks(text: str) -> None:
    assert inside(text) == [[]]


def test_plural_apostrophe_does_not_close_single_quotation() -> None:
    assert inside("‘The voters’ choice is clear,’ she said.") == [["The voters’ choice is clear,"]]


def test_quotation_with_reopened_mark_continues_over_paragraphs() -> None:
    assert inside("“One day.", "“Two days,” she said.") == [["One day."], ["Two days,"]]


def test_quotation_can_close_in_next_paragraph_without_reopening() -> None:
    assert inside('"One day.', 'Two days," she said.') == [["One day."], ["Two days,"]]


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert inside("He called it “a shame.", "Nobody came.") == [["a shame."], []]


def test_new_opening_mark_discards_unclosed_one() -> None:
    assert inside("“One day. Nobody came. “Two days,” she said.")[0][-1] == "Two days,"


@given(st.lists(st.text(alphabet="ab 1.,\"'“”‘’«»„`-(", max_size=60), min_size=1, max_size=6))
def test_random_marks_give_ordered_spans_inside_paragraph(paragraphs: list[str]) -> None:
    text, blocks = blocks_of(paragraphs)
    for (start, end), found in zip(blocks, quotations(text, blocks), strict=True):
        last = start
        for each in found:
            assert last <= each.outer_start <= each.start < each.end <= each.outer_end <= end
            last = each.outer_end


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mary Stone said that the bridge was “far too old.”", "the bridge was “far too old.”"),
        ("Mary Stone said that ‘old bridges’ were safe.", "‘old bridges’ were safe"),
        ("Mary Stone accused the mayor of “lying to us” and left.", "the mayor of “lying to us”"),
        ('Mary Stone called the bridge "a disgrace".', 'the bridge "a disgrace"'),
        ("Stone, she said, was “a man of his word.”", "Stone … was “a man of his word.”"),
        ("The bridge was called “a disgrace” by Mary Stone.", "The bridge … “a disgrace”"),
        # content equal to a quotation: no marks
        ("“The bridge is old,” Mary Stone said.", "The bridge is old,"),
        ("Mary Stone said that “nobody will ever cross it”.", "nobody will ever cross it"),
    ],
)
def test_content_has_both_marks_of_quotation_at_its_edge_or_none(parsed: Parsed, text: str, content: str) -> None:
    assert [words for words, _, _ in said(parsed(text))] == [content]
