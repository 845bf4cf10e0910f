"""Posts of social media inside an article: a paragraph of text, then its author with a handle."""

from __future__ import annotations

import re
from bisect import bisect_left

from newsview.extraction.quotes.attribution import Attribution
from newsview.extraction.quotes.doc_layout import Layout

_AUTHOR = re.compile(r"\s*[—–-]+\s*(?P<name>[^\n@()]{2,60}?)\s*\(@\w{1,40}\)")
_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.\w+\.com/|t\.co/)\S*)+\s*$")


def by_post(layout: Layout) -> list[Attribution]:
    """The text of each embedded post as speech of its author: "We open in May. ¶ — Jane Doe (@janedoe) March 3, 2024"."""
    found: list[Attribution] = []
    for index, block in enumerate(layout.blocks[1:], 1):
        start, end = layout.chars(block.start, block.end)
        author = _AUTHOR.match(layout.text, start, end)
        if author is None:
            continue
        before = layout.blocks[index - 1]
        content = _without_links(layout, *layout.chars(before.start, before.end))
        first = bisect_left(layout.starts, author.start("name"))
        last = bisect_left(layout.starts, author.end("name"))
        if content is None or first >= last:
            continue
        head = next((at for at in range(last - 1, first - 1, -1) if layout.tokens[at].is_alpha), last - 1)
        found.append(Attribution([content], by_post, speaker=(first, last), head=head, turn=True))
    return found


def _without_links(layout: Layout, start: int, end: int) -> tuple[int, int] | None:
    """The text without the links at its end; None without words."""
    links = _LINKS.search(layout.text, start, end)
    end = links.start() if links is not None else end
    return (start, end) if any(letter.isalpha() for letter in layout.text[start:end]) else None
