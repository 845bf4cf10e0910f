"""Words of two passages side by side: what both have, what only one of them has, and what matters most of it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from newsview.compare.tokens import tokens
from newsview.compare.version import TokenRange, Version
from newsview.compare.word_lists import is_negation
from newsview.model.differences import Marked, Remark, WordMark


def marked_words(old: Version, old_span: TokenRange, new: Version, new_span: TokenRange) -> Marked:
    """The words of both in order: common ones as the new version writes them, then removed before added ones."""
    found: list[tuple[WordMark, str]] = []
    matcher = SequenceMatcher(None, old.forms(old_span), new.forms(new_span), autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        was, now = (old_span[0] + i, old_span[0] + j), (new_span[0] + k, new_span[0] + m)
        if what == "equal":
            found.append(("=", new.passage(now)))
            continue
        if i < j:
            found.append(("-", old.passage(was)))
        if k < m:
            found.append(("+", new.passage(now)))
    return found


def remarks(words: Marked) -> Iterator[Remark]:
    """The negations and numbers among the words that only one version has, each once."""
    seen = set()
    for mark, text in words:
        for token in tokens(text) if mark != "=" else ():
            word = text[token.start : token.end]
            remark = Remark("number", word) if token.figure else Remark("negation", word)
            if (token.figure or is_negation(token.form)) and remark not in seen:
                seen.add(remark)
                yield remark
