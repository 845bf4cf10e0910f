"""Parser of Markdown files: text without markup, metadata from the front matter. Runs in the parser process."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsview.reading.clean import clean
from newsview.reading.converted import Converted, joined
from newsview.reading.decode import decode

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,10000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^([A-Za-z_-]{1,30})[ \t]*:[ \t]*(\S.*)$", re.M)
_TAG = re.compile(r"<[^<>]*>")


def convert(data: bytes, encoding: str | None) -> Converted:
    """The paragraphs of the Markdown file *data*; title, author and date from its front matter."""
    text, found, notice = decode(data, encoding)
    text = clean(text)
    front = _FRONT_MATTER.match(text)
    fields = {name.lower(): value.strip().strip("\"'") for name, value in _FIELD.findall(front[1])} if front else {}
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text[front.end() :] if front else text)
    return Converted(
        text=joined(_blocks(tokens)),
        encoding=found,
        title=fields.get("title"),
        byline=fields.get("byline") or fields.get("author"),
        published=fields.get("published") or fields.get("date"),
        notices=[notice] if notice else [],
    )


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield " | ".join(cells or ())
            cells = None
        elif token.type == "inline":
            words = "".join(_texts(token.children or ()))
            if cells is None:
                yield words
            else:
                cells.append(words)
        elif token.type in ("fence", "code_block"):
            yield from token.content.split("\n\n")  # often indented text, not code
        elif token.type == "html_block":
            yield _TAG.sub(" ", token.content)


def _texts(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak", "html_inline"):
            # tags inside words are rare except <br>
            yield " " if token.type != "html_inline" or token.content.lower().startswith("<br") else ""
