"""Words of two passages side by side: what both have, what only one of them has, and what matters most of it."""

from __future__ import annotations

from collections.abc import Iterator

from newsview.compare.opcodes import opcodes
from newsview.compare.tokens import tokens
from newsview.compare.version import TokenRange, Version
from newsview.compare.word_lists import is_negation
from newsview.model.differences import Marked, Remark, WordMark


def marked_words(old: Version, old_span: TokenRange, new: Version, new_span: TokenRange) -> Marked:
    """The words of both in order: common ones as the new version writes them, then removed before added ones."""
    found: list[tuple[WordMark, str]] = []
    olds, news = _words(old, old_span), _words(new, new_span)
    for same, i, j, k, m in opcodes([old.forms(word) for word in olds], [new.forms(word) for word in news]):
        if same:
            found.append(("=", new.passage((news[k][0], news[m - 1][1]))))
            continue
        if i < j:
            found.append(("-", old.passage((olds[i][0], olds[j - 1][1]))))
        if k < m:
            found.append(("+", new.passage((news[k][0], news[m - 1][1]))))
    return found


def _words(version: Version, span: TokenRange) -> list[TokenRange]:
    """The tokens in *span* as words: those with nothing between them are one, as in "$40", and a figure with its "%"."""
    found: list[TokenRange] = []
    for index in range(*span):
        token = version.tokens[index]
        glued = bool(found) and (token.start == version.tokens[index - 1].end or token.form == "%")
        if glued:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
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
