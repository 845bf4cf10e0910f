"""Replacement of characters that a terminal interprets, one for one."""

from __future__ import annotations

import pytest

from newsview.reading.build_article import build_article
from newsview.reading.clean import clean, one_line


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
    ("\U0001f468\u200d\U0001f469 e\u0301 \u200c \u00a0 \u00ad \U000e0067", "\U0001f468\u200d\U0001f469 e\u0301 \u200c \u00a0 \u00ad \U000e0067"),
    ("[b]bold[/b] [link=http://x] “’—…", "[b]bold[/b] [link=http://x] “’—…"),
])  # fmt: skip
def test_characters_are_cleaned(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_no_break_spaces_are_kept() -> None:
    assert "of\u00a0shells" in build_article("A purchase of\u00a0shells was agreed.").text


def test_one_line() -> None:
    assert one_line(" a\nb\x1b[2J\t\u202ec ") == "a b\ufffd[2J c"
