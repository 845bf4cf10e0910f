"""What a parser makes of a web page, Word, PDF, mail, subtitle or Markdown file: its text and metadata. Pure data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
"""White space that is collapsed; no-break spaces are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """An article as text, with blank lines between paragraphs, before the removal of control characters.

    *published* is the day of publication that the file declares, *address* the page's URL, which may contain the day,
    *written* the day the file was created, which has lower priority. All are unvalidated strings from the file.
    *notices* say what was left out or replaced; *metadata* is what else the file declares about itself.
    """

    text: str
    encoding: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    written: str | None = None
    address: str | None = None
    notices: Sequence[str] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)


def joined(blocks: Iterable[str]) -> str:
    """*blocks* as paragraphs of one line each, without empty ones."""
    lines = (_SPACES.sub(" ", block).strip() for block in blocks)
    return "\n\n".join(line for line in lines if line)
