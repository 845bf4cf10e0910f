"""Result of parsing a web page, Word, PDF or Markdown file: its text and metadata. Pure data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
"""No-break spaces are the article's own and stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """An article as text, a blank line between two paragraphs; control characters are still in it.

    *published* is a day that the file itself declares as such; *written*, weaker, the day that it was made. Both as
    the file has them: anything may be in there.
    """

    text: str
    encoding: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    written: str | None = None


def joined(blocks: Iterable[str]) -> str:
    """*blocks* as paragraphs, each on one line; those without a word are left out."""
    lines = (_SPACES.sub(" ", block).strip() for block in blocks)
    return "\n\n".join(line for line in lines if line)
