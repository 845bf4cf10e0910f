"""Replacement of characters that a terminal interprets, one for one."""

from __future__ import annotations

import pytest

from newsview.reading.build_article import build_article
from newsview.reading.clean import MARKS, clean, composed, one_line


@pytest.mark.parametrize(("raw", "cleaned"), [
    ("a\r\nb\rc\nd", "a\nb\nc\nd"),
    ("\ufeffa\ufeffb", "a b"),
    ("a\tb", "a b"),
    ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
    ("\x1b]52;c;aGk=\x07", "\ufffd]52;c;aGk=\ufffd"),
    ("a\x9b31mb\x7f\x00\x08", "a\ufffd31mb\ufffd\ufffd\ufffd"),
    ("a\x85b\u2028c\u2029d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
    ("\u202eabc\u202c \u2066d\u2069 \u200ee\u200f \u061cf", " abc   d   e   f"),
    ("a\ud800b\udfff", "a\ufffdb\ufffd"),
    ("\U0001f468\u200d\U0001f469 q\u0301 \u200c \u00a0 \u00ad \U000e0067", "\U0001f468\u200d\U0001f469 q\u0301 \u200c \u00a0 \u00ad \U000e0067"),
    ("[b]bold[/b] [link=http://x] “’—…", "[b]bold[/b] [link=http://x] “’—…"),
])  # fmt: skip
def test_characters_are_cleaned(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_no_break_spaces_are_kept() -> None:
    assert "of\u00a0shells" in build_article("A purchase of\u00a0shells was agreed.").text


def test_one_line() -> None:
    assert one_line(" a\nb\x1b[2J\t\u202ec ") == "a b\ufffd[2J c"


def test_decomposed_letters_are_composed_before_offsets_exist() -> None:
    article = build_article("Andre\u0301 Neuville paid 5 \u212b.", title="Cafe\u0301")
    assert (article.text, article.title) == ("Andr\u00e9 Neuville paid 5 \u00c5.", "Caf\u00e9")
    assert build_article("x", path="Cafe\u0301.txt").path == "Cafe\u0301.txt", "a file is found by its spelling"


def test_marks_beyond_any_script_are_dropped() -> None:
    stacked = "o\u0316\u0300" * 2 + "n\u0316" + "\u0300\u0316" * 50_000
    assert len(composed(stacked)) < 10 + MARKS
    thai = "\u0e01\u0e33\u0e49\u0e48" * 40
    assert composed(thai) == thai
