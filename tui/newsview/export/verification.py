"""The state of saved facts in an article as text: counts, and what does not stand, with the decisions on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Final

from newsview.describe import decision_words, flat
from newsview.export.differences import in_marks, wrapped
from newsview.model.differences import Standing, State, Verification
from newsview.terminal.plural import counted

_SHOWN: Final = {"moved": ">", "changed": "~", "gone": "-"}
"""The marks of the facts that do not stand where they were; moved ones are shown if they were decided."""


_WORDS: Final[Mapping[State, str]] = {"stands": "stand", "moved": "moved", "changed": "changed", "gone": "gone"}


def text(found: Verification, name: str, width: int) -> str:
    """The verification of the article *name*, in lines of at most *width* columns."""
    counts = Counter(each.state for each in found.facts)
    same = "the file is the same" if found.sha256_equal else "the file is another one (sha256 differs)"
    states = ", ".join(f"{counts[state]:,} {word}" for state, word in _WORDS.items() if counts[state]) or "none"
    lines = [f"{name}: {same}", f"{counted(len(found.facts), 'fact')}: {states}"]
    for each in found.facts:
        if each.state in ("changed", "gone") or (each.state == "moved" and each.decision is not None):
            lines += ["", *_lines(each, width)]
    return "\n".join(lines) + "\n"


def _lines(each: Standing, width: int) -> Iterator[str]:
    lead = f"{_SHOWN[each.state]} {each.state:8}"
    yield from wrap(each.title, width, initial_indent=lead, subsequent_indent=" " * len(lead))
    if each.words is not None:
        yield from wrapped(" ".join(in_marks(mark, flat(words)) for mark, words in each.words), width)
    if each.decision is not None:
        yield from wrapped(decision_words(each.decision), width)
