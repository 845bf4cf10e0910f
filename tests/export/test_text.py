"""The plain text of an article with its facts, as a pager or a screen reader gets it."""

from __future__ import annotations

from newsview.export.reviewed import reviewed
from newsview.export.text import plain_text
from tests.export.article import analysis, denial


def test_a_denial_has_its_verb() -> None:
    assert (
        "\n1. Jane Holt denied: the city had lost $4 million · indirect quote; in sentence 1 [q-lost]\n"
        in plain_text(reviewed(denial()))
    )


def test_sentences_have_the_numbers_that_facts_refer_to() -> None:
    text = plain_text(reviewed(analysis()))
    assert text.startswith("1 Council backs <b>bus</b> plan\n\n2 Jane Doe, the mayor, said that")
    assert "\n3 “We cannot wait,” Doe said, “not for 10 years.”\n4 =SUM(A1)" in text
    assert "in sentence 2 [n-money]\n" in text
