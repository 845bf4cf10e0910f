"""The plain text of an article with its facts, as a pager or a screen reader gets it."""

from __future__ import annotations

from newsview.export.reviewed import reviewed
from newsview.export.text import plain_text
from tests.export.article import denial


def test_a_denial_has_its_verb() -> None:
    assert "\n1. Jane Holt denied: the city had lost $4 million · indirect quote; in sentence 1\n" in plain_text(
        reviewed(denial())
    )
