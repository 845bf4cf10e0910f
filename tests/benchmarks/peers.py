"""Other Textual programs, and the commands that start them on an article."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple


class Peer(NamedTuple):
    """A program that is measured where it is installed."""

    name: str
    executable: str
    arguments: Sequence[str]
    """``{}`` is the article."""
    suffix: str
    """What the article's file has to be named like; empty when the program opens no article."""
    shows: str
    wanted: str
    """What is waited for on its screen; empty for the first words of the article."""
    keys: Sequence[str]

    def program(self) -> str | None:
        """Where it is on the PATH; None when it is not."""
        return shutil.which(self.executable)

    def command(self, program: str, article: Path) -> list[str]:
        """The command that shows *article*."""
        shown = article.with_suffix(self.suffix) if self.suffix else article
        if shown != article:
            shutil.copy(article, shown)
        return [program, *(argument.format(shown) for argument in self.arguments)]


SCROLLING: Final = ["down"] * 10 + ["pagedown"] * 5

PEERS: Final = (
    Peer("harlequin", "harlequin", (), "", "SQL editor, no document", "Query Editor", ()),
    Peer("posting", "posting", (), "", "HTTP client, no document", "Collection", ()),
    Peer("frogmouth", "frogmouth", ("{}",), ".md", "10,000 words as Markdown", "", SCROLLING),
    Peer("toolong", "tl", ("{}",), ".log", "the end of 10,000 words as a log", r"┃\w", ["up"] * 10 + ["pageup"] * 5),
)
