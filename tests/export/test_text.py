"""The plain text of an article with its facts, as a pager or a screen reader gets it."""

from __future__ import annotations

from newsview.export.markdown import sheet
from newsview.export.reviewed import reviewed
from newsview.export.text import plain_text
from newsview.model.facts import Decision
from tests.export.article import analysis, denial, with_aside


def test_a_denial_has_its_verb() -> None:
    assert (
        "\n1. Jane Holt denied: the city had lost $4 million · indirect quote; in sentence 1 [q-lost]\n"
        in plain_text(reviewed(denial(), aside=False))
    )


def test_facts_hidden_by_default_are_left_out_unless_wanted_or_reviewed() -> None:
    text = plain_text(reviewed(with_aside(), aside=False))
    assert "[q-spend]" in text and "[q-wait]" not in text and "[n-money]" not in text
    assert "Quotes: 1\n" in text and "Numbers: 1\n" in text
    every = plain_text(reviewed(with_aside(), aside=True))
    assert "[q-wait]" in every and "[n-money]" in every
    noted = plain_text(reviewed(with_aside({"q-wait": Decision(status="rejected")}), aside=False))
    assert "[q-wait]; rejected" in noted and "[n-money]" not in noted


def test_sentences_have_the_numbers_that_facts_refer_to() -> None:
    text = plain_text(reviewed(analysis(), aside=False))
    assert text.startswith("1 Council backs <b>bus</b> plan\n\n2 Jane Doe, the mayor, said that")
    assert "\n3 “We cannot wait,” Doe said, “not for 10 years.”\n4 =SUM(A1)" in text
    assert "in sentence 2 [n-money]\n" in text


def test_resolved_name_does_not_read_like_a_correction() -> None:
    for written in (plain_text, sheet):
        text = written(reviewed(analysis(), aside=True))
        assert "Jane Doe said: “We cannot wait" in text and "(was" not in text and "corrected" not in text
